/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_EXPORT_REPORT_PDF,
  ATL_EXPORT_BOARD_PDF,
  ATL_EXPORT_BOARD_PNG,
} AtlExportKind;

void     atl_export_async (AtlSession         *session,
                           AtlBoard           *board,
                           AtlExportKind       kind,
                           const char         *path,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
gboolean atl_export_finish (GAsyncResult *result,
                            GError      **error);

G_END_DECLS

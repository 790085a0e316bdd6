/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/atl-discretion.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_EXPORT_REPORT_PDF,
  ATL_EXPORT_BOARD_PDF,
  ATL_EXPORT_BOARD_PNG,
  ATL_EXPORT_MAP_GRAPHML,
  ATL_EXPORT_MAP_LINKS,
  ATL_EXPORT_MAP_MATRIX,    /* silos by silos */
  ATL_EXPORT_MAP_ADJACENCY, /* nodes by nodes */
  ATL_N_EXPORT_KINDS,
} AtlExportKind;

void     atl_export_async (AtlSession         *session,
                           AtlBoard           *board,
                           AtlExportKind       kind,
                           AtlMapNames         names,
                           const char         *path,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
gboolean atl_export_finish (GAsyncResult *result,
                            GError      **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/export/atl-export-job.h"

G_BEGIN_DECLS

#define ATL_TYPE_EXPORT_WINDOW (atl_export_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlExportWindow, atl_export_window, ATL, EXPORT_WINDOW, AdwWindow)

void atl_export_window_show (GtkWidget    *widget,
                             AtlSession   *session,
                             const char   *session_path,
                             AtlBoard     *board,
                             AtlExportKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

/* @board has what was imported. */
typedef void (*AtlImportCallback) (AtlBoard *board,
                                   gpointer  user_data);

#define ATL_TYPE_IMPORT_WINDOW (atl_import_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlImportWindow, atl_import_window, ATL, IMPORT_WINDOW, AdwWindow)

AtlImportWindow *atl_import_window_new (GtkWidget        *widget,
                                        AtlDocument      *document,
                                        AtlBoard         *board,
                                        AtlImportCallback callback,
                                        gpointer          user_data);
void             atl_import_window_read (AtlImportWindow   *self,
                                         const char *const *paths);
void             atl_import_window_ask (AtlImportWindow *self);

G_END_DECLS

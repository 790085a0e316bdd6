/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-history.h"

G_BEGIN_DECLS

#define ATL_TYPE_PASTE_WINDOW (atl_paste_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlPasteWindow, atl_paste_window, ATL, PASTE_WINDOW, AdwWindow)

GtkWidget  *atl_paste_window_new (AtlSession *session,
                                  AtlHistory *history);
void        atl_paste_window_add_text (AtlPasteWindow *self,
                                       const char     *text);
void        atl_paste_window_read_file (AtlPasteWindow *self,
                                        GFile          *file);
const char *atl_paste_window_get_unread (AtlPasteWindow *self);
const char *atl_paste_window_get_preview (AtlPasteWindow *self);

G_END_DECLS

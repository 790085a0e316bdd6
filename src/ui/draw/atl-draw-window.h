/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_DRAW_WINDOW (atl_draw_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlDrawWindow, atl_draw_window, ATL, DRAW_WINDOW, AdwWindow)

GtkWidget  *atl_draw_window_open (GtkWindow   *parent,
                                  AtlDocument *document);
const char *atl_draw_window_get_name (AtlDrawWindow *self);
const char *atl_draw_window_get_status (AtlDrawWindow *self);

G_END_DECLS

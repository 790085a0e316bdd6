/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_GRID_WINDOW (atl_grid_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlGridWindow, atl_grid_window, ATL, GRID_WINDOW, AdwWindow)

GtkWidget *atl_grid_window_new (GtkWindow   *parent,
                                AtlDocument *document,
                                AtlBoard    *board);
void       atl_grid_window_open (GtkWindow   *parent,
                                 AtlDocument *document,
                                 AtlBoard    *board);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

/* Adding to its Map menu: an item in atl-map-bar.ui with hidden-when="action-missing" shows once the window
 * has the action. */

#define ATL_TYPE_MAP_BAR (atl_map_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlMapBar, atl_map_bar, ATL, MAP_BAR, GtkWidget)

void atl_map_bar_set_narrow (AtlMapBar *self,
                             gboolean   narrow);
void atl_map_bar_set_board (AtlMapBar *self,
                            AtlBoard  *board);

G_END_DECLS

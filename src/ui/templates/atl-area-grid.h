/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "ui/templates/atl-cells.h"

G_BEGIN_DECLS

/* Property "selected" (AtlArea, nullable). Signals: "changed", an area came, went or was changed; "edit", the
 * user wants to type the texts of the selected area. */

#define ATL_TYPE_AREA_GRID (atl_area_grid_get_type ())
G_DECLARE_FINAL_TYPE (AtlAreaGrid, atl_area_grid, ATL, AREA_GRID, GtkWidget)

void       atl_area_grid_set_board (AtlAreaGrid *self,
                                    AtlBoard    *board,
                                    AtlHistory  *history);
AtlArea   *atl_area_grid_get_selected (AtlAreaGrid *self);
void       atl_area_grid_set_selected (AtlAreaGrid *self,
                                       AtlArea     *area);
void       atl_area_grid_focus (AtlAreaGrid *self);
GtkWidget *atl_area_grid_find_tile (AtlAreaGrid *self,
                                    AtlArea     *area);

G_END_DECLS

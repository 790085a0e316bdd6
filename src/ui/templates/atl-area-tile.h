/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/templates/atl-cells.h"

G_BEGIN_DECLS

#define ATL_TYPE_AREA_TILE (atl_area_tile_get_type ())
G_DECLARE_FINAL_TYPE (AtlAreaTile, atl_area_tile, ATL, AREA_TILE, GtkWidget)

GtkWidget *atl_area_tile_new (AtlArea *area);
AtlArea   *atl_area_tile_get_area (AtlAreaTile *self);
void       atl_area_tile_set_selected (AtlAreaTile *self,
                                       gboolean     selected);

G_END_DECLS

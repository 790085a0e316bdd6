/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_GRID_CELL_PLAIN,
  ATL_GRID_CELL_FAINT,    /* another kind of link, not the one that is filled in */
  ATL_GRID_CELL_COUNT,    /* cannot be edited */
  ATL_GRID_CELL_DIAGONAL, /* says nothing */
} AtlGridCellLook;

#define ATL_TYPE_GRID_CELL (atl_grid_cell_get_type ())
G_DECLARE_FINAL_TYPE (AtlGridCell, atl_grid_cell, ATL, GRID_CELL, GtkWidget)

GtkWidget *atl_grid_cell_new (guint row,
                              guint column);
guint      atl_grid_cell_get_row (AtlGridCell *self);
guint      atl_grid_cell_get_column (AtlGridCell *self);
void       atl_grid_cell_show (AtlGridCell    *self,
                               const char     *text,
                               int             level,
                               AtlGridCellLook look,
                               int             uneven);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/templates/atl-area-grid.h"

G_BEGIN_DECLS

#define ATL_GRID_MARGIN 6 /* so that handles at the edge of the board can be seen whole */

typedef enum
{
  ATL_DRAG_NONE,
  ATL_DRAG_MOVE,
  ATL_DRAG_RESIZE,
  ATL_DRAG_DRAW,
} AtlAreaDrag;

/* The files of AtlAreaGrid among themselves. */
struct _AtlAreaGrid
{
  GtkWidget parent_instance;

  AtlBoard   *board;
  AtlHistory *history;
  AtlArea    *selected; /* nullable */
  AtlAreaDrag drag;
  guint       edges;
  AtlCells    before; /* of what is dragged */
  AtlCells    ghost;  /* where it would lead */
  gboolean    moved;
};

/* atl-area-grid-drag.c */
graphene_rect_t atl_area_grid_to_pixels (AtlAreaGrid *self,
                                         AtlCells     cells);
AtlArea        *atl_area_grid_find_area (AtlAreaGrid *self,
                                         double       x,
                                         double       y);
guint           atl_area_grid_find_edges (AtlAreaGrid *self,
                                          double       x,
                                          double       y);
void            atl_area_grid_begin_drag (AtlAreaGrid *self,
                                          double       x,
                                          double       y);
void            atl_area_grid_update_drag (AtlAreaGrid *self,
                                           double       x,
                                           double       y);
void            atl_area_grid_finish_drag (AtlAreaGrid *self);
void            atl_area_grid_end_drag (AtlAreaGrid *self);

/* atl-area-grid-draw.c */
void atl_area_grid_draw_below (AtlAreaGrid *self,
                               GtkSnapshot *snapshot);
void atl_area_grid_draw_above (AtlAreaGrid *self,
                               GtkSnapshot *snapshot);

G_END_DECLS

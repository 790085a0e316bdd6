/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-grid-private.h"

#include "ui/templates/atl-area-edits.h"
#include "ui/templates/atl-area-tile.h"

#define REACH 12 /* of the pointer to an edge */
#define SNAP 2   /* cells */
#define STILL 4  /* pixels that the hand trembles */

/* Pixels per cell. */
static double
get_scale_x (AtlAreaGrid *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * ATL_GRID_MARGIN) / (double) ATL_CELLS_WHOLE;
}

static double
get_scale_y (AtlAreaGrid *self)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * ATL_GRID_MARGIN) / (double) ATL_CELLS_WHOLE;
}

/* For the files of the grid: where cells lie in the widget. */
graphene_rect_t
atl_area_grid_to_pixels (AtlAreaGrid *self,
                         AtlCells     cells)
{
  int left = (int) (cells.x * get_scale_x (self) + 0.5);
  int top = (int) (cells.y * get_scale_y (self) + 0.5);
  int right = (int) ((cells.x + cells.width) * get_scale_x (self) + 0.5);
  int bottom = (int) ((cells.y + cells.height) * get_scale_y (self) + 0.5);

  return GRAPHENE_RECT_INIT ((float) (left + ATL_GRID_MARGIN), (float) (top + ATL_GRID_MARGIN),
                             (float) (right - left),
                             (float) (bottom - top));
}

static int
to_cell (double pixels,
         double scale)
{
  double cell = pixels / scale;

  return (int) (cell < 0 ? cell - 0.5 : cell + 0.5);
}

/* The tile at a place: what is selected lies above the others. */
AtlArea *
atl_area_grid_find_area (AtlAreaGrid *self,
                         double       x,
                         double       y)
{
  AtlArea *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AtlArea        *area = atl_area_tile_get_area (ATL_AREA_TILE (child));
      graphene_rect_t rect = atl_area_grid_to_pixels (self, atl_cells_of_area (area));

      if (!graphene_rect_contains_point (&rect, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
        continue;
      if (area == self->selected)
        return area;
      found = area;
    }
  return found;
}

static guint
find_edges_of_span (double at,
                    double start,
                    double end,
                    guint  first,
                    guint  last)
{
  if (at < start - REACH || at > end + REACH)
    return ATL_EDGE_NONE;
  /* The edges of what is small must leave something to take hold of. */
  if (at < start + MIN (REACH, (end - start) / 4))
    return first;
  return at > end - MIN (REACH, (end - start) / 4) ? last : ATL_EDGE_NONE;
}

/* The edges of the selected area that the pointer is near to. */
guint
atl_area_grid_find_edges (AtlAreaGrid *self,
                          double       x,
                          double       y)
{
  graphene_rect_t rect;

  if (self->selected == NULL)
    return ATL_EDGE_NONE;
  rect = atl_area_grid_to_pixels (self, atl_cells_of_area (self->selected));
  if (x < rect.origin.x - REACH || x > rect.origin.x + rect.size.width + REACH || y < rect.origin.y - REACH ||
      y > rect.origin.y + rect.size.height + REACH)
    return ATL_EDGE_NONE;
  return find_edges_of_span (x, rect.origin.x, rect.origin.x + rect.size.width, ATL_EDGE_LEFT,
                             ATL_EDGE_RIGHT) |
         find_edges_of_span (y, rect.origin.y, rect.origin.y + rect.size.height, ATL_EDGE_TOP,
                             ATL_EDGE_BOTTOM);
}

static void
set_ghost (AtlAreaGrid *self,
           AtlCells     cells)
{
  if (atl_cells_equal (cells, self->ghost))
    return;
  self->ghost = cells;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* For the files of the grid: forgets a drag, done or not. */
void
atl_area_grid_end_drag (AtlAreaGrid *self)
{
  self->drag = ATL_DRAG_NONE;
  self->moved = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* For the files of the grid: the pointer is pressed at a place, in pixels. */
void
atl_area_grid_begin_drag (AtlAreaGrid *self,
                          double       x,
                          double       y)
{
  guint    edges = atl_area_grid_find_edges (self, x, y);
  AtlArea *area = edges != ATL_EDGE_NONE ? self->selected : atl_area_grid_find_area (self, x, y);
  int      cell_x = CLAMP (to_cell (x - ATL_GRID_MARGIN, get_scale_x (self)), 0, ATL_CELLS_WHOLE);
  int      cell_y = CLAMP (to_cell (y - ATL_GRID_MARGIN, get_scale_y (self)), 0, ATL_CELLS_WHOLE);

  self->moved = FALSE;
  self->edges = edges;
  self->drag = area == NULL ? ATL_DRAG_DRAW : edges != ATL_EDGE_NONE ? ATL_DRAG_RESIZE
                                                                     : ATL_DRAG_MOVE;
  self->before = area != NULL ? atl_cells_of_area (area) : atl_cells (cell_x, cell_y, 0, 0);
  self->ghost = self->before;
  if (area == NULL)
    return;
  atl_area_grid_set_selected (self, area);
  atl_area_grid_focus (self);
}

static AtlCells
draw_cells (AtlAreaGrid *self,
            int          x,
            int          y)
{
  int      to_x = CLAMP (self->before.x + x, 0, ATL_CELLS_WHOLE);
  int      to_y = CLAMP (self->before.y + y, 0, ATL_CELLS_WHOLE);
  AtlCells cells = atl_cells (MIN (self->before.x, to_x), MIN (self->before.y, to_y),
                              ABS (to_x - self->before.x),
                              ABS (to_y - self->before.y));
  guint    edges = (x < 0 ? ATL_EDGE_LEFT : ATL_EDGE_RIGHT) | (y < 0 ? ATL_EDGE_TOP : ATL_EDGE_BOTTOM);

  if (cells.width < ATL_CELLS_LEAST || cells.height < ATL_CELLS_LEAST)
    return cells;
  return atl_cells_snap (cells, edges, self->board, NULL, SNAP);
}

/* For the files of the grid: the pointer is so far from where it was pressed, in pixels. */
void
atl_area_grid_update_drag (AtlAreaGrid *self,
                           double       x,
                           double       y)
{
  int by_x = to_cell (x, get_scale_x (self));
  int by_y = to_cell (y, get_scale_y (self));

  if (self->drag == ATL_DRAG_NONE || (!self->moved && ABS (x) < STILL && ABS (y) < STILL))
    return;
  self->moved = TRUE;
  if (self->drag == ATL_DRAG_MOVE)
    set_ghost (self, atl_cells_snap (atl_cells_move (self->before, by_x, by_y), ATL_EDGE_NONE, self->board,
                                     self->selected, SNAP));
  else if (self->drag == ATL_DRAG_RESIZE)
    set_ghost (self, atl_cells_snap (atl_cells_resize (self->before, self->edges, by_x, by_y), self->edges,
                                     self->board, self->selected, SNAP));
  else
    set_ghost (self, draw_cells (self, by_x, by_y));
}

/* For the files of the grid: the pointer is released: what was shown is done. */
void
atl_area_grid_finish_drag (AtlAreaGrid *self)
{
  AtlAreaDrag drag = self->drag;
  AtlCells    ghost = self->ghost;
  gboolean    moved = self->moved;

  atl_area_grid_end_drag (self);
  if (drag == ATL_DRAG_NONE || !moved)
    return;
  if (drag != ATL_DRAG_DRAW && self->selected != NULL)
    atl_area_edits_place (self->history, self->selected, ghost, FALSE);
  if (drag != ATL_DRAG_DRAW || ghost.width < ATL_CELLS_LEAST || ghost.height < ATL_CELLS_LEAST)
    return;
  atl_area_grid_set_selected (self, atl_area_edits_add (self->history, self->board, ghost));
  atl_area_grid_focus (self);
}

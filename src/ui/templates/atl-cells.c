/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-cells.h"

#include "model/atl-edits.h"

#define UNITS_X 16
#define UNITS_Y 10
#define LEAST_FREE 8

/**
 * atl_cells:
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Returns: the rectangle
 */
AtlCells
atl_cells (int x,
           int y,
           int width,
           int height)
{
  AtlCells cells = { x, y, width, height };

  return cells;
}

static int
to_cells (int units,
          int per_cell)
{
  return units >= 0 ? (units + per_cell / 2) / per_cell : -((-units + per_cell / 2) / per_cell);
}

/**
 * atl_cells_of_area:
 * @area: an area
 *
 * Returns: where it lies, to the nearest cell
 */
AtlCells
atl_cells_of_area (AtlArea *area)
{
  int left = to_cells (atl_area_get_x (area), UNITS_X);
  int top = to_cells (atl_area_get_y (area), UNITS_Y);
  int right = to_cells (atl_area_get_x (area) + atl_area_get_width (area), UNITS_X);
  int bottom = to_cells (atl_area_get_y (area) + atl_area_get_height (area), UNITS_Y);

  return atl_cells (left, top, MAX (1, right - left), MAX (1, bottom - top));
}

/**
 * atl_cells_apply:
 * @area: an area of a board
 * @cells: where it is to lie
 *
 * Moves and resizes an area, its notes with it. Edges that stay where they are do not go to the next cell.
 * The
 * caller opens and names the group of the history.
 *
 * Returns: whether anything changed
 */
gboolean
atl_cells_apply (AtlArea *area,
                 AtlCells cells)
{
  AtlCells old = atl_cells_of_area (area);
  int      right = atl_area_get_x (area) + atl_area_get_width (area);
  int      bottom = atl_area_get_y (area) + atl_area_get_height (area);
  int      x = cells.x != old.x ? cells.x * UNITS_X : atl_area_get_x (area);
  int      y = cells.y != old.y ? cells.y * UNITS_Y : atl_area_get_y (area);

  if (atl_cells_equal (old, cells))
    return FALSE;
  if (cells.x + cells.width != old.x + old.width)
    right = (cells.x + cells.width) * UNITS_X;
  if (cells.y + cells.height != old.y + old.height)
    bottom = (cells.y + cells.height) * UNITS_Y;
  atl_area_resize (area, x, y, right - x, bottom - y);
  return TRUE;
}

/**
 * atl_cells_equal:
 * @a: a rectangle
 * @b: another one
 *
 * Returns: whether they are the same
 */
gboolean
atl_cells_equal (AtlCells a,
                 AtlCells b)
{
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/**
 * atl_cells_overlap:
 * @a: a rectangle
 * @b: another one
 * @common: (out caller-allocates) (optional): what both cover
 *
 * Returns: whether they have a cell in common
 */
gboolean
atl_cells_overlap (AtlCells  a,
                   AtlCells  b,
                   AtlCells *common)
{
  int left = MAX (a.x, b.x);
  int top = MAX (a.y, b.y);
  int right = MIN (a.x + a.width, b.x + b.width);
  int bottom = MIN (a.y + a.height, b.y + b.height);

  if (left >= right || top >= bottom)
    return FALSE;
  if (common != NULL)
    *common = atl_cells (left, top, right - left, bottom - top);
  return TRUE;
}

/**
 * atl_cells_is_inside:
 * @cells: a rectangle
 *
 * Returns: whether it lies on the board
 */
gboolean
atl_cells_is_inside (AtlCells cells)
{
  return cells.x >= 0 && cells.y >= 0 && cells.x + cells.width <= ATL_CELLS_WHOLE &&
         cells.y + cells.height <= ATL_CELLS_WHOLE;
}

static int
clamp_start (int start,
             int size)
{
  return CLAMP (start, 0, MAX (0, ATL_CELLS_WHOLE - size));
}

/**
 * atl_cells_move:
 * @cells: a rectangle
 * @x: how far to the right
 * @y: how far down
 *
 * Returns: the rectangle moved as far as the board reaches
 */
AtlCells
atl_cells_move (AtlCells cells,
                int      x,
                int      y)
{
  return atl_cells (clamp_start (cells.x + x, cells.width), clamp_start (cells.y + y, cells.height),
                    cells.width,
                    cells.height);
}

/* Moves one or the other end of a span, or none. */
static void
resize_span (int     *start,
             int     *size,
             gboolean first,
             gboolean last,
             int      by)
{
  int end = *start + *size;
  int least = MIN (ATL_CELLS_LEAST, *size);

  if (first)
    *start = CLAMP (*start + by, 0, MAX (0, end - least));
  else if (last)
    end = CLAMP (end + by, *start + least, MAX (*start + least, ATL_CELLS_WHOLE));
  *size = end - *start;
}

/**
 * atl_cells_resize:
 * @cells: a rectangle
 * @edges: which #AtlEdge move
 * @x: how far to the right
 * @y: how far down
 *
 * Returns: the rectangle resized as far as the board reaches, and not below %ATL_CELLS_LEAST
 */
AtlCells
atl_cells_resize (AtlCells cells,
                  guint    edges,
                  int      x,
                  int      y)
{
  resize_span (&cells.x, &cells.width, (edges & ATL_EDGE_LEFT) != 0, (edges & ATL_EDGE_RIGHT) != 0, x);
  resize_span (&cells.y, &cells.height, (edges & ATL_EDGE_TOP) != 0, (edges & ATL_EDGE_BOTTOM) != 0, y);
  return cells;
}

/* How far @at is from the nearest line that it may snap to: edges of the board and of other areas. */
static int
find_nearest (AtlBoard *board,
              AtlArea  *but,
              gboolean  across,
              int       at,
              int       reach)
{
  AtlCells whole = atl_cells (0, 0, ATL_CELLS_WHOLE, ATL_CELLS_WHOLE);
  AtlList *areas = atl_board_get_areas (board);
  int      best = reach + 1;

  for (guint i = 0; i <= atl_list_get_length (areas); i++)
    {
      AtlArea *area = i < atl_list_get_length (areas) ? atl_list_get (areas, i) : NULL;
      AtlCells cells = area != NULL ? atl_cells_of_area (area) : whole;
      int      first = (across ? cells.x : cells.y) - at;
      int      last = (across ? cells.x + cells.width : cells.y + cells.height) - at;

      if (area != NULL && area == but)
        continue;
      best = ABS (first) < ABS (best) ? first : best;
      best = ABS (last) < ABS (best) ? last : best;
    }
  return best;
}

static int
find_shift (AtlBoard *board,
            AtlArea  *but,
            gboolean  across,
            int       start,
            int       size,
            int       reach)
{
  int first = find_nearest (board, but, across, start, reach);
  int last = find_nearest (board, but, across, start + size, reach);
  int best = ABS (first) <= ABS (last) ? first : last;

  return ABS (best) <= reach ? best : 0;
}

static int
find_edge_shift (AtlBoard *board,
                 AtlArea  *but,
                 gboolean  across,
                 int       at,
                 int       reach)
{
  int shift = find_nearest (board, but, across, at, reach);

  return ABS (shift) <= reach ? shift : 0;
}

/**
 * atl_cells_snap:
 * @cells: a rectangle that is being moved or resized
 * @edges: which #AtlEdge move, %ATL_EDGE_NONE when all of it does
 * @board: the board with the areas to snap to
 * @but: (nullable): the area that is being edited
 * @reach: from how many cells
 *
 * Returns: the rectangle at the edges of its neighbors, or of the board
 */
AtlCells
atl_cells_snap (AtlCells  cells,
                guint     edges,
                AtlBoard *board,
                AtlArea  *but,
                int       reach)
{
  int x = 0;
  int y = 0;

  if (edges == ATL_EDGE_NONE)
    return atl_cells_move (cells, find_shift (board, but, TRUE, cells.x, cells.width, reach),
                           find_shift (board, but, FALSE, cells.y, cells.height, reach));
  if ((edges & (ATL_EDGE_LEFT | ATL_EDGE_RIGHT)) != 0)
    x = find_edge_shift (board, but, TRUE, (edges & ATL_EDGE_LEFT) != 0 ? cells.x : cells.x + cells.width,
                         reach);
  if ((edges & (ATL_EDGE_TOP | ATL_EDGE_BOTTOM)) != 0)
    y = find_edge_shift (board, but, FALSE, (edges & ATL_EDGE_TOP) != 0 ? cells.y : cells.y + cells.height,
                         reach);
  return atl_cells_resize (cells, edges, x, y);
}

/**
 * atl_cells_split:
 * @cells: (inout): a rectangle, which becomes its own first half
 * @columns: whether the halves lie side by side, and not one above the other
 *
 * Returns: the second half
 */
AtlCells
atl_cells_split (AtlCells *cells,
                 gboolean  columns)
{
  AtlCells second = *cells;

  if (columns)
    {
      cells->width = (cells->width + 1) / 2;
      second.x += cells->width;
      second.width -= cells->width;
    }
  else
    {
      cells->height = (cells->height + 1) / 2;
      second.y += cells->height;
      second.height -= cells->height;
    }
  return second;
}

static void
mark_used (AtlBoard *board,
           guint8    used[ATL_CELLS_WHOLE][ATL_CELLS_WHOLE])
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlCells cells = atl_cells_of_area (atl_list_get (areas, i));

      for (int y = MAX (0, cells.y); y < MIN (ATL_CELLS_WHOLE, cells.y + cells.height); y++)
        for (int x = MAX (0, cells.x); x < MIN (ATL_CELLS_WHOLE, cells.x + cells.width); x++)
          used[y][x] = 1;
    }
}

/* The largest free rectangle whose lower right corner is (x, y), given how many free cells stand above each.
 */
static AtlCells
find_largest_at (const int heights[ATL_CELLS_WHOLE],
                 int       x,
                 int       y)
{
  AtlCells best = { 0, 0, 0, 0 };
  int      height = heights[x];

  for (int left = x; left >= 0 && heights[left] > 0; left--)
    {
      int width = x - left + 1;

      height = MIN (height, heights[left]);
      if (width >= LEAST_FREE && height >= LEAST_FREE && width * height > best.width * best.height)
        best = atl_cells (left, y - height + 1, width, height);
    }
  return best;
}

/**
 * atl_cells_find_free:
 * @board: a board
 * @cells: (out caller-allocates): the largest rectangle without an area
 *
 * Returns: whether there is one that is worth it
 */
gboolean
atl_cells_find_free (AtlBoard *board,
                     AtlCells *cells)
{
  guint8 used[ATL_CELLS_WHOLE][ATL_CELLS_WHOLE] = { { 0 } };
  int    heights[ATL_CELLS_WHOLE] = { 0 };

  *cells = atl_cells (0, 0, 0, 0);
  mark_used (board, used);
  for (int y = 0; y < ATL_CELLS_WHOLE; y++)
    for (int x = 0; x < ATL_CELLS_WHOLE; x++)
      {
        AtlCells found = { 0, 0, 0, 0 };

        heights[x] = used[y][x] ? 0 : heights[x] + 1;
        found = find_largest_at (heights, x, y);
        if (found.width * found.height > cells->width * cells->height)
          *cells = found;
      }
  return cells->width > 0;
}

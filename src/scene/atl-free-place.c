/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-flow.h"
#include "scene/atl-scene-layout.h"

#include <math.h>

/* Where a new note goes in an area whose notes have places: nobody else is moved for it. */

#define CASCADE 28.0 /* units between a note and one that lies over it */
#define CLOSEST 1.0  /* of those that lie over each other, in the end */
#define FINER 4      /* places between two of the grid, where notes were put by hand */

typedef struct
{
  AtlAreaState *area;
  AtlRect       room; /* below title and prompt, in the tile */
  AtlRect       paper;
  double        across, down; /* from a place of the grid to the next */
  guint         columns, rows;
} Grid;

static void
set_up (Grid         *grid,
        AtlScene     *scene,
        AtlAreaState *area)
{
  double  scale = atl_layout_get_free_scale (scene, area);
  AtlRect room = atl_layout_get_free_room (scene, area);
  AtlFlow flow = { room.x, room.y, room.width, scale };
  double  gap = ATL_PAPER_GAP * scale;

  grid->area = area;
  grid->room = room;
  grid->paper = atl_rect (room.x, room.y, ATL_PAPER_WIDTH * scale, ATL_PAPER_HEIGHT * scale);
  grid->across = grid->paper.width + gap;
  grid->down = grid->paper.height + gap;
  grid->columns = atl_flow_get_columns (&flow);
  grid->rows = (guint) CLAMP ((room.height + gap) / grid->down + 0.001, 1, 1000);
}

static AtlRect
get_cell (const Grid *grid,
          guint       index)
{
  return atl_rect_moved (grid->paper, (index % grid->columns) * grid->across,
                         (index / grid->columns) * grid->down);
}

/* What is there: a note, or the frame of an open stack. */
static AtlRect
get_taken (const Grid *grid,
           guint       index)
{
  AtlBoxState *state = grid->area->members->pdata[index];

  return state->box.stack != NULL ? ((AtlBoxState *) state->box.stack)->local : state->local;
}

static gboolean
is_free (const Grid *grid,
         AtlRect     rect)
{
  for (guint i = 0; i < grid->area->members->len; i++)
    if (atl_rect_intersects (get_taken (grid, i), rect))
      return FALSE;
  return TRUE;
}

/* The first place of the grid in reading order that nothing reaches into. */
static gboolean
find_cell (const Grid *grid,
           AtlRect    *found)
{
  for (guint i = 0; i < grid->columns * grid->rows; i++)
    {
      *found = get_cell (grid, i);
      if (is_free (grid, *found))
        return TRUE;
    }
  return FALSE;
}

/* The place after @at, a part of the way to the next one of the grid; the last one is at @end. */
static double
get_next (double at,
          double step,
          double end)
{
  return at < end && at + step > end ? end : at + step;
}

/* Notes that were put by hand leave gaps between the places of the grid, and below its last row there may be
 * room for one more that stands closer. */
static gboolean
find_gap (const Grid *grid,
          AtlRect    *found)
{
  double across = grid->across / FINER, down = grid->down / FINER;
  double right = grid->room.x + grid->room.width - grid->paper.width;
  double bottom = grid->room.y + grid->room.height - grid->paper.height;
  double around = (grid->across - grid->paper.width) / 3;

  for (double y = grid->room.y; y <= bottom; y = get_next (y, down, bottom))
    for (double x = grid->room.x; x <= right; x = get_next (x, across, right))
      {
        *found = atl_rect (x, y, grid->paper.width, grid->paper.height);
        if (is_free (grid, atl_rect_inset (*found, -around)))
          return TRUE;
      }
  return FALSE;
}

/* Whether the corner where one begins to read it is far enough from those of all others. */
static gboolean
shows_corner (const Grid *grid,
              AtlRect     rect,
              double      step)
{
  for (guint i = 0; i < grid->area->members->len; i++)
    {
      AtlRect other = ((AtlBoxState *) grid->area->members->pdata[i])->local;

      if (fabs (other.x - rect.x) < 0.9 * step && fabs (other.y - rect.y) < 0.9 * step)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_layer (const Grid *grid,
            double      step,
            AtlRect    *found)
{
  for (guint layer = 1; layer * step < MIN (grid->across, grid->down); layer++)
    for (guint i = 0; i < grid->columns * grid->rows; i++)
      {
        AtlRect cell = atl_rect_moved (get_cell (grid, i), layer * step, layer * step);

        *found = atl_layout_keep_inside (grid->area, cell);
        if (shows_corner (grid, *found, step))
          return TRUE;
      }
  return FALSE;
}

/* The area is full: a card beside the corner of another, as far from it as there still is room. */
static void
find_cascade (const Grid *grid,
              double      scale,
              AtlRect    *found)
{
  for (double step = CASCADE * scale; step >= CLOSEST; step /= 2)
    if (find_layer (grid, step, found))
      return;
}

/**
 * atl_scene_find_free_place:
 * @self: a scene
 * @area: the box of an area whose notes have places
 * @x: (out): a place to store, relative to the area
 * @y: (out): a place to store
 *
 * Finds a place for a new note where none lies yet: the first on a grid in reading order, else between notes
 * that were put by hand; on a full area, one where it does not cover the beginning of another. Between axes a
 * place says something: there new notes wait without one.
 */
void
atl_scene_find_free_place (AtlScene *self,
                           AtlBox   *area,
                           int      *x,
                           int      *y)
{
  AtlAreaState *state = atl_area_state (area);
  AtlRect       place = { 0 };
  Grid          grid;

  atl_scene_update (self);
  if (state->layout == ATL_LAYOUT_AXES || state->guides)
    {
      *x = *y = ATL_PLACE_NONE;
      return;
    }
  set_up (&grid, self, state);
  if (!find_cell (&grid, &place) && !find_gap (&grid, &place))
    find_cascade (&grid, grid.paper.width / ATL_PAPER_WIDTH, &place);
  atl_scene_to_place (self, area, atl_rect_center (atl_rect_moved (place, state->tile.x, state->tile.y)), x,
                      y);
}

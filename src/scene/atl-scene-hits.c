/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"
#include "scene/atl-flow.h"
#include "scene/atl-scene-layout.h"

#include <math.h>

/**
 * atl_scene_get_bounds:
 * @self: a scene
 *
 * Returns: the board, in board units; (0, 0, 1600, 1000) for one made from a template that nothing made grow
 */
AtlRect
atl_scene_get_bounds (AtlScene *self)
{
  atl_scene_update (self);
  return self->bounds;
}

/**
 * atl_scene_get_home:
 * @self: a scene
 *
 * Returns: where the areas are stored, in board units: the board without what its notes made grow; empty if
 * there are no areas
 */
AtlRect
atl_scene_get_home (AtlScene *self)
{
  GPtrArray *areas = self->kinds[ATL_BOX_AREA];
  AtlRect    home = { 0 };

  atl_scene_update (self);
  for (guint i = 0; i < areas->len; i++)
    if (areas->pdata[i] != self->unplaced)
      home = atl_rect_union (home, atl_layout_get_stored (areas->pdata[i]));
  return home;
}

/**
 * atl_scene_get_boxes:
 * @self: a scene
 * @kind: a kind of boxes
 *
 * Returns: (transfer none) (element-type AtlBox): all of them, valid until the next update: areas in their
 * order with that of unplaced notes last, notes in reading order. Kinds are drawn in the order of their
 * values; notes in theirs.
 */
GPtrArray *
atl_scene_get_boxes (AtlScene  *self,
                     AtlBoxKind kind)
{
  g_return_val_if_fail (ATL_IS_SCENE (self) && kind < ATL_N_BOX_KINDS, NULL);
  atl_scene_update (self);
  return self->kinds[kind];
}

/**
 * atl_scene_find_box:
 * @self: a scene
 * @item: (nullable): an area, note or link
 *
 * Returns: (transfer none) (nullable): its box, for a link that of the line it is part of; none for notes
 * inside a closed stack, links that end nowhere, and nodes and their links while only silos are shown
 */
AtlBox *
atl_scene_find_box (AtlScene *self,
                    gpointer  item)
{
  AtlBoxState *state;

  g_return_val_if_fail (ATL_IS_SCENE (self), NULL);
  atl_scene_update (self);
  state = item != NULL ? g_hash_table_lookup (self->boxes, item) : NULL;
  if (state == NULL && item != NULL)
    state = g_hash_table_lookup (self->map.lines, item);
  return state != NULL && !state->hidden ? &state->box : NULL;
}

/**
 * atl_scene_get_unplaced:
 * @self: a scene
 *
 * Returns: (transfer none) (nullable): the area of the notes that no area holds, while there are any
 */
AtlBox *
atl_scene_get_unplaced (AtlScene *self)
{
  atl_scene_update (self);
  return (AtlBox *) self->unplaced;
}

/**
 * atl_scene_get_area_notes:
 * @self: a scene
 * @area: the box of an area
 *
 * Returns: (transfer none) (element-type AtlBox): the boxes of its notes in reading order, valid until the
 * next update
 */
GPtrArray *
atl_scene_get_area_notes (AtlScene *self,
                          AtlBox   *area)
{
  atl_scene_update (self);
  if (self->map.view == ATL_MAP_SILOS && atl_area_state (area)->layout == ATL_LAYOUT_GRAPH)
    return self->map.nothing;
  return atl_area_state (area)->members;
}

/**
 * atl_scene_find_area_at:
 * @self: a scene
 * @point: in board units
 *
 * Returns: (transfer none) (nullable): the box of the area there, gap included; the last one drawn if areas
 * overlap
 */
AtlBox *
atl_scene_find_area_at (AtlScene *self,
                        AtlPoint  point)
{
  GPtrArray *areas = atl_scene_get_boxes (self, ATL_BOX_AREA);

  for (guint i = areas->len; i > 0; i--)
    if (atl_rect_contains (((AtlAreaState *) areas->pdata[i - 1])->tile, point))
      return areas->pdata[i - 1];
  return NULL;
}

/* The notes of @area that can be a neighbor: not moving, and not deep in an open stack. */
static GPtrArray *
find_neighbors (AtlAreaState *area,
                GPtrArray    *moving)
{
  GPtrArray *neighbors = g_ptr_array_new ();

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBox *box = area->members->pdata[i];

      if (box->stack != NULL && box->stack->item != box->item)
        continue;
      if (moving == NULL || !g_ptr_array_find (moving, box->item, NULL))
        g_ptr_array_add (neighbors, box);
    }
  return neighbors;
}

static AtlRect
outer_rect (AtlBox *box)
{
  return box->stack != NULL ? box->stack->rect : box->rect;
}

/* A thin bar in the gap before the note at @index, or behind the last one. */
static AtlRect
get_marker (AtlAreaState *area,
            GPtrArray    *neighbors,
            guint         index)
{
  AtlRect rect;

  if (neighbors->len == 0)
    return atl_rect (area->tile.x + ATL_AREA_INSET + ATL_AREA_PADDING - 6,
                     area->tile.y + ATL_AREA_INSET + ATL_AREA_PADDING * 0.8 + area->header + 16, 4,
                     ATL_PAPER_HEIGHT);
  if (index < neighbors->len)
    {
      rect = outer_rect (neighbors->pdata[index]);
      return atl_rect (rect.x - ATL_PAPER_GAP * ((AtlBox *) neighbors->pdata[index])->scale / 2 - 2, rect.y,
                       4, rect.height);
    }
  rect = outer_rect (neighbors->pdata[neighbors->len - 1]);
  return atl_rect (rect.x + rect.width +
                     ATL_PAPER_GAP * ((AtlBox *) neighbors->pdata[neighbors->len - 1])->scale / 2 - 2,
                   rect.y, 4, rect.height);
}

/**
 * atl_scene_find_slot:
 * @self: a scene
 * @area: the box of an area
 * @point: where notes are held, in board units
 * @moving: (nullable) (element-type AtlNote): those notes; they do not count as neighbors
 * @marker: (out) (optional): a bar to show where they would go; empty in areas whose notes have places
 *
 * Finds where in the order of @area notes go that are dropped at @point.
 *
 * Returns: (transfer none) (nullable): the note they come before, or %NULL for the end
 */
AtlNote *
atl_scene_find_slot (AtlScene  *self,
                     AtlBox    *area,
                     AtlPoint   point,
                     GPtrArray *moving,
                     AtlRect   *marker)
{
  AtlAreaState         *state = atl_area_state (area);
  g_autoptr (GPtrArray) neighbors = NULL;
  g_autofree AtlRect   *rects = NULL;
  guint                 slot;

  atl_scene_update (self);
  if (marker != NULL)
    *marker = atl_rect (0, 0, 0, 0);
  if (state->layout != ATL_LAYOUT_FLOW)
    return NULL;
  neighbors = find_neighbors (state, moving);
  rects = g_new (AtlRect, neighbors->len + 1);
  for (guint i = 0; i < neighbors->len; i++)
    rects[i] = outer_rect (neighbors->pdata[i]);
  slot = atl_flow_find_slot (rects, neighbors->len, point);
  if (marker != NULL)
    *marker = get_marker (state, neighbors, slot);
  return slot < neighbors->len ? ATL_NOTE (((AtlBox *) neighbors->pdata[slot])->item) : NULL;
}

/**
 * atl_scene_to_place:
 * @self: a scene
 * @area: the box of an area
 * @center: the middle of a note, in board units
 * @x: (out): its place to store, relative to the area; %ATL_PLACE_NONE where notes wait beside axes
 * @y: (out): its place to store
 */
void
atl_scene_to_place (AtlScene *self,
                    AtlBox   *area,
                    AtlPoint  center,
                    int      *x,
                    int      *y)
{
  AtlAreaState *state = atl_area_state (area);
  AtlPoint      place;

  atl_scene_update (self);
  place = atl_layout_to_place (self, state, (AtlPoint){ center.x - state->tile.x, center.y - state->tile.y });
  if (atl_axes_is_waiting_at (self, state, (AtlPoint){ center.x - state->tile.x, center.y - state->tile.y }))
    {
      *x = *y = ATL_PLACE_NONE;
      return;
    }
  *x = (int) lround (place.x);
  *y = (int) lround (place.y);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-scene-layout.h"

#include "scene/atl-area-painter.h"
#include "scene/atl-flow.h"
#include "scene/atl-growth.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"
#include "scene/atl-note-painter.h"

#define COORD_MAX 2000000.0
#define BOARD_WIDTH 1600.0
#define BOARD_HEIGHT 1000.0
#define UNPLACED_HEIGHT 220.0

/**
 * atl_layout_get_stored:
 * @area: an area with an item
 *
 * Returns: its rectangle as stored; strangers' sizes are brought to where something can be seen
 */
AtlRect
atl_layout_get_stored (AtlAreaState *area)
{
  AtlArea *item = ATL_AREA (area->state.box.item);

  return atl_rect (CLAMP (atl_area_get_x (item), -COORD_MAX, COORD_MAX),
                   CLAMP (atl_area_get_y (item), -COORD_MAX, COORD_MAX),
                   CLAMP (atl_area_get_width (item), 160, COORD_MAX),
                   CLAMP (atl_area_get_height (item), 80, COORD_MAX));
}

/**
 * atl_layout_get_header_bottom:
 * @scene: a scene
 * @area: an area whose tile has its width
 *
 * Returns: where notes begin below title and prompt, in the tile
 */
double
atl_layout_get_header_bottom (AtlScene     *scene,
                              AtlAreaState *area)
{
  double header = atl_area_painter_get_header (scene, area);

  return ATL_AREA_INSET + ATL_AREA_PADDING * 0.8 + (header > 0 ? header + 16 : 4);
}

static void
set_text_size (AtlBoxState *note,
               double       scale)
{
  if (note->box.is_node || note->box.area == NULL ||
      atl_area_state (note->box.area)->layout == ATL_LAYOUT_FLOW)
    note->box.text_size = scale * (note->box.is_node ? ATL_NODE_TEXT_SIZE : ATL_NOTE_TEXT_SIZE);
}

/**
 * atl_layout_set_note:
 * @scene: a scene
 * @note: a note
 * @local: where it stands, in the tile of its area
 * @scale: of what is on it
 */
void
atl_layout_set_note (AtlScene    *scene,
                     AtlBoxState *note,
                     AtlRect      local,
                     double       scale)
{
  gboolean resized = note->local.width != local.width || note->local.height != local.height;

  note->local = local;
  if (!resized && note->box.scale == scale)
    return;
  note->box.scale = scale;
  note->box.text_rect = atl_note_painter_get_text_rect (note, local.width, local.height);
  set_text_size (note, scale);
  atl_scene_repaint (scene, note);
}

/**
 * atl_layout_set_frame:
 * @scene: a scene
 * @frame: the frame of an open stack
 * @local: where it stands, in the tile of its area
 * @scale: of what is in it
 */
void
atl_layout_set_frame (AtlScene    *scene,
                      AtlBoxState *frame,
                      AtlRect      local,
                      double       scale)
{
  if (!atl_rect_equal (frame->local, local) || frame->box.scale != scale)
    atl_scene_repaint (scene, frame);
  frame->local = local;
  frame->box.scale = scale;
}

/* The height that each area needs; notes of flow areas come to their place in the tile. */
static void
measure_areas (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];
      AtlRect       stored;

      if (area == self->unplaced)
        continue;
      stored = atl_layout_get_stored (area);
      if (area->tile.width != stored.width)
        {
          area->tile.width = stored.width;
          area->header = -1;
          area->dirty = TRUE;
        }
      if (area->dirty && !area->rows)
        area->needed =
          area->layout == ATL_LAYOUT_FLOW ? atl_layout_flow (self, area, stored.height) : stored.height;
    }
  atl_layout_rows (self);
}

static void
set_position (AtlScene    *self,
              AtlBoxState *state,
              AtlRect      tile)
{
  AtlRect rect = atl_rect_moved (state->local, tile.x, tile.y);

  if (!atl_rect_equal (rect, state->box.rect))
    atl_scene_touch (self, state);
  state->box.rect = rect;
}

static void
set_tile (AtlScene     *self,
          AtlAreaState *area,
          AtlRect       tile)
{
  AtlRect  rect = atl_rect_inset (tile, ATL_AREA_INSET);
  gboolean resized = rect.width != area->state.box.rect.width || rect.height != area->state.box.rect.height;

  if (resized)
    area->dirty = TRUE;
  if (resized || (area->dirty && area->layout == ATL_LAYOUT_GRAPH))
    atl_scene_repaint (self, &area->state);
  if (!atl_rect_equal (rect, area->state.box.rect))
    atl_scene_touch (self, &area->state);
  area->tile = tile;
  area->state.box.rect = rect;
  area->state.box.text_rect =
    atl_rect (ATL_AREA_PADDING, ATL_AREA_PADDING * 0.8, MAX (rect.width - 2 * ATL_AREA_PADDING, 1),
              atl_area_painter_get_header (self, area));
}

static void
place_members (AtlScene     *self,
               AtlAreaState *area)
{
  if (area->dirty && area->layout == ATL_LAYOUT_GRAPH)
    atl_layout_graph (self, area);
  else if (area->dirty && area->layout != ATL_LAYOUT_FLOW)
    atl_layout_free (self, area);
  area->dirty = FALSE;
  for (guint i = 0; i < area->members->len; i++)
    set_position (self, area->members->pdata[i], area->tile);
}

static void
place_areas (AtlScene *self)
{
  guint                 n = self->kinds[ATL_BOX_AREA]->len - (self->unplaced != NULL ? 1 : 0);
  g_autofree AtlGrowth *growths = g_new0 (AtlGrowth, n + 1);
  AtlRect               bounds = { 0 };

  for (guint i = 0; i < n; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      growths[i].stored = atl_layout_get_stored (area);
      growths[i].needed = area->needed;
    }
  atl_growth_place (growths, n);
  for (guint i = 0; i < n; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];
      gboolean      moved = !atl_rect_equal (area->tile, growths[i].placed);

      set_tile (self, area, growths[i].placed);
      if (moved || area->dirty)
        place_members (self, area);
      bounds = atl_rect_union (bounds, area->tile);
    }
  self->bounds = n > 0 ? bounds : atl_rect (0, 0, BOARD_WIDTH, BOARD_HEIGHT);
}

/* The notes that no area holds stand below the board. */
static void
place_unplaced (AtlScene *self)
{
  AtlAreaState *area = self->unplaced;
  double        top = self->bounds.y + self->bounds.height;
  AtlRect       tile = { self->bounds.x, top, MAX (self->bounds.width, 600), 0 };
  gboolean      resized = area->tile.width != tile.width;
  gboolean      moved;

  area->tile.width = tile.width;
  if (resized)
    area->header = -1;
  if (area->dirty || resized)
    area->needed = atl_layout_flow (self, area, UNPLACED_HEIGHT);
  tile.height = MAX (area->needed, UNPLACED_HEIGHT);
  moved = !atl_rect_equal (area->tile, tile);
  set_tile (self, area, tile);
  if (moved || area->dirty)
    place_members (self, area);
  self->bounds = atl_rect_union (self->bounds, tile);
}

static void
place_frames (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_STACK]->len; i++)
    {
      AtlBoxState *frame = self->kinds[ATL_BOX_STACK]->pdata[i];

      set_position (self, frame, atl_area_state (frame->box.area)->tile);
      self->bounds = atl_rect_union (self->bounds, frame->box.rect);
    }
}

/* Whatever moves on a map moves the lines beside it. */
static gboolean
is_map_touched (AtlAreaState *area)
{
  if (area->state.touched || area->shape == NULL || area->shape->n_members != area->members->len)
    return TRUE;
  for (guint i = 0; i < area->members->len; i++)
    if (((AtlBoxState *) area->members->pdata[i])->touched)
      return TRUE;
  for (guint i = 0; area->links != NULL && i < area->links->len; i++)
    if (((AtlBoxState *) area->links->pdata[i])->touched)
      return TRUE;
  return FALSE;
}

static void
place_maps (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      if (area->layout != ATL_LAYOUT_GRAPH || !is_map_touched (area))
        continue;
      atl_map_shape_update (self, area);
      atl_link_router_route (self, area);
      atl_map_labels_place (area);
      atl_map_names_update (self, area);
      atl_scene_repaint (self, &area->state);
    }
}

static void
place_links (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_LINK]->len; i++)
    {
      AtlLinkState *link = self->kinds[ATL_BOX_LINK]->pdata[i];
      gboolean      inside = link->from->box.is_node && link->from->box.area == link->to->box.area;

      if (inside || !(link->state.touched || link->from->touched || link->to->touched))
        continue;
      link->state.box.scale = 1;
      atl_link_painter_place (self, link);
    }
}

/**
 * atl_scene_place_boxes:
 * @self: a scene whose boxes are those of the board
 *
 * Brings everything to its place. Only areas that are dirty, or that must move, are looked into.
 */
void
atl_scene_place_boxes (AtlScene *self)
{
  self->work.layout = FALSE;
  measure_areas (self);
  place_areas (self);
  if (self->unplaced != NULL)
    place_unplaced (self);
  place_frames (self);
  place_maps (self);
  place_links (self);
}

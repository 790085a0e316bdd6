/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-arranging-private.h"
#include "scene/atl-node-painter.h"
#include "scene/atl-scene-layout.h"

#include <math.h>
#include <string.h>

/* Nodes of graph areas. Areas do not grow: with very many nodes, these become smaller. */

#define FILLED 0.32 /* of the room that nodes with gaps may take at full size */
#define GAP 24.0

static const double scales[] = { 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.42, 0.35, 0.3, 0.25, 0.2, 0.16, 0.13, 0.1 };

/* In steps, so that nodes keep their size most of the time. */
static double
find_scale (AtlScene     *scene,
            AtlAreaState *area)
{
  double top = atl_layout_get_header_bottom (scene, area);
  double room = MAX (area->tile.width - 64, 1) * MAX (area->tile.height - top - 40, 1);
  double needed = 0, wanted;

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];

      atl_node_painter_measure (scene, node);
      needed += (node->width + GAP) * (node->height + GAP);
    }
  wanted = sqrt (FILLED * room / MAX (needed, 1));
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (wanted >= scales[i])
      return scales[i];
  return scales[G_N_ELEMENTS (scales) - 1];
}

/* FNV-1a over what the places of nodes depend on. */
static void
add_to (guint64      *hash,
        gconstpointer data,
        gsize         size)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < size; i++)
    *hash = (*hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
}

static guint64
get_fingerprint (AtlScene     *scene,
                 AtlAreaState *area)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  add_to (&hash, &area->tile.width, sizeof area->tile.width);
  add_to (&hash, &area->tile.height, sizeof area->tile.height);
  add_to (&hash, &area->header, sizeof area->header);
  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];
      AtlSilo     *silo = atl_node_find_silo (scene, node);
      int          place[2] = { atl_note_get_x (ATL_NOTE (node->box.item)),
                                atl_note_get_y (ATL_NOTE (node->box.item)) };

      add_to (&hash, &node, sizeof node);
      add_to (&hash, &silo, sizeof silo);
      add_to (&hash, place, sizeof place);
      add_to (&hash, &node->width, sizeof node->width);
      add_to (&hash, &node->height, sizeof node->height);
      if (silo != NULL)
        add_to (&hash, atl_silo_get_name (silo), strlen (atl_silo_get_name (silo)));
    }
  return hash;
}

/* Nodes that nobody placed come near those of their silo. Where depends on nothing but the board: every view
 * of it, and every page, shows them at the same place. */
static void
find_places (AtlScene     *scene,
             AtlAreaState *area)
{
  gboolean missing = FALSE;
  guint64  fingerprint;

  for (guint i = 0; i < area->members->len && !missing; i++)
    missing = !atl_layout_has_place (area->members->pdata[i]);
  if (!missing)
    return;
  fingerprint = get_fingerprint (scene, area);
  if (fingerprint != area->filled)
    atl_arranging_fill (scene, area);
  area->filled = fingerprint;
}

static AtlPoint
get_place (AtlScene     *scene,
           AtlAreaState *area,
           AtlBoxState  *node)
{
  AtlNote  *note = ATL_NOTE (node->box.item);
  AtlPoint *presented =
    scene->map.presented != NULL ? g_hash_table_lookup (scene->map.presented, note) : NULL;

  if (presented != NULL)
    return *presented;
  if (!atl_layout_has_place (node))
    return node->place;
  return atl_layout_from_place (scene, area, (AtlPoint){ atl_note_get_x (note), atl_note_get_y (note) });
}

/* An open stack of nodes has its frame around them wherever they are. */
static void
place_frames (AtlScene     *scene,
              AtlAreaState *area)
{
  for (guint i = 0, n = 1; i < area->members->len; i += n)
    {
      AtlBoxState *first = area->members->pdata[i];
      AtlRect      frame = first->local;

      for (n = 1; i + n < area->members->len; n++)
        {
          AtlBoxState *next = area->members->pdata[i + n];

          if (first->box.stack == NULL || next->box.stack != first->box.stack)
            break;
          frame = atl_rect_union (frame, next->local);
        }
      frame = atl_rect_inset (frame, -ATL_FRAME_PADDING);
      frame.y -= ATL_FRAME_HEADER;
      frame.height += ATL_FRAME_HEADER;
      if (first->box.stack != NULL)
        atl_layout_set_frame (scene, (AtlBoxState *) first->box.stack, frame, 1);
    }
}

static void
set_scale (AtlScene     *scene,
           AtlAreaState *area,
           double        scale)
{
  if (area->state.box.scale == scale)
    return;
  area->state.box.scale = scale;
  atl_scene_repaint (scene, &area->state);
}

/**
 * atl_layout_graph:
 * @scene: a scene
 * @area: a graph area, with its tile
 *
 * Places the nodes of @area.
 */
void
atl_layout_graph (AtlScene     *scene,
                  AtlAreaState *area)
{
  set_scale (scene, area, find_scale (scene, area));
  find_places (scene, area);
  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];
      AtlPoint     place = get_place (scene, area, node);
      double       width = node->width * area->state.box.scale;
      double       height = node->height * area->state.box.scale;
      AtlRect      rect = atl_rect (place.x - width / 2, place.y - height / 2, width, height);

      node->at = i;
      atl_layout_set_note (scene, node, atl_layout_keep_inside (area, rect), area->state.box.scale);
    }
  place_frames (scene, area);
}

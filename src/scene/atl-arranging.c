/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-arranging-private.h"

#include "insight/arrange/atl-arrange.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"
#include "scene/atl-node-painter.h"
#include "scene/atl-scene-layout.h"

#define EDGE 32.0 /* of the area, that no node comes closer to */
#define SPARSE 30 /* nodes up to which there is room for numbers on short links */

/* Above this, links say little about where new nodes go, and take long. */
#define MOST_LINKED 400

/* Which nodes stay where they are. */
typedef enum
{
  KEEP_NONE,
  KEEP_PINNED,
  KEEP_PLACED, /* all that have a place */
  KEEP_NEAR,   /* those that are pinned, and the others if they can */
} Keep;

struct _AtlArranging
{
  AtlArrangeMap *map;
  AtlArrangement how;
  GPtrArray     *notes; /* of AtlNote */
  gboolean       near;  /* nodes only make room for each other */
};

typedef struct
{
  AtlArranging *arranging;
  AtlScene     *scene;
  AtlAreaState *area;
  GHashTable   *indices; /* node to its index */
  GPtrArray    *silos;
  Keep          keep;
} Reading;

/* What the template of the area says. */
static AtlArrangement
get_own (AtlAreaState *area)
{
  g_autoptr (GVariant) name = atl_area_dup_map_option (ATL_AREA (area->state.box.item), "arrange",
                                                       G_VARIANT_TYPE_STRING);
  AtlArrangement       how = ATL_ARRANGE_SILO_CIRCLE;

  if (name != NULL)
    atl_arrangement_from_name (g_variant_get_string (name, NULL), &how);
  return how;
}

static gboolean
stays (Reading     *reading,
       AtlBoxState *node)
{
  switch (reading->keep)
    {
    case KEEP_PLACED:
      return atl_layout_has_place (node);
    case KEEP_PINNED:
    case KEEP_NEAR:
      return atl_note_get_pinned (ATL_NOTE (node->box.item)) && atl_layout_has_place (node);
    case KEEP_NONE:
    default:
      return FALSE;
    }
}

static AtlPoint
get_middle (Reading     *reading,
            AtlBoxState *node)
{
  AtlNote *note = ATL_NOTE (node->box.item);

  if (!atl_layout_has_place (node))
    return node->place;
  return atl_layout_from_place (reading->scene, reading->area,
                                (AtlPoint){ atl_note_get_x (note), atl_note_get_y (note) });
}

static int
find_silo (Reading     *reading,
           AtlBoxState *node)
{
  AtlSilo *silo = atl_node_find_silo (reading->scene, node);
  guint    index;

  if (silo == NULL)
    return -1;
  if (g_ptr_array_find (reading->silos, silo, &index))
    return (int) index;
  g_ptr_array_add (reading->silos, silo);
  return (int) reading->silos->len - 1;
}

static void
read_nodes (Reading *reading)
{
  AtlArrangeMap *map = reading->arranging->map;
  GPtrArray     *members = reading->area->members;
  double         scale = reading->area->state.box.scale;

  for (guint i = 0; i < members->len; i++)
    {
      AtlBoxState    *node = members->pdata[i];
      AtlArrangeNode *place = &map->nodes[i];
      AtlPoint        middle = get_middle (reading, node);

      atl_node_painter_measure (reading->scene, node);
      place->width = node->width * scale;
      place->height = node->height * scale;
      place->silo = find_silo (reading, node);
      place->pinned = stays (reading, node);
      if (place->pinned || reading->keep == KEEP_NEAR)
        {
          place->x = middle.x;
          place->y = middle.y;
        }
      g_hash_table_insert (reading->indices, node, GUINT_TO_POINTER (i));
      g_ptr_array_add (reading->arranging->notes, g_object_ref (node->box.item));
    }
}

/* In a tree what drives stands under what it drives; that two conflict says nothing about their order, nor
 * does anything mutual. */
static gboolean
read_arc (AtlArrangement how,
          AtlLinkState  *line,
          guint          from,
          guint          to,
          AtlArrangeArc *arc)
{
  gboolean upward = how == ATL_ARRANGE_TREE && line->kind == ATL_LINK_KIND_DRIVES;

  if (line->mutual && (how == ATL_ARRANGE_TREE || how == ATL_ARRANGE_LEFT_TO_RIGHT))
    return FALSE;
  *arc = (AtlArrangeArc){ upward ? to : from, upward ? from : to, MAX (line->strength, 1) };
  return TRUE;
}

static void
read_links (Reading *reading)
{
  AtlArrangeMap *map = reading->arranging->map;
  GPtrArray     *links = reading->area->links;
  guint          n = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      AtlLinkState *line = links->pdata[i];
      gpointer      from, to;

      if (g_hash_table_lookup_extended (reading->indices, line->from, NULL, &from) &&
          g_hash_table_lookup_extended (reading->indices, line->to, NULL, &to) &&
          read_arc (reading->arranging->how, line, GPOINTER_TO_UINT (from), GPOINTER_TO_UINT (to),
                    &map->arcs[n]))
        n++;
    }
  map->n_arcs = n;
}

static void
read_silos (Reading *reading)
{
  AtlArrangeMap *map = reading->arranging->map;
  double         highest = 0;

  map->n_silos = reading->silos->len;
  map->labels = g_renew (double, map->labels, map->n_silos + 1);
  for (guint i = 0; i < map->n_silos; i++)
    {
      g_autoptr (PangoLayout) name =
        atl_map_name_make (reading->scene, atl_silo_get_name (reading->silos->pdata[i]), 0);

      map->labels[i] = atl_text_get_width (name) + 24;
      highest = MAX (highest, atl_text_get_height (name));
    }
  map->label_height = map->n_silos > 0 ? MAX (highest + 4, 24) : 0;
}

/* Hulls reach over the nodes; without silos, nodes keep the distance themselves. */
static void
measure_room (Reading *reading)
{
  AtlArrangeMap *map = reading->arranging->map;
  AtlAreaState  *area = reading->area;
  double         scale = area->state.box.scale;
  double         edge, top;

  map->margin = map->n_silos > 0 ? 20 * MAX (scale, 0.3) : 0;
  map->gap = (scale < 1 || map->n_nodes > SPARSE ? 24 : 40) * scale;
  edge = reading->arranging->how <= ATL_ARRANGE_SILO_CIRCLE ? EDGE - map->margin : EDGE;
  top = atl_layout_get_header_bottom (reading->scene, area) - (map->n_silos > 0 ? 6 : 0);
  if (reading->arranging->how >= ATL_ARRANGE_TREE)
    top += map->margin + map->label_height;
  map->room = (AtlArrangeRoom){ edge, top, MAX (area->tile.width - 2 * edge, 100),
                                MAX (area->tile.height - top - edge, 100) };
}

static AtlArranging *
make (AtlScene      *scene,
      AtlAreaState  *area,
      AtlArrangement how,
      Keep           keep,
      gboolean       linked)
{
  AtlArranging          *self = g_new0 (AtlArranging, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray)  silos = g_ptr_array_new ();
  Reading                reading = { self, scene, area, indices, silos, keep };

  self->how = how;
  self->map = atl_arrange_map_new (area->members->len, area->links != NULL ? area->links->len : 0, 0);
  self->map->n_arcs = 0;
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  read_nodes (&reading);
  if (linked)
    read_links (&reading);
  read_silos (&reading);
  measure_room (&reading);
  return self;
}

/**
 * atl_arranging_new:
 * @scene: a scene
 * @area: the box of a graph area
 * @how: (nullable): "silo-circle", "silo-force", "left-to-right", "tree" or "circle"; anything else is what
 *       the template of the area says
 * @all: whether nodes that were placed by hand move as well
 *
 * Returns: (transfer full): what is to be arranged, as it is now
 */
AtlArranging *
atl_arranging_new (AtlScene   *scene,
                   AtlBox     *area,
                   const char *how,
                   gboolean    all)
{
  AtlAreaState  *state;
  AtlArrangement chosen;

  g_return_val_if_fail (ATL_IS_SCENE (scene) && area != NULL && area->kind == ATL_BOX_AREA, NULL);

  atl_scene_update (scene);
  state = atl_area_state (area);
  if (!atl_arrangement_from_name (how, &chosen))
    chosen = get_own (state);
  return make (scene, state, chosen, all ? KEEP_NONE : KEEP_PINNED, TRUE);
}

/**
 * atl_arranging_new_missing:
 * @scene: a scene
 * @area: the box of a graph area
 *
 * Returns: (transfer full): places for the nodes that have none, by silo; all others stay
 */
AtlArranging *
atl_arranging_new_missing (AtlScene *scene,
                           AtlBox   *area)
{
  AtlAreaState *state;

  g_return_val_if_fail (ATL_IS_SCENE (scene) && area != NULL && area->kind == ATL_BOX_AREA, NULL);

  atl_scene_update (scene);
  state = atl_area_state (area);
  return make (scene, state, ATL_ARRANGE_SILO_CIRCLE, KEEP_PLACED, state->members->len <= MOST_LINKED);
}

/**
 * atl_arranging_new_apart:
 * @scene: a scene
 * @area: the box of a graph area
 *
 * Returns: (transfer full): places beside each other for nodes that cover others, because they have grown;
 *   those that were placed by hand stay, and so do all if none is covered
 */
AtlArranging *
atl_arranging_new_apart (AtlScene *scene,
                         AtlBox   *area)
{
  AtlArranging *self;

  g_return_val_if_fail (ATL_IS_SCENE (scene) && area != NULL && area->kind == ATL_BOX_AREA, NULL);

  atl_scene_update (scene);
  self = make (scene, atl_area_state (area), ATL_ARRANGE_SILO_CIRCLE, KEEP_NEAR, FALSE);
  self->near = TRUE;
  return self;
}

/**
 * atl_arranging_free:
 * @self: (transfer full) (nullable): what was arranged
 */
void
atl_arranging_free (AtlArranging *self)
{
  if (self == NULL)
    return;
  atl_arrange_map_free (self->map);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

/**
 * atl_arranging_run:
 * @self: what is to be arranged
 * @cancellable: (nullable): to give up
 *
 * Finds the places. Touches nothing but @self.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
atl_arranging_run (AtlArranging *self,
                   GCancellable *cancellable)
{
  if (self->near)
    return atl_arrange_map_part (self->map, cancellable);
  return atl_arrange_map_run (self->map, self->how, cancellable);
}

/**
 * atl_arranging_get_n_nodes:
 * @self: what is arranged
 *
 * Returns: how many nodes there are
 */
guint
atl_arranging_get_n_nodes (AtlArranging *self)
{
  return self->notes->len;
}

/**
 * atl_arranging_get:
 * @self: what was arranged
 * @index: below the number of nodes
 * @place: (out): where its middle comes, relative to the area, to be stored
 * @stays_there: (out) (optional): whether it was to stay where it is
 *
 * Returns: (transfer none): the node
 */
AtlNote *
atl_arranging_get (AtlArranging *self,
                   guint         index,
                   AtlPoint     *place,
                   gboolean     *stays_there)
{
  g_return_val_if_fail (index < self->notes->len, NULL);

  *place = (AtlPoint){ self->map->nodes[index].x, self->map->nodes[index].y };
  if (stays_there != NULL)
    *stays_there = self->map->nodes[index].pinned;
  return self->notes->pdata[index];
}

/**
 * atl_arranging_fill:
 * @scene: a scene
 * @area: a graph area with its tile, whose nodes are measured
 *
 * Finds places for nodes that have none, around those that have. Links do not count, so that nothing jumps
 * while they are drawn.
 */
void
atl_arranging_fill (AtlScene     *scene,
                    AtlAreaState *area)
{
  g_autoptr (AtlArranging) self = make (scene, area, ATL_ARRANGE_SILO_CIRCLE, KEEP_PLACED, FALSE);

  atl_arranging_run (self, NULL);
  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];

      if (!atl_layout_has_place (node))
        node->place = (AtlPoint){ self->map->nodes[i].x, self->map->nodes[i].y };
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"

/**
 * atl_scene_map_init:
 * @scene: a new scene
 */
void
atl_scene_map_init (AtlScene *scene)
{
  scene->map.lines = g_hash_table_new (NULL, NULL);
  scene->map.hiding = g_ptr_array_new ();
  scene->map.nothing = g_ptr_array_new ();
}

/**
 * atl_scene_map_clear:
 * @scene: a scene that goes
 */
void
atl_scene_map_clear (AtlScene *scene)
{
  g_clear_pointer (&scene->map.lit, g_hash_table_unref);
  g_clear_pointer (&scene->map.lit_lines, g_hash_table_unref);
  g_clear_pointer (&scene->map.marked_lines, g_hash_table_unref);
  g_clear_pointer (&scene->map.traced, g_hash_table_unref);
  g_clear_pointer (&scene->map.marks, g_hash_table_unref);
  g_clear_pointer (&scene->map.presented, g_hash_table_unref);
  g_clear_pointer (&scene->map.lines, g_hash_table_unref);
  g_clear_pointer (&scene->map.hiding, g_ptr_array_unref);
  g_clear_pointer (&scene->map.nothing, g_ptr_array_unref);
  g_clear_pointer (&scene->map.counts, g_hash_table_unref);
}

/**
 * atl_scene_map_is_bridge:
 * @scene: a scene
 * @line: an AtlLinkState
 *
 * Returns: whether one of its statements is marked as a bridge
 */
gboolean
atl_scene_map_is_bridge (AtlScene *scene,
                         gpointer  line)
{
  AtlLinkState *state = line;

  if ((atl_scene_map_get_marks (scene, state->state.box.item) & ATL_MAP_MARK_BRIDGE) != 0)
    return TRUE;
  return scene->map.marked_lines != NULL && g_hash_table_contains (scene->map.marked_lines, line);
}

/**
 * atl_scene_map_get_marks:
 * @scene: a scene
 * @item: (nullable): a link or silo
 *
 * Returns: its AtlMapMark together
 */
guint
atl_scene_map_get_marks (AtlScene *scene,
                         gpointer  item)
{
  return scene->map.marks != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (scene->map.marks, item)) : 0;
}

/* Areas show hulls and bands, and nodes and links fade. */
static void
repaint_maps (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      if (area->layout != ATL_LAYOUT_GRAPH)
        continue;
      atl_scene_repaint (self, &area->state);
      if (area->names != NULL)
        atl_scene_repaint (self, area->names);
      for (guint j = 0; j < area->members->len; j++)
        atl_scene_repaint (self, area->members->pdata[j]);
      for (guint j = 0; area->links != NULL && j < area->links->len; j++)
        atl_scene_repaint (self, area->links->pdata[j]);
    }
  atl_scene_schedule (self);
}

/**
 * atl_scene_set_map_view:
 * @self: a scene
 * @view: what graph areas show
 *
 * With ATL_MAP_SILOS the boxes of their nodes and links are gone for everybody, as if they were removed: none
 * is drawn, found, hit, focused or read aloud.
 */
void
atl_scene_set_map_view (AtlScene  *self,
                        AtlMapView view)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  if (self->map.view == view)
    return;
  self->map.view = view;
  self->work.structure = TRUE;
  self->work.layout = TRUE;
  repaint_maps (self);
}

/**
 * atl_scene_get_map_view:
 * @self: a scene
 *
 * Returns: what graph areas show, people at first
 */
AtlMapView
atl_scene_get_map_view (AtlScene *self)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), ATL_MAP_PEOPLE);
  return self->map.view;
}

/**
 * atl_scene_get_nodes_shown:
 * @self: a scene
 *
 * Returns: whether nodes of graph areas are shown to anybody, by eye, keyboard or ear
 */
gboolean
atl_scene_get_nodes_shown (AtlScene *self)
{
  return atl_scene_get_map_view (self) == ATL_MAP_PEOPLE;
}

static GHashTable *
dup_table (GHashTable *table)
{
  GHashTable    *copy;
  GHashTableIter iter;
  gpointer       key, value;

  if (table == NULL)
    return NULL;
  copy = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (copy, g_object_ref (key), value);
  return copy;
}

/**
 * atl_scene_map_take_table:
 * @self: a scene
 * @slot: where a table of items is kept
 * @table: (nullable): what comes into it. It is copied.
 *
 * Draws maps anew with it.
 */
void
atl_scene_map_take_table (AtlScene    *self,
                          GHashTable **slot,
                          GHashTable  *table)
{
  GHashTable *copy = dup_table (table);

  if (copy == NULL && *slot == NULL)
    return;
  g_clear_pointer (slot, g_hash_table_unref);
  *slot = copy;
  repaint_maps (self);
}

/**
 * atl_scene_set_marks:
 * @self: a scene
 * @marks: (nullable) (element-type AtlItem guint): a link or silo to its AtlMapMark together. It is copied.
 *
 * Marks bridges, and silos that hang on one node or on none.
 */
void
atl_scene_set_marks (AtlScene   *self,
                     GHashTable *marks)
{
  g_return_if_fail (ATL_IS_SCENE (self));
  atl_scene_map_take_table (self, &self->map.marks, marks);
  self->work.layout = TRUE; /* a sign takes room */
  atl_scene_map_light_lines (self);
}

/**
 * atl_scene_set_field_label:
 * @self: a scene
 * @label: (nullable) (scope forever): says "3 d" of a field of a link; %NULL for bare numbers
 * @data: for @label, valid as long as the scene
 *
 * Words the numbers that stand on links.
 */
void
atl_scene_set_field_label (AtlScene     *self,
                           AtlFieldLabel label,
                           gconstpointer data)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  self->map.label = label;
  self->map.label_data = data;
  repaint_maps (self);
}

/**
 * atl_scene_set_presented:
 * @self: a scene
 * @places: (nullable) (element-type AtlNote AtlPoint): places of notes relative to their area, shown instead
 *          of those that are stored; %NULL for none
 *
 * Shows notes that have places, and nodes, on their way. The board does not change.
 */
void
atl_scene_set_presented (AtlScene   *self,
                         GHashTable *places)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  g_clear_pointer (&self->map.presented, g_hash_table_unref);
  if (places != NULL)
    self->map.presented = g_hash_table_ref (places);
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      area->dirty = area->dirty || area->layout != ATL_LAYOUT_FLOW;
    }
  self->work.layout = TRUE;
  atl_scene_schedule (self);
}

/* Only a map with so many lines that most are not drawn looks different. */
static void
repaint_traced (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      if (area->shape == NULL || !area->shape->crowded)
        continue;
      for (guint j = 0; j < area->links->len; j++)
        {
          AtlLinkState *line = area->links->pdata[j];

          if (g_hash_table_contains (self->map.traced, line->from->box.item) ||
              g_hash_table_contains (self->map.traced, line->to->box.item))
            atl_scene_repaint (self, &line->state);
        }
      atl_scene_schedule (self);
    }
}

/**
 * atl_scene_set_traced:
 * @self: a scene
 * @notes: (element-type AtlNote): what is selected
 *
 * On a map with more lines than can be told apart, those of @notes are drawn one by one; others are part of
 * the bands between silos.
 */
void
atl_scene_set_traced (AtlScene  *self,
                      GPtrArray *notes)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  if (self->map.traced != NULL)
    repaint_traced (self);
  g_clear_pointer (&self->map.traced, g_hash_table_unref);
  self->map.traced = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (self->map.traced, g_object_ref (notes->pdata[i]));
  repaint_traced (self);
}

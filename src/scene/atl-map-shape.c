/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-shape.h"

#include "scene/atl-node-painter.h"

static void
group_free (gpointer data)
{
  AtlMapGroup *group = data;

  g_ptr_array_unref (group->parts);
  g_free (group);
}

/**
 * atl_map_shape_free:
 * @self: (transfer full): a shape
 */
void
atl_map_shape_free (AtlMapShape *self)
{
  g_ptr_array_unref (self->groups);
  g_array_unref (self->bands);
  g_free (self->group_of);
  g_free (self);
}

static guint
add_group (AtlMapShape *self,
           AtlSilo     *silo)
{
  AtlMapGroup *group = g_new0 (AtlMapGroup, 1);

  group->silo = silo;
  group->parts = g_ptr_array_new_with_free_func (atl_map_part_free);
  g_ptr_array_add (self->groups, group);
  self->n_hulls += silo != NULL ? 1 : 0;
  return self->groups->len - 1;
}

static void
collect (AtlMapShape  *self,
         AtlScene     *scene,
         AtlAreaState *area)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];
      AtlSilo     *silo = atl_node_find_silo (scene, node);
      guint        at = GPOINTER_TO_UINT (g_hash_table_lookup (found, silo));

      if (at == 0)
        {
          at = add_group (self, silo) + 1;
          g_hash_table_insert (found, silo, GUINT_TO_POINTER (at));
        }
      self->group_of[i] = at - 1;
      atl_map_shape_get_group (self, at - 1)->n_nodes++;
    }
}

static AtlRect
get_room (AtlAreaState *area)
{
  AtlRect rect = area->state.box.rect;
  double  top = area->state.box.text_rect.y + area->state.box.text_rect.height + 4;

  return atl_rect (8, top, rect.width - 16, MAX (rect.height - top - 8, 1));
}

/**
 * atl_map_shape_update:
 * @scene: a scene
 * @area: a graph area whose nodes and links are as they are now
 *
 * Finds the hulls of its silos, and what goes on between them.
 */
void
atl_map_shape_update (AtlScene     *scene,
                      AtlAreaState *area)
{
  AtlMapShape *self = g_new0 (AtlMapShape, 1);

  g_clear_pointer (&area->shape, atl_map_shape_free);
  area->shape = self;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->bands = g_array_new (FALSE, TRUE, sizeof (AtlMapBand));
  self->n_members = area->members->len;
  self->group_of = g_new0 (guint, self->n_members + 1);
  self->crowded = area->links != NULL && area->links->len > ATL_MAP_CROWDED;
  self->room = get_room (area);
  collect (self, scene, area);
  for (guint i = 0; i < self->groups->len; i++)
    atl_map_parts_make (area, i);
  atl_map_names_measure (scene, area);
  if (area->links != NULL && self->groups->len > 1)
    atl_map_bands_make (self, area);
}

/**
 * atl_map_shape_get_group:
 * @self: a shape
 * @index: of a group
 *
 * Returns: (transfer none): the group
 */
AtlMapGroup *
atl_map_shape_get_group (AtlMapShape *self,
                         guint        index)
{
  return self->groups->pdata[index];
}

/**
 * atl_map_shape_has_bands:
 * @self: (nullable): a shape
 *
 * Returns: whether there are silos to draw in place of nodes and links when these cannot be made out
 */
gboolean
atl_map_shape_has_bands (AtlMapShape *self)
{
  return self != NULL && self->n_hulls > 1;
}

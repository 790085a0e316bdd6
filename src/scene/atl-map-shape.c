/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-shape.h"

#include "scene/atl-node-painter.h"

#define INSET 20.0  /* how far in from the edge of a node the corners of its hull begin */
#define MARGIN 20.0 /* between nodes and hull */

static void
group_free (gpointer data)
{
  AtlMapGroup *group = data;

  g_array_unref (group->corners);
  g_array_unref (group->outline);
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
  group->corners = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  group->outline = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  g_ptr_array_add (self->groups, group);
  self->n_hulls += silo != NULL ? 1 : 0;
  return self->groups->len - 1;
}

static void
add_node (AtlMapGroup *group,
          AtlRect      rect,
          double       scale)
{
  double   inset = MIN (INSET * scale, rect.height / 2);
  AtlRect  core = atl_rect_inset (rect, inset);
  AtlPoint corners[] = { { core.x, core.y },
                         { core.x + core.width, core.y },
                         { core.x + core.width, core.y + core.height },
                         { core.x, core.y + core.height } };

  group->bounds = group->n_nodes == 0 ? rect : atl_rect_union (group->bounds, rect);
  group->n_nodes++;
  g_array_append_vals (group->corners, corners, 4);
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
      AtlRect      rect = atl_rect_moved (node->local, -ATL_AREA_INSET, -ATL_AREA_INSET);
      guint        at = GPOINTER_TO_UINT (g_hash_table_lookup (found, silo));

      if (at == 0)
        {
          at = add_group (self, silo) + 1;
          g_hash_table_insert (found, silo, GUINT_TO_POINTER (at));
        }
      self->group_of[i] = at - 1;
      add_node (self->groups->pdata[at - 1], rect, node->box.scale);
    }
}

/* The name stands above the hull, with room for a sign before it. */
static void
place_label (AtlScene     *scene,
             AtlAreaState *area,
             AtlMapGroup  *group)
{
  AtlTextStyle            style = { .size = ATL_MAP_LABEL_SIZE, .weight = PANGO_WEIGHT_BOLD };
  g_autoptr (PangoLayout) name = NULL;
  double                  width, height, most;

  if (group->silo == NULL)
    return;
  name = atl_text_maker_make (scene->text, atl_silo_get_name (group->silo), &style);
  width = atl_text_get_width (name) +
          (atl_scene_map_get_marks (scene, group->silo) != 0 ? ATL_MAP_LABEL_SIZE * 1.45 : 0);
  height = atl_text_get_height (name);
  most = area->state.box.rect.width - width - 6;
  group->label = atl_rect (MAX (MIN (group->middle.x - width / 2, most), 6),
                           MAX (group->bounds.y - height - 2, 2), width, height);
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
  double       scale = area->state.box.scale;

  g_clear_pointer (&area->shape, atl_map_shape_free);
  area->shape = self;
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->bands = g_array_new (FALSE, TRUE, sizeof (AtlMapBand));
  self->n_members = area->members->len;
  self->group_of = g_new0 (guint, self->n_members + 1);
  self->crowded = area->links != NULL && area->links->len > ATL_MAP_CROWDED;
  collect (self, scene, area);
  for (guint i = 0; i < self->groups->len; i++)
    {
      AtlMapGroup *group = self->groups->pdata[i];

      group->radius = (INSET + MARGIN * MAX (1, 0.3 / scale)) * scale;
      atl_map_outline_make (group);
      group->bounds = atl_rect_inset (group->bounds, -MARGIN * MAX (scale, 0.3));
      group->middle = atl_rect_center (group->bounds);
      place_label (scene, area, group);
    }
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

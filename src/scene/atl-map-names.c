/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-painter.h"

/* What the silos of a map are called: where that is drawn, over the links, and which silo has its name beside
 * its hull or, scattered, in the key. */

#define NARROWEST 150.0 /* a name may be this wide beside a smaller hull */
#define LINES 2
#define GAP 4.0 /* between a hull and its name */
#define KEY_HEIGHT 20.0

/**
 * atl_map_names_drop:
 * @scene: a scene
 * @area: an area that goes, or is a map no more
 *
 * Retires the box of the names.
 */
void
atl_map_names_drop (AtlScene     *scene,
                    AtlAreaState *area)
{
  if (area->names == NULL)
    return;
  g_ptr_array_remove (scene->kinds[ATL_BOX_NAMES], area->names);
  if (area->names->touched)
    g_ptr_array_remove_fast (scene->touched, area->names);
  g_ptr_array_add (scene->removed, g_steal_pointer (&area->names));
}

static void
add_box (AtlScene     *scene,
         AtlAreaState *area)
{
  area->names = g_new0 (AtlBoxState, 1);
  area->names->box.kind = ATL_BOX_NAMES;
  area->names->box.item = g_object_ref (area->state.box.item);
  area->names->box.area = &area->state.box;
  area->names->box.scale = 1;
  area->names->box.stack_size = 1;
  area->names->added = TRUE;
  atl_scene_touch (scene, area->names);
}

/**
 * atl_map_names_sync:
 * @scene: a scene
 * @area: a graph area
 *
 * Makes sure that it has a box for the names of its silos.
 */
void
atl_map_names_sync (AtlScene     *scene,
                    AtlAreaState *area)
{
  if (area->names == NULL)
    add_box (scene, area);
  g_ptr_array_add (scene->kinds[ATL_BOX_NAMES], area->names);
}

/**
 * atl_map_names_update:
 * @scene: a scene
 * @area: a graph area that looks different now
 */
void
atl_map_names_update (AtlScene     *scene,
                      AtlAreaState *area)
{
  area->names->box.rect = area->state.box.rect;
  area->names->box.scale = area->state.box.scale;
  atl_scene_repaint (scene, area->names);
}

/**
 * atl_map_name_make:
 * @scene: a scene
 * @name: of a silo
 * @width: that there is, at least
 *
 * Returns: (transfer full): the name in two lines at most, no wider than that or a little more
 */
PangoLayout *
atl_map_name_make (AtlScene   *scene,
                   const char *name,
                   double      width)
{
  AtlTextStyle            style = { .size = ATL_MAP_LABEL_SIZE,
                                    .weight = PANGO_WEIGHT_BOLD,
                                    .width = MAX (width, NARROWEST),
                                    .max_height = ATL_MAP_LABEL_SIZE * 1.5 * LINES };
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, name, &style);

  style.width = MIN (atl_text_get_width (layout) + 1, style.width);
  style.centered = TRUE;
  return atl_text_maker_make (scene->text, name, &style);
}

/* Above the hull at first, with room for a sign before it. */
static void
measure_name (AtlScene    *scene,
              AtlMapGroup *group)
{
  AtlMapPart             *part = atl_map_group_get_part (group, 0);
  double                  sign = atl_map_sign_get_width (scene, group->silo, ATL_MAP_LABEL_SIZE);
  g_autoptr (PangoLayout) name =
    atl_map_name_make (scene, atl_silo_get_name (group->silo), part->bounds.width - sign);
  double width = atl_text_get_width (name) + sign;
  double height = atl_text_get_height (name);

  part->label = atl_rect (part->bounds.x + part->bounds.width / 2 - width / 2, part->bounds.y - height - GAP,
                          width, height);
}

static gboolean
is_scattered (AtlMapGroup *group)
{
  return group->parts->len > 1 && atl_map_group_get_part (group, 0)->n_nodes * 2 <= group->n_nodes;
}

/* Where half of the silos are scattered, hulls say nothing. */
static void
find_scattered (AtlMapShape *shape)
{
  guint n = 0;

  for (guint i = 0; i < shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (shape, i);

      group->keyed = group->silo != NULL && (group->keyed || is_scattered (group));
      n += group->keyed ? 1 : 0;
    }
  for (guint i = 0; n * 2 >= shape->n_hulls && n > 1 && i < shape->groups->len; i++)
    atl_map_shape_get_group (shape, i)->keyed = atl_map_shape_get_group (shape, i)->silo != NULL;
}

/* The color of a node says where it belongs: who stands alone needs no hull, and no part a second name. */
static void
find_bare (AtlMapGroup *group)
{
  for (guint i = 0; i < group->parts->len; i++)
    {
      AtlMapPart *part = atl_map_group_get_part (group, i);

      part->bare = group->keyed || (i > 0 && part->n_nodes == 1);
    }
}

/**
 * atl_map_names_measure:
 * @scene: a scene
 * @area: a graph area whose silos have their hulls
 *
 * Decides which silos have a name beside their hull, and how large it is.
 */
void
atl_map_names_measure (AtlScene     *scene,
                       AtlAreaState *area)
{
  AtlMapShape *shape = area->shape;
  AtlRect      room = shape->room;

  find_scattered (shape);
  for (guint i = 0; i < shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (shape, i);

      find_bare (group);
      if (group->keyed)
        shape->key =
          atl_rect (room.x, area->state.box.rect.height - KEY_HEIGHT - 3, room.width, KEY_HEIGHT);
      if (group->silo != NULL && !group->keyed)
        measure_name (scene, group);
    }
}

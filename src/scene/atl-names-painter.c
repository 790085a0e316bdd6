/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-painter.h"

#include <math.h>

/* The names of the silos of a map, and the key of those that are scattered. They lie over the links. */

#define SIDE 7.0 /* between a name and the ends of its ground */
#define GROUND 0.9
#define KEY_SIZE 13.0
#define KEY_DOT 11.0
#define KEY_GAP 16.0 /* between two names of the key */
#define MOST_KEYS 16

static AtlRgba
get_ground (AtlScene *scene,
            AtlSilo  *silo)
{
  return atl_rgba_with_alpha (atl_palette_get_hull_fill (scene->theme, atl_silo_get_color (silo)), GROUND);
}

static void
paint_name (AtlScene       *scene,
            AtlSilo        *silo,
            AtlRect         label,
            AtlDisplayList *list)
{
  double                  sign = atl_map_sign_get_width (scene, silo, ATL_MAP_LABEL_SIZE);
  g_autoptr (PangoLayout) layout =
    atl_map_name_make (scene, atl_silo_get_name (silo), label.width - sign);
  AtlPoint left = { label.x, label.y + label.height / 2 };
  AtlRect  ground = { label.x - SIDE, label.y, label.width + 2 * SIDE, label.height };

  atl_display_list_fill (list, ground, MIN (label.height / 2, 11), get_ground (scene, silo));
  atl_map_sign_paint (scene, silo, left, ATL_MAP_LABEL_SIZE, list);
  atl_display_list_text (list, (AtlPoint){ label.x + sign, label.y }, layout, 1, ATL_TEXT_LABEL,
                         atl_palette_get_ink (scene->theme, ATL_INK_LABEL));
}

static PangoLayout *
make_key (AtlScene   *scene,
          const char *name,
          double      size,
          double      width)
{
  AtlTextStyle style = { .size = size, .width = width, .one_line = TRUE };

  return atl_text_maker_make (scene->text, name, &style);
}

static double
paint_key (AtlScene       *scene,
           AtlSilo        *silo,
           AtlPoint        left, /* the middle of its left edge */
           PangoLayout    *name,
           AtlDisplayList *list)
{
  AtlRect dot = { left.x, left.y - KEY_DOT / 2, KEY_DOT, KEY_DOT };
  AtlRgba ink = atl_palette_get_ink (scene->theme, ATL_INK_LABEL);
  double  width = KEY_DOT + 5 + atl_text_get_width (name);
  double  height = atl_text_get_height (name);
  AtlRgba paper = atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE);

  atl_display_list_fill (list, atl_rect (left.x - 5, left.y - height / 2, width + 10, height), height / 2,
                         atl_rgba_with_alpha (paper, GROUND));
  atl_display_list_fill (list, dot, KEY_DOT / 2,
                         atl_palette_get_node_fill (scene->theme, atl_silo_get_color (silo)));
  atl_display_list_frame (list, dot, KEY_DOT / 2, 1.2, ink);
  atl_display_list_text (list, (AtlPoint){ left.x + KEY_DOT + 5, left.y - height / 2 }, name, 1,
                         ATL_TEXT_LABEL, ink);
  return width + KEY_GAP;
}

static GPtrArray *
find_keyed (AtlMapShape *shape)
{
  GPtrArray *keyed = g_ptr_array_new ();

  for (guint i = 0; i < shape->groups->len && keyed->len < MOST_KEYS; i++)
    if (atl_map_shape_get_group (shape, i)->keyed)
      g_ptr_array_add (keyed, atl_map_shape_get_group (shape, i));
  return keyed;
}

/* Names that are too long for all to stand side by side are cut. */
static double
find_widest (AtlScene  *scene,
             GPtrArray *keyed,
             double     room)
{
  double each = room / MAX (keyed->len, 1) - KEY_DOT - 5 - KEY_GAP;
  double spare = 0;
  guint  n_long = 0;

  for (guint i = 0; i < keyed->len; i++)
    {
      AtlMapGroup            *group = keyed->pdata[i];
      g_autoptr (PangoLayout) name = make_key (scene, atl_silo_get_name (group->silo), KEY_SIZE, 0);
      double                  width = atl_text_get_width (name) + 1;

      spare += MAX (each - width, 0);
      n_long += width > each ? 1 : 0;
    }
  return MAX (each + (n_long > 0 ? spare / n_long : 0), 24);
}

static void
paint_keys (AtlScene       *scene,
            AtlMapShape    *shape,
            AtlDisplayList *list)
{
  g_autoptr (GPtrArray) keyed = find_keyed (shape);
  double                widest = find_widest (scene, keyed, shape->key.width - KEY_GAP);
  AtlPoint              left = { shape->key.x + KEY_GAP / 2, shape->key.y + shape->key.height / 2 };

  for (guint i = 0; i < keyed->len; i++)
    {
      AtlMapGroup            *group = keyed->pdata[i];
      const char             *silo = atl_silo_get_name (group->silo);
      g_autoptr (PangoLayout) whole = make_key (scene, silo, KEY_SIZE, 0);
      double                  width = MIN (atl_text_get_width (whole) + 1, widest);
      g_autoptr (PangoLayout) name = make_key (scene, silo, KEY_SIZE, width);

      left.x += paint_key (scene, group->silo, left, name, list);
    }
}

/**
 * atl_names_painter_paint:
 * @scene: a scene
 * @area: a graph area with its shape
 * @detail: how much to show
 * @list: where to add the names of its silos; nothing where they stand in the middle of their silos
 */
void
atl_names_painter_paint (AtlScene       *scene,
                         AtlAreaState   *area,
                         AtlDetail       detail,
                         AtlDisplayList *list)
{
  if (area->shape == NULL || detail == ATL_DETAIL_PLAIN || scene->map.view == ATL_MAP_SILOS)
    return;
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);
      guint        start = atl_display_list_get_length (list);

      if (group->silo == NULL || group->keyed)
        continue;
      paint_name (scene, group->silo, atl_map_group_get_part (group, 0)->label, list);
      atl_map_group_fade (scene, area, i, start, list);
    }
  paint_keys (scene, area->shape, list);
}

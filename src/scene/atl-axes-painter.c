/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-silo.h"
#include "scene/atl-area-painter.h"
#include "scene/atl-scene-layout.h"

/* What stands behind the notes of areas with axes or guides. Their words come from the options of the area,
 * already in the language of the session; files may hold anything there. */

#define LABEL_SIZE 15.0
#define QUADRANT_SIZE 18.0
#define MARGIN 24.0 /* of the axes, in the drawn rectangle */
#define LEGEND 34.0 /* below the horizontal axis */

typedef struct
{
  AtlScene       *scene;
  AtlDisplayList *list;
  AtlRect         plot; /* relative to the drawn rectangle */
  AtlPoint        middle;
} Axes;

static GVariant *
lookup (GVariant   *dict,
        const char *key)
{
  if (dict == NULL || !g_variant_is_of_type (dict, G_VARIANT_TYPE ("a{s*}")))
    return NULL;
  return g_variant_lookup_value (dict, key, NULL);
}

static char *
lookup_text (GVariant   *dict,
             const char *key)
{
  g_autoptr (GVariant) value = lookup (dict, key);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
           ? g_variant_dup_string (value, NULL)
           : g_strdup ("");
}

/* Adds one line of text whose @anchor (0 left, 0.5 middle, 1 right) stands at @at. */
static void
add_label (Axes       *axes,
           const char *text,
           double      size,
           double      max_width,
           AtlPoint    at,
           double      anchor)
{
  AtlTextStyle            style = { .size = size, .width = MAX (max_width, 1), .one_line = TRUE };
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0' || max_width < 20)
    return;
  layout = atl_text_maker_make (axes->scene->text, text, &style);
  double width = atl_text_get_width (layout);
  pango_layout_set_width (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  if (atl_text_get_width (layout) > width + 0.5)
    {
      pango_layout_set_width (layout, (int) (max_width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  atl_display_list_text (axes->list, (AtlPoint){ at.x - anchor * atl_text_get_width (layout), at.y },
                         layout, 1, ATL_TEXT_LABEL,
                         atl_palette_get_ink (axes->scene->theme, ATL_INK_LABEL));
}

static AtlDisplayOp *
add_line (Axes    *axes,
          AtlPoint from,
          AtlPoint to,
          double   width)
{
  AtlPoint points[] = { from, to };

  return atl_display_list_stroke (axes->list, points, 2, width,
                                  atl_palette_get_ink (axes->scene->theme, ATL_INK_AXIS));
}

static void
paint_lines (Axes *axes)
{
  AtlRect plot = axes->plot;
  double  right = plot.x + plot.width;
  double  bottom = plot.y + plot.height;

  add_line (axes, (AtlPoint){ plot.x, bottom }, (AtlPoint){ right, bottom }, 2)->arrow = 12;
  add_line (axes, (AtlPoint){ plot.x, bottom }, (AtlPoint){ plot.x, plot.y }, 2)->arrow = 12;
  add_line (axes, (AtlPoint){ axes->middle.x, plot.y }, (AtlPoint){ axes->middle.x, bottom }, 1.5)->dash = 7;
  add_line (axes, (AtlPoint){ plot.x, axes->middle.y }, (AtlPoint){ right, axes->middle.y }, 1.5)->dash = 7;
}

static void
paint_scales (Axes     *axes,
              GVariant *options)
{
  g_autoptr (GVariant) x = lookup (options, "x");
  g_autoptr (GVariant) y = lookup (options, "y");
  g_autofree char     *x_label = lookup_text (x, "label");
  g_autofree char     *x_min = lookup_text (x, "min");
  g_autofree char     *x_max = lookup_text (x, "max");
  g_autofree char     *y_label = lookup_text (y, "label");
  g_autofree char     *y_min = lookup_text (y, "min");
  g_autofree char     *y_max = lookup_text (y, "max");
  double               right = axes->plot.x + axes->plot.width;
  double               bottom = axes->plot.y + axes->plot.height;
  double               third = axes->plot.width / 3;
  double               above = axes->plot.y - 26;

  add_label (axes, x_min, LABEL_SIZE, third, (AtlPoint){ axes->plot.x, bottom + 6 }, 0);
  add_label (axes, x_label, LABEL_SIZE + 1, third * 1.5,
             (AtlPoint){ axes->plot.x + axes->plot.width / 2, bottom + 6 }, 0.5);
  add_label (axes, x_max, LABEL_SIZE, third, (AtlPoint){ right, bottom + 6 }, 1);
  g_autofree char *y_top = *y_max != '\0' ? g_strdup_printf ("%s · %s", y_label, y_max) : g_strdup (y_label);
  add_label (axes, y_top, LABEL_SIZE + 1, axes->plot.width, (AtlPoint){ axes->plot.x - 6, above }, 0);
  add_label (axes, y_min, LABEL_SIZE, third, (AtlPoint){ axes->plot.x + 10, bottom - 26 }, 0);
}

static void
paint_quadrants (Axes     *axes,
                 GVariant *options)
{
  g_autoptr (GVariant) names = lookup (options, "quadrants");
  g_autofree char     *top_left = lookup_text (names, "topLeft");
  g_autofree char     *top_right = lookup_text (names, "topRight");
  g_autofree char     *bottom_left = lookup_text (names, "bottomLeft");
  g_autofree char     *bottom_right = lookup_text (names, "bottomRight");
  double               right = axes->plot.x + axes->plot.width;
  double               left_middle = (axes->plot.x + axes->middle.x) / 2;
  double               right_middle = (axes->middle.x + right) / 2;
  double               width = MIN (axes->middle.x - axes->plot.x, right - axes->middle.x) - 24;
  double               top = axes->plot.y + 10;
  double               lower = axes->middle.y + 10;

  add_label (axes, top_left, QUADRANT_SIZE, width, (AtlPoint){ left_middle, top }, 0.5);
  add_label (axes, top_right, QUADRANT_SIZE, width, (AtlPoint){ right_middle, top }, 0.5);
  add_label (axes, bottom_left, QUADRANT_SIZE, width, (AtlPoint){ left_middle, lower }, 0.5);
  add_label (axes, bottom_right, QUADRANT_SIZE, width, (AtlPoint){ right_middle, lower }, 0.5);
}

static GVariant *
get_options (AtlAreaState *area,
             const char   *key)
{
  AtlArea *item = (AtlArea *) area->state.box.item;

  return item != NULL ? lookup (atl_area_get_options (item), key) : NULL;
}

/**
 * atl_axes_get_plot:
 * @scene: a scene
 * @area: an area with axes, that has its tile
 *
 * Returns: what lies between the axes, in the tile; empty on an area too small for them
 */
AtlRect
atl_axes_get_plot (AtlScene     *scene,
                   AtlAreaState *area)
{
  double  top = atl_layout_get_header_bottom (scene, area) + 22;
  double  left = ATL_AREA_INSET + MARGIN;
  AtlRect plot = { left, top, area->tile.width - 2 * left,
                   area->tile.height - ATL_AREA_INSET - top - LEGEND };

  if (plot.width < 40 || plot.height < 40)
    plot.width = plot.height = 0;
  return plot;
}

/**
 * atl_axes_painter_paint:
 * @scene: a scene
 * @area: an area with axes, that has its place
 * @list: where to add the axes, what they measure and the names of the quadrants
 */
void
atl_axes_painter_paint (AtlScene       *scene,
                        AtlAreaState   *area,
                        AtlDisplayList *list)
{
  g_autoptr (GVariant) options = get_options (area, "axes");
  AtlRect              plot = atl_axes_get_plot (scene, area);
  Axes                 axes = { scene, list, atl_rect_moved (plot, -ATL_AREA_INSET, -ATL_AREA_INSET), { 0 } };

  if (atl_rect_is_empty (plot))
    return;
  axes.middle = atl_rect_center (axes.plot);
  paint_lines (&axes);
  paint_scales (&axes, options);
  paint_quadrants (&axes, options);
}

static GPtrArray *
find_silos (AtlScene *scene)
{
  GPtrArray *found = g_ptr_array_new ();
  AtlList   *silos = scene->session != NULL ? atl_session_get_silos (scene->session) : NULL;

  for (guint i = 0; silos != NULL && i < atl_list_get_length (silos) && found->len < 40; i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);

      if (g_str_equal (atl_silo_get_partition (silo), atl_session_get_active_partition (scene->session)))
        g_ptr_array_add (found, silo);
    }
  return found;
}

/* A grid with the names of the silos beside its rows and over its columns. */
static void
paint_grid (Axes      *axes,
            GPtrArray *silos)
{
  double names = MIN (120, axes->plot.width / 4);
  double width = (axes->plot.width - names) / silos->len;
  double height = (axes->plot.height - 26) / silos->len;
  double left = axes->plot.x + names;
  double top = axes->plot.y + 26;

  for (guint i = 0; i < silos->len; i++)
    {
      const char *name = atl_silo_get_name (silos->pdata[i]);

      add_label (axes, name, 12, names - 8, (AtlPoint){ axes->plot.x, top + (i + 0.5) * height - 8 }, 0);
      add_label (axes, name, 12, width - 6, (AtlPoint){ left + (i + 0.5) * width, axes->plot.y + 4 }, 0.5);
      add_line (axes, (AtlPoint){ axes->plot.x, top + i * height },
                (AtlPoint){ left + width * silos->len, top + i * height }, 1);
      add_line (axes, (AtlPoint){ left + i * width, axes->plot.y },
                (AtlPoint){ left + i * width, top + height * silos->len }, 1);
    }
}

/**
 * atl_guides_painter_paint:
 * @scene: a scene
 * @area: an area that has its place
 * @list: where to add its guides: a grid of silos, if its options ask for one
 */
void
atl_guides_painter_paint (AtlScene       *scene,
                          AtlAreaState   *area,
                          AtlDisplayList *list)
{
  g_autoptr (GVariant)  options = get_options (area, "guides");
  g_autoptr (GPtrArray) silos = options != NULL ? find_silos (scene) : NULL;
  AtlRect               drawn = area->state.box.rect;
  double                top = atl_layout_get_header_bottom (scene, area) - ATL_AREA_INSET;
  Axes                  axes = { scene,
                                 list,
                                 { ATL_AREA_PADDING, top, drawn.width - 2 * ATL_AREA_PADDING,
                                   drawn.height - top - ATL_AREA_PADDING },
                                 { 0 } };

  if (silos != NULL && silos->len > 0 && axes.plot.width > 100 && axes.plot.height > 60)
    paint_grid (&axes, silos);
}

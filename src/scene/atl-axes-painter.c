/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"
#include "scene/atl-key-private.h"
#include "scene/atl-scene-layout.h"

/* What stands behind the notes of areas with axes. The words come from the options of the area, already in
 * the language of the session; files may hold anything there. */

#define LABEL_SIZE 15.0
#define QUADRANT_SIZE 18.0
#define WAITING_SIZE 13.0
#define ROUND 10.0

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

/* Both axes begin in the same corner, mostly with the same word. */
static char *
dup_origin (const char *x_min,
            const char *y_min)
{
  if (*y_min == '\0' || g_str_equal (x_min, y_min))
    return g_strdup (x_min);
  return *x_min == '\0' ? g_strdup (y_min) : g_strdup_printf ("↑ %s   → %s", y_min, x_min);
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
  double               above = axes->plot.y - 25;

  add_label (axes, x_label, LABEL_SIZE + 1, third * 1.5,
             (AtlPoint){ axes->plot.x + axes->plot.width / 2, bottom + 6 }, 0.5);
  add_label (axes, x_max, LABEL_SIZE, third, (AtlPoint){ right, bottom + 6 }, 1);
  g_autofree char *y_top = *y_max != '\0' ? g_strdup_printf ("%s · %s", y_label, y_max) : g_strdup (y_label);
  add_label (axes, y_top, LABEL_SIZE + 1, axes->plot.width, (AtlPoint){ axes->plot.x - 6, above }, 0);
  g_autofree char *origin = dup_origin (x_min, y_min);
  add_label (axes, origin, LABEL_SIZE, third, (AtlPoint){ axes->plot.x - 6, bottom + 6 }, 0);
}

/* One name in the outer corner of its quadrant, where no note stands. */
static void
paint_quadrant (Axes       *axes,
                GVariant   *names,
                const char *key,
                gboolean    right,
                gboolean    lower)
{
  g_autofree char *name = lookup_text (names, key);
  AtlRect          plot = axes->plot;
  double           x = right ? plot.x + plot.width - 12 : plot.x + 12;
  double           y = lower ? plot.y + plot.height - ATL_AXES_BAND + 2 : plot.y + 6;

  add_label (axes, name, QUADRANT_SIZE, plot.width / 2 - 24, (AtlPoint){ x, y }, right ? 1 : 0);
}

static void
paint_quadrants (Axes     *axes,
                 GVariant *options)
{
  g_autoptr (GVariant) names = lookup (options, "quadrants");

  if (names == NULL)
    return;
  paint_quadrant (axes, names, "topLeft", FALSE, FALSE);
  paint_quadrant (axes, names, "topRight", TRUE, FALSE);
  paint_quadrant (axes, names, "bottomLeft", FALSE, TRUE);
  paint_quadrant (axes, names, "bottomRight", TRUE, TRUE);
}

/* Where notes wait that have no place yet: apart from the axes, so that they read as nothing. */
static void
paint_strip (Axes   *axes,
             AtlRect strip)
{
  AtlRgba          edge = atl_palette_get_ink (axes->scene->theme, ATL_INK_AXIS);
  AtlPoint         corners[] = { { strip.x, strip.y },
                                 { strip.x + strip.width, strip.y },
                                 { strip.x + strip.width, strip.y + strip.height },
                                 { strip.x, strip.y + strip.height } };
  g_autofree char *label = atl_key_say (axes->scene, "key-waiting", NULL);
  AtlDisplayOp    *frame;

  if (atl_rect_is_empty (strip))
    return;
  atl_display_list_fill (axes->list, strip, ROUND, atl_rgba_with_alpha (edge, 0.07));
  frame = atl_display_list_stroke (axes->list, corners, G_N_ELEMENTS (corners), 1,
                                   atl_rgba_with_alpha (edge, 0.6));
  frame->closed = TRUE;
  frame->dash = 5;
  add_label (axes, label, WAITING_SIZE, strip.width - 20, (AtlPoint){ strip.x + 10, strip.y + 4 }, 0);
}

static GVariant *
get_options (AtlAreaState *area,
             const char   *key)
{
  AtlArea *item = (AtlArea *) area->state.box.item;

  return item != NULL ? lookup (atl_area_get_options (item), key) : NULL;
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
  paint_strip (&axes, atl_rect_moved (atl_axes_get_strip (scene, area), -ATL_AREA_INSET, -ATL_AREA_INSET));
}

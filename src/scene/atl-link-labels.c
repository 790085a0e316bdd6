/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-link-labels.h"

#include "insight/network/atl-paths.h"
#include "model/atl-area.h"
#include "model/atl-maps.h"
#include "scene/atl-curve.h"

#include <math.h>
#include <string.h>

#define SIZE 13.0
#define MOST_OF_REMARK 28 /* characters */
#define SIDE 6.0          /* between a text and the ends of its pill */
#define RING 5.0          /* radius of the sign at the end of who is silent */

/**
 * atl_map_pill_paint:
 * @scene: a scene
 * @text: a few characters
 * @middle: where the middle of the pill is
 * @size: of the letters
 * @color: of the letters and the edge
 * @list: where to add it
 *
 * Paints a number that can be read on whatever lies under it.
 */
void
atl_map_pill_paint (AtlScene       *scene,
                    const char     *text,
                    AtlPoint        middle,
                    double          size,
                    AtlRgba         color,
                    AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = size, .weight = PANGO_WEIGHT_BOLD };
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, text, &style);
  double                  side = SIDE * size / SIZE;
  double                  height = atl_text_get_height (layout) + side / 3;
  double                  width = MAX (atl_text_get_width (layout) + 2 * side, height);
  AtlRect                 pill = { middle.x - width / 2, middle.y - height / 2, width, height };
  AtlRgba                 paper = atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE);

  atl_display_list_fill (list, pill, height / 2, paper);
  atl_display_list_frame (list, pill, height / 2, 1.2 * size / SIZE, atl_rgba_mix (paper, color, 0.6));
  atl_display_list_text (list,
                         (AtlPoint){ middle.x - atl_text_get_width (layout) / 2,
                                     middle.y - atl_text_get_height (layout) / 2 },
                         layout, 1, ATL_TEXT_META, color);
}

/**
 * atl_link_bridge_paint:
 * @scene: a scene
 * @line: (array fixed-size=4): where it runs, in the coordinates of the list
 * @width: of the line itself, which is painted over this
 * @scale: of what is drawn
 * @list: where to add it
 *
 * Paints two lines beside the one in the middle, for what holds two parts of the map together.
 */
void
atl_link_bridge_paint (AtlScene       *scene,
                       const AtlPoint *line,
                       double          width,
                       double          scale,
                       AtlDisplayList *list)
{
  AtlRgba       ground = atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE);
  AtlDisplayOp *stroke;

  stroke = atl_display_list_stroke (list, line, 4, width + 9 * scale,
                                    atl_palette_get_ink (scene->theme, ATL_INK_MARK));
  stroke->curved = TRUE;
  stroke = atl_display_list_stroke (list, line, 4, width + 5 * scale, ground);
  stroke->curved = TRUE;
}

/* "4 ≠ 2", with what each side says on its side. */
static char *
dup_difference (AtlLinkState *link)
{
  int from = link->said[ATL_DECLARED_BY_FROM];
  int to = link->said[ATL_DECLARED_BY_TO];

  if (from == 0 || to == 0 || from == to)
    return NULL;
  if (link->curve[0].x <= link->curve[3].x)
    return g_strdup_printf ("%d ≠ %d", from, to);
  return g_strdup_printf ("%d ≠ %d", to, from);
}

static char *
say_number (AtlScene   *scene,
            const char *field,
            double      value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (scene->map.label != NULL)
    return scene->map.label (field, value, scene->map.label_data);
  g_ascii_formatd (number, sizeof number, "%.4g", value);
  return g_strdup (number);
}

/* The numbers of a link, in the order in which the template of the map names them. */
static void
add_numbers (AtlScene     *scene,
             AtlLinkState *link,
             GString      *text)
{
  AtlItem       *area = link->from->box.area->item;
  g_auto (GStrv) fields = atl_area_dup_map_strings (area != NULL ? ATL_AREA (area) : NULL, "linkFields");

  for (guint i = 0; fields[i] != NULL; i++)
    {
      double           value;
      g_autofree char *said = NULL;

      if (!atl_link_get_number (ATL_LINK (link->state.box.item), fields[i], &value))
        continue;
      said = say_number (scene, fields[i], value);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", said);
    }
}

/* A ring where the link is not seen. */
static void
paint_silence (AtlScene       *scene,
               AtlPoint        at,
               double          scale,
               AtlRgba         color,
               AtlDisplayList *list)
{
  double  radius = RING * scale;
  AtlRect ring = { at.x - radius, at.y - radius, 2 * radius, 2 * radius };

  atl_display_list_fill (list, ring, radius, atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE));
  atl_display_list_frame (list, ring, radius, 1.8 * scale, color);
}

/* What both said together is seen by both. */
static void
paint_views (AtlScene       *scene,
             AtlLinkState   *link,
             const AtlPoint *line,
             AtlDisplayList *list)
{
  AtlRgba color = atl_palette_get_link (scene->theme, link->kind);
  double  scale = link->state.box.scale;
  double  length = MAX (hypot (line[3].x - line[0].x, line[3].y - line[0].y), 1);
  double  back = MIN ((link->mutual ? 8 : 18) * scale / length, 0.3);

  if (link->said[ATL_DECLARED_BY_BOTH] > 0)
    return;
  if (link->said[ATL_DECLARED_BY_FROM] == 0)
    paint_silence (scene, atl_curve_get_point (line, MIN (8 * scale / length, 0.3)), scale, color, list);
  if (link->said[ATL_DECLARED_BY_TO] == 0)
    paint_silence (scene, atl_curve_get_point (line, 1 - back), scale, color, list);
}

/* A square on its corner. */
static void
paint_diamond (AtlScene       *scene,
               AtlPoint        at,
               double          scale,
               AtlDisplayList *list)
{
  double        half = 8 * scale;
  AtlPoint      corners[4] = { { at.x, at.y - half },
                               { at.x + half, at.y },
                               { at.x, at.y + half },
                               { at.x - half, at.y } };
  AtlDisplayOp *op;

  op = atl_display_list_stroke (list, corners, 4, 0, atl_palette_get_ink (scene->theme, ATL_INK_MARK));
  op->closed = TRUE;
  op = atl_display_list_stroke (list, corners, 4, 1.5 * scale,
                                atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE));
  op->closed = TRUE;
}

/* On the line, but beside one that is hardly longer than the text. */
static AtlPoint
get_label_place (const AtlPoint *line,
                 gboolean        taken,
                 gsize           length,
                 double          scale)
{
  AtlPoint place = atl_curve_get_point (line, taken ? 0.34 : 0.5);
  AtlPoint along = atl_curve_get_direction (line, 0.5);
  double   way = hypot (line[3].x - line[0].x, line[3].y - line[0].y);
  double   side = along.x >= 0 ? 1 : -1;

  if (way > (8 * length + 60) * scale)
    return place;
  return (AtlPoint){ place.x + side * along.y * 15 * scale, place.y - side * along.x * 15 * scale };
}

/**
 * atl_link_labels_dup_remark:
 * @link: a link
 *
 * Returns: (transfer full) (nullable): what stands on a line between ordinary notes: the beginning of what is
 *   remarked about it; on maps remarks are for those who open the link
 */
char *
atl_link_labels_dup_remark (AtlLinkState *link)
{
  const char      *remark = atl_link_get_remark (ATL_LINK (link->state.box.item));
  g_autofree char *text = NULL;

  if (link->from->box.is_node || *remark == '\0')
    return NULL;
  text = g_strdelimit (g_utf8_make_valid (remark, -1), "\r\n\t", ' ');
  if (g_utf8_strlen (text, -1) > MOST_OF_REMARK)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MOST_OF_REMARK - 1);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_steal_pointer (&text);
}

/**
 * atl_link_labels_paint:
 * @scene: a scene
 * @link: a link
 * @line: (array fixed-size=4): where it runs, in the coordinates of the list
 * @bridge: whether it is marked as one
 * @list: where to add signs and numbers
 *
 * Paints what stands on a link: how differently its sides see it, and its numbers.
 */
void
atl_link_labels_paint (AtlScene       *scene,
                       AtlLinkState   *link,
                       const AtlPoint *line,
                       gboolean        bridge,
                       AtlDisplayList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char    *difference = dup_difference (link);
  gboolean            has_bar = link->kind == ATL_LINK_KIND_BLOCKED;
  double              scale = link->state.box.scale;

  g_autofree char *remark = atl_link_labels_dup_remark (link);

  paint_views (scene, link, line, list);
  if (bridge)
    paint_diamond (scene, atl_curve_get_point (line, 0.5), scale, list);
  add_numbers (scene, link, text);
  if (difference != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", difference);
  if (remark != NULL)
    g_string_assign (text, remark);
  if (text->len > 0)
    atl_map_pill_paint (scene, text->str, get_label_place (line, has_bar || bridge, text->len, scale),
                        SIZE * scale, atl_palette_get_link (scene->theme, link->kind), list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-ink.h"

#include <math.h>
#include <pango/pangocairo.h>

#define CLEAR 2.0 /* pixels between a line and what it ends at */
#define PAD_ACROSS 7.0
#define PAD_DOWN 3.0

/**
 * atl_compare_ink_get_color:
 * @group: a group of the list
 * @theme: how boards are drawn
 *
 * Returns: the color of its lines; each has a sign too, so that nobody needs to see colors
 */
AtlRgba
atl_compare_ink_get_color (AtlCompareGroup group,
                           AtlTheme        theme)
{
  static const AtlLinkKind kinds[] = {
    [ATL_COMPARE_NEW] = ATL_LINK_KIND_SHARED,
    [ATL_COMPARE_LOST] = ATL_LINK_KIND_BLOCKED,
    [ATL_COMPARE_STRONGER] = ATL_LINK_KIND_HANDOFF,
    [ATL_COMPARE_WEAKER] = ATL_LINK_KIND_MISSING,
    [ATL_COMPARE_MET] = ATL_LINK_KIND_SHARED,
    [ATL_COMPARE_OPEN] = ATL_LINK_KIND_MISSING,
  };

  return atl_palette_get_link (theme, kinds[MIN (group, ATL_COMPARE_OPEN)]);
}

/**
 * atl_compare_ink_get_sign:
 * @group: a group of the list
 *
 * Returns: the sign that stands on its lines and before its rows
 */
const char *
atl_compare_ink_get_sign (AtlCompareGroup group)
{
  static const char *const signs[] = {
    [ATL_COMPARE_NEW] = "+",
    [ATL_COMPARE_LOST] = "−",
    [ATL_COMPARE_STRONGER] = "↑",
    [ATL_COMPARE_WEAKER] = "↓",
    [ATL_COMPARE_MET] = "✓",
    [ATL_COMPARE_OPEN] = "?",
  };

  return signs[MIN (group, ATL_COMPARE_OPEN)];
}

static void
set_color (cairo_t *cr,
           AtlRgba  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static void
draw_head (cairo_t *cr,
           AtlPoint end,
           AtlPoint behind,
           double   size)
{
  double length = hypot (end.x - behind.x, end.y - behind.y);
  double x = length > 0 ? (end.x - behind.x) / length : 1;
  double y = length > 0 ? (end.y - behind.y) / length : 0;

  cairo_move_to (cr, end.x, end.y);
  cairo_line_to (cr, end.x - x * size - y * size * 0.45, end.y - y * size + x * size * 0.45);
  cairo_line_to (cr, end.x - x * size + y * size * 0.45, end.y - y * size - x * size * 0.45);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * atl_compare_ink_line:
 * @cr: where to draw, in pixels
 * @line: a line; its middle is set
 *
 * Draws a line that bends to one side, so that both directions between two ends stay apart.
 */
void
atl_compare_ink_line (cairo_t        *cr,
                      AtlCompareLine *line)
{
  const double dashes[] = { 3 + 2 * line->width, 3 + line->width };
  AtlPoint     from = atl_rect_center (line->from);
  AtlPoint     to = atl_rect_center (line->to);
  AtlPoint     bent = { (from.x + to.x) / 2 + (to.y - from.y) * line->bend,
                        (from.y + to.y) / 2 - (to.x - from.x) * line->bend };
  AtlPoint     start = atl_rect_leave (atl_rect_inset (line->from, -CLEAR), bent);
  AtlPoint     end = atl_rect_leave (atl_rect_inset (line->to, -CLEAR), bent);

  line->middle = (AtlPoint){ (start.x + 2 * bent.x + end.x) / 4, (start.y + 2 * bent.y + end.y) / 4 };
  cairo_save (cr);
  set_color (cr, line->color);
  cairo_set_line_width (cr, line->width);
  cairo_set_dash (cr, dashes, line->dashed ? 2 : 0, 0);
  cairo_move_to (cr, start.x, start.y);
  cairo_curve_to (cr, start.x + (bent.x - start.x) * 2 / 3, start.y + (bent.y - start.y) * 2 / 3,
                  end.x + (bent.x - end.x) * 2 / 3, end.y + (bent.y - end.y) * 2 / 3, end.x, end.y);
  cairo_stroke (cr);
  if (line->arrow)
    draw_head (cr, end, bent, 6 + 1.5 * line->width);
  cairo_restore (cr);
}

/**
 * atl_compare_ink_text:
 * @cr: where to draw, in pixels
 * @layout: a text with a width, centered
 * @over: what it stands in the middle of
 * @color: its color
 *
 * Writes a text.
 */
void
atl_compare_ink_text (cairo_t     *cr,
                      PangoLayout *layout,
                      AtlRect      over,
                      AtlRgba      color)
{
  AtlPoint middle = atl_rect_center (over);
  int      height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  set_color (cr, color);
  cairo_move_to (cr, middle.x - pango_layout_get_width (layout) / 2.0 / PANGO_SCALE, middle.y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

/**
 * atl_compare_ink_halo:
 * @cr: where to draw, in pixels
 * @layout: a text with a width, centered
 * @over: what it stands in the middle of
 * @theme: how boards are drawn
 *
 * Writes a text that can be read over lines.
 */
void
atl_compare_ink_halo (cairo_t     *cr,
                      PangoLayout *layout,
                      AtlRect      over,
                      AtlTheme     theme)
{
  AtlPoint middle = atl_rect_center (over);
  AtlRgba  paper = atl_palette_get_ink (theme, ATL_INK_BACKGROUND);
  int      height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_save (cr);
  set_color (cr, atl_rgba_with_alpha (paper, 0.6));
  cairo_rectangle (cr, over.x, middle.y - height / 2.0, over.width, height);
  cairo_fill (cr);
  set_color (cr, atl_rgba_with_alpha (paper, 0.8));
  cairo_set_line_width (cr, 3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, middle.x - pango_layout_get_width (layout) / 2.0 / PANGO_SCALE, middle.y - height / 2.0);
  pango_cairo_layout_path (cr, layout);
  cairo_stroke (cr);
  cairo_restore (cr);
  atl_compare_ink_text (cr, layout, over, atl_palette_get_ink (theme, ATL_INK_TITLE));
}

/**
 * atl_compare_ink_sign:
 * @cr: where to draw, in pixels
 * @layout: the sign
 * @line: a line that was drawn
 * @radius: of the disk
 * @paper: the color of the sign on it
 *
 * Draws the sign of a group on a small disk in the middle of a line.
 */
void
atl_compare_ink_sign (cairo_t              *cr,
                      PangoLayout          *layout,
                      const AtlCompareLine *line,
                      double                radius,
                      AtlRgba               paper)
{
  AtlPoint middle = line->middle;

  set_color (cr, paper);
  cairo_arc (cr, middle.x, middle.y, radius + 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
  set_color (cr, line->color);
  cairo_arc (cr, middle.x, middle.y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
  atl_compare_ink_text (cr, layout, atl_rect (middle.x, middle.y, 0, 0), paper);
}

static void
trace_pill (cairo_t *cr,
            AtlRect  rect)
{
  double radius = rect.height / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
}

/**
 * atl_compare_ink_pill:
 * @cr: where to draw, in pixels
 * @layout: a text that will stand on it
 * @over: what it covers at least
 * @color: its color
 *
 * Draws what a name stands on, wide enough for it.
 */
void
atl_compare_ink_pill (cairo_t     *cr,
                      PangoLayout *layout,
                      AtlRect      over,
                      AtlRgba      color)
{
  AtlPoint middle = atl_rect_center (over);
  int      width = 0;
  int      height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  over.width = MAX (over.width, width + 10);
  over.height = MAX (over.height, height + 2);
  over.x = middle.x - over.width / 2;
  over.y = middle.y - over.height / 2;
  set_color (cr, color);
  trace_pill (cr, over);
  cairo_fill (cr);
}

/**
 * atl_compare_ink_label:
 * @cr: where to draw, in pixels
 * @layout: a name
 * @over: what it names
 * @room: what it shall stay in
 * @theme: how boards are drawn
 *
 * Writes a name in letters that can be read at any zoom.
 */
void
atl_compare_ink_label (cairo_t     *cr,
                       PangoLayout *layout,
                       AtlRect      over,
                       AtlRect      room,
                       AtlTheme     theme)
{
  AtlPoint middle = atl_rect_center (over);
  int      width = 0;
  int      height = 0;
  AtlRect  pill;

  pango_layout_get_pixel_size (layout, &width, &height);
  pill = atl_rect (middle.x - width / 2.0 - PAD_ACROSS, middle.y - height / 2.0 - PAD_DOWN,
                   width + 2 * PAD_ACROSS, height + 2 * PAD_DOWN);
  pill.x = MAX (MIN (pill.x, room.x + room.width - pill.width - 2), room.x + 2);
  pill.y = MAX (MIN (pill.y, room.y + room.height - pill.height - 2), room.y + 2);
  set_color (cr, atl_palette_get_ink (theme, ATL_INK_TITLE));
  trace_pill (cr, pill);
  cairo_fill (cr);
  set_color (cr, atl_palette_get_ink (theme, ATL_INK_BACKGROUND));
  cairo_move_to (cr, pill.x + PAD_ACROSS, pill.y + PAD_DOWN);
  pango_cairo_show_layout (cr, layout);
}

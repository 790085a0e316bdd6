/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-ink.h"

#include "exchange/atl-pdf-glyphs.h"

/* One line, and a Span of its own: two lines in one marked content lose the space between them for readers.
 * */
static void
draw_line (cairo_t         *cr,
           PangoLayoutLine *line,
           double           x,
           double           baseline,
           gboolean         tagged)
{
  if (tagged)
    cairo_tag_begin (cr, "Span", NULL);
  atl_pdf_glyphs_draw_line (cr, line, x, baseline);
  if (tagged)
    cairo_tag_end (cr, "Span");
}

/**
 * atl_pdf_ink_lines:
 * @cr: a context, the color is set
 * @layout: a layout
 * @first_line: the first line to draw, from 0
 * @n_lines: how many lines at most
 * @origin: where the top left of the first line goes
 * @tagged: whether each line becomes a Span of the document's structure
 *
 * Returns: how many lines were drawn
 */
guint
atl_pdf_ink_lines (cairo_t     *cr,
                   PangoLayout *layout,
                   guint        first_line,
                   guint        n_lines,
                   AtlPoint     origin,
                   gboolean     tagged)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint            n = 0;
  int              top = 0;

  for (guint i = 0; i < first_line && pango_layout_iter_next_line (iter); i++)
    continue;
  pango_layout_iter_get_line_yrange (iter, &top, NULL);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle   logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      if (line->length > 0)
        draw_line (cr, line,
                   origin.x + (double) logical.x / PANGO_SCALE,
                   origin.y + (double) (pango_layout_iter_get_baseline (iter) - top) / PANGO_SCALE,
                   tagged);
      n++;
    }
  while (n < n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return n;
}

/**
 * atl_pdf_ink_set_color:
 * @cr: a context
 * @color: what is drawn next
 */
void
atl_pdf_ink_set_color (cairo_t *cr,
                       AtlRgba  color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

/**
 * atl_pdf_ink_rounded:
 * @cr: a context
 * @rect: the outline
 * @radius: of its corners
 *
 * Adds a rounded rectangle to the path.
 */
void
atl_pdf_ink_rounded (cairo_t *cr,
                     AtlRect  rect,
                     double   radius)
{
  double r = MIN (radius, MIN (rect.width, rect.height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width - r, rect.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, rect.x + rect.width - r, rect.y + rect.height - r, r, 0, G_PI_2);
  cairo_arc (cr, rect.x + r, rect.y + rect.height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + r, rect.y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

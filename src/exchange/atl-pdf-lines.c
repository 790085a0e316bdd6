/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-lines.h"

/* The least lines of a paragraph that may stand alone at the foot or the head of a column. */
#define MIN_LINES 2

/* Fills @bottoms with where each line from @first ends, relative to its top. */
static double *
measure (PangoLayout *layout,
         guint        first,
         guint       *n_lines)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint            total = (guint) pango_layout_get_line_count (layout);
  guint            index = 0;
  int              top = 0;
  double          *bottoms = g_new (double, MAX (total - MIN (first, total), 1));

  *n_lines = 0;
  do
    {
      int start, end;

      pango_layout_iter_get_line_yrange (iter, &start, &end);
      if (index == first)
        top = start;
      if (index >= first)
        bottoms[(*n_lines)++] = (double) (end - top) / PANGO_SCALE;
      index++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return bottoms;
}

/**
 * atl_pdf_lines_fit:
 * @layout: a layout
 * @first: the first line to place
 * @room: the height there is
 * @height: (out): the height that the lines take
 *
 * Returns: how many lines go into @room so that no single line is left alone on either side; 0 if it is
 *   better to start on the next page
 */
guint
atl_pdf_lines_fit (PangoLayout *layout,
                   guint        first,
                   double       room,
                   double      *height)
{
  guint              n_lines;
  g_autofree double *bottoms = measure (layout, first, &n_lines);
  guint              n = 0;

  while (n < n_lines && bottoms[n] <= room + 0.01)
    n++;
  if (n < n_lines)
    {
      if (n_lines - n < MIN_LINES)
        n = n_lines > MIN_LINES ? n_lines - MIN_LINES : 0;
      if (n < MIN_LINES)
        n = 0;
    }
  *height = n > 0 ? bottoms[n - 1] : 0;
  return n;
}

/**
 * atl_pdf_lines_get_height:
 * @layout: a layout
 * @first: a line
 * @n: how many
 *
 * Returns: the height of @n lines from @first
 */
double
atl_pdf_lines_get_height (PangoLayout *layout,
                          guint        first,
                          guint        n)
{
  guint              n_lines;
  g_autofree double *bottoms = measure (layout, first, &n_lines);

  n = MIN (n, n_lines);
  return n > 0 ? bottoms[n - 1] : 0;
}

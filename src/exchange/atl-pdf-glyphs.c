/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-glyphs.h"

#include <hb-ot.h>
#include <math.h>
#include <string.h>

#define EMOJI_SCALE 5.0 /* of their pictures, against one pixel a point */

/* What cairo_show_text_glyphs() wants, for one run of one font. */
typedef struct
{
  cairo_glyph_t        *glyphs;
  int                   n_glyphs;
  cairo_text_cluster_t *clusters;
  int                   n_clusters;
  GString              *text;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->glyphs);
  g_free (run->clusters);
  g_string_free (run->text, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Characters that share the glyph of another: cairo would wrap each in an ActualText of its own, and
 * poppler then loses the rest of the line. A reader searches for the plain one anyway. */
static gunichar
get_plain (gunichar c)
{
  switch (c)
    {
    case 0x00a0: /* no-break space */
    case 0x2007: /* figure space */
    case 0x202f: /* narrow no-break space */
    case 0x2009: /* thin space */
      return ' ';
    case 0x00ad: /* soft hyphen */
    case 0x2010: /* hyphen */
    case 0x2011: /* no-break hyphen */
      return '-';
    default:
      return c;
    }
}

static void
append_plain (GString    *text,
              const char *from,
              const char *end)
{
  for (const char *p = from; p < end; p = g_utf8_next_char (p))
    g_string_append_unichar (text, get_plain (g_utf8_get_char (p)));
}

/* Adds glyphs [first, last] in the order of the string; returns how many are visible. */
static int
add_glyphs (Run              *run,
            PangoGlyphString *string,
            double            x,
            double            y,
            double           *advances,
            int               first,
            int               last)
{
  int n = 0;

  for (int i = MIN (first, last); i <= MAX (first, last); i++)
    {
      PangoGlyphInfo *info = &string->glyphs[i];

      if (info->glyph == PANGO_GLYPH_EMPTY)
        continue;
      run->glyphs[run->n_glyphs++] = (cairo_glyph_t){
        .index = info->glyph,
        .x = x + advances[i] + (double) info->geometry.x_offset / PANGO_SCALE,
        .y = y + (double) info->geometry.y_offset / PANGO_SCALE,
      };
      n++;
    }
  return n;
}

static double *
measure (PangoGlyphString *string)
{
  double *advances = g_new (double, string->num_glyphs + 1);

  advances[0] = 0;
  for (int i = 0; i < string->num_glyphs; i++)
    advances[i + 1] = advances[i] + (double) string->glyphs[i].geometry.width / PANGO_SCALE;
  return advances;
}

/* Glyphs and clusters both go from left to right; of right-to-left text the characters go the other way,
 * which cairo is told by a flag: clusters are then listed in the order of the characters. */
static void
run_fill (Run            *run,
          PangoGlyphItem *item,
          const char     *text,
          double          x,
          double          y)
{
  PangoGlyphItemIter iter;
  g_autofree double *advances = measure (item->glyphs);
  gboolean           more = pango_glyph_item_iter_init_start (&iter, item, text);

  run->glyphs = g_new (cairo_glyph_t, item->glyphs->num_glyphs);
  run->clusters = g_new (cairo_text_cluster_t, item->glyphs->num_glyphs);
  run->text = g_string_sized_new ((gsize) item->item->length + 1);
  for (; more; more = pango_glyph_item_iter_next_cluster (&iter))
    {
      gboolean              forward = iter.end_glyph > iter.start_glyph;
      int                   last = forward ? iter.end_glyph - 1 : iter.end_glyph + 1;
      gsize                 before = run->text->len;
      cairo_text_cluster_t *cluster = &run->clusters[run->n_clusters];

      append_plain (run->text, text + iter.start_index, text + iter.end_index);
      cluster->num_bytes = (int) (run->text->len - before);
      cluster->num_glyphs = add_glyphs (run, item->glyphs, x, y, advances, iter.start_glyph, last);
      run->n_clusters++;
    }
}

static gboolean
is_right_to_left (PangoGlyphItem *item)
{
  return item->item->analysis.level % 2 == 1;
}

/* In a backward run cairo takes the glyphs from the last cluster to the first. */
static void
run_reverse (Run *run)
{
  for (int i = 0, j = run->n_glyphs - 1; i < j; i++, j--)
    {
      cairo_glyph_t glyph = run->glyphs[i];

      run->glyphs[i] = run->glyphs[j];
      run->glyphs[j] = glyph;
    }
}

static void
draw_text (cairo_t        *cr,
           PangoGlyphItem *item,
           const char     *text,
           double          x,
           double          y)
{
  g_auto (Run)         run = { 0 };
  PangoFont           *font = item->item->analysis.font;
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  gboolean             backward = is_right_to_left (item);

  run_fill (&run, item, text, x, y);
  if (run.n_glyphs == 0)
    return;
  if (backward)
    run_reverse (&run);
  cairo_set_scaled_font (cr, scaled);
  cairo_show_text_glyphs (cr, run.text->str, (int) run.text->len, run.glyphs, run.n_glyphs, run.clusters,
                          run.n_clusters,
                          backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static gboolean
has_color (PangoFont *font)
{
  hb_face_t *face = hb_font_get_face (pango_font_get_hb_font (font));

  return hb_ot_color_has_png (face) || hb_ot_color_has_layers (face);
}

/* A missing glyph is a box with its number: pango knows how to draw that. */
static gboolean
has_unknown (PangoGlyphString *string)
{
  for (int i = 0; i < string->num_glyphs; i++)
    if (string->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
        (string->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return TRUE;
  return FALSE;
}

/* Cairo would draw color glyphs one pixel a point. */
static void
draw_emoji (cairo_t        *cr,
            PangoGlyphItem *item,
            const char     *text,
            double          x,
            double          y)
{
  PangoRectangle   logical;
  cairo_surface_t *picture;
  cairo_t         *painter;
  double           zoom = EMOJI_SCALE;

  pango_glyph_string_extents (item->glyphs, item->item->analysis.font, NULL, &logical);
  double width = (double) logical.width / PANGO_SCALE;
  double height = (double) logical.height / PANGO_SCALE;
  double ascent = (double) -logical.y / PANGO_SCALE;

  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) CLAMP (ceil (width * zoom), 1, 4000),
                                        (int) CLAMP (ceil (height * zoom), 1, 2000));
  painter = cairo_create (picture);
  cairo_scale (painter, zoom, zoom);
  cairo_move_to (painter, 0, ascent);
  pango_cairo_show_glyph_item (painter, text, item);
  cairo_destroy (painter);
  cairo_save (cr);
  cairo_translate (cr, x, y - ascent);
  cairo_scale (cr, 1 / zoom, 1 / zoom);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (picture);
}

static void
draw_item (cairo_t        *cr,
           PangoGlyphItem *item,
           const char     *text,
           double          x,
           double          y)
{
  if (item->glyphs->num_glyphs == 0)
    return;
  if (has_unknown (item->glyphs))
    {
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, item);
    }
  else if (has_color (item->item->analysis.font))
    draw_emoji (cr, item, text, x, y);
  else
    draw_text (cr, item, text, x, y);
}

/**
 * atl_pdf_glyphs_draw_line:
 * @cr: a context, the color is set
 * @line: a line of a layout
 * @x: where it starts
 * @baseline: of its letters
 *
 * Draws a line so that the readers of a PDF find all of its characters, and color glyphs in a resolution
 * fit for print.
 */
void
atl_pdf_glyphs_draw_line (cairo_t         *cr,
                          PangoLayoutLine *line,
                          double           x,
                          double           baseline)
{
  const char *text = pango_layout_get_text (line->layout);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;

      draw_item (cr, item, text, x, baseline - (double) item->y_offset / PANGO_SCALE);
      x += (double) pango_glyph_string_get_width (item->glyphs) / PANGO_SCALE;
    }
}

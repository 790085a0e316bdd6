/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-text.h"

#include "util/atl-direction.h"

#include <pango/pangocairo.h>
#include <string.h>

#define FAMILY "Cantarell, Noto Sans, sans-serif"
#define SYMBOL_FAMILY "DejaVu Sans, Noto Sans Symbols2, Noto Sans Symbols, sans-serif"
#define MORE_SPACE 0.09   /* of the size */
#define EMOJI_LINE 1.3    /* height of lines with emoji, in sizes of the font */
#define FIRST_MARK 0x300  /* the first character that changes the one before it */
#define CUT_KEY "atl-cut" /* on layouts that do not have the whole text */

struct _AtlTextMaker
{
  PangoContext *context;
  GHashTable   *symbols; /* sign and size, to layout */
  AtlTextStyle  style;   /* of what was fitted last */
  char         *fitted;  /* nullable: its text */
  double        size;    /* that it came to */
};

static PangoContext *
create_context (void)
{
  PangoFontMap         *map = pango_cairo_font_map_get_default ();
  PangoContext         *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* The language decides which shapes Chinese characters get; it must not hang on who is looking. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * atl_text_maker_new:
 *
 * Returns: (transfer full): a maker with a context of its own: 96 dpi, no hinting, no rounding
 */
AtlTextMaker *
atl_text_maker_new (void)
{
  AtlTextMaker *self = g_new0 (AtlTextMaker, 1);

  self->context = create_context ();
  self->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * atl_text_maker_free:
 * @self: (transfer full): a maker
 */
void
atl_text_maker_free (AtlTextMaker *self)
{
  g_hash_table_unref (self->symbols);
  g_object_unref (self->context);
  g_free (self->fitted);
  g_free (self);
}

/* How much of @text is shown: all of it, mostly. */
static gsize
shown_bytes (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < ATL_TEXT_MAX_CHARS && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return (gsize) (end - text);
}

static void
cut_text (PangoLayout *layout,
          const char  *text,
          gsize        bytes)
{
  g_autofree char *start = g_strndup (text, bytes);
  g_autofree char *cut = g_strconcat (start, "…", NULL);

  pango_layout_set_text (layout, cut, -1);
  g_object_set_data (G_OBJECT (layout), CUT_KEY, GINT_TO_POINTER (TRUE));
}

static void
set_text (PangoLayout *layout,
          const char  *text)
{
  gsize bytes = shown_bytes (text);

  if (text[bytes] == '\0')
    {
      pango_layout_set_text (layout, text, (int) bytes);
      return;
    }
  cut_text (layout, text, bytes);
}

/* With a height, Pango drops the paragraphs that it has no room for, and puts no ellipsis where they were. */
static void
mark_dropped_lines (PangoLayout *layout)
{
  const char      *text = pango_layout_get_text (layout);
  int              last = pango_layout_get_line_count (layout) - 1;
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, last);
  gsize            end = (gsize) (line->start_index + line->length);

  if (pango_layout_is_ellipsized (layout) || end + strspn (text + end, "\r\n") >= strlen (text))
    return;
  g_autofree char *whole = g_strdup (text);
  cut_text (layout, whole, end);
}

static void
set_font (PangoLayout *layout,
          const char  *family,
          double       size,
          PangoWeight  weight)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight != 0 ? weight : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
}

static gboolean
has_emoji (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if ((guchar) *text >= 0xe2 && (g_utf8_get_char (text) == 0xfe0f ||
                                   (g_utf8_get_char (text) >= 0x1f000 && g_utf8_get_char (text) < 0x20000)))
      return TRUE;
  return FALSE;
}

/* Without hinted metrics, lines of nothing but color bitmaps come out a few units high; theirs is set by
 * hand. */
static void
set_attributes (PangoLayout        *layout,
                const AtlTextStyle *style)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style->bold_bytes > 0)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->end_index = style->bold_bytes;
      pango_attr_list_insert (attributes, bold);
    }
  if (has_emoji (pango_layout_get_text (layout)))
    pango_attr_list_insert (
      attributes, pango_attr_line_height_new_absolute ((int) (style->size * EMOJI_LINE * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
}

/* Widens the spaces of a run; returns how many there are. */
static int
widen_run (PangoGlyphItem *run,
           const char     *text,
           int             more)
{
  PangoGlyphInfo *glyphs = run->glyphs->glyphs;
  int             n = 0;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (text[run->item->offset + run->glyphs->log_clusters[i]] == ' ' && glyphs[i].geometry.width > 0)
      {
        glyphs[i].geometry.width += more;
        n++;
      }
  return n;
}

static int
widen_line (PangoLayoutLine *line,
            const char      *text,
            int              more)
{
  int n = 0;

  for (GSList *run = line->runs; run != NULL; run = run->next)
    n += widen_run (run->data, text, more);
  return n;
}

/* Cantarell has narrow spaces, and screens without a GPU set each letter on a whole pixel: seen from afar,
 * words would run into each other. A line takes no more than the room it has. */
static void
widen_spaces (PangoLayout *layout,
              double       size)
{
  const char *text = pango_layout_get_text (layout);
  int         wanted = (int) (size * MORE_SPACE * PANGO_SCALE);
  int         width = pango_layout_get_width (layout);

  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line (layout, i);
      int              n = widen_line (line, text, 0);
      PangoRectangle   logical;

      pango_layout_line_get_extents (line, NULL, &logical);
      if (n > 0)
        widen_line (line, text, width < 0 ? wanted : CLAMP ((width - logical.width) / n, 0, wanted));
    }
}

/**
 * atl_text_maker_make:
 * @self: a maker
 * @text: a text; what is not UTF-8 in it, or forces the direction of writing, is replaced
 * @style: how to set it
 *
 * Lays out a text. Right-to-left paragraphs stand at the right.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
atl_text_maker_make (AtlTextMaker       *self,
                     const char         *text,
                     const AtlTextStyle *style)
{
  PangoLayout     *layout = pango_layout_new (self->context);
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  g_autofree char *shown = NULL;

  if (atl_direction_is_turned (valid != NULL ? valid : text))
    shown = atl_direction_dup_shown (valid != NULL ? valid : text);
  set_text (layout, shown != NULL ? shown : valid != NULL ? valid
                                                          : text);
  set_font (layout, FAMILY, style->size, style->weight);
  set_attributes (layout, style);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (style->centered)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  if (style->width > 0)
    pango_layout_set_width (layout, (int) (MAX (style->width, 1) * PANGO_SCALE));
  if (style->one_line)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
      pango_layout_set_height (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else if (style->max_height > 0)
    {
      pango_layout_set_height (layout, (int) (style->max_height * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      mark_dropped_lines (layout);
    }
  if (!style->one_line)
    widen_spaces (layout, style->size);
  return layout;
}

static PangoLayout *
make_at (AtlTextMaker       *self,
         const char         *text,
         const AtlTextStyle *style,
         double              size,
         gboolean            ellipsis)
{
  AtlTextStyle one = *style;

  one.size = size;
  one.max_height = ellipsis ? style->max_height : 0;
  return atl_text_maker_make (self, text, &one);
}

static gboolean
same_style (const AtlTextStyle *a,
            const AtlTextStyle *b)
{
  return a->size == b->size && a->weight == b->weight && a->width == b->width &&
         a->max_height == b->max_height && a->one_line == b->one_line && a->centered == b->centered &&
         a->bold_bytes == b->bold_bytes;
}

/* Whether all letters are Latin ones: what is appended in other scripts may make narrower what stood before
 * it. */
static gboolean
is_latin (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_get_char (text) >= FIRST_MARK)
      return FALSE;
  return TRUE;
}

/* A text that was added to, as by the keys of somebody who types, is set no larger than before. */
static double
get_largest (AtlTextMaker       *self,
             const char         *text,
             const AtlTextStyle *style)
{
  if (self->fitted == NULL || !same_style (&self->style, style) || !g_str_has_prefix (text, self->fitted))
    return style->size;
  return is_latin (text + strlen (self->fitted)) ? self->size : style->size;
}

static void
remember (AtlTextMaker       *self,
          const char         *text,
          const AtlTextStyle *style,
          double              size)
{
  g_free (self->fitted);
  self->fitted = g_strdup (text);
  self->style = *style;
  self->size = size;
}

static PangoLayout *
find_size (AtlTextMaker       *self,
           const char         *text,
           const AtlTextStyle *style,
           double              smallest,
           double             *size)
{
  double                  largest = get_largest (self, text, style);
  int                     low = 0;
  int                     high = (int) (largest - smallest);
  g_autoptr (PangoLayout) best = make_at (self, text, style, largest, FALSE);

  *size = largest;
  if (atl_text_get_height (best) <= style->max_height)
    return g_steal_pointer (&best);
  g_clear_object (&best);
  /* Sizes smallest + 0 … high - 1 are left; find the largest that fits. */
  while (low < high)
    {
      int                     middle = low + (high - low) / 2;
      g_autoptr (PangoLayout) layout = make_at (self, text, style, smallest + middle, FALSE);

      if (atl_text_get_height (layout) > style->max_height)
        {
          high = middle;
          continue;
        }
      low = middle + 1;
      *size = smallest + middle;
      g_set_object (&best, layout);
    }
  if (best != NULL)
    return g_steal_pointer (&best);
  *size = smallest;
  return make_at (self, text, style, smallest, TRUE);
}

/**
 * atl_text_maker_fit:
 * @self: a maker
 * @text: a text
 * @style: how to set it: its size is the largest, its width and height are the room there is
 * @smallest: the smallest size
 * @size: (out): the size it came to
 *
 * Lays out a text at the largest whole size that fits; if none does, at the smallest with an ellipsis.
 *
 * Returns: (transfer full): the layout
 */
PangoLayout *
atl_text_maker_fit (AtlTextMaker       *self,
                    const char         *text,
                    const AtlTextStyle *style,
                    double              smallest,
                    double             *size)
{
  PangoLayout *layout = find_size (self, text, style, smallest, size);

  remember (self, text, style, *size);
  return layout;
}

/**
 * atl_text_maker_get_symbol:
 * @self: a maker
 * @symbol: the sign of a note color
 * @size: in board units
 *
 * Returns: (transfer none): the sign alone, shared by all that show it
 */
PangoLayout *
atl_text_maker_get_symbol (AtlTextMaker *self,
                           const char   *symbol,
                           double        size)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) (size * 16), symbol);
  PangoLayout     *layout = g_hash_table_lookup (self->symbols, key);

  if (layout != NULL)
    return layout;
  layout = pango_layout_new (self->context);
  pango_layout_set_text (layout, symbol, -1);
  set_font (layout, SYMBOL_FAMILY, size, PANGO_WEIGHT_NORMAL);
  g_hash_table_insert (self->symbols, g_steal_pointer (&key), layout);
  return layout;
}

/**
 * atl_text_get_height:
 * @layout: a layout
 *
 * Returns: the height of its lines
 */
double
atl_text_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * atl_text_get_width:
 * @layout: a layout
 *
 * Returns: the width of its longest line
 */
double
atl_text_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * atl_text_is_cut:
 * @layout: a layout
 *
 * Tells whether not all of its text can be read.
 */
gboolean
atl_text_is_cut (PangoLayout *layout)
{
  return pango_layout_is_ellipsized (layout) || g_object_get_data (G_OBJECT (layout), CUT_KEY) != NULL;
}

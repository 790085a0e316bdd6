/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-type.h"

#include <pango/pangocairo.h>

#define FAMILY "Cantarell,Noto Sans,sans"

/**
 * AtlPdfType:
 *
 * Makes the text layouts of a printed document. Its unit is the point; nothing is hinted or rounded, so
 * that lines break as they print.
 */
struct _AtlPdfType
{
  PangoContext         *context;
  PangoAttrList        *attributes;
  PangoFontDescription *fonts[ATL_N_FACES];
};

typedef struct
{
  double      size; /* points */
  PangoWeight weight;
  double      leading;
} Face;

static const Face faces[ATL_N_FACES] = {
  [ATL_FACE_COVER] = { 34, PANGO_WEIGHT_BOLD, 1.08 },
  [ATL_FACE_LEAD] = { 14, PANGO_WEIGHT_NORMAL, 1.2 },
  [ATL_FACE_EYEBROW] = { 9.5, PANGO_WEIGHT_BOLD, 1.1 },
  [ATL_FACE_H1] = { 21, PANGO_WEIGHT_BOLD, 1.08 },
  [ATL_FACE_H2] = { 13, PANGO_WEIGHT_BOLD, 1.1 },
  [ATL_FACE_H3] = { 10.5, PANGO_WEIGHT_BOLD, 1.1 },
  [ATL_FACE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 1.14 },
  [ATL_FACE_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, 1.14 },
  [ATL_FACE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 1.1 },
  [ATL_FACE_HEAD] = { 8, PANGO_WEIGHT_BOLD, 1.1 },
  [ATL_FACE_FIGURE] = { 22, PANGO_WEIGHT_BOLD, 1 },
  [ATL_FACE_FOOTER] = { 8, PANGO_WEIGHT_NORMAL, 1 },
  [ATL_FACE_SYMBOL] = { 6.5, PANGO_WEIGHT_NORMAL, 1 },
};

static const guint32 inks[ATL_N_PRINT_INKS] = {
  [ATL_PRINT_TEXT] = 0x1e1e1e,
  [ATL_PRINT_MUTED] = 0x5e5c64,
  [ATL_PRINT_ACCENT] = 0x1a5fb4,
  [ATL_PRINT_RULE] = 0xd5d3d1,
  [ATL_PRINT_SHADE] = 0xf2f1f0,
  [ATL_PRINT_GOOD] = 0x1b7a43,
};

static PangoContext *
create_context (const char *language)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext            *context = pango_font_map_create_context (map);
  cairo_font_options_t    *options = cairo_font_options_create ();

  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language != NULL && *language != '\0')
    pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

/**
 * atl_pdf_type_new:
 * @language: (nullable): the language of the document
 *
 * Ligatures are off: a reader of the tagged text would lose the end of the line after one (poppler,
 * "efficient").
 *
 * Returns: (transfer full): what makes the layouts of one document
 */
AtlPdfType *
atl_pdf_type_new (const char *language)
{
  AtlPdfType *self = g_new0 (AtlPdfType, 1);

  self->context = create_context (language);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new (ATL_PDF_FONT_FEATURES));
  for (guint i = 0; i < ATL_N_FACES; i++)
    {
      self->fonts[i] = pango_font_description_from_string (FAMILY);
      pango_font_description_set_absolute_size (self->fonts[i], faces[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->fonts[i], faces[i].weight);
    }
  return self;
}

/**
 * atl_pdf_type_free:
 * @self: a type
 *
 * Layouts made by it stay valid.
 */
void
atl_pdf_type_free (AtlPdfType *self)
{
  for (guint i = 0; i < ATL_N_FACES; i++)
    pango_font_description_free (self->fonts[i]);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * atl_pdf_type_lay_out:
 * @self: a type
 * @face: what the text is
 * @text: plain text
 * @width: points, negative for a single unlimited line per paragraph
 *
 * Returns: (transfer full): the layout; words longer than a line are broken
 */
PangoLayout *
atl_pdf_type_lay_out (AtlPdfType *self,
                      AtlFace     face,
                      const char *text,
                      double      width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->fonts[face]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_line_spacing (layout, (float) faces[face].leading);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width >= 0)
    pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * atl_pdf_type_get_ink:
 * @ink: which
 *
 * Returns: its color on white paper; of the texts, at least 4.5:1
 */
AtlRgba
atl_pdf_type_get_ink (AtlPrintInk ink)
{
  return atl_rgba (inks[ink]);
}

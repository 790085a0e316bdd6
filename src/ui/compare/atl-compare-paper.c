/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-paper.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-pdf-table.h"
#include "ui/compare/atl-compare-figures.h"
#include "ui/compare/atl-compare-ink.h"
#include "ui/compare/atl-compare-map.h"
#include "ui/compare/atl-compare-names.h"
#include "ui/compare/atl-compare-picture.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#define GAP 14.0
#define CAPTION 16.0
#define MARGIN 6.0
#define ROW 21.0
#define FIGURE 34.0 /* with what it means */

/* What the parts of the document share. */
typedef struct
{
  AtlCompareResult *result;
  const char       *language;
  AtlPdfScript     *script;
  AtlPdfType       *type;
  AtlPdfFlow       *flow;
  AtlCompareMap    *before;
  AtlCompareMap    *after;
  AtlCamera        *camera;
  GListModel       *rows;
  GPtrArray        *titles; /* of tables, which borrow them */
} Paper;

static cairo_status_t
bytes_written_cb (void                *closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static const char *
word (Paper      *paper,
      const char *key)
{
  return atl_words_get (paper->language, key);
}

static void
add_sentences (Paper *paper)
{
  static const struct
  {
    const char *id;
    AtlFace     face;
    AtlPrintInk ink;
  } sentences[] = {
    { "compare.lead", ATL_FACE_STRONG, ATL_PRINT_TEXT },
    { "compare.open", ATL_FACE_BODY, ATL_PRINT_TEXT },
    { "compare.care", ATL_FACE_BODY, ATL_PRINT_MUTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *text = atl_compare_names_dup_sentence (paper->result, sentences[i].id, TRUE);

      if (*text != '\0')
        atl_pdf_flow_paragraph (paper->flow, sentences[i].face, sentences[i].ink, text);
    }
  atl_pdf_flow_gap (paper->flow, 8);
}

static void
map_drawn_cb (cairo_t *cr,
              AtlRect  rect,
              gpointer map)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (cr);
  cairo_translate (cr, rect.x, rect.y);
  atl_compare_map_print (map, cr, atl_rect (0, 0, rect.width, rect.height));
  cairo_restore (cr);
}

static void
add_map (Paper          *paper,
         AtlCompareMap  *map,
         AtlCompareSide *side,
         AtlRect         rect)
{
  g_autofree char        *day = atl_compare_names_dup_day (side->source, paper->language);
  g_autofree char        *name = atl_compare_names_dup_source (side->source);
  g_autofree char        *text = g_strdup_printf ("%s · %s", day, name);
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (paper->type, ATL_FACE_STRONG, text, rect.width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  atl_pdf_script_begin (paper->script, "P");
  atl_pdf_script_text (paper->script, layout, 0, 1, (AtlPoint){ rect.x, rect.y },
                       atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  atl_pdf_script_end (paper->script);
  rect = atl_rect (rect.x, rect.y + CAPTION, rect.width, rect.height - CAPTION);
  atl_pdf_script_draw (paper->script, rect, map_drawn_cb, g_object_ref (map), g_object_unref);
}

static void
add_maps (Paper *paper)
{
  AtlRect frame = atl_pdf_flow_get_frame (paper->flow);
  double  width = (frame.width - GAP) / 2;
  double  height = MIN (frame.height, width + CAPTION);
  AtlRect before = atl_compare_map_get_extent (paper->before);
  AtlRect after = atl_compare_map_get_extent (paper->after);
  AtlRect left = atl_rect (frame.x, frame.y, width, height);

  atl_camera_set_viewport (paper->camera, width, height - CAPTION);
  atl_camera_fit (paper->camera, atl_rect_is_empty (before) ? after : atl_rect_union (before, after), MARGIN);
  add_map (paper, paper->before, &paper->result->before, left);
  add_map (paper, paper->after, &paper->result->after, atl_rect_moved (left, width + GAP, 0));
  atl_pdf_flow_advance (paper->flow, height);
}

static AtlPdfTable *
begin_group (Paper         *paper,
             AtlCompareRow *heading)
{
  static const char *const keys[] = { "compare-new", "compare-lost", "compare-stronger",
                                      "compare-weaker", "compare-met", "compare-open" };
  const char              *key = keys[atl_compare_row_get_group (heading)];
  char                    *total = g_strdup_printf ("%u", atl_compare_row_get_count (heading));
  const AtlPdfColumn       columns[] = { { word (paper, key), 80, FALSE }, { total, 20, TRUE } };

  g_ptr_array_add (paper->titles, total);
  atl_pdf_flow_gap (paper->flow, 10);
  atl_pdf_flow_need (paper->flow, 50);
  return atl_pdf_table_new (paper->flow, columns, G_N_ELEMENTS (columns));
}

static void
add_row (Paper         *paper,
         AtlPdfTable   *table,
         AtlCompareRow *row)
{
  AtlCompareGroup  group = atl_compare_row_get_group (row);
  const char      *unit = atl_compare_group_is_need (group) ? "requests" : "links";
  g_autofree char *title = atl_compare_row_dup_title (row);
  g_autofree char *text = g_strdup_printf ("%s  %s", atl_compare_ink_get_sign (group), title);
  g_autofree char *count = atl_words_dup_count (paper->language, unit, atl_compare_row_get_count (row));

  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, text);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, count);
  atl_pdf_table_end_row (table);
}

static void
add_list (Paper *paper)
{
  g_autoptr (AtlPdfTable) table = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (paper->rows); i++)
    {
      g_autoptr (AtlCompareRow) row = g_list_model_get_item (paper->rows, i);

      if (!atl_compare_row_is_heading (row))
        add_row (paper, table, row);
      else
        {
          g_clear_pointer (&table, atl_pdf_table_free);
          table = begin_group (paper, row);
        }
    }
}

/* Whole on one page: a row that is torn off its table says nothing. */
static void
add_figures (Paper *paper)
{
  g_autoptr (GPtrArray)   figures = atl_compare_figures_new (paper->result, paper->language);
  g_autoptr (AtlPdfTable) table = NULL;
  const AtlPdfColumn      columns[] = {
         { word (paper, "compare-figures"), 67, FALSE },
         { word (paper, "compare-before"), 11, TRUE },
         { word (paper, "compare-after"), 11, TRUE },
         { word (paper, "compare-change"), 11, TRUE },
  };

  atl_pdf_flow_gap (paper->flow, 14);
  atl_pdf_flow_need (paper->flow, (figures->len + 1) * FIGURE);
  table = atl_pdf_table_new (paper->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < figures->len; i++)
    {
      AtlCompareFigure *figure = figures->pdata[i];

      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, figure->word);
      atl_pdf_table_more (table, ATL_FACE_SMALL, ATL_PRINT_MUTED, figure->help);
      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, figure->before);
      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, figure->after);
      atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, figure->change);
      atl_pdf_table_end_row (table);
    }
}

/* Of the list in one column; about, to balance the page. */
static double
guess_height (Paper *paper)
{
  return (g_list_model_get_n_items (paper->rows) + 2) * ROW;
}

static void
compose (Paper *paper)
{
  atl_pdf_script_begin (paper->script, "Document");
  atl_pdf_flow_begin_section (paper->flow, word (paper, "compare-title"), "compare", FALSE);
  add_sentences (paper);
  add_maps (paper);
  atl_pdf_flow_new_page (paper->flow);
  atl_pdf_flow_begin_columns (paper->flow, 2, guess_height (paper));
  add_list (paper);
  atl_pdf_flow_end_columns (paper->flow);
  add_figures (paper);
  atl_pdf_flow_end_section (paper->flow);
  atl_pdf_script_end_to (paper->script, 0);
}

static char *
dup_page_number (guint    page,
                 guint    n_pages,
                 gpointer user_data)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);

  return atl_words_fill (((Paper *) user_data)->language, "page-of", "page", number, "pages", total, NULL);
}

static GBytes *
play (Paper   *paper,
      GError **error)
{
  const char      *title = word (paper, "compare-title");
  AtlRect          foot = atl_pdf_flow_get_footer (paper->flow);
  AtlPdfFooter     footer = { title, dup_page_number, paper, paper->type, foot, 0 };
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (bytes_written_cb, bytes, ATL_PDF_WIDTH, ATL_PDF_HEIGHT);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Atelier " PACKAGE_VERSION);
  drawn = atl_pdf_script_play (paper->script, surface, &footer, error);
  cairo_surface_finish (surface);
  if (drawn && cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_DRAWING,
                   _ ("The PDF could not be drawn: %s."),
                   cairo_status_to_string (cairo_surface_status (surface)));
      drawn = FALSE;
    }
  cairo_surface_destroy (surface);
  if (drawn)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

static void
set_up (Paper *paper)
{
  paper->camera = atl_camera_new ();
  paper->rows = atl_compare_rows_new (paper->result, TRUE);
  paper->before = g_object_ref_sink (g_object_new (ATL_TYPE_COMPARE_MAP, NULL));
  paper->after = g_object_ref_sink (g_object_new (ATL_TYPE_COMPARE_MAP, NULL));
  atl_compare_map_set_camera (paper->before, paper->camera);
  atl_compare_map_set_camera (paper->after, paper->camera);
  atl_compare_map_set_result (paper->after, paper->result, FALSE);
  atl_compare_picture_align (paper->result, atl_compare_map_get_scene (paper->after));
  atl_compare_map_set_result (paper->before, paper->result, TRUE);
  atl_compare_map_set_rows (paper->before, paper->rows, TRUE);
  atl_compare_map_set_rows (paper->after, paper->rows, TRUE);
}

/**
 * atl_compare_paper_draw:
 * @result: two maps compared
 * @error: what went wrong with the drawing
 *
 * Makes a PDF of the sentences, both maps, the list and the figures, in the language of the later session.
 * It says silos only: names stay in the room.
 *
 * Returns: (transfer full) (nullable): the document
 */
GBytes *
atl_compare_paper_draw (AtlCompareResult *result,
                        GError          **error)
{
  const char              *language = atl_session_get_language (result->after.session);
  g_autoptr (AtlPdfScript) script = atl_pdf_script_new ();
  g_autoptr (AtlPdfType)   type = atl_pdf_type_new (language);
  g_autoptr (AtlPdfFlow)   flow = atl_pdf_flow_new (script, type);
  g_autoptr (GPtrArray)    titles = g_ptr_array_new_with_free_func (g_free);
  Paper                    paper = { result, language, script, type, flow, .titles = titles };
  GBytes                  *bytes;

  set_up (&paper);
  compose (&paper);
  bytes = play (&paper, error);
  g_object_unref (paper.before);
  g_object_unref (paper.after);
  g_object_unref (paper.camera);
  g_object_unref (paper.rows);
  return bytes;
}

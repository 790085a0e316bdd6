/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-number-cards.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-pdf-ink.h"
#include "exchange/atl-pdf-type.h"
#include "file/atl-durable-file.h"
#include "scene/atl-text.h"

/* A4, portrait, in points: two columns of four cards, which are A7 then. */
#define WIDTH 595.276
#define HEIGHT 841.89
#define COLUMNS 2
#define ROWS 4
#define PADDING 22.0
#define LINES 5       /* to write on */
#define LINE_GAP 25.0 /* between two */
#define MARK 14.0     /* length of the marks at the edge of the page */
#define HAIR 0.5

typedef struct
{
  cairo_t    *cr;
  AtlPdfType *type;
  const char *title;
} Sheet;

static cairo_status_t
bytes_written_cb (void                *closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_line (cairo_t *cr,
           double   x,
           double   y,
           double   to_x,
           double   to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

/* Where to cut: dark at the edges, where a cutter is laid on, and hardly seen on what is left. */
static void
draw_cuts (cairo_t *cr)
{
  const double dashes[] = { 3, 3 };

  cairo_set_line_width (cr, HAIR);
  for (int pass = 0; pass < 2; pass++)
    {
      atl_pdf_ink_set_color (cr, atl_pdf_type_get_ink (pass == 0 ? ATL_PRINT_RULE : ATL_PRINT_TEXT));
      cairo_set_dash (cr, dashes, pass == 0 ? 2 : 0, 0);
      for (int i = 1; i < ROWS; i++)
        {
          double y = HEIGHT * i / ROWS;

          draw_line (cr, 0, y, pass == 0 ? WIDTH : MARK, y);
          draw_line (cr, WIDTH, y, pass == 0 ? 0 : WIDTH - MARK, y);
        }
      for (int i = 1; i < COLUMNS; i++)
        {
          double x = WIDTH * i / COLUMNS;

          draw_line (cr, x, 0, x, pass == 0 ? HEIGHT : MARK);
          draw_line (cr, x, HEIGHT, x, pass == 0 ? 0 : HEIGHT - MARK);
        }
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_text (Sheet      *sheet,
           AtlFace     face,
           const char *text,
           AtlRect     room,
           gboolean    at_end)
{
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (sheet->type, face, text, room.width);
  double                  x;

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  x = at_end ? room.x + room.width - atl_text_get_width (layout) : room.x;
  atl_pdf_ink_lines (sheet->cr, layout, 0, 1, (AtlPoint){ x, room.y }, FALSE);
}

static void
draw_card (Sheet *sheet,
           guint  number,
           double x,
           double y)
{
  double           width = WIDTH / COLUMNS - 2 * PADDING;
  double           bottom = y + HEIGHT / ROWS - PADDING;
  g_autofree char *digits = g_strdup_printf ("%u", number);

  atl_pdf_ink_set_color (sheet->cr, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  draw_text (sheet, ATL_FACE_COVER, digits, atl_rect (x + PADDING, y + PADDING - 8, 110, 40), FALSE);
  atl_pdf_ink_set_color (sheet->cr, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  draw_text (sheet, ATL_FACE_SMALL, sheet->title, atl_rect (x + PADDING + 110, y + PADDING, width - 110, 20),
             TRUE);
  atl_pdf_ink_set_color (sheet->cr, atl_pdf_type_get_ink (ATL_PRINT_RULE));
  cairo_set_line_width (sheet->cr, HAIR);
  for (int i = 0; i < LINES; i++)
    draw_line (sheet->cr, x + PADDING, bottom - i * LINE_GAP, x + PADDING + width, bottom - i * LINE_GAP);
}

static void
draw_pages (Sheet *sheet,
            guint  first,
            guint  n)
{
  for (guint i = 0; i < n; i++)
    {
      guint at = i % ATL_NUMBER_CARDS_PER_PAGE;

      if (at == 0)
        draw_cuts (sheet->cr);
      draw_card (sheet, first + i, WIDTH / COLUMNS * (at % COLUMNS), HEIGHT / ROWS * (at / COLUMNS));
      if (at + 1 == ATL_NUMBER_CARDS_PER_PAGE || i + 1 == n)
        cairo_show_page (sheet->cr);
    }
}

static cairo_status_t
draw (AtlSession *session,
      guint       first,
      guint       n,
      GByteArray *data)
{
  g_autoptr (AtlPdfType) type = atl_pdf_type_new (atl_session_get_language (session));
  cairo_surface_t       *surface = NULL;
  Sheet                  sheet = { NULL, type, atl_session_get_title (session) };
  cairo_status_t         status;

  surface = cairo_pdf_surface_create_for_stream (bytes_written_cb, data, WIDTH, HEIGHT);
  sheet.cr = cairo_create (surface);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheet.title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Atelier " PACKAGE_VERSION);
  draw_pages (&sheet, first, n);
  cairo_destroy (sheet.cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

/**
 * atl_number_cards_export:
 * @session: a session, whose title is on the cards
 * @first: the number of the first card
 * @n: how many cards, at least one
 * @path: where it is written; an older file is replaced only when the new one is complete
 * @error: (out) (optional): what went wrong with the file, or ATL_EXCHANGE_ERROR_DRAWING
 *
 * Writes blank cards with numbers, to be printed, cut, handed out and typed in again by their numbers: eight
 * on a page of A4.
 *
 * Returns: whether the file stands
 */
gboolean
atl_number_cards_export (AtlSession *session,
                         guint       first,
                         guint       n,
                         const char *path,
                         GError    **error)
{
  GByteArray        *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_status_t     status;

  g_return_val_if_fail (ATL_IS_SESSION (session) && path != NULL, FALSE);
  g_return_val_if_fail (n > 0, FALSE);

  data = g_byte_array_new ();
  status = draw (session, first, n, data);
  bytes = g_byte_array_free_to_bytes (data);
  if (status == CAIRO_STATUS_SUCCESS)
    return atl_durable_write (path, bytes, error);
  g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_DRAWING, _ ("The PDF could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

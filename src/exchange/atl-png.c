/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-png.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "exchange/atl-board-figure.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-pdf-ink.h"
#include "file/atl-durable-file.h"

#define MAX_PIXELS (G_GINT64_CONSTANT (100) * 1000 * 1000) /* 400 MB */
#define MIN_SIDE 16

static cairo_status_t
bytes_written_cb (void                *closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (int      width,
            double   height,
            GError **error)
{
  if (width >= MIN_SIDE && width <= ATL_PNG_MAX_SIDE && height <= ATL_PNG_MAX_SIDE &&
      width * height <= MAX_PIXELS)
    return TRUE;
  g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_TOO_LARGE,
               _ ("A picture of %d × %.0f pixels cannot be made. Choose a width that keeps both sides "
                  "between %d and %d pixels and the whole under 100 million."),
               width, height, MIN_SIDE, ATL_PNG_MAX_SIDE);
  return FALSE;
}

static cairo_surface_t *
draw_at (AtlBoardFigure *figure,
         int             width,
         int             height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (surface);

  atl_pdf_ink_set_color (cr, atl_palette_get_ink (ATL_THEME_PRINT, ATL_INK_BACKGROUND));
  cairo_paint (cr);
  atl_board_figure_draw (figure, cr, atl_rect (0, 0, width, height), FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Cairo 1.16 puts letters at whole pixels: drawn twice as large and reduced, small text keeps its rhythm. */
static cairo_surface_t *
draw (AtlBoardFigure *figure,
      int             width,
      int             height)
{
  cairo_surface_t *large;
  cairo_surface_t *surface;
  cairo_t         *cr;

  if (G_GINT64_CONSTANT (4) * width * height > MAX_PIXELS || 2 * MAX (width, height) > ATL_PNG_MAX_SIDE)
    return draw_at (figure, width, height);
  large = draw_at (figure, 2 * width, 2 * height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, 0.5, 0.5);
  cairo_set_source_surface (cr, large, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (large);
  return surface;
}

static gboolean
write_picture (AtlBoardFigure *figure,
               int             width,
               const char     *path,
               GError        **error)
{
  AtlRect            bounds = atl_board_figure_get_bounds (figure);
  int                wide = width > 0 ? width : ATL_PNG_DEFAULT_WIDTH;
  double             high = MAX (ceil (wide * bounds.height / bounds.width), 1);
  GByteArray        *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t   *surface;
  cairo_status_t     status;

  if (!check_size (wide, high, error))
    return FALSE;
  data = g_byte_array_new ();
  surface = draw (figure, wide, (int) high);
  status = cairo_surface_write_to_png_stream (surface, bytes_written_cb, data);
  cairo_surface_destroy (surface);
  bytes = g_byte_array_free_to_bytes (data);
  if (status == CAIRO_STATUS_SUCCESS)
    return atl_durable_write (path, bytes, error);
  g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_DRAWING,
               _ ("The picture could not be drawn: %s."),
               cairo_status_to_string (status));
  return FALSE;
}

/**
 * atl_png_export_board:
 * @session: a session
 * @board: one of its boards
 * @width: of the picture, pixels; 0 for ATL_PNG_DEFAULT_WIDTH
 * @names: who is named if it is a map
 * @path: where it is written; an older file is replaced only when the new one is complete
 * @error: what went wrong with the file, or ATL_EXCHANGE_ERROR_TOO_LARGE
 *
 * Writes the picture of a board, its height following from its proportions.
 *
 * Returns: whether the file stands
 */
gboolean
atl_png_export_board (AtlSession *session,
                      AtlBoard   *board,
                      int         width,
                      AtlMapNames names,
                      const char *path,
                      GError    **error)
{
  g_return_val_if_fail (ATL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (ATL_IS_BOARD (board), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  g_autoptr (AtlSession)     copy = atl_discretion_dup_session (session, names, error);
  g_autoptr (AtlBoardFigure) figure = NULL;

  if (copy == NULL)
    return FALSE;
  board = atl_list_find (atl_session_get_boards (copy), atl_item_get_id (ATL_ITEM (board)));
  figure = atl_board_figure_new (board, atl_session_get_language (session), names);
  return write_picture (figure, width, path, error);
}

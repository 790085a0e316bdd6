/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "exchange/atl-pdf.h"
#include "model/atl-edits.h"

#define N_NOTES 10000
#define ROUNDS 9
#define COLUMN 218.0
#define PAGE_WIDTH 842.0
#define PAGE_HEIGHT 595.0

typedef struct
{
  AtlSession *session;
  char       *path;
} Fixture;

static const char *const words[] = {
  "customer",
  "waits",
  "order",
  "shop",
  "the",
  "two",
  "weeks",
  "team",
  "stock",
  "wrong",
  "screen",
  "nobody",
  "knows",
  "who",
  "decides",
};

static char *
make_text (guint seed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 6 + seed % 9; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[(seed * 7 + i * i * 3) % G_N_ELEMENTS (words)]);
  g_string_append_printf (text, " %u", seed);
  return g_string_free (text, FALSE);
}

static AtlNote *
make_note (AtlArea *area,
           guint    i)
{
  AtlNote         *note = atl_note_new (NULL);
  g_autofree char *text = make_text (i);
  g_autofree char *rank = g_strdup_printf ("%06u", i + 1);

  atl_note_set_text (note, text);
  atl_note_set_area (note, atl_item_get_id (ATL_ITEM (area)));
  atl_note_set_rank (note, rank);
  atl_note_set_x (note, (int) (i % 100) * 200 + 100);
  atl_note_set_y (note, (int) (i / 100) * 200 + 100);
  return note;
}

static AtlSession *
make_session (void)
{
  AtlSession           *session = atl_session_new (NULL);
  g_autoptr (AtlBoard)  board = atl_board_new (NULL);
  g_autoptr (AtlArea)   area = atl_area_new (NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  atl_session_set_title (session, "Ten thousand notes");
  atl_board_set_title (board, "Board");
  atl_area_set_layout (area, ATL_LAYOUT_FREE);
  atl_area_set_width (area, 20000);
  atl_area_set_height (area, 20000);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  for (guint i = 0; i < N_NOTES; i++)
    g_ptr_array_add (notes, make_note (area, i));
  atl_list_insert_many (atl_board_get_notes (board), notes);
  return session;
}

static void
export_report (gpointer data)
{
  Fixture           *fixture = data;
  g_autoptr (GError) error = NULL;

  if (!atl_pdf_export_report (fixture->session, "en", ATL_MAP_NAMES_SILOS, fixture->path, &error))
    g_error ("%s", error->message);
}

static PangoLayout *
lay_out (cairo_t              *cr,
         PangoFontDescription *font,
         const char           *text)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_cairo_context_set_resolution (pango_layout_get_context (layout), 72);
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (COLUMN * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/* The least a PDF of these texts takes: one layout and one small square per note, three columns a page. */
static void
draw_bare (gpointer data)
{
  Fixture              *fixture = data;
  cairo_surface_t      *surface = cairo_pdf_surface_create (fixture->path, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t              *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 9.5");
  AtlBoard             *board = atl_list_get (atl_session_get_boards (fixture->session), 0);
  AtlList              *notes = atl_board_get_notes (board);
  double                y = 40;
  guint                 column = 0;

  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autoptr (PangoLayout) layout = lay_out (cr, font,
                                                atl_note_get_text (atl_list_get (notes, i)));
      int                     height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      if (y + height > PAGE_HEIGHT - 40)
        {
          y = 40;
          if (++column % 3 == 0)
            cairo_show_page (cr);
        }
      cairo_rectangle (cr, 40 + column % 3 * 244, y, 10, 10);
      cairo_fill (cr);
      cairo_move_to (cr, 57 + column % 3 * 244, y);
      pango_cairo_show_layout (cr, layout);
      y += height + 7;
    }
  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Taken in turns, so that what else the machine does weighs on both. */
int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("atelier-bench-XXXXXX", NULL);
  Fixture          fixture = { make_session (), g_build_filename (folder, "bench.pdf", NULL) };
  double           bare[ROUNDS];
  double           report[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      bare[i] = atl_bench_median (draw_bare, &fixture, 1);
      report[i] = atl_bench_median (export_report, &fixture, 1);
    }
  qsort (bare, ROUNDS, sizeof *bare, compare);
  qsort (report, ROUNDS, sizeof *report, compare);
  atl_bench_row ("PDF report of 10 000 notes", report[ROUNDS / 2], "bare pango/cairo drawing the same texts",
                 bare[ROUNDS / 2], 1.3);
  g_unlink (fixture.path);
  g_rmdir (folder);
  g_free (fixture.path);
  g_object_unref (fixture.session);
  return atl_bench_end ("pdf");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include "model/atl-edits.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-keep.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#define TIMES 15

/* Opening and saving a session of 10 000 notes, against a bare json-glib parse of the same bytes. */
typedef struct
{
  AtlDocument *document;
  GBytes      *bytes;
  char        *path;
  gboolean     done;
} Bench;

static AtlSession *
make_session (guint n)
{
  g_autoptr (AtlBoard)  board = atl_board_new (NULL);
  g_autoptr (AtlArea)   area = atl_area_new (NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) notes = NULL;
  AtlSession           *session = atl_session_new (NULL);

  atl_area_set_layout (area, ATL_LAYOUT_FREE);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (texts, g_strdup_printf ("Note %u : décider plus tôt, avec ceux qui font le travail", i));
  g_ptr_array_add (texts, NULL);
  notes = atl_area_add_notes (area, (const char *const *) texts->pdata);
  for (guint i = 0; i < n; i++)
    {
      atl_note_set_x (notes->pdata[i], (int) (i % 100) * 200);
      atl_note_set_y (notes->pdata[i], (int) (i / 100) * 200);
    }
  return session;
}

static void
parse_run (gpointer data)
{
  Bench                 *bench = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize                  size;
  const char            *text = g_bytes_get_data (bench->bytes, &size);

  if (!json_parser_load_from_data (parser, text, (gssize) size, NULL))
    g_error ("json-glib refuses the session");
}

static void
open_run (gpointer data)
{
  Bench                  *bench = data;
  g_autoptr (AtlDocument) document = atl_document_open (bench->path, NULL);

  if (document == NULL)
    g_error ("the session does not open");
}

static void
write_run (gpointer data)
{
  Bench             *bench = data;
  g_autoptr (GBytes) bytes = atl_codec_write (atl_document_get_session (bench->document));

  if (g_bytes_get_size (bytes) != g_bytes_get_size (bench->bytes))
    g_error ("not the same bytes");
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;

  if (!atl_document_save_finish (ATL_DOCUMENT (source), result, NULL))
    g_error ("the session is not saved");
  bench->done = TRUE;
}

static void
save_run (gpointer data)
{
  Bench *bench = data;

  bench->done = FALSE;
  atl_document_save_async (bench->document, bench->path, NULL, saved_cb, bench);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* Milliseconds that a snapshot after one edit keeps the main loop busy; the rest is the thread's. */
static double
snapshot_blocks (Bench *bench)
{
  AtlSession *session = atl_document_get_session (bench->document);
  AtlBoard   *board = atl_list_get (atl_session_get_boards (session), 0);
  double      times[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Edited %u", i);
      gint64           begin;

      atl_note_set_text (atl_list_get (atl_board_get_notes (board), i), text);
      begin = g_get_monotonic_time ();
      atl_document_snapshot (bench->document);
      times[i] = (double) (g_get_monotonic_time () - begin) / 1000.0;
      if (!atl_document_snapshot_sync (bench->document))
        g_error ("no snapshot");
      while (g_main_context_pending (NULL) || g_atomic_int_get (&G_OBJECT (bench->document)->ref_count) > 1)
        g_main_context_iteration (NULL, FALSE);
    }
  qsort (times, TIMES, sizeof *times, compare);
  return times[TIMES / 2];
}

int
main (void)
{
  g_autofree char       *folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  g_autoptr (AtlSession) session = make_session (10000);
  Bench                  bench = { atl_document_new (session), atl_codec_write (session), NULL, FALSE };
  AtlKeeping             keeping = { NULL, NULL, G_MAXINT, G_MAXINT, 0, 0 };
  double                 parse;

  bench.path = g_build_filename (folder, "a.atelier", NULL);
  save_run (&bench);
  parse = atl_bench_median (parse_run, &bench, TIMES);
  atl_bench_row ("open 10 000 notes, without drawing", atl_bench_median (open_run, &bench, TIMES),
                 "json-glib parse", parse, 2.5);
  atl_bench_row ("save 10 000 notes, main loop blocked", atl_bench_median (write_run, &bench, TIMES),
                 "json-glib parse", parse, 0.5);
  atl_bench_row ("save 10 000 notes, until it is durable", atl_bench_median (save_run, &bench, TIMES),
                 "json-glib parse", parse, 0);
  keeping.recovery = g_intern_string (folder);
  atl_document_keep (bench.document, &keeping);
  atl_bench_row ("snapshot of 10 000 notes after an edit, main loop blocked", snapshot_blocks (&bench),
                 "json-glib parse", parse, 0.5);
  atl_document_end (bench.document, TRUE);
  g_unlink (bench.path);
  g_rmdir (folder);
  g_object_unref (bench.document);
  g_bytes_unref (bench.bytes);
  g_free (bench.path);
  return atl_bench_end ("bench-file");
}

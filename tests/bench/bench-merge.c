/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include "model/atl-edits.h"
#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"
#include "store/stamp/atl-stamper.h"

#include <json-glib/json-glib.h>

#define TIMES 9
#define NOTES 10000

/* Merging two files of 10 000 notes, of which each side has changed every tenth, against parsing both. */
typedef struct
{
  GBytes *ours;
  GBytes *theirs;
} Bench;

static AtlSession *
read_session (GBytes *bytes)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlSession             *session = atl_codec_read (bytes, problems, NULL, NULL);

  if (session == NULL)
    g_error ("the session does not open");
  return session;
}

static GBytes *
make_start (void)
{
  g_autoptr (AtlSession) session = atl_session_new ("bench");
  g_autoptr (AtlStamper) stamper = atl_stamper_new (session);
  g_autoptr (AtlBoard)   board = atl_board_new ("b");
  g_autoptr (AtlArea)    area = atl_area_new ("a");
  g_autoptr (GPtrArray)  texts = g_ptr_array_new_with_free_func (g_free);

  atl_area_set_layout (area, ATL_LAYOUT_FREE);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  for (guint i = 0; i < NOTES; i++)
    g_ptr_array_add (texts, g_strdup_printf ("Note %u : décider plus tôt, avec ceux qui font le travail", i));
  g_ptr_array_add (texts, NULL);
  g_ptr_array_unref (atl_area_add_notes (area, (const char *const *) texts->pdata));
  atl_stamper_stamp (stamper);
  return atl_codec_write (session);
}

/* Every tenth note gets other words, and every hundredth is deleted. */
static GBytes *
make_copy (GBytes *start, guint first)
{
  g_autoptr (AtlSession) session = read_session (start);
  g_autoptr (AtlStamper) stamper = atl_stamper_new (session);
  AtlList               *notes = atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0));

  for (guint i = first; i < atl_list_get_length (notes); i += 10)
    {
      AtlNote *note = atl_list_get (notes, i);

      atl_note_set_text (note, first == 0 ? "ours" : "theirs");
      if (i % 100 == first)
        atl_list_remove (notes, ATL_ITEM (note));
    }
  atl_stamper_stamp (stamper);
  return atl_codec_write (session);
}

static void
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize                  size;
  const char            *text = g_bytes_get_data (bytes, &size);

  if (!json_parser_load_from_data (parser, text, (gssize) size, NULL))
    g_error ("json-glib refuses the session");
}

static void
parse_run (gpointer data)
{
  Bench *bench = data;

  parse (bench->ours);
  parse (bench->theirs);
}

static void
read_run (gpointer data)
{
  Bench *bench = data;

  g_object_unref (read_session (bench->ours));
  g_object_unref (read_session (bench->theirs));
}

static void
merge_run (gpointer data)
{
  Bench                 *bench = data;
  g_autoptr (AtlSession) ours = read_session (bench->ours);
  g_autoptr (AtlSession) theirs = read_session (bench->theirs);
  g_autoptr (AtlMerge)   merge = atl_merge_new (ours, theirs, NULL, NULL);

  atl_merge_apply (merge);
}

int
main (void)
{
  g_autoptr (GBytes) start = make_start ();
  Bench              bench = { make_copy (start, 0), make_copy (start, 5) };
  double             parsing = atl_bench_median (parse_run, &bench, TIMES);
  double             reading = atl_bench_median (read_run, &bench, TIMES);
  double             merging = atl_bench_median (merge_run, &bench, TIMES) - reading;

  atl_bench_row ("merge two files of 10 000 notes", merging, "parsing both", parsing, 2.0);
  atl_bench_row ("the same", merging, "reading both", reading, 1.0);
  g_bytes_unref (bench.ours);
  g_bytes_unref (bench.theirs);
  return atl_bench_end ("merge");
}

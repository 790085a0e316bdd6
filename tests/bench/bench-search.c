/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include "insight/atl-search.h"
#include "model/atl-edits.h"
#include "util/atl-fold.h"

/* What a key costs in the find bar, and a piece of reading ahead, against folding all texts once. */

#define N_NOTES 10000
#define PIECE 300 /* as in the bar */

typedef struct
{
  AtlSession *session;
  AtlSearch  *search;
  AtlFilter   filter;
  guint       key;
} Bench;

static void
fill (AtlSession *session)
{
  g_autoptr (AtlBoard)     board = atl_board_new (NULL);
  g_autoptr (AtlArea)      area = atl_area_new (NULL);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv)           all = NULL;
  g_autoptr (GPtrArray)    notes = NULL;

  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  for (guint i = 0; i < N_NOTES; i++)
    {
      g_autofree char *text = g_strdup_printf ("Note %u: décider plus tôt, avec ceux qui font le travail", i);

      g_strv_builder_add (texts, text);
    }
  all = g_strv_builder_end (texts);
  notes = atl_area_add_notes (area, (const char *const *) all);
}

static void
fold_all (gpointer data)
{
  Bench   *bench = data;
  AtlList *notes = atl_board_get_notes (atl_list_get (atl_session_get_boards (bench->session), 0));

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    g_free (atl_fold (atl_note_get_text (atl_list_get (notes, i))));
}

static void
find (gpointer data)
{
  static const char *const typed[] = { "d", "dé", "déc", "note 12", "travail 99" };
  Bench                   *bench = data;
  g_autoptr (GPtrArray)    found = NULL;

  found = atl_search_find (bench->search, typed[bench->key++ % G_N_ELEMENTS (typed)], &bench->filter, TRUE);
}

static void
read_ahead (gpointer data)
{
  atl_search_prepare (((Bench *) data)->search, PIECE);
}

int
main (void)
{
  Bench  bench = { .session = atl_session_new (NULL) };
  double folding, key, piece;

  fill (bench.session);
  atl_filter_clear (&bench.filter);
  bench.search = atl_search_new (bench.session);
  folding = atl_bench_median (fold_all, &bench, 5);
  piece = atl_bench_median (read_ahead, &bench, 9);
  atl_search_prepare (bench.search, N_NOTES);
  key = atl_bench_median (find, &bench, 25);
  atl_bench_row ("read ahead between two frames", piece, "fold 10 000 texts", folding, 0.3);
  atl_bench_row ("find: one key, 10 000 notes", key, "fold 10 000 texts", folding, 0.3);
  atl_search_free (bench.search);
  g_object_unref (bench.session);
  return atl_bench_end ("search");
}

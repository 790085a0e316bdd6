/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note-links.h"

#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-links.h"

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *boards[2];
  AtlArea    *areas[2];
  AtlNote    *notes[4]; /* two on each board */
} Fixture;

static void
add_board (Fixture *f,
           guint    i)
{
  g_autofree char     *id = g_strdup_printf ("board%u", i);
  g_autofree char     *rank = atl_list_dup_end_rank (atl_session_get_boards (f->session));
  g_autoptr (AtlBoard) board = atl_board_new (id);
  g_autoptr (AtlArea)  area = atl_area_new (NULL);

  atl_board_set_rank (board, rank);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  f->boards[i] = board;
  f->areas[i] = area;
  f->notes[2 * i] = atl_area_add_note (area, "first");
  f->notes[2 * i + 1] = atl_area_add_note (area, "second");
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  add_board (f, 0);
  add_board (f, 1);
  f->history = atl_history_new (f->session);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_object (&f->history);
  g_assert_finalize_object (f->session);
}

static AtlLink *
join (Fixture *f,
      guint    from,
      guint    to)
{
  return atl_links_state (atl_note_find_board (f->notes[from]), f->notes[from], f->notes[to],
                          ATL_LINK_KIND_DRIVES, ATL_DECLARED_BY_BOTH, 3);
}

static guint
count (Fixture *f,
       guint    board)
{
  return atl_list_get_length (atl_board_get_links (f->boards[board]));
}

static void
delete_note (Fixture *f,
             guint    note)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (notes, g_object_ref (f->notes[note]));
  atl_history_begin (f->history, "Delete");
  atl_notes_delete (notes);
  atl_history_end (f->history);
}

static void
test_lists_over_boards (Fixture      *f,
                        gconstpointer data)
{
  g_autoptr (GArray) links = NULL;

  join (f, 3, 0);
  join (f, 0, 2);
  join (f, 0, 1);

  links = atl_note_dup_links (f->notes[0]);

  g_assert_cmpuint (links->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_array_index (links, AtlLinkStep, i).note == f->notes[i + 1]);
}

static void
test_gone_end_is_none (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (GArray) links = NULL;
  AtlLink           *link = join (f, 0, 2);

  atl_link_set_to (link, "nowhere");
  links = atl_note_dup_links (f->notes[0]);

  g_assert_cmpuint (links->len, ==, 0);
  g_assert_null (atl_link_find_other (link, f->notes[0]));
}

static void
test_delete_takes_links_along (Fixture      *f,
                               gconstpointer data)
{
  join (f, 3, 0);
  join (f, 0, 2);
  delete_note (f, 0);

  g_assert_cmpuint (count (f, 0), ==, 0);
  g_assert_cmpuint (count (f, 1), ==, 0);
  g_assert_true (atl_history_undo (f->history));
  g_assert_cmpuint (count (f, 0), ==, 1);
  g_assert_cmpuint (count (f, 1), ==, 1);
}

static void
test_moved_note_keeps_links (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray)    links = NULL;

  join (f, 0, 1);
  join (f, 1, 0);
  join (f, 2, 0);
  g_ptr_array_add (notes, g_object_ref (f->notes[0]));
  atl_notes_move_to_board (notes, f->boards[1], f->areas[1]);

  links = atl_note_dup_links (f->notes[0]);
  g_assert_cmpuint (links->len, ==, 3);
  g_assert_cmpuint (count (f, 0), ==, 1); /* the one that starts from the note that stayed */
  g_assert_cmpuint (count (f, 1), ==, 2);
}

static void
test_board_takes_links_along (Fixture      *f,
                              gconstpointer data)
{
  join (f, 0, 2);
  atl_board_delete (f->boards[1]);

  g_assert_cmpuint (count (f, 0), ==, 0);
}

static void
test_chain_by_depth (Fixture      *f,
                     gconstpointer data)
{
  static const guint depths[] = { 1, 2, 1 };
  AtlNote           *expected[] = { f->notes[1], f->notes[3], f->notes[2] };
  g_autoptr (GArray) chain = NULL;

  join (f, 0, 1);
  join (f, 0, 2);
  join (f, 3, 1);
  join (f, 3, 2);
  chain = atl_note_dup_chain (f->notes[0]);

  g_assert_cmpuint (chain->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (g_array_index (chain, AtlLinkStep, i).note == expected[i]);
      g_assert_cmpuint (g_array_index (chain, AtlLinkStep, i).depth, ==, depths[i]);
    }
}

/* Everything is linked to everything: it ends, and soon. */
static void
test_chain_of_many (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GArray)    chain = NULL;

  for (guint i = 0; i < 3000; i++)
    g_ptr_array_add (notes, atl_area_add_note (f->areas[0], "x"));
  for (guint i = 1; i < notes->len; i++)
    {
      g_autoptr (AtlLink) link = atl_link_new (NULL);

      atl_link_set_from (link, atl_item_get_id (notes->pdata[0]));
      atl_link_set_to (link, atl_item_get_id (notes->pdata[i]));
      atl_list_insert (atl_board_get_links (f->boards[0]), ATL_ITEM (link));
    }

  g_test_timer_start ();
  chain = atl_note_dup_chain (notes->pdata[0]);

  g_assert_cmpuint (chain->len, ==, 500);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 1);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/note-links/list/in-order-over-boards", test_lists_over_boards);
  ADD ("/note-links/list/an-end-that-is-gone-is-none", test_gone_end_is_none);
  ADD ("/note-links/delete/takes-links-of-all-boards-along", test_delete_takes_links_along);
  ADD ("/note-links/move/keeps-links", test_moved_note_keeps_links);
  ADD ("/note-links/delete-board/takes-links-to-it-along", test_board_takes_links_along);
  ADD ("/note-links/chain/each-once-by-depth", test_chain_by_depth);
  ADD ("/note-links/chain/has-an-end", test_chain_of_many);
  return g_test_run ();
}

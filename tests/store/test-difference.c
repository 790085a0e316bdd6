/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-board.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "store/merge/atl-difference.h"

static void
add_note (AtlBoard *board, const char *id, const char *text)
{
  g_autoptr (AtlNote) note = atl_note_new (id);

  atl_note_set_text (note, text);
  atl_list_insert (atl_board_get_notes (board), ATL_ITEM (note));
}

static AtlSession *
make_session (void)
{
  AtlSession          *session = atl_session_new ("s");
  g_autoptr (AtlBoard) board = atl_board_new ("b");

  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  add_note (board, "one", "One");
  add_note (board, "two", "Two");
  add_note (board, "three", "Three");
  return session;
}

static AtlBoard *
get_board (AtlSession *session)
{
  return atl_list_get (atl_session_get_boards (session), 0);
}

static AtlNote *
get_note (AtlSession *session, const char *id)
{
  return atl_list_find (atl_board_get_notes (get_board (session)), id);
}

static void
test_none (void)
{
  g_autoptr (AtlSession) from = make_session ();
  g_autoptr (AtlSession) to = make_session ();
  AtlDifference          difference;

  atl_difference_compute (from, to, &difference);

  g_assert_true (atl_difference_is_none (&difference));
  g_assert_cmpuint (difference.n_notes, ==, 3);
}

static void
test_counts_notes (void)
{
  g_autoptr (AtlSession) from = make_session ();
  g_autoptr (AtlSession) to = make_session ();
  AtlDifference          difference;

  atl_note_set_text (get_note (to, "one"), "First");
  atl_list_remove (atl_board_get_notes (get_board (to)), ATL_ITEM (get_note (to, "two")));
  add_note (get_board (to), "four", "Four");
  add_note (get_board (to), "five", "Five");
  atl_difference_compute (from, to, &difference);

  g_assert_cmpuint (difference.added, ==, 2);
  g_assert_cmpuint (difference.removed, ==, 1);
  g_assert_cmpuint (difference.changed, ==, 1);
  g_assert_cmpuint (difference.others, ==, 0);
  g_assert_cmpuint (difference.n_notes, ==, 4);
}

static void
test_counts_others (void)
{
  g_autoptr (AtlSession) from = make_session ();
  g_autoptr (AtlSession) to = make_session ();
  g_autoptr (AtlBoard)   board = atl_board_new ("b2");
  AtlDifference          difference;

  atl_list_insert (atl_session_get_boards (to), ATL_ITEM (board));
  atl_session_set_title (to, "Renamed");
  atl_difference_compute (from, to, &difference);

  g_assert_cmpuint (difference.others, ==, 2);
  g_assert_cmpuint (difference.added + difference.removed + difference.changed, ==, 0);
  g_assert_false (atl_difference_is_none (&difference));
}

static void
test_what_was_seen_is_no_content (void)
{
  static const char *const seen[] = { "AAAAAAAA.1", NULL };
  g_autoptr (AtlSession)   from = make_session ();
  g_autoptr (AtlSession)   to = make_session ();
  AtlDifference            difference;

  atl_session_set_vector (to, seen);
  atl_difference_compute (from, to, &difference);

  g_assert_true (atl_difference_is_none (&difference));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/difference/none/between-equal-sessions", test_none);
  g_test_add_func ("/difference/notes/added-removed-changed", test_counts_notes);
  g_test_add_func ("/difference/others/boards-and-title", test_counts_others);
  g_test_add_func ("/difference/vector/is-no-content", test_what_was_seen_is_no_content);
  return g_test_run ();
}

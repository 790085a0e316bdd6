/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"

#include "model/atl-ballot.h"
#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-numbers.h"
#include "model/atl-round.h"
#include "model/atl-step.h"

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlArea    *other;
  AtlNote    *a, *b, *c;
} Fixture;

static AtlArea *
add_area (AtlBoard *board)
{
  g_autoptr (AtlArea) area = atl_area_new (NULL);

  atl_area_set_width (area, 800);
  atl_area_set_height (area, 500);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("board");

  fixture->session = atl_session_new (NULL);
  fixture->board = board;
  fixture->area = add_area (board);
  fixture->other = add_area (board);
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (board));
  fixture->a = atl_area_add_note (fixture->area, "a");
  fixture->b = atl_area_add_note (fixture->area, "b");
  fixture->c = atl_area_add_note (fixture->area, "c");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
}

static GPtrArray *
notes (AtlNote *first,
       AtlNote *second)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, first);
  if (second != NULL)
    g_ptr_array_add (array, second);
  return array;
}

/* Also over boards, and for what comes in one go; a file from elsewhere may hold the last number there is. */
static void
test_notes_count_their_capture (Fixture      *f,
                                gconstpointer data)
{
  const char *const     texts[] = { "d", "e", NULL };
  g_autoptr (AtlBoard)  elsewhere = atl_board_new (NULL);
  g_autoptr (GPtrArray) more = atl_area_add_notes (f->other, texts);
  g_autoptr (AtlNote)   last = NULL;

  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (elsewhere));
  last = atl_board_new_note (elsewhere);
  g_assert_cmpint (atl_note_get_captured (f->a), <, atl_note_get_captured (f->b));
  g_assert_cmpint (atl_note_get_captured (f->c), <, atl_note_get_captured (more->pdata[0]));
  g_assert_cmpint (atl_note_get_captured (more->pdata[0]), <, atl_note_get_captured (more->pdata[1]));
  g_assert_cmpint (atl_note_get_captured (more->pdata[1]), <, atl_note_get_captured (last));

  atl_note_set_captured (f->a, ATL_CAPTURED_MAX);
  g_assert_cmpint (atl_note_get_captured (atl_area_add_note (f->area, "f")), ==, ATL_CAPTURED_MAX);
}

static void
assert_area (AtlArea    *area,
             const char *texts)
{
  g_autoptr (GPtrArray) found = atl_area_dup_notes (area);
  g_autoptr (GString)   text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append (text, atl_note_get_text (found->pdata[i]));
  g_assert_cmpstr (text->str, ==, texts);
}

static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) last = notes (fixture->c, NULL);
  assert_area (fixture->area, "abc");

  atl_notes_move (last, fixture->area, fixture->a);
  assert_area (fixture->area, "cab");
  atl_notes_move (last, fixture->area, NULL);
  assert_area (fixture->area, "abc");
  atl_notes_move (last, fixture->other, NULL);
  assert_area (fixture->area, "ab");
  assert_area (fixture->other, "c");
}

/* After a merge, neighbors may have the same rank. */
static void
test_equal_ranks (Fixture      *fixture,
                  gconstpointer data)
{
  AtlNote              *first, *second, *third;
  g_autoptr (GPtrArray) moved = NULL;
  atl_note_set_rank (fixture->a, "V");
  atl_note_set_rank (fixture->b, "V");
  atl_note_set_rank (fixture->c, "V");
  first = atl_list_get (atl_board_get_notes (fixture->board), 0);
  second = atl_list_get (atl_board_get_notes (fixture->board), 1);
  third = atl_list_get (atl_board_get_notes (fixture->board), 2);
  moved = notes (third, NULL);

  atl_notes_move (moved, fixture->area, second);

  g_assert_true (atl_list_get (atl_board_get_notes (fixture->board), 0) == first);
  g_assert_true (atl_list_get (atl_board_get_notes (fixture->board), 1) == third);
  g_assert_true (atl_list_get (atl_board_get_notes (fixture->board), 2) == second);
}

static void
test_stack (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) two = notes (fixture->b, fixture->c);
  g_autoptr (GPtrArray) stack = NULL;

  atl_notes_stack (two, fixture->a);

  stack = atl_note_dup_stack (fixture->a);
  g_assert_cmpuint (stack->len, ==, 3);
  g_assert_true (atl_note_find_lead (fixture->b) == fixture->a);
  g_assert_null (atl_note_find_lead (fixture->a));
}

static void
test_stack_on_member (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) b = notes (fixture->b, NULL);
  g_autoptr (GPtrArray) c = notes (fixture->c, NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  atl_notes_stack (b, fixture->a);
  atl_notes_stack (c, fixture->b);
  g_assert_true (atl_note_find_lead (fixture->c) == fixture->a);

  /* A lead dropped on its own member changes nothing. */
  atl_notes_stack (a, fixture->b);
  g_assert_true (atl_note_find_lead (fixture->b) == fixture->a);
  g_assert_null (atl_note_find_lead (fixture->a));
}

static void
test_delete_lead (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) two = notes (fixture->b, fixture->c);
  g_autoptr (GPtrArray) lead = notes (fixture->a, NULL);
  atl_notes_stack (two, fixture->a);
  atl_note_set_stack_title (fixture->a, "Vision");

  atl_notes_delete (lead);

  assert_area (fixture->area, "bc");
  g_assert_null (atl_note_find_lead (fixture->b));
  g_assert_true (atl_note_find_lead (fixture->c) == fixture->b);
  g_assert_cmpstr (atl_note_get_stack_title (fixture->b), ==, "Vision");
}

static void
test_unstack (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) two = notes (fixture->b, fixture->c);
  g_autoptr (GPtrArray) b = notes (fixture->b, NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  atl_notes_stack (two, fixture->a);

  atl_notes_unstack (b);
  g_assert_null (atl_note_find_lead (fixture->b));
  g_assert_true (atl_note_find_lead (fixture->c) == fixture->a);
  atl_notes_unstack (a);
  g_assert_null (atl_note_find_lead (fixture->c));
}

static void
test_circle (Fixture      *fixture,
             gconstpointer data)
{
  atl_note_set_stack (fixture->a, atl_item_get_id (ATL_ITEM (fixture->b)));
  atl_note_set_stack (fixture->b, atl_item_get_id (ATL_ITEM (fixture->a)));
  atl_note_set_stack (fixture->c, atl_item_get_id (ATL_ITEM (fixture->c)));

  g_assert_null (atl_note_find_lead (fixture->a));
  g_assert_null (atl_note_find_lead (fixture->b));
  g_assert_null (atl_note_find_lead (fixture->c));
}

static void
test_move_stack (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) b = notes (fixture->b, NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  atl_notes_stack (b, fixture->a);

  atl_notes_move (a, fixture->other, NULL);

  g_assert_true (atl_note_find_area (fixture->b) == fixture->other);
  g_assert_true (atl_note_find_lead (fixture->b) == fixture->a);
}

static void
test_delete_cascade (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (AtlLink)   link = atl_link_new (NULL);
  g_autoptr (AtlRound)  round = atl_round_new (NULL);
  g_autoptr (AtlBallot) ballot = atl_ballot_new (NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (fixture->b)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (fixture->a)));
  atl_list_insert (atl_board_get_links (fixture->board), ATL_ITEM (link));
  atl_ballot_set_note (ballot, atl_item_get_id (ATL_ITEM (fixture->a)));
  atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (ballot));
  atl_list_insert (atl_session_get_rounds (fixture->session), ATL_ITEM (round));

  atl_notes_delete (a);

  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (fixture->board)), ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_round_get_ballots (round)), ==, 0);
}

/* A locked note keeps all that it is; what another note said about it goes with that note. */
static void
test_delete_links_to_locked (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (AtlLink)    link = atl_link_new (NULL);
  g_autoptr (AtlHistory) history = atl_history_new (fixture->session);
  g_autoptr (GPtrArray)  a = notes (fixture->a, NULL);
  AtlNote               *locked = atl_area_add_note (fixture->other, "locked");
  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (locked)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (fixture->a)));
  atl_list_insert (atl_board_get_links (fixture->board), ATL_ITEM (link));
  atl_area_set_locked (fixture->other, TRUE);

  atl_history_begin (history, "Delete");
  atl_notes_delete (a);
  atl_history_end (history);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (fixture->board)), ==, 0);
  g_assert_true (atl_note_find_area (locked) == fixture->other);

  atl_history_undo (history);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (fixture->board)), ==, 1);
}

static void
test_numbers_leave_locked_notes (Fixture      *fixture,
                                 gconstpointer data)
{
  AtlNote *locked = atl_area_add_note (fixture->other, "locked");
  atl_area_set_locked (fixture->other, TRUE);

  g_assert_cmpuint (atl_board_give_numbers (fixture->board, 7), ==, 3);

  g_assert_cmpint (atl_note_get_number (fixture->c), ==, 9);
  g_assert_cmpint (atl_note_get_number (locked), ==, 0);
}

static void
test_duplicate (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) b = notes (fixture->b, NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) stack = NULL;
  atl_notes_stack (b, fixture->a);

  copies = atl_notes_duplicate (a);

  g_assert_cmpuint (copies->len, ==, 1);
  stack = atl_note_dup_stack (copies->pdata[0]);
  g_assert_cmpuint (stack->len, ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (fixture->board)), ==, 5);
}

static void
test_other_board (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (AtlBoard)  board = atl_board_new (NULL);
  g_autoptr (GPtrArray) b = notes (fixture->b, NULL);
  g_autoptr (GPtrArray) a = notes (fixture->a, NULL);
  AtlArea              *area = add_area (board);
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (board));
  atl_notes_stack (b, fixture->a);

  atl_notes_move_to_board (a, board, area);

  assert_area (fixture->area, "c");
  assert_area (area, "ab");
  g_assert_true (atl_note_find_board (fixture->a) == board);
}

static void
test_area_gone (Fixture      *fixture,
                gconstpointer data)
{
  atl_area_delete (fixture->area);

  g_assert_null (atl_note_find_area (fixture->a));
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (fixture->board)), ==, 3);
}

static void
test_resize (Fixture      *fixture,
             gconstpointer data)
{
  atl_note_set_x (fixture->a, 400);
  atl_note_set_y (fixture->a, 100);

  atl_area_resize (fixture->area, 10, 20, 1600, 250);

  g_assert_cmpint (atl_note_get_x (fixture->a), ==, 800);
  g_assert_cmpint (atl_note_get_y (fixture->a), ==, 50);
  g_assert_cmpint (atl_note_get_x (fixture->b), ==, ATL_PLACE_NONE);
}

static void
test_board_gone (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AtlStep) step = atl_step_new (NULL);
  g_autoptr (AtlStep) pause = atl_step_new (NULL);
  atl_step_set_board (step, "board");
  atl_list_insert (atl_session_get_steps (fixture->session), ATL_ITEM (step));
  atl_list_insert (atl_session_get_steps (fixture->session), ATL_ITEM (pause));

  atl_board_delete (fixture->board);

  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (fixture->session)), ==, 0);
  g_assert_true (atl_list_get (atl_session_get_steps (fixture->session), 0) == pause);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/edits/notes-count-their-capture", test_notes_count_their_capture);
  ADD ("/edits/move/puts-notes-where-they-belong", test_order);
  ADD ("/edits/move/makes-room-between-equal-ranks", test_equal_ranks);
  ADD ("/edits/move/takes-the-stack-along", test_move_stack);
  ADD ("/edits/stack/has-one-lead", test_stack);
  ADD ("/edits/stack/on-a-member-joins-its-stack", test_stack_on_member);
  ADD ("/edits/stack/circles-read-as-none", test_circle);
  ADD ("/edits/unstack/leaves-the-others-stacked", test_unstack);
  ADD ("/edits/delete/promotes-the-next-note", test_delete_lead);
  ADD ("/edits/delete/takes-links-and-votes-along", test_delete_cascade);
  ADD ("/edits/delete/takes-links-to-locked-notes-along", test_delete_links_to_locked);
  ADD ("/edits/numbers/leave-locked-notes-as-they-are", test_numbers_leave_locked_notes);
  ADD ("/edits/duplicate/copies-the-stack", test_duplicate);
  ADD ("/edits/move-to-board/keeps-the-instances", test_other_board);
  ADD ("/edits/area-delete/keeps-its-notes", test_area_gone);
  ADD ("/edits/area-resize/rescales-places", test_resize);
  ADD ("/edits/board-delete/takes-its-steps-along", test_board_gone);
  return g_test_run ();
}

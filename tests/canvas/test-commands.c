/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-board-fixture.h"

#include "canvas/exchange/atl-clipping.h"
#include "canvas/atl-commands.h"
#include "canvas/exchange/atl-intake.h"
#include "canvas/notes/atl-note-label.h"
#include "model/atl-authors.h"

static const char *const LETTERS[] = { "a", "b", "c", NULL };
static const char *const DIGITS[] = { "1", "2", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *flow, *free;
  AtlBoardView   *view;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->flow = atl_board_fixture_add_area (&f->board, "Flow", ATL_LAYOUT_FLOW, LETTERS);
  f->free = atl_board_fixture_add_area (&f->board, "Free", ATL_LAYOUT_FREE, DIGITS);
  atl_board_fixture_start_history (&f->board);
  f->view = atl_board_view_new (f->board.session, f->board.history, f->board.board);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->view);
  atl_board_fixture_tear_down (&f->board);
}

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static void
pick (Fixture    *f,
      const char *texts)
{
  AtlSelection         *selection = atl_board_view_get_selection (f->view);
  g_auto (GStrv)        words = g_strsplit (texts, " ", -1);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (notes, note (f, words[i]));
  atl_selection_set (selection, notes);
  atl_selection_set_cursor (selection, notes->pdata[0]);
}

#define assert_order(f, area, expected)                                      \
  G_STMT_START                                                               \
  {                                                                          \
    g_autofree char *got_ = atl_board_fixture_dup_order (&(f)->board, area); \
    g_assert_cmpstr (got_, ==, expected);                                    \
  }                                                                          \
  G_STMT_END

static void
test_delete_and_undo (Fixture      *f,
                      gconstpointer data)
{
  pick (f, "b");
  g_assert_cmpuint (atl_commands_delete (f->view), ==, 1);
  assert_order (f, f->flow, "a c");
  g_assert_cmpstr (atl_note_get_text (atl_selection_get_cursor (atl_board_view_get_selection (f->view))),
                   ==, "c");

  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "a b c");
}

static void
test_delete_closed_stack (Fixture      *f,
                          gconstpointer data)
{
  pick (f, "a b");
  atl_commands_stack (f->view);
  assert_order (f, f->flow, "a+1 c");
  g_assert_cmpuint (atl_commands_delete (f->view), ==, 2);

  assert_order (f, f->flow, "c");
}

static void
test_unstack (Fixture      *f,
              gconstpointer data)
{
  pick (f, "a b c");
  atl_commands_stack (f->view);
  g_assert_true (atl_commands_can_unstack (f->view));
  atl_commands_unstack (f->view);

  assert_order (f, f->flow, "a b c");
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Take Stack Apart");
}

static void
test_move_in_flow (Fixture      *f,
                   gconstpointer data)
{
  pick (f, "a");
  atl_commands_move (f->view, ATL_DIRECTION_RIGHT);
  assert_order (f, f->flow, "b a c");
  atl_commands_move (f->view, ATL_DIRECTION_RIGHT);
  assert_order (f, f->flow, "b c a");
  atl_commands_move (f->view, ATL_DIRECTION_RIGHT);
  assert_order (f, f->flow, "b c");
  g_assert_true (atl_note_find_area (note (f, "a")) == f->free);
  g_assert_cmpint (atl_note_get_x (note (f, "a")), !=, ATL_PLACE_NONE);
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Move 1 Note");
}

static void
test_move_in_free (Fixture      *f,
                   gconstpointer data)
{
  pick (f, "1");
  atl_commands_move (f->view, ATL_DIRECTION_DOWN);

  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, 150);
  g_assert_cmpint (atl_note_get_y (note (f, "1")), ==, 420);
}

static void
test_find_next (Fixture      *f,
                gconstpointer data)
{
  g_assert_true (atl_commands_find_next (f->view, ATL_DIRECTION_DOWN) == note (f, "a"));
  pick (f, "a");
  g_assert_true (atl_commands_find_next (f->view, ATL_DIRECTION_RIGHT) == note (f, "b"));
  g_assert_null (atl_commands_find_next (f->view, ATL_DIRECTION_LEFT));
  pick (f, "2");
  g_assert_true (atl_commands_find_next (f->view, ATL_DIRECTION_LEFT) == note (f, "1"));
}

static void
test_given_up_note_leaves_no_trace (Fixture      *f,
                                    gconstpointer data)
{
  pick (f, "a");
  atl_commands_delete (f->view);
  atl_history_undo (f->board.history);
  atl_commands_begin_note (f->view, f->flow, NULL);
  assert_order (f, f->flow, "a b c ");
  atl_history_cancel (f->board.history);

  assert_order (f, f->flow, "a b c");
  g_assert_false (atl_history_get_can_undo (f->board.history));
  g_assert_true (atl_history_get_can_redo (f->board.history));
}

static void
test_add_texts (Fixture      *f,
                gconstpointer data)
{
  const char *const texts[] = { "x", "y", NULL };

  atl_commands_add_texts (f->view, texts);
  assert_order (f, f->flow, "a b c x y");
  atl_board_view_set_area (f->view, f->free);
  atl_commands_add_texts (f->view, texts);
  assert_order (f, f->free, "1 2 x y");
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Add 2 Notes");
}

static void
test_texts_of_selection (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char      *text = NULL;

  pick (f, "b c");
  atl_commands_stack (f->view);
  atl_note_set_text (note (f, "b"), "two\nlines");
  atl_selection_toggle (atl_board_view_get_selection (f->view), note (f, "a"));
  targets = atl_commands_dup_targets (f->view);
  entries = atl_intake_dup_entries (targets);
  text = atl_entries_write (entries);

  g_assert_cmpstr (text, ==, "- a\n- two\n  lines\n  - c");
}

static void
test_entries_with_stacks (Fixture      *f,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  AtlNoteStamp          stamp = { .author = "ana", .hidden = TRUE, .number = 7 };

  g_ptr_array_add (entries, atl_entry_new ("x", FALSE));
  g_ptr_array_add (entries, atl_entry_new ("y", TRUE));
  g_ptr_array_add (entries, atl_entry_new ("z", FALSE));
  g_assert_true (atl_intake_add (f->view, entries, &stamp));

  assert_order (f, f->flow, "a b c x+1 z");
  g_assert_cmpstr (atl_note_get_author (note (f, "y")), ==, "ana");
  g_assert_true (atl_note_get_hidden (note (f, "z")));
  g_assert_cmpint (atl_note_get_number (note (f, "x")), ==, 7);
  atl_history_undo (f->board.history);
  assert_order (f, f->flow, "a b c");
}

static void
test_locked_takes_nothing (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  AtlNoteStamp          stamp = { .hidden = TRUE };

  pick (f, "a");
  atl_area_set_locked (f->flow, TRUE);
  g_ptr_array_add (entries, atl_entry_new ("x", FALSE));

  g_assert_false (atl_intake_add (f->view, entries, &stamp));
  assert_order (f, f->flow, "a b c");
  g_assert_false (atl_note_get_hidden (note (f, "a")));
}

static void
test_clipping (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GBytes)    clipping = NULL;
  g_autoptr (GBytes)    broken = g_bytes_new_static ("[{'text': <", 11);
  const char *const     tags[] = { "cause", NULL };

  pick (f, "a b");
  atl_commands_stack (f->view);
  atl_note_set_color (note (f, "b"), ATL_COLOR_PINK);
  atl_note_set_tags (note (f, "b"), tags);
  targets = atl_commands_dup_targets (f->view);
  clipping = atl_clipping_new (targets);
  atl_commands_delete (f->view);
  atl_board_view_set_area (f->view, f->free);

  g_assert_cmpuint (atl_clipping_add (clipping, f->view), ==, 2);
  assert_order (f, f->free, "1 2 a+1");
  g_assert_cmpint (atl_note_get_color (note (f, "b")), ==, ATL_COLOR_PINK);
  g_assert_cmpstr (atl_note_get_tags (note (f, "b"))[0], ==, "cause");
  atl_history_undo (f->board.history);
  assert_order (f, f->free, "1 2");
  g_assert_cmpuint (atl_clipping_add (broken, f->view), ==, 0);
}

static void
test_labels (Fixture      *f,
             gconstpointer data)
{
  AtlBox          *box = atl_board_view_find_box (f->view, note (f, "a"));
  g_autofree char *plain = atl_note_label_dup (f->view, box, 3, 12);
  g_autofree char *stacked = NULL;

  g_assert_cmpstr (plain, ==, "a. Yellow star. 3 of 12.");
  pick (f, "a b");
  atl_commands_stack (f->view);
  atl_note_set_text (note (f, "a"), "Ship smaller!");
  box = atl_board_view_find_box (f->view, note (f, "Ship smaller!"));
  stacked = atl_note_label_dup (f->view, box, 0, 0);
  g_assert_cmpstr (stacked, ==, "Ship smaller! Yellow star. Stack of 2 notes.");
}

/* What is read out is what the board shows. */
static void
test_label_author (Fixture      *f,
                   gconstpointer data)
{
  const char           *silos[] = { "it", NULL };
  g_autoptr (AtlSilo)   silo = atl_silo_new ("it");
  g_autoptr (AtlPerson) ann = atl_person_new ("ann");
  AtlSession           *session = atl_board_view_get_session (f->view);
  AtlBox               *box = atl_board_view_find_box (f->view, note (f, "a"));
  static const char    *expected[] = { "a. Yellow star. By Ann Other.", "a. Yellow star. By IT.",
                                       "a. Yellow star." };

  atl_silo_set_name (silo, "IT");
  atl_list_insert (atl_session_get_silos (session), ATL_ITEM (silo));
  atl_person_set_name (ann, "Ann Other");
  atl_person_set_silos (ann, silos);
  atl_list_insert (atl_session_get_people (session), ATL_ITEM (ann));
  atl_note_set_author (note (f, "a"), "ann");

  for (guint i = 0; i < ATL_N_AUTHORS; i++)
    {
      g_autofree char *label = NULL;

      atl_board_set_authors (atl_board_view_get_board (f->view), (AtlAuthors) i);
      label = atl_note_label_dup (f->view, box, 0, 0);
      g_assert_cmpstr (label, ==, expected[i]);
    }
}

static void
test_navigation (void)
{
  AtlBox boxes[] = { { .rect = { 0, 0, 10, 10 } },
                     { .rect = { 30, 0, 10, 10 } },
                     { .rect = { 20, 25, 10, 10 } },
                     { .rect = { 0, 40, 10, 10 } } };
  const struct
  {
    guint        from;
    AtlDirection direction;
    int          to; /* -1 is nowhere */
  } cases[] = {
    { 0, ATL_DIRECTION_RIGHT, 1 },
    { 0, ATL_DIRECTION_DOWN, 3 },
    { 0, ATL_DIRECTION_LEFT, -1 },
    { 1, ATL_DIRECTION_LEFT, 0 },
    { 3, ATL_DIRECTION_RIGHT, 2 },
    { 3, ATL_DIRECTION_UP, 0 },
    { 2, ATL_DIRECTION_UP, 1 },
  };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_ptr_array_add (all, &boxes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlBox *from = &boxes[cases[i].from];
      AtlBox *to = atl_navigation_find (all, from->rect, from, cases[i].direction);

      g_assert_true (to == (cases[i].to < 0 ? NULL : &boxes[cases[i].to]));
    }
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/commands/delete/comes-back", test_delete_and_undo);
  add ("/commands/delete/takes-a-closed-stack-whole", test_delete_closed_stack);
  add ("/commands/unstack/takes-it-apart", test_unstack);
  add ("/commands/move/reorders-then-changes-area", test_move_in_flow);
  add ("/commands/move/nudges-in-a-free-area", test_move_in_free);
  add ("/commands/find-next/goes-in-the-direction", test_find_next);
  add ("/commands/begin-note/given-up-leaves-no-trace", test_given_up_note_leaves_no_trace);
  add ("/commands/add-texts/one-note-each", test_add_texts);
  add ("/commands/targets/are-a-list-with-stacks", test_texts_of_selection);
  add ("/intake/stacks-stamps-and-one-undo", test_entries_with_stacks);
  add ("/intake/locked-area-takes-nothing", test_locked_takes_nothing);
  add ("/clipping/brings-all-back", test_clipping);
  add ("/note-label/says-everything", test_labels);
  add ("/note-label/author-as-the-board-shows", test_label_author);
  g_test_add_func ("/navigation/nearest-in-the-direction", test_navigation);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-step.h"

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlHistory *history;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = atl_session_new (NULL);
  fixture->board = atl_board_new (NULL);
  fixture->area = atl_area_new (NULL);
  atl_list_insert (atl_board_get_areas (fixture->board), ATL_ITEM (fixture->area));
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (fixture->board));
  fixture->history = atl_history_new (fixture->session);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_object_unref (fixture->area);
  g_object_unref (fixture->board);
  g_assert_finalize_object (fixture->session);
}

static AtlNote *
add (Fixture    *fixture,
     const char *text)
{
  AtlNote *note;

  atl_history_begin (fixture->history, "Add");
  note = atl_area_add_note (fixture->area, text);
  atl_history_end (fixture->history);
  return note;
}

static void
type (Fixture    *fixture,
      AtlNote    *note,
      const char *text)
{
  atl_history_begin_typing (fixture->history, "Edit", ATL_ITEM (note));
  atl_note_set_text (note, text);
  atl_history_end (fixture->history);
}

static guint
count (Fixture *fixture)
{
  return atl_list_get_length (atl_board_get_notes (fixture->board));
}

static void
test_same_instance (Fixture      *fixture,
                    gconstpointer data)
{
  AtlNote              *note = add (fixture, "one");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_ptr_array_add (notes, note);
  atl_history_begin (fixture->history, "Delete");
  atl_notes_delete (notes);
  atl_history_end (fixture->history);
  g_assert_cmpuint (count (fixture), ==, 0);

  g_assert_true (atl_history_undo (fixture->history));

  g_assert_true (atl_list_get (atl_board_get_notes (fixture->board), 0) == note);
  g_assert_cmpstr (atl_history_get_redo_label (fixture->history), ==, "Delete");
}

static void
test_group (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const texts[] = { "a", "b", "c", NULL };
  atl_history_begin (fixture->history, "Paste");
  atl_history_begin (fixture->history, "inner");
  g_autoptr (GPtrArray) notes = atl_area_add_notes (fixture->area, texts);
  atl_history_end (fixture->history);
  atl_notes_set_color (notes, ATL_COLOR_PINK);
  atl_history_end (fixture->history);
  g_assert_cmpstr (atl_history_get_undo_label (fixture->history), ==, "Paste");

  atl_history_undo (fixture->history);
  g_assert_cmpuint (count (fixture), ==, 0);
  g_assert_false (atl_history_get_can_undo (fixture->history));

  atl_history_redo (fixture->history);
  g_assert_cmpuint (count (fixture), ==, 3);
  g_assert_cmpint (atl_note_get_color (atl_list_get (atl_board_get_notes (fixture->board), 2)), ==,
                   ATL_COLOR_PINK);
}

static void
test_typing (Fixture      *fixture,
             gconstpointer data)
{
  AtlNote *note = add (fixture, "");
  AtlNote *other = add (fixture, "");
  type (fixture, note, "S");
  type (fixture, note, "Sh");
  type (fixture, note, "Shi");
  type (fixture, other, "x");
  type (fixture, note, "Ship");

  atl_history_undo (fixture->history);
  g_assert_cmpstr (atl_note_get_text (note), ==, "Shi");
  atl_history_undo (fixture->history);
  g_assert_cmpstr (atl_note_get_text (other), ==, "");
  atl_history_undo (fixture->history);
  g_assert_cmpstr (atl_note_get_text (note), ==, "");
}

static void
test_pause (Fixture      *fixture,
            gconstpointer data)
{
  AtlNote *note = add (fixture, "");
  atl_history_set_pause (fixture->history, 0);
  type (fixture, note, "a");
  type (fixture, note, "ab");

  atl_history_undo (fixture->history);

  g_assert_cmpstr (atl_note_get_text (note), ==, "a");
}

static void
test_saved (Fixture      *fixture,
            gconstpointer data)
{
  AtlNote *note = add (fixture, "");
  g_assert_false (atl_history_get_saved (fixture->history));
  atl_history_mark_saved (fixture->history, atl_history_get_position (fixture->history));
  g_assert_true (atl_history_get_saved (fixture->history));

  type (fixture, note, "a");
  g_assert_false (atl_history_get_saved (fixture->history));
  atl_history_undo (fixture->history);
  g_assert_true (atl_history_get_saved (fixture->history));
  atl_history_undo (fixture->history);
  g_assert_false (atl_history_get_saved (fixture->history));
  atl_history_redo (fixture->history);
  g_assert_true (atl_history_get_saved (fixture->history));
}

/* The copy that was saved is older than what was typed while it was written. */
static void
test_saved_behind (Fixture      *fixture,
                   gconstpointer data)
{
  AtlNote *note = add (fixture, "");
  guint64  position = atl_history_get_position (fixture->history);
  type (fixture, note, "a");

  atl_history_mark_saved (fixture->history, position);

  g_assert_false (atl_history_get_saved (fixture->history));
}

static void
test_redo_cleared (Fixture      *fixture,
                   gconstpointer data)
{
  add (fixture, "one");
  atl_history_undo (fixture->history);
  add (fixture, "two");

  g_assert_false (atl_history_get_can_redo (fixture->history));
  g_assert_false (atl_history_redo (fixture->history));
}

static void
test_limit (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *text = g_strnfill (4000, 'x');
  AtlNote         *note = add (fixture, "");
  atl_history_set_limit (fixture->history, 20000);
  for (guint i = 0; i < 20; i++)
    {
      text[0] = (char) ('a' + i);
      atl_history_break (fixture->history);
      type (fixture, note, text);
    }
  g_assert_true (atl_history_get_truncated (fixture->history));

  guint steps = 0;
  while (atl_history_undo (fixture->history))
    steps++;
  g_assert_cmpuint (steps, >=, 1);
  g_assert_cmpuint (steps, <=, 3);
  g_assert_false (atl_history_get_saved (fixture->history));
}

/* What went on with a group, was undone and redone, or was cancelled, counts once at most. */
static void
test_limit_counts_once (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *text = g_strnfill (4000, 'x');
  AtlNote         *note = add (fixture, "");
  atl_history_set_limit (fixture->history, 20000);

  for (guint i = 0; i < 20; i++)
    {
      text[0] = (char) ('a' + i);
      type (fixture, note, text);
    }
  for (guint i = 0; i < 20; i++)
    {
      atl_history_undo (fixture->history);
      atl_history_redo (fixture->history);
    }
  for (guint i = 0; i < 20; i++)
    {
      atl_history_begin (fixture->history, "Cancelled");
      atl_note_set_description (note, text);
      atl_history_cancel (fixture->history);
    }
  add (fixture, "last");

  g_assert_false (atl_history_get_truncated (fixture->history));
}

static void
test_cancel_typing (Fixture      *fixture,
                    gconstpointer data)
{
  AtlNote *note = add (fixture, "");
  atl_history_mark_saved (fixture->history, atl_history_get_position (fixture->history));
  type (fixture, note, "a");

  atl_history_begin_typing (fixture->history, "Edit", ATL_ITEM (note));
  atl_note_set_text (note, "ab");
  atl_history_cancel (fixture->history);

  g_assert_cmpstr (atl_note_get_text (note), ==, "");
  g_assert_true (atl_history_get_saved (fixture->history));
  g_assert_cmpstr (atl_history_get_undo_label (fixture->history), ==, "Add");
}

static void
test_spent (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (AtlStep) step = atl_step_new (NULL);
  atl_list_insert (atl_session_get_steps (fixture->session), ATL_ITEM (step));
  atl_history_mark_saved (fixture->history, atl_history_get_position (fixture->history));
  const char *label = atl_history_get_undo_label (fixture->history);

  atl_step_set_spent (step, 12);

  g_assert_false (atl_history_get_saved (fixture->history));
  g_assert_cmpstr (atl_history_get_undo_label (fixture->history), ==, label);
  atl_history_undo (fixture->history);
  g_assert_cmpint (atl_step_get_spent (step), ==, 12);
}

static void
test_empty_group (Fixture      *fixture,
                  gconstpointer data)
{
  atl_history_begin (fixture->history, "Nothing");
  atl_history_end (fixture->history);

  g_assert_false (atl_history_get_can_undo (fixture->history));
  g_assert_true (atl_history_get_saved (fixture->history));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/history/undo/brings-back-the-same-instance", test_same_instance);
  ADD ("/history/group/is-one-step-with-the-outer-label", test_group);
  ADD ("/history/typing/coalesces-per-note", test_typing);
  ADD ("/history/typing/ends-at-a-pause", test_pause);
  ADD ("/history/saved/knows-its-position", test_saved);
  ADD ("/history/saved/is-behind-what-was-typed-since", test_saved_behind);
  ADD ("/history/redo/is-cleared-by-an-edit", test_redo_cleared);
  ADD ("/history/limit/drops-the-oldest", test_limit);
  ADD ("/history/limit/counts-what-is-there-once", test_limit_counts_once);
  ADD ("/history/cancel/takes-typing-that-went-on-back", test_cancel_typing);
  ADD ("/history/not-undoable/makes-unsaved-only", test_spent);
  ADD ("/history/group/without-changes-leaves-no-trace", test_empty_group);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action-notes.h"
#include "model/atl-edits.h"

/* A session with an action board, and one without. */
typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *plan;
  AtlBoard   *other;
  AtlArea    *todo;
  AtlArea    *done;
  AtlArea    *elsewhere;
} Fixture;

static AtlBoard *
add_board (Fixture    *f,
           const char *id,
           const char *options)
{
  g_autoptr (AtlBoard) board = atl_board_new (id);

  atl_board_set_options (board, g_variant_new_parsed (options));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  return board;
}

static AtlArea *
add_area (AtlBoard   *board,
          const char *id,
          const char *options)
{
  g_autoptr (AtlArea) area = atl_area_new (id);

  atl_area_set_options (area, g_variant_new_parsed (options));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  f->plan = add_board (f, "plan", "{'actionBoard': <true>}");
  f->other = add_board (f, "other", "@a{sv} {}");
  f->todo = add_area (f->plan, "todo-area", "{'key': <'todo'>}");
  f->done = add_area (f->plan, "done-area", "{'key': <'done'>}");
  f->elsewhere = add_area (f->other, "elsewhere", "@a{sv} {}");
  f->history = atl_history_new (f->session);
  atl_action_notes_follow (f->session, f->history);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->session);
}

static AtlNote *
add (Fixture    *f,
     AtlArea    *area,
     const char *text)
{
  AtlNote *note;

  atl_history_begin (f->history, "add");
  note = atl_area_add_note (area, text);
  atl_history_end (f->history);
  return note;
}

static guint
count (Fixture *f)
{
  return atl_list_get_length (atl_session_get_actions (f->session));
}

static void
move (Fixture *f,
      AtlNote *note,
      AtlArea *area)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_history_begin (f->history, "move");
  atl_notes_move (notes, area, NULL);
  atl_history_end (f->history);
}

static void
test_add (Fixture      *f,
          gconstpointer data)
{
  AtlNote   *note = add (f, f->todo, "Call Bob");
  AtlAction *action = atl_note_find_action (note);

  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpstr (atl_action_get_text (action), ==, "Call Bob");
  g_assert_cmpint (atl_action_get_status (action), ==, ATL_STATUS_TODO);
  g_assert_true (atl_action_find_note (action) == note);

  atl_history_undo (f->history);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_false (atl_history_get_can_undo (f->history));
  atl_history_redo (f->history);
  g_assert_true (atl_note_find_action (note) == action);
}

static void
test_odd_id (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (AtlNote) note = atl_note_new ("n-1");

  atl_note_set_area (note, "todo-area");
  atl_note_set_text (note, "Call Bob");
  atl_list_insert (atl_board_get_notes (f->plan), ATL_ITEM (note));

  g_assert_nonnull (atl_note_find_action (note));
}

static void
test_elsewhere (Fixture      *f,
                gconstpointer data)
{
  AtlNote *note = add (f, f->elsewhere, "An idea");

  g_assert_cmpuint (count (f), ==, 0);
  g_assert_null (atl_note_find_action (note));
}

static void
test_typing (Fixture      *f,
             gconstpointer data)
{
  AtlNote *note = add (f, f->todo, "C");

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *text = g_strconcat (atl_note_get_text (note), "a", NULL);

      atl_history_begin_typing (f->history, "type", ATL_ITEM (note));
      atl_note_set_text (note, text);
      atl_history_end (f->history);
    }
  g_assert_cmpstr (atl_action_get_text (atl_note_find_action (note)), ==, "Caaa");

  atl_history_undo (f->history);

  g_assert_cmpstr (atl_note_get_text (note), ==, "C");
  g_assert_cmpstr (atl_action_get_text (atl_note_find_action (note)), ==, "C");
}

static void
test_action_text (Fixture      *f,
                  gconstpointer data)
{
  AtlNote *note = add (f, f->todo, "Call Bob");

  atl_action_set_text (atl_note_find_action (note), "Call Ana");

  g_assert_cmpstr (atl_note_get_text (note), ==, "Call Ana");
}

static void
test_move (Fixture      *f,
           gconstpointer data)
{
  AtlNote   *note = add (f, f->todo, "Call Bob");
  AtlAction *action = atl_note_find_action (note);

  atl_action_set_due (action, "2026-12-03");
  move (f, note, f->done);
  g_assert_cmpint (atl_action_get_status (action), ==, ATL_STATUS_DONE);
  g_assert_cmpstr (atl_action_get_due (action), ==, "2026-12-03");

  atl_history_undo (f->history);

  g_assert_cmpint (atl_action_get_status (action), ==, ATL_STATUS_TODO);
}

static void
test_leave (Fixture      *f,
            gconstpointer data)
{
  AtlNote              *note = add (f, f->todo, "Call Bob");
  AtlAction            *action = atl_note_find_action (note);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_action_set_due (action, "2026-12-03");
  atl_history_begin (f->history, "move");
  atl_notes_move_to_board (notes, f->other, f->elsewhere);
  atl_history_end (f->history);
  g_assert_cmpuint (count (f), ==, 0);

  atl_history_undo (f->history);

  g_assert_cmpstr (atl_action_get_due (atl_note_find_action (note)), ==, "2026-12-03");
}

static void
test_delete (Fixture      *f,
             gconstpointer data)
{
  AtlNote              *note = add (f, f->todo, "Call Bob");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_history_begin (f->history, "delete");
  atl_notes_delete (notes);
  atl_history_end (f->history);
  g_assert_cmpuint (count (f), ==, 0);

  atl_history_undo (f->history);

  g_assert_nonnull (atl_note_find_action (note));
}

static void
test_ensure (Fixture      *f,
             gconstpointer data)
{
  AtlNote   *note = add (f, f->todo, "Call Bob");
  AtlAction *action = atl_note_find_action (note);

  atl_list_remove (atl_session_get_actions (f->session), ATL_ITEM (action));
  g_assert_null (atl_note_find_action (note));

  g_assert_cmpstr (atl_action_get_text (atl_note_ensure_action (note)), ==, "Call Bob");
  g_assert_cmpuint (count (f), ==, 1);
}

#define ACTION_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ACTION_TEST ("/action-notes/a-note-is-an-action", test_add);
  ACTION_TEST ("/action-notes/whatever-the-id-of-the-note", test_odd_id);
  ACTION_TEST ("/action-notes/not-on-other-boards", test_elsewhere);
  ACTION_TEST ("/action-notes/typing-is-followed-and-undone-as-one", test_typing);
  ACTION_TEST ("/action-notes/the-text-of-the-action-is-that-of-the-note", test_action_text);
  ACTION_TEST ("/action-notes/the-area-says-the-status", test_move);
  ACTION_TEST ("/action-notes/moved-to-another-board-it-is-no-action", test_leave);
  ACTION_TEST ("/action-notes/deleted-with-its-note", test_delete);
  ACTION_TEST ("/action-notes/missing-ones-are-made", test_ensure);
  return g_test_run ();
}

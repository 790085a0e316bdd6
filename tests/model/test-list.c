/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-note.h"

typedef struct
{
  AtlBoard *board;
  AtlList  *notes;
  guint     emissions;
  guint     position, removed, added;
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    removed,
                  guint    added)
{
  fixture->emissions++;
  fixture->position = position;
  fixture->removed = removed;
  fixture->added = added;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->board = atl_board_new (NULL);
  fixture->notes = atl_board_get_notes (fixture->board);
  g_signal_connect_swapped (fixture->notes, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->board);
}

static AtlNote *
add (Fixture    *fixture,
     const char *id,
     const char *rank)
{
  g_autoptr (AtlNote) note = atl_note_new (id);

  atl_note_set_rank (note, rank);
  g_assert_true (atl_list_insert (fixture->notes, ATL_ITEM (note)));
  return note;
}

static void
assert_order (Fixture    *fixture,
              const char *ids)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < atl_list_get_length (fixture->notes); i++)
    g_string_append (found, atl_item_get_id (atl_list_get (fixture->notes, i)));
  g_assert_cmpstr (found->str, ==, ids);
}

static void
test_sorted (Fixture      *fixture,
             gconstpointer data)
{
  add (fixture, "b", "M");
  add (fixture, "c", "M");
  add (fixture, "a", "Z");
  add (fixture, "d", "A");

  assert_order (fixture, "dbca");
  g_assert_cmpuint (fixture->emissions, ==, 4);
  g_assert_cmpuint (fixture->position, ==, 0);
}

static void
test_rank_moves (Fixture      *fixture,
                 gconstpointer data)
{
  AtlNote *first = add (fixture, "a", "A");
  add (fixture, "b", "B");
  add (fixture, "c", "C");
  fixture->emissions = 0;

  atl_note_set_rank (first, "BV");

  assert_order (fixture, "bac");
  g_assert_cmpuint (fixture->emissions, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 0);
  g_assert_cmpuint (fixture->removed, ==, 2);
  g_assert_cmpuint (fixture->added, ==, 2);
}

static void
test_rank_stays (Fixture      *fixture,
                 gconstpointer data)
{
  AtlNote *first = add (fixture, "a", "A");
  add (fixture, "b", "C");
  fixture->emissions = 0;

  atl_note_set_rank (first, "B");

  assert_order (fixture, "ab");
  g_assert_cmpuint (fixture->emissions, ==, 0);
}

static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GPtrArray) many = g_ptr_array_new_with_free_func (g_object_unref);
  add (fixture, "a", "A");
  add (fixture, "e", "E");
  fixture->emissions = 0;
  for (const char *rank = "BD"; *rank != '\0'; rank++)
    {
      char     text[] = { *rank, '\0' };
      AtlNote *note = atl_note_new (text);

      atl_note_set_rank (note, text);
      g_ptr_array_add (many, note);
    }

  g_assert_cmpuint (atl_list_insert_many (fixture->notes, many), ==, 2);
  assert_order (fixture, "aBDe");
  g_assert_cmpuint (fixture->emissions, ==, 1);
  g_assert_cmpuint (fixture->position, ==, 1);
  g_assert_cmpuint (fixture->removed, ==, 0);
  g_assert_cmpuint (fixture->added, ==, 2);

  g_assert_cmpuint (atl_list_remove_many (fixture->notes, many), ==, 2);
  assert_order (fixture, "ae");
  g_assert_cmpuint (fixture->emissions, ==, 2);
  g_assert_cmpuint (fixture->removed, ==, 2);
  g_assert_cmpuint (fixture->added, ==, 0);
}

static void
test_refuses (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (AtlNote)  twin = atl_note_new ("a");
  g_autoptr (AtlBoard) other = atl_board_new (NULL);
  AtlNote             *note = add (fixture, "a", "A");

  g_assert_false (atl_list_insert (fixture->notes, ATL_ITEM (twin)));
  g_assert_false (atl_list_insert (atl_board_get_notes (other), ATL_ITEM (note)));
  g_assert_cmpuint (atl_list_get_length (fixture->notes), ==, 1);
  g_assert_true (atl_list_find (fixture->notes, "a") == note);
}

static void
test_parents (Fixture      *fixture,
              gconstpointer data)
{
  AtlNote            *note = add (fixture, "a", "A");
  g_autoptr (AtlNote) kept = g_object_ref (note);

  g_assert_true (atl_item_get_parent (ATL_ITEM (note)) == ATL_ITEM (fixture->board));
  atl_list_remove (fixture->notes, ATL_ITEM (note));
  g_assert_null (atl_item_get_parent (ATL_ITEM (kept)));
  g_assert_false (atl_list_remove (fixture->notes, ATL_ITEM (kept)));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/list/insert/keeps-rank-then-id-order", test_sorted);
  ADD ("/list/rank/moves-with-one-signal", test_rank_moves);
  ADD ("/list/rank/is-silent-where-nothing-moves", test_rank_stays);
  ADD ("/list/insert-many/tells-the-view-once", test_many);
  ADD ("/list/insert/refuses-twins-and-items-that-live-elsewhere", test_refuses);
  ADD ("/list/remove/makes-an-orphan", test_parents);
  return g_test_run ();
}

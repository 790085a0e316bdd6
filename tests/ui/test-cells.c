/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-edits.h"

#include "model/atl-edits.h"

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlHistory *history;
} Fixture;

static AtlArea *
add (Fixture *f,
     AtlCells cells)
{
  return atl_area_edits_add (f->history, f->board, cells);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  f->board = atl_board_new (NULL);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (f->board));
  f->history = atl_history_new (f->session);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_unref (f->history);
  g_object_unref (f->board);
  g_object_unref (f->session);
}

static void
assert_cells (AtlCells cells,
              int      x,
              int      y,
              int      width,
              int      height)
{
  g_assert_cmpint (cells.x, ==, x);
  g_assert_cmpint (cells.y, ==, y);
  g_assert_cmpint (cells.width, ==, width);
  g_assert_cmpint (cells.height, ==, height);
}

static void
test_move_stays_on_the_board (Fixture      *f,
                              gconstpointer data)
{
  assert_cells (atl_cells_move (atl_cells (10, 10, 30, 30), -50, 5), 0, 15, 30, 30);
  assert_cells (atl_cells_move (atl_cells (10, 10, 30, 30), 99, 99), 70, 70, 30, 30);
}

static void
test_resize_keeps_the_other_edge (Fixture      *f,
                                  gconstpointer data)
{
  assert_cells (atl_cells_resize (atl_cells (10, 10, 30, 30), ATL_EDGE_LEFT, -5, 9), 5, 10, 35, 30);
  assert_cells (atl_cells_resize (atl_cells (10, 10, 30, 30), ATL_EDGE_RIGHT | ATL_EDGE_BOTTOM, 90, -90), 10,
                10, 90,
                ATL_CELLS_LEAST);
  assert_cells (atl_cells_resize (atl_cells (10, 10, 30, 30), ATL_EDGE_TOP, 0, 90), 10, 36, 30,
                ATL_CELLS_LEAST);
}

static void
test_snaps_to_neighbors (Fixture      *f,
                         gconstpointer data)
{
  AtlArea *moving = NULL;

  add (f, atl_cells (0, 0, 33, 50));
  moving = add (f, atl_cells (50, 60, 20, 20));

  /* To the right edge of the neighbor, and the lower edge of the board. */
  assert_cells (atl_cells_snap (atl_cells (34, 79, 20, 20), ATL_EDGE_NONE, f->board, moving, 2), 33, 80, 20,
                20);
  /* Only the edge that moves. */
  assert_cells (atl_cells_snap (atl_cells (35, 49, 20, 20), ATL_EDGE_LEFT, f->board, moving, 2), 33, 49, 22,
                20);
  /* Not to itself, and not from far. */
  assert_cells (atl_cells_snap (atl_cells (51, 61, 20, 20), ATL_EDGE_NONE, f->board, moving, 2), 51, 61, 20,
                20);
}

static void
test_new_areas_find_room (Fixture      *f,
                          gconstpointer data)
{
  AtlArea *area = NULL;

  add (f, atl_cells (0, 0, 100, 40));
  add (f, atl_cells (0, 40, 30, 60));
  area = atl_area_edits_add_somewhere (f->history, f->board, NULL);
  assert_cells (atl_cells_of_area (area), 30, 40, 70, 60);

  area = atl_area_edits_add_somewhere (f->history, f->board, area);
  assert_cells (atl_cells_of_area (area), 65, 40, 35, 60);
}

static void
test_split_and_undo (Fixture      *f,
                     gconstpointer data)
{
  AtlArea *area = add (f, atl_cells (0, 0, 51, 100));
  AtlArea *second = atl_area_edits_split (f->history, area, TRUE);

  assert_cells (atl_cells_of_area (area), 0, 0, 26, 100);
  assert_cells (atl_cells_of_area (second), 26, 0, 25, 100);
  g_assert_true (atl_history_undo (f->history));
  assert_cells (atl_cells_of_area (area), 0, 0, 51, 100);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_areas (f->board)), ==, 1);

  area = add (f, atl_cells (90, 0, 6, 100));
  g_assert_null (atl_area_edits_split (f->history, area, TRUE));
}

static void
test_strokes_of_keys_are_one_step (Fixture      *f,
                                   gconstpointer data)
{
  AtlArea *area = add (f, atl_cells (0, 0, 20, 20));

  for (int i = 1; i <= 5; i++)
    g_assert_true (atl_area_edits_place (f->history, area, atl_cells (i, 0, 20, 20), TRUE));
  g_assert_false (atl_area_edits_place (f->history, area, atl_cells (5, 0, 20, 20), TRUE));

  g_assert_true (atl_history_undo (f->history));
  assert_cells (atl_cells_of_area (area), 0, 0, 20, 20);
}

/* An edge that stays does not go to the next whole cell. */
static void
test_odd_places_stay (Fixture      *f,
                      gconstpointer data)
{
  AtlArea *area = add (f, atl_cells (0, 0, 20, 20));

  atl_area_set_x (area, 7);
  atl_area_set_y (area, 3);
  atl_cells_apply (area, atl_cells_resize (atl_cells_of_area (area), ATL_EDGE_RIGHT, 10, 0));

  g_assert_cmpint (atl_area_get_x (area), ==, 7);
  g_assert_cmpint (atl_area_get_y (area), ==, 3);
  g_assert_cmpint (atl_area_get_x (area) + atl_area_get_width (area), ==, 30 * 16);
}

static void
test_problems_are_told (Fixture      *f,
                        gconstpointer data)
{
  g_autofree char *empty = atl_area_edits_dup_problem (f->board);
  AtlArea         *a = add (f, atl_cells (0, 0, 50, 100));
  AtlArea         *b = add (f, atl_cells (50, 0, 50, 100));
  g_autofree char *none = atl_area_edits_dup_problem (f->board);
  g_autofree char *overlap = NULL;
  g_autofree char *outside = NULL;

  atl_area_set_title (a, "Left");
  atl_area_set_title (b, "Right");
  atl_area_set_x (b, 49 * 16);
  overlap = atl_area_edits_dup_problem (f->board);
  atl_area_set_x (b, 60 * 16);
  outside = atl_area_edits_dup_problem (f->board);

  g_assert_nonnull (empty);
  g_assert_null (none);
  g_assert_cmpstr (overlap, ==, "“Left” and “Right” overlap");
  g_assert_cmpstr (outside, ==, "“Right” reaches beyond the board");
}

static void
test_notes_of_a_deleted_area_stay (Fixture      *f,
                                   gconstpointer data)
{
  AtlArea *area = add (f, atl_cells (0, 0, 50, 100));
  AtlNote *note = atl_area_add_note (area, "Still here");

  g_assert_cmpuint (atl_area_edits_delete (f->history, area), ==, 1);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (f->board)), ==, 1);
  g_assert_null (atl_note_find_area (note));
  g_assert_true (atl_history_undo (f->history));
  g_assert_true (atl_note_find_area (note) == area);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/cells/a-move-stays-on-the-board", test_move_stays_on_the_board);
  ADD ("/cells/a-resize-keeps-the-other-edge", test_resize_keeps_the_other_edge);
  ADD ("/cells/snap-to-neighbors-and-the-board", test_snaps_to_neighbors);
  ADD ("/cells/what-does-not-move-stays-between-cells", test_odd_places_stay);
  ADD ("/area-edits/new-areas-find-room", test_new_areas_find_room);
  ADD ("/area-edits/a-split-is-one-step", test_split_and_undo);
  ADD ("/area-edits/strokes-of-keys-are-one-step", test_strokes_of_keys_are_one_step);
  ADD ("/area-edits/problems-are-told", test_problems_are_told);
  ADD ("/area-edits/notes-of-a-deleted-area-stay", test_notes_of_a_deleted_area_stay);

  return g_test_run ();
}

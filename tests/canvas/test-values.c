/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-board-fixture.h"

#include "canvas/atl-commands.h"
#include "canvas/notes/atl-value-commands.h"
#include "canvas/tools/atl-drop.h"
#include "insight/atl-guide-sums.h"
#include "insight/atl-value-sums.h"
#include "model/atl-guides.h"
#include "model/atl-note-values.h"
#include "model/atl-rows.h"
#include "scene/atl-scene-keys.h"

static const char *const LETTERS[] = { "a", "b", NULL };
static const char *const NONE[] = { NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *left, *middle, *axes;
  AtlBoardView   *view;
} Fixture;

static void
set_options (AtlArea    *area,
             const char *options)
{
  atl_area_set_options (area, g_variant_new_parsed (options));
}

static void
set_up (Fixture      *f,
        gconstpointer options)
{
  atl_board_fixture_set_up (&f->board);
  f->left = atl_board_fixture_add_area (&f->board, "Left", ATL_LAYOUT_FLOW, LETTERS);
  f->middle = atl_board_fixture_add_area (&f->board, "Middle", ATL_LAYOUT_FLOW, NONE);
  f->axes = atl_board_fixture_add_area (&f->board, "Axes", ATL_LAYOUT_AXES, NONE);
  set_options (f->left, "{'key': <'decisions'>}");
  set_options (f->middle, "{'key': <'a'>}");
  atl_board_set_options (f->board.board, g_variant_new_parsed (options));
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
go_to (Fixture    *f,
       const char *text)
{
  AtlNote *note = atl_board_fixture_find (&f->board, text);

  atl_selection_set_one (atl_board_view_get_selection (f->view), note);
  atl_selection_set_cursor (atl_board_view_get_selection (f->view), note);
  return note;
}

static void
add_here (Fixture    *f,
          AtlArea    *area,
          const char *text)
{
  const char *const texts[] = { text, NULL };

  atl_board_view_set_area (f->view, area);
  atl_commands_add_texts (f->view, texts);
}

static void
test_digit (Fixture      *f,
            gconstpointer data)
{
  AtlNote *note = go_to (f, "a");
  double   strength = 0;

  g_assert_true (atl_value_commands_take_digit (f->view, 4));
  g_assert_true (atl_note_get_value (note, "strength", &strength));
  g_assert_cmpfloat (strength, ==, 4);
  g_assert_false (atl_value_commands_take_digit (f->view, 6));

  g_assert_true (atl_value_commands_take_digit (f->view, 0));
  g_assert_false (atl_note_get_value (note, "strength", NULL));
  g_assert_null (atl_note_get_fields (note));

  atl_history_undo (f->board.history);
  g_assert_true (atl_note_get_value (note, "strength", &strength));
}

static void
test_digit_unasked (Fixture      *f,
                    gconstpointer data)
{
  AtlNote *note = go_to (f, "a");

  g_assert_false (atl_value_commands_take_digit (f->view, 4));
  g_assert_null (atl_note_get_fields (note));
}

static void
test_sums (Fixture      *f,
           gconstpointer data)
{
  AtlNote *a = atl_board_fixture_find (&f->board, "a");
  AtlNote *b = atl_board_fixture_find (&f->board, "b");
  guint    known;
  double   ratio;

  g_assert_false (atl_area_has_value (f->left, "value"));
  atl_note_set_value (a, "value", g_variant_new_int64 (6));
  atl_note_set_value (b, "value", g_variant_new_string ("much"));
  g_assert_cmpfloat (atl_area_sum_values (f->left, "value", &known), ==, 6);
  g_assert_cmpuint (known, ==, 1);

  g_assert_false (atl_note_get_ratio (a, "value", "effort", &ratio));
  atl_note_set_value (a, "effort", g_variant_new_double (1.5));
  g_assert_true (atl_note_get_ratio (a, "value", "effort", &ratio));
  g_assert_cmpfloat (ratio, ==, 4);
}

static void
step (Fixture     *f,
      AtlDirection direction,
      guint        times)
{
  for (guint i = 0; i < times; i++)
    atl_commands_move (f->view, direction);
}

static void
test_axes_steps (Fixture      *f,
                 gconstpointer data)
{
  AtlNote *note;
  int      x, y;

  add_here (f, f->axes, "idea");
  note = go_to (f, "idea");
  g_assert_false (atl_note_get_measures (note, &x, &y));

  step (f, ATL_DIRECTION_RIGHT, 1);
  g_assert_false (atl_note_get_measures (note, &x, &y));
  step (f, ATL_DIRECTION_UP, 1);
  g_assert_true (atl_note_get_measures (note, &x, &y));
  g_assert_cmpint (x, ==, 50);
  g_assert_cmpint (y, ==, 50);

  step (f, ATL_DIRECTION_UP, 2);
  step (f, ATL_DIRECTION_LEFT, 1);
  atl_note_get_measures (note, &x, &y);
  g_assert_cmpint (x, ==, 45);
  g_assert_cmpint (y, ==, 60);

  step (f, ATL_DIRECTION_UP, 20);
  atl_note_get_measures (note, &x, &y);
  g_assert_cmpint (y, ==, 100);
}

static void
test_axes_back (Fixture      *f,
                gconstpointer data)
{
  AtlNote *note;
  int      x, y;

  add_here (f, f->axes, "idea");
  note = go_to (f, "idea");
  step (f, ATL_DIRECTION_UP, 1);
  step (f, ATL_DIRECTION_DOWN, 10);
  g_assert_true (atl_note_get_measures (note, &x, &y));
  g_assert_cmpint (y, ==, 0);

  step (f, ATL_DIRECTION_DOWN, 1);
  g_assert_false (atl_note_has_place (note));

  atl_history_undo (f->board.history);
  g_assert_true (atl_note_has_place (note));
}

/* Where notes wait they are in an order, as in any area; from its end they go on to the next one. */
static void
test_waiting_in_order (Fixture      *f,
                       gconstpointer data)
{
  AtlArea *next = atl_board_fixture_add_area (&f->board, "Next", ATL_LAYOUT_FLOW, NONE);
  AtlNote *one, *two;
  guint    first, second;

  add_here (f, f->axes, "placed");
  go_to (f, "placed");
  step (f, ATL_DIRECTION_UP, 1);
  add_here (f, f->axes, "one");
  add_here (f, f->axes, "two");
  one = go_to (f, "one");
  two = atl_board_fixture_find (&f->board, "two");

  step (f, ATL_DIRECTION_RIGHT, 1);
  atl_list_get_position (atl_board_get_notes (f->board.board), ATL_ITEM (one), &first);
  atl_list_get_position (atl_board_get_notes (f->board.board), ATL_ITEM (two), &second);
  g_assert_cmpuint (first, >, second);
  g_assert_false (atl_note_has_place (one));
  step (f, ATL_DIRECTION_RIGHT, 1);
  g_assert_true (atl_note_find_area (one) == next);
  atl_history_undo (f->board.history);
  g_assert_true (atl_note_find_area (one) == f->axes);
}

static void
test_matrix_steps (Fixture      *f,
                   gconstpointer data)
{
  AtlArea *matrix = atl_board_fixture_add_area (&f->board, "Matrix", ATL_LAYOUT_FREE, NONE);
  AtlNote *note;
  int      x, y;

  set_options (matrix, "{'guides': <{'rows': <'silos'>, 'columns': <'silos'>}>}");
  add_here (f, matrix, "remark");
  note = go_to (f, "remark");
  g_assert_false (atl_note_has_place (note));

  step (f, ATL_DIRECTION_UP, 1);
  g_assert_true (atl_note_has_place (note));
  x = atl_note_get_x (note);
  y = atl_note_get_y (note);
  step (f, ATL_DIRECTION_LEFT, 1);
  step (f, ATL_DIRECTION_UP, 2);
  g_assert_cmpint (atl_note_get_x (note), ==, x - 20);
  g_assert_cmpint (atl_note_get_y (note), ==, y - 40);

  for (guint i = 0; i < 60 && atl_note_has_place (note); i++)
    step (f, ATL_DIRECTION_DOWN, 1);
  g_assert_false (atl_note_has_place (note));
  g_assert_true (atl_note_find_area (note) == matrix);
  atl_history_undo (f->board.history);
  g_assert_true (atl_note_has_place (note));
}

static AtlNote *
row_of (Fixture    *f,
        const char *text)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();

  g_ptr_array_add (areas, f->left);
  g_ptr_array_add (areas, f->middle);
  return atl_note_find_row (atl_board_fixture_find (&f->board, text), areas);
}

static void
test_row_joined (Fixture      *f,
                 gconstpointer data)
{
  AtlNote *b = go_to (f, "b");

  add_here (f, f->middle, "Ana");
  add_here (f, f->middle, "Bob");

  g_assert_true (row_of (f, "Ana") == b);
  g_assert_true (row_of (f, "Bob") == b);

  atl_history_undo (f->board.history);
  atl_history_undo (f->board.history);
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_row_keys (Fixture      *f,
               gconstpointer data)
{
  AtlNote *a = go_to (f, "a");
  AtlNote *b = atl_board_fixture_find (&f->board, "b");

  add_here (f, f->middle, "Ana");
  go_to (f, "Ana");
  step (f, ATL_DIRECTION_DOWN, 1);
  g_assert_true (row_of (f, "Ana") == b);
  step (f, ATL_DIRECTION_DOWN, 1);
  g_assert_null (row_of (f, "Ana"));
  step (f, ATL_DIRECTION_UP, 2);
  g_assert_true (row_of (f, "Ana") == a);
  step (f, ATL_DIRECTION_UP, 1);
  g_assert_true (row_of (f, "Ana") == a);
}

/* Lets a note go at the height of a row, in another area. */
static void
drag_to_row (Fixture    *f,
             const char *text,
             AtlArea    *area,
             AtlNote    *row)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) dropped = NULL;
  AtlNote              *note = atl_board_fixture_find (&f->board, text);
  AtlPoint              start, point;
  AtlLoad               load = { notes, NULL, FALSE };
  AtlDrop               drop;

  atl_scene_update (atl_board_view_get_scene (f->view));
  load.grabbed = atl_board_view_find_box (f->view, note);
  g_ptr_array_add (notes, g_object_ref (note));
  start = atl_rect_center (load.grabbed->rect);
  point.x = atl_rect_center (atl_board_view_find_box (f->view, area)->rect).x;
  point.y = atl_rect_center (atl_board_view_find_box (f->view, row)->rect).y;
  drop = atl_drop_find (f->view, &load, start, point);
  dropped = atl_drop_apply (&drop, f->view, &load, FALSE);
  g_assert_nonnull (dropped);
}

static char *
say_key (const char        *key,
         const char *const *values,
         gconstpointer      data)
{
  return g_strdup (key);
}

static void
test_row_dropped (Fixture      *f,
                  gconstpointer data)
{
  AtlNote *b = atl_board_fixture_find (&f->board, "b");
  AtlNote *ana;

  atl_scene_set_say (atl_board_view_get_scene (f->view), say_key, NULL);
  add_here (f, f->axes, "Ana");
  ana = atl_board_fixture_find (&f->board, "Ana");
  drag_to_row (f, "Ana", f->middle, b);
  g_assert_true (atl_note_find_area (ana) == f->middle);
  g_assert_true (row_of (f, "Ana") == b);
  drag_to_row (f, "Ana", f->middle, atl_board_fixture_find (&f->board, "a"));
  g_assert_true (row_of (f, "Ana") == atl_board_fixture_find (&f->board, "a"));

  atl_history_undo (f->board.history);
  g_assert_true (row_of (f, "Ana") == b);
  atl_history_undo (f->board.history);
  g_assert_true (atl_note_find_area (ana) == f->axes);
  g_assert_null (row_of (f, "Ana"));
}

static void
add_silos (Fixture *f)
{
  const char *const names[] = { "IT", "Sales", "Shops" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AtlSilo) silo = atl_silo_new (names[i]);
      g_autofree char    *rank = atl_list_dup_end_rank (atl_session_get_silos (f->board.session));

      atl_silo_set_name (silo, names[i]);
      atl_silo_set_rank (silo, rank);
      atl_list_insert (atl_session_get_silos (f->board.session), ATL_ITEM (silo));
    }
}

static void
test_scores (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GPtrArray) silos = NULL;
  AtlArea              *today =
    atl_board_fixture_add_area (&f->board, "Today", ATL_LAYOUT_FREE, NONE);
  AtlArea *needed =
    atl_board_fixture_add_area (&f->board, "Needed", ATL_LAYOUT_FREE, NONE);
  g_autoptr (GArray) gaps = NULL;
  double             average;

  set_options (today, "{'guides': <{'rows': <'silos'>}>, 'key': <'today'>}");
  set_options (needed, "{'guides': <{'rows': <'silos'>}>}");
  add_silos (f);
  silos = atl_guides_dup_silos (f->board.session);
  g_assert_true (atl_area_has_guides (today));
  g_assert_false (atl_guides_get_average (today, NULL, NULL, &average));

  atl_area_set_score (today, silos->pdata[0], silos->pdata[1], 1);
  atl_area_set_score (today, silos->pdata[1], silos->pdata[0], 2);
  atl_area_set_score (today, silos->pdata[0], silos->pdata[2], 4);
  atl_area_set_score (needed, silos->pdata[1], silos->pdata[0], 5);
  atl_area_set_score (needed, silos->pdata[0], silos->pdata[2], 3);

  g_assert_true (atl_guides_get_average (today, silos->pdata[0], NULL, &average));
  g_assert_cmpfloat (average, ==, 2.5);
  g_assert_cmpstr (atl_area_get_title (today), ==, "Today");
  gaps = atl_guides_dup_gaps (f->board.board);
  g_assert_cmpuint (gaps->len, ==, 1);
  g_assert_cmpfloat (g_array_index (gaps, AtlGuideGap, 0).gap, ==, 3.5);

  atl_area_set_score (today, silos->pdata[0], silos->pdata[1], ATL_SCORE_NONE);
  g_assert_cmpint (atl_area_get_score (today, silos->pdata[0], silos->pdata[1]), ==, ATL_SCORE_NONE);
  atl_history_undo (f->board.history);
  g_assert_cmpint (atl_area_get_score (today, silos->pdata[0], silos->pdata[1]), ==, 1);
}

#define VALUES_TEST(path, options, function) g_test_add (path, Fixture, options, set_up, function, tear_down)
#define PLAIN "@a{sv} {}"
#define STRENGTH "{'noteStrength': <[<int64 1>, <int64 5>]>}"
#define ROWS "{'rowLinkedAreas': <[<'decisions'>, <'a'>]>}"

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  VALUES_TEST ("/values/a-digit-is-a-strength", STRENGTH, test_digit);
  VALUES_TEST ("/values/unless-nobody-asks", PLAIN, test_digit_unasked);
  VALUES_TEST ("/values/are-summed", PLAIN, test_sums);
  VALUES_TEST ("/values/keys-move-by-steps-between-axes", PLAIN, test_axes_steps);
  VALUES_TEST ("/values/and-back-to-where-notes-wait", PLAIN, test_axes_back);
  VALUES_TEST ("/values/where-notes-wait-they-are-in-order", PLAIN, test_waiting_in_order);
  VALUES_TEST ("/values/keys-move-on-a-matrix-too", PLAIN, test_matrix_steps);
  VALUES_TEST ("/values/new-notes-join-the-row-of-the-cursor", ROWS, test_row_joined);
  VALUES_TEST ("/values/keys-move-from-row-to-row", ROWS, test_row_keys);
  VALUES_TEST ("/values/what-is-dropped-on-a-row-joins-it", ROWS, test_row_dropped);
  VALUES_TEST ("/values/pairs-of-silos-have-scores", PLAIN, test_scores);
  return g_test_run ();
}

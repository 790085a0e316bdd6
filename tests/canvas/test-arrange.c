/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-board-fixture.h"

#include "canvas/atl-canvas-private.h"
#include "model/atl-links.h"

static const char *const NAMES[] = { "Ann", "Bob", "Cleo", "Dan", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *map;
  GtkWidget      *window;
  AtlCanvas      *canvas;
} Fixture;

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->map = atl_board_fixture_add_area (&f->board, "Map", ATL_LAYOUT_GRAPH, NAMES);
  atl_links_state (f->board.board, note (f, "Ann"), note (f, "Bob"), ATL_LINK_KIND_HANDOFF,
                   ATL_DECLARED_BY_BOTH, 3);
  for (guint i = 0; NAMES[i] != NULL; i++)
    {
      atl_note_set_x (note (f, NAMES[i]), ATL_PLACE_NONE);
      atl_note_set_y (note (f, NAMES[i]), ATL_PLACE_NONE);
    }
  atl_board_fixture_start_history (&f->board);
  f->window = gtk_window_new ();
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->canvas));
  atl_canvas_set_board (f->canvas, f->board.session, f->board.history, f->board.board);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  atl_board_fixture_tear_down (&f->board);
}

static gboolean
is_placed (AtlNote *it)
{
  return atl_note_get_x (it) != ATL_PLACE_NONE && atl_note_get_y (it) != ATL_PLACE_NONE;
}

static void
test_one_step (Fixture      *f,
               gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "");

  for (guint i = 0; NAMES[i] != NULL; i++)
    g_assert_true (is_placed (note (f, NAMES[i])));

  atl_history_undo (f->board.history);
  for (guint i = 0; NAMES[i] != NULL; i++)
    g_assert_false (is_placed (note (f, NAMES[i])));
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_left_to_right (Fixture      *f,
                    gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "left-to-right");

  g_assert_cmpint (atl_note_get_x (note (f, "Ann")), <, atl_note_get_x (note (f, "Bob")));
}

static void
test_pinned (Fixture      *f,
             gconstpointer data)
{
  atl_note_set_x (note (f, "Cleo"), 300);
  atl_note_set_y (note (f, "Cleo"), 400);
  atl_note_set_pinned (note (f, "Cleo"), TRUE);

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "circle");
  g_assert_cmpint (atl_note_get_x (note (f, "Cleo")), ==, 300);
  g_assert_true (atl_note_get_pinned (note (f, "Cleo")));

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange-all", "s", "circle");
  g_assert_cmpint (atl_note_get_x (note (f, "Cleo")), !=, 300);
  g_assert_false (atl_note_get_pinned (note (f, "Cleo")));
}

/* More than are arranged at once. */
static void
add_many (Fixture *f)
{
  for (guint i = 0; i < 250; i++)
    atl_area_add_note (f->map, "one more");
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_places (Fixture *f,
                 guint    milliseconds)
{
  gboolean late = FALSE;
  guint    source = g_timeout_add (milliseconds, late_cb, &late);

  while (!late && !is_placed (note (f, "Ann")))
    g_main_context_iteration (NULL, TRUE);
  if (!late)
    g_source_remove (source);
}

static void
test_thread (Fixture      *f,
             gconstpointer data)
{
  add_many (f);

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "silo-force");
  g_assert_false (is_placed (note (f, "Ann")));

  wait_for_places (f, 20000);
  g_assert_true (is_placed (note (f, "Ann")));
  atl_history_undo (f->board.history);
  g_assert_false (is_placed (note (f, "Ann")));
}

static void
test_outdated (Fixture      *f,
               gconstpointer data)
{
  add_many (f);

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "silo-force");
  atl_note_set_text (note (f, "Bob"), "Bobby");

  wait_for_places (f, 1500);
  g_assert_false (is_placed (note (f, "Ann")));
}

static AtlPoint
get_middle (Fixture    *f,
            const char *text)
{
  AtlScene *scene = atl_canvas_get_scene (f->canvas);

  return atl_rect_center (atl_scene_find_box (scene, note (f, text))->rect);
}

static gboolean
has_arrived (Fixture *f)
{
  AtlNote *ann = note (f, "Ann");
  AtlPoint shown = get_middle (f, "Ann");

  return ABS (shown.x - atl_note_get_x (ann)) < 2 && ABS (shown.y - atl_note_get_y (ann)) < 2;
}

static void
test_motion (Fixture      *f,
             gconstpointer data)
{
  AtlPoint before;
  gboolean late = FALSE;
  guint    source;
  atl_note_set_x (note (f, "Ann"), 700);
  atl_note_set_y (note (f, "Ann"), 800);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (f->canvas)), "gtk-enable-animations", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
  while (!gtk_widget_get_mapped (GTK_WIDGET (f->canvas)))
    g_main_context_iteration (NULL, TRUE);
  before = get_middle (f, "Ann");

  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.arrange", "s", "left-to-right");

  g_assert_cmpfloat_with_epsilon (get_middle (f, "Ann").x, before.x, 2);
  g_assert_false (has_arrived (f));
  source = g_timeout_add (5000, late_cb, &late);
  while (!late && !has_arrived (f))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (source);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/arrange/one-step-that-undo-takes-back", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/arrange/as-the-menu-says", Fixture, NULL, set_up, test_left_to_right, tear_down);
  g_test_add ("/arrange/pinned-nodes-stay-unless-all-move", Fixture, NULL, set_up, test_pinned, tear_down);
  g_test_add ("/arrange/many-in-a-thread", Fixture, NULL, set_up, test_thread, tear_down);
  g_test_add ("/arrange/an-edit-meanwhile-wins", Fixture, NULL, set_up, test_outdated, tear_down);
  g_test_add ("/arrange/nodes-are-seen-going-to-their-places", Fixture, NULL, set_up, test_motion, tear_down);
  return g_test_run ();
}

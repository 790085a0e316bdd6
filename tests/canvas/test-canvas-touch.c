/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/atl-canvas.h"

static const char *const LETTERS[] = { "a", "b", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *area;
  GtkWidget      *window;
  GtkWidget      *canvas;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->area = atl_board_fixture_add_area (&f->board, "Area", ATL_LAYOUT_FLOW, LETTERS);
  f->canvas = atl_canvas_new ();
  f->window = canvas_fixture_open (&f->board, NULL, ATL_CANVAS (f->canvas));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
}

static gpointer
find_gesture (Fixture *f,
              GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->canvas);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

static AtlNote *
first_note (Fixture *f)
{
  return atl_list_get (atl_board_get_notes (f->board.board), 0);
}

static void
rename_note (Fixture *f)
{
  atl_history_begin (f->board.history, "Edit");
  atl_note_set_text (first_note (f), "changed");
  atl_history_end (f->board.history);
}

static void
test_tap_of_two_fingers_undoes (Fixture      *f,
                                gconstpointer data)
{
  GObject *gesture = find_gesture (f, GTK_TYPE_GESTURE_ZOOM);

  rename_note (f);
  g_signal_emit_by_name (gesture, "begin", NULL);
  g_signal_emit_by_name (gesture, "end", NULL);
  g_assert_cmpstr (atl_note_get_text (first_note (f)), ==, "a");
}

static void
test_pinch_zooms_and_undoes_nothing (Fixture      *f,
                                     gconstpointer data)
{
  GObject *gesture = find_gesture (f, GTK_TYPE_GESTURE_ZOOM);
  double   zoom = atl_canvas_get_zoom (ATL_CANVAS (f->canvas));

  rename_note (f);
  g_signal_emit_by_name (gesture, "begin", NULL);
  g_signal_emit_by_name (gesture, "scale-changed", 1.5);
  g_signal_emit_by_name (gesture, "end", NULL);
  g_assert_cmpstr (atl_note_get_text (first_note (f)), ==, "changed");
  g_assert_cmpfloat_with_epsilon (atl_canvas_get_zoom (ATL_CANVAS (f->canvas)), 1.5 * zoom, 0.001);
}

static void
test_third_finger_is_no_tap (Fixture      *f,
                             gconstpointer data)
{
  GObject *gesture = find_gesture (f, GTK_TYPE_GESTURE_ZOOM);

  rename_note (f);
  g_signal_emit_by_name (gesture, "begin", NULL);
  g_signal_emit_by_name (gesture, "cancel", NULL);
  g_signal_emit_by_name (gesture, "end", NULL);
  g_assert_cmpstr (atl_note_get_text (first_note (f)), ==, "changed");
}

static gboolean
has_open_popover (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_visible (child))
      return TRUE;
  return FALSE;
}

static void
test_long_press_opens_the_menu (Fixture      *f,
                                gconstpointer data)
{
  GObject *gesture = find_gesture (f, GTK_TYPE_GESTURE_LONG_PRESS);

  g_assert_false (has_open_popover (f->canvas));
  g_signal_emit_by_name (gesture, "pressed", 300.0, 300.0);
  g_assert_true (has_open_popover (f->canvas));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/canvas-touch/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("tap-of-two-fingers-undoes", test_tap_of_two_fingers_undoes);
  ADD ("pinch-zooms-and-undoes-nothing", test_pinch_zooms_and_undoes_nothing);
  ADD ("third-finger-is-no-tap", test_third_finger_is_no_tap);
  ADD ("long-press-opens-the-menu", test_long_press_opens_the_menu);
#undef ADD
  return g_test_run ();
}

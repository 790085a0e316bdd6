/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/atl-canvas-asking.h"
#include "canvas/atl-canvas-private.h"
#include "util/atl-entry.h"

#define MANY 300
#define HALF_PIXEL 0.51

/* Which part of a board that has grown is in view. */

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *area;
  GtkWidget      *window;
  AtlCanvas      *canvas;
} Fixture;

static GPtrArray *
new_entries (guint n)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("note %u", i);

      g_ptr_array_add (entries, atl_entry_new (text, FALSE));
    }
  return entries;
}

static void
capture (Fixture *f,
         guint    n)
{
  g_autoptr (GPtrArray) entries = new_entries (n);

  g_assert_true (atl_canvas_add_entries (f->canvas, entries, NULL));
  canvas_run ();
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->area = atl_board_fixture_add_area (&f->board, "First", ATL_LAYOUT_FLOW, NULL);
  atl_board_fixture_add_area (&f->board, "Second", ATL_LAYOUT_FLOW, NULL);
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  f->window = canvas_fixture_open (&f->board, NULL, f->canvas);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
}

static AtlRect
get_bounds (Fixture *f)
{
  return atl_scene_get_bounds (atl_board_view_get_scene (f->canvas->view));
}

static void
open_again (Fixture *f)
{
  atl_canvas_set_board (f->canvas, NULL, NULL, NULL);
  atl_canvas_set_board (f->canvas, f->board.session, f->board.history, f->board.board);
  canvas_run ();
}

static void
assert_last_in_view (Fixture *f)
{
  AtlList *notes = atl_board_get_notes (f->board.board);
  AtlBox  *box =
    atl_board_view_find_box (f->canvas->view, atl_list_get (notes, atl_list_get_length (notes) - 1));
  AtlRect rect = atl_camera_rect_to_screen (f->canvas->camera, box->rect);

  g_assert_cmpfloat (rect.y, >=, 0);
  g_assert_cmpfloat (rect.y + rect.height, <=, gtk_widget_get_height (GTK_WIDGET (f->canvas)));
}

static void
test_opens_readable (Fixture      *f,
                     gconstpointer data)
{
  double  before = atl_canvas_get_zoom (f->canvas);
  AtlRect home = get_bounds (f), visible;

  capture (f, MANY);
  open_again (f);
  visible = atl_camera_get_visible (f->canvas->camera);

  g_assert_cmpfloat (get_bounds (f).height, >, 2 * home.height);
  g_assert_cmpfloat (atl_canvas_get_zoom (f->canvas), >=, before - 1e-6);
  g_assert_cmpfloat (visible.y, <=, 0);
  g_assert_cmpfloat (visible.y, >, -50);
  g_assert_cmpfloat (visible.width, >=, home.width);
}

static void
test_whole_on_demand (Fixture      *f,
                      gconstpointer data)
{
  AtlRect visible, bounds;

  capture (f, MANY);
  canvas_act (f->canvas, "canvas.zoom-fit");
  visible = atl_camera_get_visible (f->canvas->camera);
  bounds = get_bounds (f);

  g_assert_cmpfloat (visible.y, <=, bounds.y);
  g_assert_cmpfloat (visible.y + visible.height, >=, bounds.y + bounds.height);
}

static void
test_capture_is_seen (Fixture      *f,
                      gconstpointer data)
{
  double  zoom = atl_canvas_get_zoom (f->canvas);
  AtlRect before, after;

  capture (f, MANY);
  assert_last_in_view (f);
  g_assert_cmpfloat (atl_canvas_get_zoom (f->canvas), ==, zoom);

  /* The next one stands beside it. */
  before = atl_camera_get_visible (f->canvas->camera);
  capture (f, 1);
  after = atl_camera_get_visible (f->canvas->camera);
  assert_last_in_view (f);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, HALF_PIXEL);
  g_assert_cmpfloat (after.y - before.y, <, 100);
}

static void
test_resize_keeps_place (Fixture      *f,
                         gconstpointer data)
{
  AtlRect visible;

  capture (f, MANY);
  open_again (f);
  capture (f, 1);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, 700);
  canvas_wait_until (gtk_widget_get_width (GTK_WIDGET (f->canvas)) <= 700);
  canvas_run ();
  visible = atl_camera_get_visible (f->canvas->camera);

  assert_last_in_view (f);
  g_assert_cmpfloat (visible.x, <=, 0);
  g_assert_cmpfloat (visible.x + visible.width, >=, get_bounds (f).width);
}

static void
press_space (AtlCanvas *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));
  gboolean               stop = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stop; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_space, 0, 0, &stop);
    }
}

static GtkGesture *
find_drag (AtlCanvas *canvas)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static void
test_not_under_a_hand (Fixture      *f,
                       gconstpointer data)
{
  GtkGesture *drag = find_drag (f->canvas);
  AtlRect     before = atl_camera_get_visible (f->canvas->camera);
  AtlRect     after;

  press_space (f->canvas);
  g_signal_emit_by_name (drag, "drag-begin", 300.0, 300.0);
  capture (f, MANY);
  after = atl_camera_get_visible (f->canvas->camera);
  g_assert_cmpfloat (after.y, ==, before.y);

  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  capture (f, 1);
  assert_last_in_view (f);
}

/* Undo of a long paste leaves nobody in the void. */
static void
test_shrinks_again (Fixture      *f,
                    gconstpointer data)
{
  AtlRect home = get_bounds (f);

  capture (f, MANY);
  canvas_act (f->canvas, "canvas.undo");
  gtk_widget_queue_draw (GTK_WIDGET (f->canvas));
  canvas_wait_until (atl_rect_intersects (atl_camera_get_visible (f->canvas->camera), home));

  g_assert_true (atl_rect_equal (get_bounds (f), home));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/canvas-view/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("opens-a-tall-board-readable-from-its-top", test_opens_readable);
  ADD ("shows-the-whole-board-on-demand", test_whole_on_demand);
  ADD ("brings-what-is-captured-into-view", test_capture_is_seen);
  ADD ("fits-the-width-anew-and-stays-where-it-was", test_resize_keeps_place);
  ADD ("does-not-move-under-a-hand", test_not_under_a_hand);
  ADD ("comes-back-when-the-board-shrinks", test_shrinks_again);
#undef ADD
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/atl-canvas-private.h"
#include "canvas/notes/atl-note-widget.h"
#include "model/atl-splits.h"
#include "scene/atl-scene-map.h"

static const char *const LETTERS[] = { "a", "b", "c", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *first, *second;
  GtkWidget      *window, *before;
  AtlCanvas      *canvas;
  guint           toasts;
  char           *toast; /* the last */
} Fixture;

static void
toast_cb (AtlCanvas  *canvas,
          const char *text,
          gboolean    undoable,
          Fixture    *f)
{
  f->toasts++;
  g_free (f->toast);
  f->toast = g_strdup (text);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  atl_board_fixture_set_up (&f->board);
  f->first = atl_board_fixture_add_area (&f->board, "First", ATL_LAYOUT_FLOW, LETTERS);
  f->second = atl_board_fixture_add_area (&f->board, "Second", ATL_LAYOUT_FREE, NULL);
  f->window = gtk_window_new ();
  f->before = gtk_button_new_with_label ("Before");
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  gtk_box_append (GTK_BOX (box), f->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (f->canvas));
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  g_signal_connect (f->canvas, "toast", G_CALLBACK (toast_cb), f);
  canvas_fixture_open (&f->board, f->window, f->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
  g_clear_pointer (&f->toast, g_free);
}

static void
versions_cb (AtlCanvas *canvas,
             AtlNote   *shown,
             AtlNote  **seen)
{
  *seen = shown;
}

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static GtkWidget *
focus_of (Fixture *f)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window));
}

static GtkTextBuffer *
editor_buffer (Fixture *f)
{
  GtkWidget *scroller = gtk_widget_get_first_child (f->canvas->editor);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_first_child (scroller)));
}

static void
type (Fixture    *f,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (editor_buffer (f), text, -1);
  canvas_run ();
}

/* Tells the key controllers of a key, from the focus upward; the editor hears of it before its text field. */
static gboolean
press (Fixture        *f,
       guint           keyval,
       GdkModifierType modifiers)
{
  GtkWidget *widget = atl_canvas_get_editing (f->canvas) ? f->canvas->editor : focus_of (f);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
          gboolean                       stop = FALSE;

          if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
            continue;
          g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &stop);
          if (stop)
            return TRUE;
        }
    }
  return FALSE;
}

#define assert_order(f, area, expected)                                      \
  G_STMT_START                                                               \
  {                                                                          \
    g_autofree char *got_ = atl_board_fixture_dup_order (&(f)->board, area); \
    g_assert_cmpstr (got_, ==, expected);                                    \
  }                                                                          \
  G_STMT_END

static void
test_focus_is_on_a_note (Fixture      *f,
                         gconstpointer data)
{
  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));
  g_assert_true (atl_note_widget_get_box (ATL_NOTE_WIDGET (focus_of (f)))->item == ATL_ITEM (note (f, "a")));
}

static void
test_tab_leaves (Fixture      *f,
                 gconstpointer data)
{
  gtk_widget_grab_focus (f->before);
  g_assert_true (gtk_widget_child_focus (f->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));
  gtk_widget_child_focus (f->window, GTK_DIR_TAB_BACKWARD);

  g_assert_true (focus_of (f) == f->before);
}

static void
test_names (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *item = focus_of (f);
  GtkWidget *list = gtk_widget_get_parent (item);

  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "a. Yellow star. 1 of 3.");
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "First. 3 notes.");
  gtk_test_accessible_assert_property (GTK_WIDGET (f->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, "Board");
}

static void
test_name_follows_text (Fixture      *f,
                        gconstpointer data)
{
  AtlNote   *changed = note (f, "c");
  GtkWidget *widget = atl_note_tree_find (f->canvas->tree, changed);

  atl_note_set_text (changed, "New words");
  atl_scene_update (atl_board_view_get_scene (f->canvas->view));
  atl_note_tree_settle (f->canvas->tree, f->canvas->camera);

  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "New words. Yellow star. 3 of 3.");
}

static void
test_name_says_group_and_versions (Fixture      *f,
                                   gconstpointer data)
{
  const char           *titles[] = { "Blue team", NULL };
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->board.session, titles, NULL);
  AtlNote              *changed = note (f, "c");
  GtkWidget            *widget = atl_note_tree_find (f->canvas->tree, changed);

  atl_note_set_group (changed, atl_item_get_id (groups->pdata[0]));
  atl_item_set_alternatives (ATL_ITEM (changed),
                             g_variant_new_parsed ("{'text': <[<{'text': <'theirs'>}>]>}"));
  atl_scene_update (atl_board_view_get_scene (f->canvas->view));
  atl_note_tree_settle (f->canvas->tree, f->canvas->camera);

  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "c. Yellow star. 2 versions. Blue team. 3 of 3.");
}

static void
test_key_shows_versions (Fixture      *f,
                         gconstpointer data)
{
  AtlNote *shown = NULL;
  AtlNote *changed = note (f, "a");

  g_signal_connect (f->canvas, "versions-activated", G_CALLBACK (versions_cb), &shown);
  canvas_act (f->canvas, "canvas.show-versions");
  g_assert_null (shown);
  atl_item_set_alternatives (ATL_ITEM (changed),
                             g_variant_new_parsed ("{'text': <[<{'text': <'theirs'>}>]>}"));
  atl_scene_update (atl_board_view_get_scene (f->canvas->view));
  canvas_act (f->canvas, "canvas.show-versions");

  g_assert_true (shown == changed);
}

static void
test_mark_is_found (Fixture      *f,
                    gconstpointer data)
{
  AtlNote *changed = note (f, "b");
  AtlBox  *box;
  AtlRect  mark;

  atl_item_set_alternatives (ATL_ITEM (changed),
                             g_variant_new_parsed ("{'text': <[<{'text': <'theirs'>}>]>}"));
  atl_scene_update (atl_board_view_get_scene (f->canvas->view));
  box = atl_board_view_find_box (f->canvas->view, changed);
  mark = atl_scene_get_mark (atl_board_view_get_scene (f->canvas->view), box);

  g_assert_true (atl_board_view_find_mark (f->canvas->view, (AtlPoint){ mark.x + 3, mark.y + 3 }) == box);
  g_assert_null (atl_board_view_find_mark (f->canvas->view, atl_rect_center (box->rect)));
  g_assert_null (atl_board_view_find_mark (f->canvas->view, (AtlPoint){ mark.x - 3, mark.y }));
}

static void
test_group_is_one_step (Fixture      *f,
                        gconstpointer data)
{
  canvas_act (f->canvas, "canvas.select-all");
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.group", "s", "team");

  g_assert_cmpstr (atl_note_get_group (note (f, "a")), ==, "team");
  g_assert_cmpstr (atl_note_get_group (note (f, "c")), ==, "team");
  canvas_act (f->canvas, "canvas.undo");
  g_assert_cmpstr (atl_note_get_group (note (f, "a")), ==, "");
  g_assert_cmpstr (atl_note_get_group (note (f, "c")), ==, "");
}

static void
test_new_note_is_one_step (Fixture      *f,
                           gconstpointer data)
{
  canvas_act (f->canvas, "canvas.new-note");
  g_assert_true (atl_canvas_get_editing (f->canvas));
  type (f, "h");
  type (f, "i");
  g_assert_true (press (f, GDK_KEY_Return, 0));
  assert_order (f, f->first, "a b c hi");
  g_assert_false (atl_canvas_get_editing (f->canvas));
  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));

  canvas_act (f->canvas, "canvas.undo");
  assert_order (f, f->first, "a b c");
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_new_note_given_up (Fixture      *f,
                        gconstpointer data)
{
  canvas_act (f->canvas, "canvas.new-note");
  g_assert_true (press (f, GDK_KEY_Escape, 0));

  assert_order (f, f->first, "a b c");
  g_assert_false (atl_history_get_can_undo (f->board.history));
  g_assert_false (atl_history_get_can_redo (f->board.history));
}

static void
test_every_key_reaches_the_model (Fixture      *f,
                                  gconstpointer data)
{
  AtlNote *edited = note (f, "a");

  atl_canvas_edit (f->canvas, edited);
  type (f, "b");
  g_assert_cmpstr (atl_note_get_text (edited), ==, "ab");
  press (f, GDK_KEY_Return, GDK_SHIFT_MASK);
  type (f, "c");
  g_assert_cmpstr (atl_note_get_text (edited), ==, "ab\nc");

  canvas_act (f->canvas, "canvas.undo");
  g_assert_cmpstr (atl_note_get_text (edited), ==, "a");
  g_assert_cmpint (gtk_text_buffer_get_char_count (editor_buffer (f)), ==, 1);
}

static void
test_note_removed_while_edited (Fixture      *f,
                                gconstpointer data)
{
  atl_canvas_edit (f->canvas, note (f, "b"));
  atl_list_remove (atl_board_get_notes (f->board.board), ATL_ITEM (note (f, "b")));
  atl_scene_update (atl_board_view_get_scene (f->canvas->view));
  canvas_run ();

  g_assert_false (atl_canvas_get_editing (f->canvas));
  assert_order (f, f->first, "a c");
}

static void
test_delete_tells (Fixture      *f,
                   gconstpointer data)
{
  canvas_act (f->canvas, "canvas.delete");
  assert_order (f, f->first, "b c");
  g_assert_cmpuint (f->toasts, ==, 1);
  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));

  canvas_act (f->canvas, "canvas.undo");
  assert_order (f, f->first, "a b c");
}

/* The note in the stack has no place of its own: its lead stands for both. */
static void
test_redo_of_a_stack_selects_it (Fixture      *f,
                                 gconstpointer data)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) selected = NULL;

  g_ptr_array_add (both, note (f, "a"));
  g_ptr_array_add (both, note (f, "b"));
  atl_selection_set (atl_board_view_get_selection (f->canvas->view), both);
  canvas_act (f->canvas, "canvas.stack");
  assert_order (f, f->first, "a+1 c");
  canvas_act (f->canvas, "canvas.undo");
  canvas_act (f->canvas, "canvas.redo");
  canvas_run ();

  assert_order (f, f->first, "a+1 c");
  selected = atl_canvas_get_selection (f->canvas);
  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == note (f, "a"));
  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));
  canvas_act (f->canvas, "canvas.delete");
  assert_order (f, f->first, "c");
}

static void
test_delete_without_a_selection_counts_notes (Fixture      *f,
                                              gconstpointer data)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  AtlSelection         *selection = atl_board_view_get_selection (f->canvas->view);

  atl_selection_set (selection, none);
  atl_selection_set_cursor (selection, note (f, "b"));
  canvas_act (f->canvas, "canvas.delete");

  assert_order (f, f->first, "a c");
  g_assert_cmpstr (f->toast, ==, "1 note deleted");
}

static void
test_undo_selects (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) selected = NULL;

  canvas_act (f->canvas, "canvas.delete");
  canvas_act (f->canvas, "canvas.undo");
  selected = atl_canvas_get_selection (f->canvas);

  g_assert_cmpuint (selected->len, ==, 1);
  g_assert_true (selected->pdata[0] == note (f, "a"));
}

static void
test_stack_opens_and_comes_apart (Fixture      *f,
                                  gconstpointer data)
{
  canvas_act (f->canvas, "canvas.select-all");
  canvas_act (f->canvas, "canvas.stack");
  assert_order (f, f->first, "a+2");
  canvas_act (f->canvas, "canvas.edit");
  g_assert_false (atl_canvas_get_editing (f->canvas));
  g_assert_nonnull (atl_note_tree_find (f->canvas->tree, note (f, "c")));
  canvas_act (f->canvas, "canvas.close-stack");
  g_assert_null (atl_note_tree_find (f->canvas->tree, note (f, "c")));
  canvas_act (f->canvas, "canvas.unstack");
  assert_order (f, f->first, "a b c");
}

/* A great many notes, seen from afar, far from where the board begins. */
static void
test_shrunk_board_stays_in_view (Fixture      *f,
                                 gconstpointer data)
{
  AtlCamera *camera = f->canvas->camera;
  AtlScene  *scene = atl_board_view_get_scene (f->canvas->view);
  AtlRect    bounds;

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (AtlNote) one = atl_note_new (NULL);

      atl_note_set_area (one, atl_item_get_id (ATL_ITEM (f->first)));
      atl_list_insert (atl_board_get_notes (f->board.board), ATL_ITEM (one));
    }
  canvas_run ();
  atl_scene_update (scene);
  atl_canvas_set_zoom (f->canvas, 0.05);
  atl_camera_pan (camera, 0, 1e6);
  canvas_act (f->canvas, "canvas.select-all");
  canvas_act (f->canvas, "canvas.delete");
  atl_scene_update (scene);
  bounds = atl_scene_get_bounds (scene);

  canvas_wait_until (atl_canvas_get_zoom (f->canvas) > 0.2);
  g_assert_true (atl_rect_contains (atl_camera_get_visible (camera), atl_rect_center (bounds)));
}

static void
test_color (Fixture      *f,
            gconstpointer data)
{
  canvas_act (f->canvas, "canvas.select-all");
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.color", "s", "purple");

  g_assert_cmpint (atl_note_get_color (note (f, "b")), ==, ATL_COLOR_PURPLE);
}

static void
test_moved_note_keeps_the_focus (Fixture      *f,
                                 gconstpointer data)
{
  canvas_act (f->canvas, "canvas.move-right");
  canvas_act (f->canvas, "canvas.move-right");
  canvas_act (f->canvas, "canvas.move-right");
  assert_order (f, f->second, "a");

  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));
  g_assert_true (atl_note_widget_get_box (ATL_NOTE_WIDGET (focus_of (f)))->item == ATL_ITEM (note (f, "a")));
}

static void
test_board_is_fitted (Fixture      *f,
                      gconstpointer data)
{
  AtlRect visible = atl_camera_get_visible (f->canvas->camera);
  AtlRect bounds = atl_scene_get_bounds (atl_board_view_get_scene (f->canvas->view));

  g_assert_cmpfloat (visible.width, >=, bounds.width);
  g_assert_cmpfloat (visible.height, >=, bounds.height);
}

static void
test_other_board (Fixture      *f,
                  gconstpointer data)
{
  AtlBoard *other = atl_board_new (NULL);

  atl_list_insert (atl_session_get_boards (f->board.session), ATL_ITEM (other));
  canvas_act (f->canvas, "canvas.new-note");
  atl_canvas_set_board (f->canvas, f->board.session, f->board.history, other);
  canvas_run ();
  g_assert_true (atl_canvas_get_board (f->canvas) == other);
  assert_order (f, f->first, "a b c");
  canvas_act (f->canvas, "canvas.new-note");
  canvas_act (f->canvas, "canvas.delete");
  canvas_act (f->canvas, "canvas.zoom-fit");

  atl_canvas_set_board (f->canvas, NULL, NULL, NULL);
  canvas_run ();
  g_assert_null (atl_canvas_get_board (f->canvas));
  g_object_unref (other);
}

static void
test_one_change_builds_one_cell (Fixture      *f,
                                 gconstpointer data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (f->window);
  guint          before;

  gtk_widget_queue_draw (GTK_WIDGET (f->canvas));
  canvas_wait_until (atl_cell_cache_get_n_builds (f->canvas->cache) > 0);
  before = atl_cell_cache_get_n_builds (f->canvas->cache);
  atl_note_set_color (note (f, "b"), ATL_COLOR_BLUE);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  canvas_wait_until (atl_cell_cache_get_n_builds (f->canvas->cache) > before);

  g_assert_cmpuint (atl_cell_cache_get_n_builds (f->canvas->cache), ==, before + 1);
}

static cairo_surface_t *
draw_canvas (Fixture *f)
{
  g_autoptr (GdkPaintable)  paintable = gtk_widget_paintable_new (GTK_WIDGET (f->canvas));
  GtkSnapshot              *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t          *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 700);
  cairo_t                  *cr = cairo_create (surface);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (f->canvas)),
                          gtk_widget_get_height (GTK_WIDGET (f->canvas)));
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static void
painted_cb (gboolean *painted)
{
  *painted = TRUE;
}

static void
wait_frame (Fixture *f)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (f->window);
  gboolean       painted = FALSE;
  gulong         handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (f->canvas));
  canvas_wait_until (painted);
  g_signal_handler_disconnect (clock, handler);
}

/* While it moves it is copied from pictures, unless the machine is so slow that it rests between two
 * frames. */
static cairo_surface_t *
draw_moving (Fixture *f)
{
  cairo_surface_t *surface = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      for (guint j = 0; j < 5; j++)
        {
          atl_camera_pan (f->canvas->camera, i % 2 == 0 ? 7 : -7, 3);
          wait_frame (f);
        }
      surface = draw_canvas (f);
      if (atl_cell_cache_rest (f->canvas->cache))
        return surface;
    }
  g_assert_not_reached ();
}

static void
test_moving_board_looks_as_at_rest (Fixture      *f,
                                    gconstpointer data)
{
  const double zooms[] = { 1.7, 1, 0.437 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      cairo_surface_t *moving, *rest;

      atl_canvas_set_zoom (f->canvas, zooms[i]);
      wait_frame (f);
      moving = draw_moving (f);
      wait_frame (f);
      rest = draw_canvas (f);
      g_assert_cmpmem (cairo_image_surface_get_data (moving), 700 * 900 * 4,
                       cairo_image_surface_get_data (rest), 700 * 900 * 4);
      cairo_surface_destroy (moving);
      cairo_surface_destroy (rest);
    }
}

static void
test_menu (Fixture      *f,
           gconstpointer data)
{
  canvas_act (f->canvas, "canvas.menu");
  g_assert_nonnull (f->canvas->menu);
  gtk_popover_popdown (GTK_POPOVER (f->canvas->menu));
  canvas_wait_until (f->canvas->menu == NULL);

  g_assert_true (ATL_IS_NOTE_WIDGET (focus_of (f)));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
test_lit (Fixture      *f,
          gconstpointer data)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  AtlScene              *scene = atl_canvas_get_scene (f->canvas);
  AtlBox                *a = atl_scene_find_box (scene, atl_board_fixture_find (&f->board, "a"));
  AtlBox                *b = atl_scene_find_box (scene, atl_board_fixture_find (&f->board, "b"));
  g_hash_table_add (found, a->item);
  g_hash_table_add (linked, b->item);

  atl_canvas_set_lit (f->canvas, ATL_LIT_FIND, found);
  atl_canvas_set_lit (f->canvas, ATL_LIT_LINKS, linked);
  g_assert_true (atl_scene_get_faded (scene, b) && !atl_scene_get_faded (scene, a));

  atl_canvas_set_lit (f->canvas, ATL_LIT_FIND, NULL);
  g_assert_true (atl_scene_get_faded (scene, a) && !atl_scene_get_faded (scene, b));

  atl_canvas_set_lit (f->canvas, ATL_LIT_LINKS, NULL);
  g_assert_false (atl_scene_get_faded (scene, a) || atl_scene_get_faded (scene, b));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/canvas/focus/is-on-a-note", test_focus_is_on_a_note);
  add ("/canvas/focus/tab-leaves", test_tab_leaves);
  add ("/canvas/focus/follows-a-moved-note", test_moved_note_keeps_the_focus);
  add ("/canvas/names/say-everything", test_names);
  add ("/canvas/names/follow-the-text", test_name_follows_text);
  add ("/canvas/names/say-group-and-versions", test_name_says_group_and_versions);
  add ("/canvas/versions/key-asks-for-them", test_key_shows_versions);
  add ("/canvas/versions/mark-is-found-by-place", test_mark_is_found);
  add ("/canvas/group/of-the-selection-is-one-step", test_group_is_one_step);
  add ("/canvas/new-note/is-one-step", test_new_note_is_one_step);
  add ("/canvas/new-note/given-up-leaves-no-trace", test_new_note_given_up);
  add ("/canvas/editor/every-key-reaches-the-model", test_every_key_reaches_the_model);
  add ("/canvas/editor/its-note-is-removed", test_note_removed_while_edited);
  add ("/canvas/delete/tells-and-comes-back", test_delete_tells);
  add ("/canvas/undo/selects-what-came-back", test_undo_selects);
  add ("/canvas/redo/selects-the-stack", test_redo_of_a_stack_selects_it);
  add ("/canvas/delete/counts-notes-where-none-is-selected", test_delete_without_a_selection_counts_notes);
  add ("/canvas/stack/opens-and-comes-apart", test_stack_opens_and_comes_apart);
  add ("/canvas/color/of-the-selection", test_color);
  add ("/canvas/view/fits-the-board-first", test_board_is_fitted);
  add ("/canvas/view/shrunk-board-stays-in-view", test_shrunk_board_stays_in_view);
  add ("/canvas/board/another-one", test_other_board);
  add ("/canvas/cache/one-change-builds-one-cell", test_one_change_builds_one_cell);
  add ("/canvas/moving-board/looks-as-at-rest", test_moving_board_looks_as_at_rest);
  add ("/canvas/menu/opens-and-closes", test_menu);
  add ("/canvas/lit/what-was-found-wins-over-what-is-linked", test_lit);
  return g_test_run ();
}

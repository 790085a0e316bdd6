/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/atl-canvas-keyboard.h"
#include "canvas/atl-canvas-reading.h"
#include "canvas/atl-commands.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/links/atl-link-commands.h"

static const char *const LETTERS[] = { "a", "b", "c", "d", NULL };
static const char *const DIGITS[] = { "1", "2", "3", NULL };

typedef struct
{
  AtlBoardFixture board;
  AtlArea        *flow, *free;
  GtkWidget      *window;
  AtlCanvas      *canvas;
  char           *toast;
} Fixture;

static void
toast_cb (AtlCanvas  *canvas,
          const char *text,
          gboolean    undoable,
          Fixture    *f)
{
  g_free (f->toast);
  f->toast = g_strdup (text);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  f->flow = atl_board_fixture_add_area (&f->board, "Flow", ATL_LAYOUT_FLOW, LETTERS);
  f->free = atl_board_fixture_add_area (&f->board, "Free", ATL_LAYOUT_FREE, DIGITS);
  f->canvas = ATL_CANVAS (atl_canvas_new ());
  g_signal_connect (f->canvas, "toast", G_CALLBACK (toast_cb), f);
  f->window = canvas_fixture_open (&f->board, NULL, f->canvas);
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  canvas_fixture_close (&f->board, f->window);
  g_clear_pointer (&f->toast, g_free);
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
  g_auto (GStrv)        words = g_strsplit (texts, " ", -1);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    g_ptr_array_add (notes, note (f, words[i]));
  atl_canvas_select (f->canvas, notes);
}

/* The heading of the menu that is open, or NULL if it is not about an area. */
static char *
dup_heading (Fixture *f)
{
  GMenuModel *menu = f->canvas->menu != NULL
                       ? gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (f->canvas->menu))
                       : NULL;
  char       *heading = NULL;

  if (menu != NULL)
    g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &heading);
  return heading;
}

static void
test_menu_of_the_current_area (Fixture      *f,
                               gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *of_notes = NULL;

  pick (f, "");
  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.menu");
  first = dup_heading (f);
  g_assert_cmpstr (first, ==, "Free");
  pick (f, "a");
  canvas_act (f->canvas, "canvas.menu");
  of_notes = dup_heading (f);

  g_assert_nonnull (f->canvas->menu);
  g_assert_null (of_notes);
}

static void
test_all_stacks_of_the_area (Fixture      *f,
                             gconstpointer data)
{
  AtlScene *scene = atl_canvas_get_scene (f->canvas);

  pick (f, "a b");
  canvas_act (f->canvas, "canvas.stack");
  pick (f, "c d");
  canvas_act (f->canvas, "canvas.stack");
  canvas_act (f->canvas, "canvas.open-all-stacks");
  g_assert_true (atl_scene_get_stack_open (scene, note (f, "a")));
  g_assert_true (atl_scene_get_stack_open (scene, note (f, "c")));
  canvas_act (f->canvas, "canvas.close-all-stacks");

  g_assert_false (atl_scene_get_stack_open (scene, note (f, "a")));
  g_assert_false (atl_scene_get_stack_open (scene, note (f, "c")));
}

static void
test_select_area (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) selected = NULL;

  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.select-area");
  selected = atl_canvas_get_selection (f->canvas);

  g_assert_cmpuint (selected->len, ==, 3);
  g_assert_true (atl_note_find_area (selected->pdata[0]) == f->free);
}

/* Everything a person can do to the notes of an area, and to put notes there. */
static void
test_locked_area_stays (Fixture      *f,
                        gconstpointer data)
{
  static const char *const deeds[] = {
    "canvas.delete",
    "canvas.duplicate",
    "canvas.stack",
    "canvas.move-right",
    "canvas.move-down",
    "canvas.edit",
    "canvas.edit-lead",
    "canvas.new-note",
    "canvas.cut",
    "canvas.unstack",
  };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

  pick (f, "a b");
  canvas_act (f->canvas, "canvas.lock-area");
  g_assert_true (atl_area_get_locked (f->flow));
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      pick (f, "a b");
      g_clear_pointer (&f->toast, g_free);
      canvas_act (f->canvas, deeds[i]);
      g_assert_false (atl_canvas_get_editing (f->canvas));
      g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Lock Area");
    }
  g_ptr_array_add (entries, atl_entry_new ("new", FALSE));
  g_assert_false (atl_canvas_add_entries (f->canvas, entries, NULL));
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.color", "s", "blue");

  g_assert_cmpstr (f->toast, ==, "Flow is locked");
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Lock Area");
}

static void
test_unlocking_is_told_to_who_was_refused (Fixture      *f,
                                           gconstpointer data)
{
  pick (f, "a");
  canvas_act (f->canvas, "canvas.lock-area");
  canvas_act (f->canvas, "canvas.delete");
  g_assert_cmpstr (f->toast, ==, "Flow is locked");
  canvas_act (f->canvas, "canvas.lock-area");
  g_assert_cmpstr (f->toast, ==, "Flow is unlocked");

  g_clear_pointer (&f->toast, g_free);
  canvas_act (f->canvas, "canvas.lock-area");
  canvas_act (f->canvas, "canvas.lock-area");
  g_assert_null (f->toast);

  canvas_act (f->canvas, "canvas.lock-area");
  canvas_act (f->canvas, "canvas.delete");
  canvas_act (f->canvas, "canvas.undo");
  g_assert_false (atl_area_get_locked (f->flow));
  g_assert_cmpstr (f->toast, ==, "Flow is unlocked");
}

static void
test_nothing_comes_into_a_locked_area (Fixture      *f,
                                       gconstpointer data)
{
  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.lock-area");
  pick (f, "d");
  canvas_act (f->canvas, "canvas.move-right");

  g_assert_true (atl_note_find_area (note (f, "d")) == f->flow);
  g_assert_cmpstr (f->toast, ==, "Free is locked");
}

static void
strengthen (Fixture *f)
{
  g_autoptr (GVariant) options =
    g_variant_ref_sink (g_variant_new_parsed ("{'noteStrength': <[<int64 1>, <int64 5>]>}"));

  atl_board_set_options (f->board.board, options);
}

/* Ways that need more than an action of the canvas. */
static void
test_locked_notes_keep_what_they_have (Fixture      *f,
                                       gconstpointer data)
{
  static const char *const deeds[] = { "canvas.hide", "canvas.release", "canvas.link", "canvas.values" };
  guint64                  before;

  strengthen (f);
  atl_area_set_locked (f->flow, TRUE);
  before = atl_history_get_position (f->board.history);
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    {
      pick (f, "a");
      g_clear_pointer (&f->toast, g_free);
      canvas_act (f->canvas, deeds[i]);
      g_assert_cmpstr (f->toast, ==, g_str_equal (deeds[i], "canvas.values") ? NULL : "Flow is locked");
    }
  g_clear_pointer (&f->toast, g_free);
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.strength", "i", 3);

  g_assert_cmpstr (f->toast, ==, "Flow is locked");
  g_assert_null (atl_note_get_fields (note (f, "a")));
  g_assert_false (atl_note_get_hidden (note (f, "a")));
  g_assert_null (atl_canvas_links_get_strip (f->canvas->links));
  g_assert_cmpuint (atl_history_get_position (f->board.history), ==, before);
}

/* What a link says belongs to the notes at its ends, whichever of them is locked. */
static void
test_links_of_locked_notes_stay (Fixture      *f,
                                 gconstpointer data)
{
  AtlBoardView *view = f->canvas->view;
  AtlLink      *link = atl_link_commands_state (view, note (f, "1"), note (f, "a"), ATL_LINK_KIND_RELATES,
                                                ATL_DECLARED_BY_BOTH, 3);

  atl_area_set_locked (f->flow, TRUE);
  atl_board_view_set_link (view, link);
  canvas_act (f->canvas, "canvas.delete");
  canvas_act (f->canvas, "canvas.reverse-link");
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.link-strength", "i", 5);
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), "canvas.link-kind", "s", "drives");
  canvas_act (f->canvas, "canvas.edit-link");

  g_assert_null (f->canvas->menu);
  g_assert_cmpstr (f->toast, ==, "Flow is locked");
  g_assert_true (atl_item_get_list (ATL_ITEM (link)) != NULL);
  g_assert_cmpstr (atl_link_get_from (link), ==, atl_item_get_id (ATL_ITEM (note (f, "1"))));
  g_assert_cmpint (atl_link_get_strength (link), ==, 3);
  g_assert_cmpint (atl_link_get_kind (link), ==, ATL_LINK_KIND_RELATES);
  g_assert_null (atl_link_commands_state (view, note (f, "2"), note (f, "b"), ATL_LINK_KIND_RELATES,
                                          ATL_DECLARED_BY_BOTH, 3));
}

/* A canvas without a board has only what can be asked of any. */
static const char *const EDITS[] = {
  "canvas.new-note",
  "canvas.edit-lead",
  "canvas.rename",
  "canvas.delete",
  "canvas.duplicate",
  "canvas.cut",
  "canvas.paste",
  "canvas.stack",
  "canvas.unstack",
  "canvas.move-left",
  "canvas.move-right",
  "canvas.move-up",
  "canvas.move-down",
  "canvas.undo",
  "canvas.redo",
  "canvas.color",
  "canvas.group",
  "canvas.hide",
  "canvas.release",
  "canvas.release-area",
  "canvas.release-all",
  "canvas.lock-area",
  "canvas.sort-area",
  "canvas.align",
  "canvas.arrange-area",
  "canvas.arrange",
  "canvas.link",
  "canvas.reverse-link",
  "canvas.link-kind",
  "canvas.link-strength",
  "canvas.arrange-all",
  "canvas.details",
  "canvas.silo",
  "canvas.pinned",
  "canvas.edit-link",
  "canvas.strength",
  "canvas.values",
  "canvas.score",
  "canvas.show-versions",
};

static const char *const READINGS[] = {
  "canvas.copy",
  "canvas.select-all",
  "canvas.toggle",
  "canvas.unselect",
  "canvas.zoom-in",
  "canvas.zoom-fit",
  "canvas.menu",
  "canvas.select-area",
  "canvas.next-link",
  "canvas.show-definition",
};

/* An action that is disabled is not activated. */
static gboolean
is_enabled (Fixture    *f,
            const char *name)
{
  static const char *const worded[] = { "canvas.color", "canvas.group", "canvas.sort-area",
                                        "canvas.align", "canvas.arrange", "canvas.arrange-all",
                                        "canvas.link-kind", "canvas.silo", NULL };
  GtkWidget               *button = gtk_button_new ();
  gboolean                 sensitive;

  gtk_widget_set_parent (button, GTK_WIDGET (f->canvas));
  if (g_strv_contains (worded, name))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  else if (g_str_has_suffix (name, "strength"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", 1);
  else if (g_str_has_suffix (name, "pinned"))
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "b", TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  sensitive = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return sensitive;
}

static void
test_read_only_enables_no_edit (Fixture      *f,
                                gconstpointer data)
{
  strengthen (f);
  pick (f, "a b");
  g_assert_true (is_enabled (f, "canvas.delete"));
  g_assert_true (is_enabled (f, "canvas.color"));
  g_assert_true (is_enabled (f, "canvas.strength"));
  atl_canvas_set_read_only (f->canvas, TRUE);

  for (guint round = 0; round < 2; round++)
    {
      pick (f, round == 0 ? "a b" : "1");
      for (guint i = 0; i < G_N_ELEMENTS (EDITS); i++)
        if (is_enabled (f, EDITS[i]))
          g_error ("%s is enabled", EDITS[i]);
      for (guint i = 0; i < G_N_ELEMENTS (READINGS); i++)
        if (!is_enabled (f, READINGS[i]))
          g_error ("%s is disabled", READINGS[i]);
    }
}

/* What reaches an edit without its action is refused, too. */
static void
test_read_only_refuses (Fixture      *f,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  const guint64         before = atl_history_get_position (f->board.history);

  atl_canvas_set_read_only (f->canvas, TRUE);
  pick (f, "a b");
  g_ptr_array_add (entries, atl_entry_new ("new", FALSE));
  g_assert_false (atl_canvas_add_entries (f->canvas, entries, NULL));
  g_assert_cmpstr (f->toast, ==, "This session can be looked at only");
  g_assert_cmpuint (atl_commands_delete (f->canvas->view), ==, 0);
  g_assert_false (atl_commands_move (f->canvas->view, ATL_DIRECTION_RIGHT));
  g_assert_null (atl_link_commands_state (f->canvas->view, note (f, "a"), note (f, "1"),
                                          ATL_LINK_KIND_RELATES, ATL_DECLARED_BY_BOTH, 3));
  atl_canvas_open_note (f->canvas, note (f, "a"));

  g_assert_false (atl_canvas_get_editing (f->canvas));
  g_assert_cmpuint (atl_history_get_position (f->board.history), ==, before);
}

static void
test_read_only_is_walked (Fixture      *f,
                          gconstpointer data)
{
  atl_canvas_set_read_only (f->canvas, TRUE);
  atl_canvas_set_current_area (f->canvas, f->free);
  atl_canvas_go_into_area (f->canvas);

  g_assert_true (gtk_widget_has_focus (atl_note_tree_find (f->canvas->tree, note (f, "1"))));
  atl_canvas_go_to_area (f->canvas, 1);
  g_assert_true (gtk_widget_has_focus (atl_note_tree_find (f->canvas->tree, note (f, "a"))));
  atl_canvas_go (f->canvas, ATL_DIRECTION_RIGHT, 0);
  g_assert_true (gtk_widget_has_focus (atl_note_tree_find (f->canvas->tree, note (f, "b"))));
}

/* The keys, the digits of the chip and assistive technology agree, whatever the areas looked like before. */
static void
test_areas_have_one_order (Fixture      *f,
                           gconstpointer data)
{
  AtlList   *areas = atl_board_get_areas (f->board.board);
  GtkWidget *flow = gtk_widget_get_parent (atl_note_tree_find (f->canvas->tree, note (f, "a")));
  GtkWidget *free = gtk_widget_get_parent (atl_note_tree_find (f->canvas->tree, note (f, "1")));

  g_assert_true (gtk_widget_get_next_sibling (flow) == free);
  atl_area_set_rank (f->flow, "z");
  g_assert_true (atl_list_get (areas, 0) == (gpointer) f->free);
  atl_scene_update (atl_canvas_get_scene (f->canvas));
  atl_note_tree_settle (f->canvas->tree, f->canvas->camera);
  g_assert_true (gtk_widget_get_next_sibling (free) == flow);
  atl_canvas_set_current_area (f->canvas, f->free);
  atl_canvas_go_into_area (f->canvas);
  atl_canvas_go_to_area (f->canvas, 1);

  g_assert_true (atl_canvas_get_current_area (f->canvas) == f->flow);
}

static void
test_of_many_the_free_ones (Fixture      *f,
                            gconstpointer data)
{
  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.lock-area");
  pick (f, "a 1");
  canvas_act (f->canvas, "canvas.delete");

  g_assert_null (note (f, "a"));
  g_assert_nonnull (note (f, "1"));
}

static void
test_lock_is_undone_and_said (Fixture      *f,
                              gconstpointer data)
{
  GtkWidget *list;

  atl_canvas_set_current_area (f->canvas, f->flow);
  canvas_act (f->canvas, "canvas.lock-area");
  atl_scene_update (atl_canvas_get_scene (f->canvas));
  atl_note_tree_settle (f->canvas->tree, f->canvas->camera);
  list = gtk_widget_get_parent (atl_note_tree_find (f->canvas->tree, note (f, "a")));
  gtk_test_accessible_assert_property (list, GTK_ACCESSIBLE_PROPERTY_LABEL, "Flow. 4 notes. Locked.");
  canvas_act (f->canvas, "canvas.undo");

  g_assert_false (atl_area_get_locked (f->flow));
}

static guint
count_selected (Fixture *f)
{
  g_autoptr (GPtrArray) selected = atl_canvas_get_selection (f->canvas);

  return selected->len;
}

static void
test_select_all_twice (Fixture      *f,
                       gconstpointer data)
{
  atl_canvas_set_current_area (f->canvas, f->flow);
  canvas_act (f->canvas, "canvas.select-all");
  g_assert_cmpuint (count_selected (f), ==, 4);
  canvas_act (f->canvas, "canvas.select-all");

  g_assert_cmpuint (count_selected (f), ==, 7);
}

static void
run_with (Fixture    *f,
          const char *action,
          const char *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (f->canvas), action, "s", parameter);
  canvas_run ();
}

#define assert_order(f, area, expected)                                      \
  G_STMT_START                                                               \
  {                                                                          \
    g_autofree char *got_ = atl_board_fixture_dup_order (&(f)->board, area); \
    g_assert_cmpstr (got_, ==, expected);                                    \
  }                                                                          \
  G_STMT_END

static void
test_sort_is_one_step (Fixture      *f,
                       gconstpointer data)
{
  atl_note_set_text (note (f, "a"), "Zone 10");
  atl_note_set_text (note (f, "b"), "zone 9");
  atl_note_set_text (note (f, "c"), "«éclair»");
  atl_canvas_set_current_area (f->canvas, f->flow);
  run_with (f, "canvas.sort-area", "text");
  assert_order (f, f->flow, "d «éclair» zone 9 Zone 10");
  canvas_act (f->canvas, "canvas.undo");

  assert_order (f, f->flow, "Zone 10 zone 9 «éclair» d");
}

static void
test_sort_by_time_gives_the_order_of_capture (Fixture      *f,
                                              gconstpointer data)
{
  g_autoptr (AtlNote) late = atl_board_new_note (atl_area_find_board (f->flow));

  atl_note_set_text (late, "late");
  atl_note_set_area (late, atl_item_get_id (ATL_ITEM (f->flow)));
  atl_list_insert (atl_board_get_notes (atl_area_find_board (f->flow)), ATL_ITEM (late));
  atl_canvas_set_current_area (f->canvas, f->flow);
  run_with (f, "canvas.sort-area", "text");
  assert_order (f, f->flow, "a b c d late");
  atl_note_set_text (note (f, "a"), "z");
  run_with (f, "canvas.sort-area", "text");
  assert_order (f, f->flow, "b c d late z");
  run_with (f, "canvas.sort-area", "time");

  assert_order (f, f->flow, "z b c d late");
}

static void
test_sort_keeps_stacks (Fixture      *f,
                        gconstpointer data)
{
  atl_note_set_color (note (f, "b"), ATL_COLOR_PURPLE);
  pick (f, "b d");
  canvas_act (f->canvas, "canvas.stack");
  atl_canvas_set_current_area (f->canvas, f->flow);
  run_with (f, "canvas.sort-area", "color");

  assert_order (f, f->flow, "a c b+1");
}

static void
test_sort_lays_out_free_areas (Fixture      *f,
                               gconstpointer data)
{
  atl_note_set_text (note (f, "1"), "x");
  atl_canvas_set_current_area (f->canvas, f->free);
  run_with (f, "canvas.sort-area", "text");

  assert_order (f, f->free, "2 3 x");
  g_assert_cmpint (atl_note_get_x (note (f, "2")), <, atl_note_get_x (note (f, "3")));
  g_assert_cmpint (atl_note_get_x (note (f, "3")), <, atl_note_get_x (note (f, "x")));
  g_assert_cmpint (atl_note_get_y (note (f, "2")), ==, atl_note_get_y (note (f, "x")));
}

static void
test_arrange_is_one_step (Fixture      *f,
                          gconstpointer data)
{
  atl_note_set_x (note (f, "2"), 160);
  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.arrange-area");
  g_assert_cmpint (atl_note_get_x (note (f, "2")) - atl_note_get_x (note (f, "1")), ==, 200);
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Arrange Area");
  canvas_act (f->canvas, "canvas.arrange-area");
  g_assert_cmpstr (f->toast, ==, "Notes are arranged already");
  canvas_act (f->canvas, "canvas.undo");

  g_assert_cmpint (atl_note_get_x (note (f, "2")), ==, 160);
  g_assert_cmpint (atl_note_get_x (note (f, "1")), ==, 150);
}

static void
test_axes_are_not_crossed (Fixture      *f,
                           gconstpointer data)
{
  atl_area_set_layout (f->free, ATL_LAYOUT_AXES);
  atl_note_set_x (note (f, "1"), 390);
  atl_note_set_x (note (f, "2"), 410);
  atl_note_set_x (note (f, "3"), 420);
  atl_canvas_set_current_area (f->canvas, f->free);
  canvas_act (f->canvas, "canvas.arrange-area");

  g_assert_cmpint (atl_note_get_x (note (f, "1")), <, 400);
  g_assert_cmpint (atl_note_get_x (note (f, "2")), >=, 400);
  g_assert_cmpint (atl_note_get_x (note (f, "3")), >=, 400);
  g_assert_cmpint (atl_note_get_y (note (f, "1")), <, 500);
  g_assert_cmpint (ABS (atl_note_get_y (note (f, "2")) - atl_note_get_y (note (f, "3"))), >, 60);
}

static void
test_align (Fixture      *f,
            gconstpointer data)
{
  atl_note_set_y (note (f, "2"), 600);
  pick (f, "1 2 a");
  run_with (f, "canvas.align", "top");
  g_assert_cmpint (atl_note_get_y (note (f, "2")), ==, 400);
  g_assert_cmpint (atl_note_get_x (note (f, "2")), ==, 400);
  atl_note_set_x (note (f, "2"), 200);
  pick (f, "1 2 3");
  run_with (f, "canvas.align", "across");

  g_assert_cmpint (atl_note_get_x (note (f, "2")), ==, 400);
  g_assert_cmpstr (atl_history_get_undo_label (f->board.history), ==, "Distribute Notes");
}

static char *
suggest_cb (AtlCanvas *canvas,
            GPtrArray *stack,
            gpointer   data)
{
  return g_strdup_printf ("About %s", atl_note_get_text (stack->pdata[0]));
}

/* The entry over the stack, or NULL. */
static GtkEditable *
title_entry (Fixture *f)
{
  GtkWidget *title = atl_canvas_areas_get_title (f->canvas->areas);

  return title != NULL ? GTK_EDITABLE (gtk_widget_get_first_child (title)) : NULL;
}

static void
test_title_is_suggested (Fixture      *f,
                         gconstpointer data)
{
  g_signal_connect (f->canvas, "suggest-title", G_CALLBACK (suggest_cb), NULL);
  pick (f, "a b");
  canvas_act (f->canvas, "canvas.stack");
  canvas_act (f->canvas, "canvas.rename");
  g_assert_cmpstr (gtk_editable_get_text (title_entry (f)), ==, "About a");
  gtk_test_accessible_assert_property (GTK_WIDGET (title_entry (f)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Title of the stack");
  g_signal_emit_by_name (title_entry (f), "activate");
  g_assert_null (title_entry (f));
  g_assert_cmpstr (atl_note_get_stack_title (note (f, "a")), ==, "About a");
  canvas_act (f->canvas, "canvas.undo");

  g_assert_cmpstr (atl_note_get_stack_title (note (f, "a")), ==, "");
}

static void
test_suggestion_is_not_forced (Fixture      *f,
                               gconstpointer data)
{
  g_signal_connect (f->canvas, "suggest-title", G_CALLBACK (suggest_cb), NULL);
  pick (f, "a b");
  canvas_act (f->canvas, "canvas.stack");
  canvas_act (f->canvas, "canvas.rename");
  atl_canvas_end_editing (f->canvas);
  g_assert_cmpstr (atl_note_get_stack_title (note (f, "a")), ==, "");
  canvas_act (f->canvas, "canvas.open-stack");
  pick (f, "b");
  canvas_act (f->canvas, "canvas.rename");
  gtk_editable_set_text (title_entry (f), "  Mine ");
  atl_canvas_end_editing (f->canvas);

  g_assert_cmpstr (atl_note_get_stack_title (note (f, "a")), ==, "Mine");
}

static void
test_open_stack_is_said (Fixture      *f,
                         gconstpointer data)
{
  pick (f, "a b");
  canvas_act (f->canvas, "canvas.stack");
  atl_note_set_stack_title (note (f, "a"), "Tools");
  canvas_act (f->canvas, "canvas.open-stack");
  atl_note_tree_settle (f->canvas->tree, f->canvas->camera);

  gtk_test_accessible_assert_property (atl_note_tree_find (f->canvas->tree, note (f, "b")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "b. Yellow star. In the stack Tools of 2 notes. 2 of 4.");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  add ("/canvas/area-menu/is-about-the-current-area", test_menu_of_the_current_area);
  add ("/canvas/area/opens-and-closes-all-stacks", test_all_stacks_of_the_area);
  add ("/canvas/area/selects-its-notes", test_select_area);
  add ("/canvas/lock/notes-stay-as-they-are", test_locked_area_stays);
  add ("/canvas/lock/its-end-is-told-to-who-was-refused", test_unlocking_is_told_to_who_was_refused);
  add ("/canvas/lock/nothing-comes-in", test_nothing_comes_into_a_locked_area);
  add ("/canvas/lock/of-many-the-free-ones-go", test_of_many_the_free_ones);
  add ("/canvas/lock/notes-keep-what-they-have", test_locked_notes_keep_what_they_have);
  add ("/canvas/lock/links-stay", test_links_of_locked_notes_stay);
  add ("/canvas/read-only/enables-no-edit", test_read_only_enables_no_edit);
  add ("/canvas/read-only/refuses-what-comes-another-way", test_read_only_refuses);
  add ("/canvas/read-only/is-walked-by-keys", test_read_only_is_walked);
  add ("/canvas/areas/have-one-order", test_areas_have_one_order);
  add ("/canvas/lock/is-said-and-undone", test_lock_is_undone_and_said);
  add ("/canvas/select-all/first-the-area-then-the-board", test_select_all_twice);
  add ("/canvas/sort/is-one-step", test_sort_is_one_step);
  add ("/canvas/sort/by-time-gives-the-order-of-capture", test_sort_by_time_gives_the_order_of_capture);
  add ("/canvas/sort/keeps-stacks", test_sort_keeps_stacks);
  add ("/canvas/sort/lays-out-free-areas", test_sort_lays_out_free_areas);
  add ("/canvas/arrange/is-one-step", test_arrange_is_one_step);
  add ("/canvas/arrange/crosses-no-axis", test_axes_are_not_crossed);
  add ("/canvas/align/and-distribute", test_align);
  add ("/canvas/stack-title/is-suggested", test_title_is_suggested);
  add ("/canvas/stack-title/suggestion-is-not-forced", test_suggestion_is_not_forced);
  add ("/canvas/stack/open-one-is-said-of-its-notes", test_open_stack_is_said);
  return g_test_run ();
}

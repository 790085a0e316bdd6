/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-template-draft.h"
#include "model/atl-edits.h"
#include "model/atl-step.h"
#include "ui/common/atl-rename-popover.h"
#include "ui/start/atl-gallery.h"
#include "ui/templates/atl-area-grid.h"
#include "ui/templates/atl-bad-templates.h"
#include "ui/templates/atl-save-template.h"
#include "ui/templates/atl-step-row.h"
#include "ui/templates/atl-template-editor.h"
#include "ui/templates/atl-text-row.h"

#include "atl-waiting-test.h"

#define GOOD "{\"name\":\"Good\",\"areas\":[{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,100,100]}]}"
#define BAD "{\"name\":\"N\",\"areas\":[{\"id\":\"a\",\"title\":\"A\",\"rect\":[0]}]}"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct
{
  AtlCatalogue *catalogue;
  AtlPersonal  *personal;
  GtkWidget    *window;
  AtlGallery   *gallery;
  GtkWidget    *editor;
  char         *saved;
} Fixture;

static void
clear_folder (AtlPersonal *personal)
{
  g_autoptr (GDir) folder = g_dir_open (atl_personal_get_folder (personal), 0, NULL);
  const char      *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char  *path = g_build_filename (atl_personal_get_folder (personal), name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      g_file_delete (file, NULL, NULL);
    }
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  GtkWidget *overlay = adw_toast_overlay_new ();

  f->catalogue = atl_catalogue_new ();
  f->personal = atl_catalogue_get_personal (f->catalogue);
  f->window = gtk_window_new ();
  f->gallery = ATL_GALLERY (atl_gallery_new (f->catalogue, ATL_GALLERY_SESSION, "en"));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (f->gallery));
  gtk_window_set_child (GTK_WINDOW (f->window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  if (f->editor != NULL)
    gtk_window_destroy (GTK_WINDOW (f->editor));
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  clear_folder (f->personal);
  g_object_unref (f->catalogue);
  g_free (f->saved);
}

/* The first widget of a type that passes, on the way down. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *title)
{
  g_autofree char *own = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), ADW_TYPE_PREFERENCES_ROW))
    g_object_get (widget, "title", &own, NULL);
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (title == NULL || g_strcmp0 (own, title) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }
  return NULL;
}

static gboolean
press (GtkWidget      *widget,
       guint           key,
       GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0,
                         state,
                         &handled);
  settle ();
  return handled;
}

/* In percent of the board. */
static void
drag (AtlAreaGrid *grid,
      double       x,
      double       y,
      double       by_x,
      double       by_y)
{
  GtkWidget *widget = GTK_WIDGET (grid);
  gpointer   gesture = find_controller (widget, GTK_TYPE_GESTURE_DRAG);
  double     scale_x = (gtk_widget_get_width (widget) - 12) / 100.0;
  double     scale_y = (gtk_widget_get_height (widget) - 12) / 100.0;

  g_signal_emit_by_name (gesture, "drag-begin", x * scale_x + 6, y * scale_y + 6);
  g_signal_emit_by_name (gesture, "drag-update", by_x * scale_x, by_y * scale_y);
  g_signal_emit_by_name (gesture, "drag-end", by_x * scale_x, by_y * scale_y);
  settle ();
}

static AtlTemplate *
copy (Fixture    *f,
      const char *id,
      const char *name)
{
  AtlTemplate *template = atl_personal_copy (f->personal, atl_catalogue_find_template (f->catalogue, id),
                                             name, NULL);

  g_assert_nonnull (template);
  settle ();
  return template;
}

static guint
count (Fixture *f)
{
  return atl_personal_get_templates (f->personal)->len;
}

static void
activate (Fixture    *f,
          const char *action,
          const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->gallery), action, id != NULL ? "s" : NULL, id));
  settle ();
}

static void
test_gallery_shows_mine (Fixture      *f,
                         gconstpointer data)
{
  guint before = atl_gallery_get_n_shown (f->gallery);

  copy (f, "start-stop-continue", "Zebra crossing");
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), ==, before + 1);
  atl_gallery_search (f->gallery, "zebra");
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), ==, 1);
}

static void
test_gallery_tells_of_bad_files (Fixture      *f,
                                 gconstpointer data)
{
  g_autofree char *path = g_build_filename (atl_personal_get_folder (f->personal), "bad.json", NULL);
  GtkWidget       *button = find (GTK_WIDGET (f->gallery), ADW_TYPE_BUTTON_CONTENT, NULL);
  GtkWindow       *window = NULL;

  g_assert_false (gtk_widget_get_mapped (button));
  copy (f, "start-stop-continue", "Good one");
  g_assert_true (g_file_set_contents (path, BAD, -1, NULL));
  copy (f, "start-stop-continue", "Another one");

  g_assert_cmpstr (adw_button_content_get_label (ADW_BUTTON_CONTENT (button)), ==,
                   "1 template could not be read");
  g_assert_true (gtk_widget_get_mapped (button));
  g_assert_cmpuint (count (f), ==, 2);
  window = atl_bad_templates_open (GTK_WINDOW (f->window), f->personal);
  settle ();
  gtk_window_destroy (window);
}

static void
test_actions_on_a_template (Fixture      *f,
                            gconstpointer data)
{
  AtlTemplate     *mine = NULL;
  g_autofree char *id = NULL;

  atl_gallery_open (f->gallery, "sailboat");
  activate (f, "template.duplicate", "sailboat");
  g_assert_cmpuint (count (f), ==, 1);
  mine = g_ptr_array_index (atl_personal_get_templates (f->personal), 0);
  g_assert_true (atl_gallery_get_in_details (f->gallery));

  id = g_strdup (atl_template_get_id (mine));
  activate (f, "template.delete", id);
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_false (atl_gallery_get_in_details (f->gallery));

  g_signal_emit_by_name (find_button (f->window, "Undo"), "clicked");
  settle ();
  g_assert_nonnull (atl_catalogue_find_template (f->catalogue, id));
}

static gboolean
drop (Fixture    *f,
      const char *path)
{
  GtkWidget        *widget = GTK_WIDGET (f->gallery);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList            list = { file, NULL };
  GValue            value = G_VALUE_INIT;
  gboolean          taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &list);
  g_signal_emit_by_name (find_controller (widget, GTK_TYPE_DROP_TARGET), "drop", &value, 10.0, 10.0, &taken);
  g_value_unset (&value);
  settle ();
  return taken;
}

/* Of the windows that are open, that with this title. */
static GtkWindow *
find_window (const char *title)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        return window;
    }
  return NULL;
}

static void
test_dropped_files (Fixture      *f,
                    gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("dropped-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "good.json", NULL);
  g_autofree char *bad = g_build_filename (folder, "bad.json", NULL);

  g_assert_true (g_file_set_contents (good, GOOD, -1, NULL));
  g_assert_true (g_file_set_contents (bad, BAD, -1, NULL));
  g_assert_true (drop (f, good));
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_true (atl_gallery_get_in_details (f->gallery));
  g_assert_null (find_window ("Problems in Templates"));

  g_assert_true (drop (f, bad));
  g_assert_cmpuint (count (f), ==, 1);
  g_assert_nonnull (find_window ("Problems in Templates"));
  gtk_window_destroy (find_window ("Problems in Templates"));
}

static gboolean
details_stand (gpointer user_data)
{
  GtkWidget *stack = find (user_data, GTK_TYPE_STACK, NULL);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (stack));

  return gtk_widget_get_width (shown) > 0 && !gtk_stack_get_transition_running (GTK_STACK (stack));
}

static void
test_renaming (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *id = g_strdup (atl_template_get_id (copy (f, "sailboat", "Our boat")));

  atl_gallery_open (f->gallery, id);
  atl_test_wait_for (details_stand, f->gallery);
  activate (f, "template.rename", id);
  g_signal_emit_by_name (find (GTK_WIDGET (f->gallery), ATL_TYPE_RENAME_POPOVER, NULL), "renamed",
                         "Our ship");
  settle ();

  g_assert_cmpstr (atl_template_get_name (atl_catalogue_find_template (f->catalogue, id), "fr"), ==,
                   "Our ship");
}

static void
saved_cb (Fixture *f,
          AtlTemplate *template)
{
  f->saved = g_strdup (atl_template_get_id (template));
}

static void
type_into (GtkWidget  *window,
           const char *title,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (window, ADW_TYPE_ENTRY_ROW, title)), text);
  settle ();
}

static void
test_board_becomes_template (Fixture      *f,
                             gconstpointer data)
{
  static const char *const ids[] = { "start-stop-continue", NULL };
  g_autoptr (AtlSession)   session = atl_catalogue_make_session (f->catalogue, NULL, "en", ids);
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  GtkWidget               *dialog = NULL;
  AtlTemplate             *made = NULL;

  atl_area_add_note (atl_list_get (atl_board_get_areas (board), 0), "An example");
  dialog = atl_save_template_new (GTK_WINDOW (f->window), f->catalogue, board);
  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  type_into (dialog, "Name", "Our retro");
  type_into (dialog, "Category", "Team");
  g_assert_true (gtk_widget_activate_action (dialog, "template.save", NULL));
  settle ();

  made = atl_catalogue_find_template (f->catalogue, f->saved);
  g_assert_cmpstr (atl_template_get_name (made, "fr"), ==, "Our retro");
  g_assert_cmpstr (atl_template_get_category_name (made, "en"), ==, "Team");
  g_assert_cmpstr (atl_template_get_area_title (made, 0, "fr"), ==, "Commencer");
  g_assert_false (json_object_has_member (atl_template_get_data (made), "examples"));
  g_assert_true (atl_gallery_open (f->gallery, f->saved));
}

static char *
save_as (Fixture    *f,
         AtlBoard   *board,
         const char *name,
         gboolean    replace)
{
  GtkWidget *dialog = atl_save_template_new (GTK_WINDOW (f->window), f->catalogue, board);
  GtkWidget *row;
  char      *told;

  g_signal_connect_swapped (dialog, "saved", G_CALLBACK (saved_cb), f);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  type_into (dialog, "Name", name);
  row = find (dialog, ADW_TYPE_ACTION_ROW, "Replace the template of that name");
  told = g_strdup (gtk_widget_get_visible (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : "");
  if (replace)
    adw_action_row_activate (ADW_ACTION_ROW (row));
  g_clear_pointer (&f->saved, g_free);
  g_assert_true (gtk_widget_activate_action (dialog, "template.save", NULL));
  settle ();
  return told;
}

/* Whoever saves under a name that is there is told what becomes of it, and the two are told apart. */
static void
test_same_name_is_told (Fixture      *f,
                        gconstpointer data)
{
  static const char *const ids[] = { "start-stop-continue", NULL };
  g_autoptr (AtlSession)   session = atl_catalogue_make_session (f->catalogue, NULL, "en", ids);
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  g_autofree char         *first = save_as (f, board, "Our <retro>", FALSE);
  g_autofree char         *first_id = g_strdup (f->saved);
  g_autofree char         *second = save_as (f, board, "our <RETRO>", FALSE);
  g_autofree char         *second_id = g_strdup (f->saved);
  g_autofree char         *third = save_as (f, board, "Our <retro>", TRUE);

  g_assert_cmpstr (first, ==, "");
  g_assert_cmpstr (second, ==, "Otherwise this one is called “our <RETRO> (2)”");
  g_assert_cmpstr (third, ==, "Otherwise this one is called “Our <retro> (3)”");
  g_assert_cmpstr (f->saved, ==, first_id);
  g_assert_cmpstr (atl_template_get_name (atl_catalogue_find_template (f->catalogue, second_id), "en"), ==,
                   "our <RETRO> (2)");
}

static void
edited_cb (Fixture    *f,
           const char *id)
{
  g_free (f->saved);
  f->saved = g_strdup (id);
}

static AtlAreaGrid *
open_editor (Fixture *f,
             AtlTemplate *template)
{
  f->editor = atl_template_editor_new (GTK_WINDOW (f->window), f->personal, template);
  g_object_add_weak_pointer (G_OBJECT (f->editor), (gpointer *) &f->editor);
  g_signal_connect_swapped (f->editor, "saved", G_CALLBACK (edited_cb), f);
  gtk_window_present (GTK_WINDOW (f->editor));
  settle ();
  return ATL_AREA_GRID (find (f->editor, ATL_TYPE_AREA_GRID, NULL));
}

static void
assert_place (AtlArea *area,
              int      x,
              int      y,
              int      width,
              int      height)
{
  AtlCells cells = atl_cells_of_area (area);

  g_assert_cmpint (cells.x, ==, x);
  g_assert_cmpint (cells.y, ==, y);
  g_assert_cmpint (cells.width, ==, width);
  g_assert_cmpint (cells.height, ==, height);
}

static void
test_keys_arrange_areas (Fixture      *f,
                         gconstpointer data)
{
  AtlAreaGrid *grid = open_editor (f, NULL);
  GtkWidget   *widget = GTK_WIDGET (grid);
  AtlArea     *area = atl_area_grid_get_selected (grid);

  assert_place (area, 0, 0, 100, 100);
  g_assert_true (press (widget, GDK_KEY_Left, GDK_SHIFT_MASK));
  g_assert_true (press (widget, GDK_KEY_Up, GDK_SHIFT_MASK));
  assert_place (area, 0, 0, 99, 99);
  g_assert_true (press (widget, GDK_KEY_Right, 0));
  assert_place (area, 1, 0, 99, 99);
  gtk_widget_activate_action (f->editor, "editor.undo", NULL);
  settle ();
  assert_place (area, 0, 0, 100, 100);

  g_assert_true (press (widget, GDK_KEY_s, 0));
  assert_place (area, 0, 0, 50, 100);
  assert_place (atl_area_grid_get_selected (grid), 50, 0, 50, 100);
  g_assert_true (press (widget, GDK_KEY_Delete, 0));
  g_assert_true (atl_area_grid_get_selected (grid) == area);
}

static void
test_tab_goes_through_areas (Fixture      *f,
                             gconstpointer data)
{
  AtlAreaGrid *grid = open_editor (f, atl_catalogue_find_template (f->catalogue, "start-stop-continue"));
  AtlArea     *first = atl_area_grid_get_selected (grid);

  g_assert_true (gtk_widget_has_focus (atl_area_grid_find_tile (grid, first)));
  gtk_widget_child_focus (f->editor, GTK_DIR_TAB_FORWARD);
  settle ();
  g_assert_true (atl_area_grid_get_selected (grid) != first);
  gtk_widget_child_focus (f->editor, GTK_DIR_TAB_BACKWARD);
  settle ();
  g_assert_true (atl_area_grid_get_selected (grid) == first);
  gtk_test_accessible_assert_property (atl_area_grid_find_tile (grid, first), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Start: left 0, top 0, width 34, height 100");
}

static void
test_drags_arrange_areas (Fixture      *f,
                          gconstpointer data)
{
  AtlAreaGrid *grid = open_editor (f, NULL);
  AtlArea     *area = atl_area_grid_get_selected (grid);
  AtlArea     *drawn = NULL;

  drag (grid, 99.5, 50, -59.5, 0);
  assert_place (area, 0, 0, 40, 100);
  drag (grid, 50, 10, 30, 40);
  drawn = atl_area_grid_get_selected (grid);
  g_assert_true (drawn != area);
  assert_place (drawn, 50, 10, 30, 40);
  /* Near enough to the other one. */
  drag (grid, 65, 30, -9, 20);
  assert_place (drawn, 40, 30, 30, 40);
  /* A hand that trembles moves nothing. */
  drag (grid, 55, 45, 0.2, 0.2);
  assert_place (drawn, 40, 30, 30, 40);
  gtk_widget_activate_action (f->editor, "editor.undo", NULL);
  assert_place (drawn, 50, 10, 30, 40);
}

static void
test_editor_saves (Fixture      *f,
                   gconstpointer data)
{
  AtlTemplate     *mine = copy (f, "start-stop-continue", "Our retro");
  g_autofree char *path = g_strdup (atl_template_get_path (mine));
  AtlTemplate     *saved = NULL;

  open_editor (f, mine);
  type_into (f->editor, "Title", "Begin");
  type_into (f->editor, "Title, if it differs", "Débuter");
  g_assert_true (atl_template_editor_save (ATL_TEMPLATE_EDITOR (f->editor)));

  saved = atl_catalogue_find_template (f->catalogue, f->saved);
  g_assert_cmpstr (atl_template_get_path (saved), ==, path);
  g_assert_cmpstr (atl_template_get_area_title (saved, 0, "en"), ==, "Begin");
  g_assert_cmpstr (atl_template_get_area_title (saved, 0, "fr"), ==, "Débuter");
  g_assert_cmpstr (atl_template_get_area_title (saved, 1, "fr"), ==, "Arrêter");
  g_assert_cmpuint (count (f), ==, 1);
  gtk_window_close (GTK_WINDOW (f->editor));
  settle ();
  g_assert_null (f->editor);
}

/* What somebody else wrote meanwhile is not overwritten. */
static void
test_editor_leaves_a_changed_file (Fixture      *f,
                                   gconstpointer data)
{
  AtlTemplate     *mine = copy (f, "start-stop-continue", "Our retro");
  g_autofree char *path = g_strdup (atl_template_get_path (mine));

  open_editor (f, mine);
  g_assert_true (g_file_set_contents (path, BAD, -1, NULL));
  g_assert_true (atl_template_editor_save (ATL_TEMPLATE_EDITOR (f->editor)));

  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpuint (atl_personal_get_n_bad (f->personal), ==, 1);
  g_assert_cmpstr (atl_template_get_path (atl_catalogue_find_template (f->catalogue, f->saved)), !=, path);
}

static void
test_closing_asks_once (Fixture      *f,
                        gconstpointer data)
{
  open_editor (f, NULL);
  type_into (f->editor, "Title", "Something");
  gtk_window_close (GTK_WINDOW (f->editor));
  settle ();

  g_assert_nonnull (f->editor);
  g_assert_cmpuint (count (f), ==, 0);
}

static const char *
get_step_title (JsonArray *agenda,
                guint      i)
{
  JsonObject *title = json_object_get_object_member (json_array_get_object_element (agenda, i), "title");

  return json_object_get_string_member (title, "en");
}

static void
test_agenda (Fixture      *f,
             gconstpointer data)
{
  AtlTemplate     *mine = copy (f, "start-stop-continue", "Our retro");
  GtkWidget       *row = NULL;
  AtlTemplate     *saved = NULL;
  JsonArray       *agenda = json_object_get_array_member (atl_template_get_data (mine), "agenda");
  guint            n = json_array_get_length (agenda);
  g_autofree char *third = g_strdup (get_step_title (agenda, 2));

  open_editor (f, mine);
  row = find (f->editor, ATL_TYPE_STEP_ROW, "Set the stage");
  press (row, GDK_KEY_Down, GDK_ALT_MASK);
  press (row, GDK_KEY_Down, GDK_ALT_MASK);
  press (row, GDK_KEY_Up, GDK_ALT_MASK);
  g_signal_emit_by_name (find (f->editor, ATL_TYPE_STEP_ROW, third), "remove");
  settle ();
  g_assert_true (atl_template_editor_save (ATL_TEMPLATE_EDITOR (f->editor)));

  saved = atl_catalogue_find_template (f->catalogue, f->saved);
  agenda = json_object_get_array_member (atl_template_get_data (saved), "agenda");
  g_assert_cmpuint (json_array_get_length (agenda), ==, n - 1);
  g_assert_cmpstr (get_step_title (agenda, 0), ==, "Write in silence");
  g_assert_cmpstr (get_step_title (agenda, 1), ==, "Set the stage");
  g_assert_cmpint (atl_template_get_minutes (saved), <, atl_template_get_minutes (mine));
}

static void
test_areas_of_an_open_board (Fixture      *f,
                             gconstpointer data)
{
  static const char *const ids[] = { "start-stop-continue", NULL };
  g_autoptr (AtlSession)   session = atl_catalogue_make_session (f->catalogue, NULL, "en", ids);
  g_autoptr (AtlHistory)   history = atl_history_new (session);
  AtlBoard                *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlArea                 *area = atl_list_get (atl_board_get_areas (board), 0);
  AtlNote                 *note = atl_area_add_note (area, "Kept");
  GtkWidget               *grid = NULL;

  f->editor = atl_template_editor_new_for_board (GTK_WINDOW (f->window), board, history);
  g_object_add_weak_pointer (G_OBJECT (f->editor), (gpointer *) &f->editor);
  gtk_window_present (GTK_WINDOW (f->editor));
  settle ();
  grid = find (f->editor, ATL_TYPE_AREA_GRID, NULL);
  type_into (f->editor, "Title", "Begin");
  g_assert_cmpstr (atl_area_get_title (area), ==, "Begin");
  g_assert_true (press (grid, GDK_KEY_Delete, 0));

  g_assert_null (atl_note_find_area (note));
  g_assert_true (atl_history_undo (history));
  g_assert_true (atl_note_find_area (note) == area);
  g_assert_true (atl_history_undo (history));
  g_assert_cmpstr (atl_area_get_title (area), ==, "Start");
  gtk_window_close (GTK_WINDOW (f->editor));
  settle ();
  g_assert_null (f->editor);
}

static int
get_least_width (GtkWidget *widget)
{
  int least = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Says which of its parts is to blame. */
static void
tell_wide_parts (GtkWidget *widget,
                 int        depth)
{
  if (get_least_width (widget) <= 330)
    return;
  g_test_message ("%*s%s %d", depth, "", G_OBJECT_TYPE_NAME (widget), get_least_width (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_wide_parts (child, depth + 1);
}

static void
test_fits_a_small_screen (Fixture      *f,
                          gconstpointer data)
{
  open_editor (f, atl_catalogue_find_template (f->catalogue, "start-stop-continue"));
  gtk_window_set_default_size (GTK_WINDOW (f->editor), 360, 500);
  settle ();
  tell_wide_parts (f->editor, 0);

  g_assert_cmpint (get_least_width (f->editor), <=, 360);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* libadwaita 1.2 does not bear that a toast is answered while it still comes in. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("/templates/gallery/shows-those-of-the-user", test_gallery_shows_mine);
  ADD ("/templates/gallery/tells-of-files-that-cannot-be-read", test_gallery_tells_of_bad_files);
  ADD ("/templates/gallery/copies-and-deletes", test_actions_on_a_template);
  ADD ("/templates/gallery/takes-dropped-files", test_dropped_files);
  ADD ("/templates/gallery/renames", test_renaming);
  ADD ("/templates/save/a-board-becomes-a-template", test_board_becomes_template);
  ADD ("/templates/save/under-a-name-that-is-there-is-told", test_same_name_is_told);
  ADD ("/templates/editor/keys-arrange-areas", test_keys_arrange_areas);
  ADD ("/templates/editor/tab-goes-through-areas", test_tab_goes_through_areas);
  ADD ("/templates/editor/drags-arrange-areas", test_drags_arrange_areas);
  ADD ("/templates/editor/saves-both-languages", test_editor_saves);
  ADD ("/templates/editor/leaves-a-file-changed-elsewhere", test_editor_leaves_a_changed_file);
  ADD ("/templates/editor/closing-asks-once", test_closing_asks_once);
  ADD ("/templates/editor/steps-are-moved-and-removed", test_agenda);
  ADD ("/templates/editor/fits-a-small-screen", test_fits_a_small_screen);
  ADD ("/templates/editor/areas-of-an-open-board", test_areas_of_an_open_board);

  return g_test_run ();
}

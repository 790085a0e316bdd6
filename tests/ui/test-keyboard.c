/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "canvas/atl-canvas.h"
#include "canvas/notes/atl-area-widget.h"
#include "canvas/notes/atl-note-widget.h"
#include "model/atl-edits.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/plan/atl-plan-row.h"
#include "ui/plan/atl-plan.h"
#include "ui/session/atl-session-page.h"
#include "ui/window/atl-shortcuts-window.h"
#include "ui/window/atl-window.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

#include <string.h>

#define HELP "/io/github/atelier_app/Atelier/ui/help-overlay.ui"

static AtlApplication *application;
static AtlCatalogue   *catalogue;

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static AtlWindow *
open_session (const char *const *template_ids)
{
  g_autoptr (AtlSession)  session = atl_catalogue_make_session (catalogue, "Try", "en", template_ids);
  g_autoptr (AtlDocument) document = atl_document_new (session);
  AtlWindow              *window = atl_window_new (GTK_APPLICATION (application), catalogue);

  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (is_mapped, window);
  atl_window_set_document (window, document);
  return window;
}

static void
destroy (AtlWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  atl_test_wait_for (is_gone, &window);
}

static GtkWidget *
find (AtlWindow *window,
      GType      type)
{
  return atl_find (atl_window_get_session_page (window), type);
}

static AtlBoard *
get_board (AtlWindow *window)
{
  return atl_session_page_get_board (ATL_SESSION_PAGE (atl_window_get_session_page (window)));
}

static AtlNote *
add_note (AtlWindow  *window,
          guint       area,
          const char *text)
{
  return atl_area_add_note (atl_list_get (atl_board_get_areas (get_board (window)), area), text);
}

static void
activate (AtlWindow  *window,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

static GtkWidget *
get_focus (AtlWindow *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

static void
press_tab (AtlWindow       *window,
           GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (window), direction);
}

/* Keys as "<Control>z": what is on the keypad counts as what is not, one arrow as all. */

static guint
to_main_key (guint keyval)
{
  static const guint others[][2] = {
    { GDK_KEY_KP_Enter, GDK_KEY_Return },
    { GDK_KEY_ISO_Enter, GDK_KEY_Return },
    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
    { GDK_KEY_BackSpace, GDK_KEY_Delete },
    { GDK_KEY_KP_Add, GDK_KEY_plus },
    { GDK_KEY_equal, GDK_KEY_plus },
    { GDK_KEY_KP_Subtract, GDK_KEY_minus },
    { GDK_KEY_KP_Home, GDK_KEY_Home },
    { GDK_KEY_KP_End, GDK_KEY_End },
    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
    { GDK_KEY_KP_Space, GDK_KEY_space },
  };

  if ((keyval >= GDK_KEY_Left && keyval <= GDK_KEY_Down) ||
      (keyval >= GDK_KEY_KP_Left && keyval <= GDK_KEY_KP_Down))
    return GDK_KEY_Left;
  if (keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9)
    return keyval - GDK_KEY_KP_0 + GDK_KEY_0;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (keyval == others[i][0])
      return others[i][1];
  return gdk_keyval_to_lower (keyval);
}

static void
add_key (GHashTable     *keys,
         guint           keyval,
         GdkModifierType modifiers,
         const char     *what)
{
  char *name = NULL;

  if (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)
    keyval = GDK_KEY_Menu;
  if (keyval == GDK_KEY_Menu)
    modifiers = 0;
  if (keyval == GDK_KEY_y && modifiers == GDK_CONTROL_MASK)
    {
      keyval = GDK_KEY_z;
      modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
    }
  name = gtk_accelerator_name (to_main_key (keyval), modifiers);
  g_hash_table_insert (keys, name, g_strdup (what));
}

static void
add_trigger (GHashTable         *keys,
             GtkShortcutTrigger *trigger,
             const char         *what)
{
  if (GTK_IS_ALTERNATIVE_TRIGGER (trigger))
    {
      add_trigger (keys, gtk_alternative_trigger_get_first (GTK_ALTERNATIVE_TRIGGER (trigger)), what);
      add_trigger (keys, gtk_alternative_trigger_get_second (GTK_ALTERNATIVE_TRIGGER (trigger)), what);
    }
  else if (GTK_IS_KEYVAL_TRIGGER (trigger))
    add_key (keys, gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
             gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)), what);
}

static void
add_controllers (GHashTable *keys,
                 GtkWidget  *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          add_trigger (keys, gtk_shortcut_get_trigger (shortcut), G_OBJECT_TYPE_NAME (widget));
        }
    }
}

/* Of our own widgets; what GTK's do everywhere is known. */
static void
add_widgets (GHashTable *keys,
             GtkWidget  *widget)
{
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Atl"))
    add_controllers (keys, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_widgets (keys, child);
}

static void
add_accels (GHashTable *keys)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application),
                                                                     actions[i]);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          guint           keyval = 0;
          GdkModifierType modifiers = 0;

          g_assert_true (gtk_accelerator_parse (accels[j], &keyval, &modifiers));
          add_key (keys, keyval, modifiers, actions[i]);
        }
    }
}

/* "<Alt>1...9" stands for nine keys. */
static void
add_shown_key (GHashTable *keys,
               const char *accelerator)
{
  const char      *dots = strstr (accelerator, "...");
  g_autofree char *first = dots != NULL ? g_strndup (accelerator, (gsize) (dots - accelerator)) : NULL;
  guint            keyval = 0, last = 0;
  GdkModifierType  modifiers = 0;

  if (!gtk_accelerator_parse (first != NULL ? first : accelerator, &keyval, &modifiers))
    g_error ("%s in the shortcuts window is no key", accelerator);
  last = dots != NULL ? gdk_keyval_from_name (dots + 3) : keyval;
  for (; keyval <= last; keyval++)
    add_key (keys, keyval, modifiers, "");
}

static void
add_shown (GHashTable *keys,
           GtkWidget  *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_auto (GStrv)   parts = NULL;

      g_object_get (widget, "accelerator", &accelerator, NULL);
      parts = g_strsplit (accelerator != NULL ? accelerator : "", " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
          add_shown_key (keys, parts[i]);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_shown (keys, child);
}

static GHashTable *
new_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* What windows and popovers of GTK have anyway, and what does what has the focus or leaves it. */
static void
remove_common (GHashTable *keys)
{
  static const char *const common[] = { "Return", "space", "Escape", "Tab", "<Shift>Tab" };
  g_autoptr (GHashTable)   inherited = new_keys ();
  GtkWidget               *widgets[] = { gtk_window_new (), g_object_ref_sink (gtk_popover_new ()) };
  GHashTableIter           iter;
  gpointer                 key;

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    add_controllers (inherited, widgets[i]);
  g_hash_table_iter_init (&iter, inherited);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_remove (keys, key);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    g_hash_table_remove (keys, common[i]);
  gtk_window_destroy (GTK_WINDOW (widgets[0]));
  g_object_unref (widgets[1]);
}

static void
test_shortcuts (void)
{
  const char *const      ids[] = { "silo-map", NULL };
  AtlWindow             *window = open_session (ids);
  g_autoptr (GHashTable) installed = new_keys ();
  g_autoptr (GHashTable) shown = new_keys ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (HELP);
  GObject               *help = NULL;
  GHashTableIter         iter;
  gpointer               key, what;
  guint                  missing = 0;

  activate (window, "show-figures");
  activate (window, "show-people");
  help = gtk_builder_get_object (builder, "help_overlay");
  add_widgets (installed, GTK_WIDGET (window));
  remove_common (installed);
  add_accels (installed);
  add_shown (shown, GTK_WIDGET (help));
  g_hash_table_iter_init (&iter, installed);
  while (g_hash_table_iter_next (&iter, &key, &what))
    if (!g_hash_table_contains (shown, key))
      {
        g_test_message ("%s of %s is not in the shortcuts window", (char *) key, (char *) what);
        missing++;
      }
  g_assert_cmpuint (g_hash_table_size (installed), >, 50);
  g_assert_cmpuint (missing, ==, 0);
  gtk_window_destroy (GTK_WINDOW (help));
  destroy (window);
}

static guint
count_visible (GtkWidget *widget,
               GType      type)
{
  guint count = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      count += count_visible (child, type);
  return count;
}

static guint
count_listed (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (HELP, 0, NULL);
  const char *class = "class=\"GtkShortcutsShortcut\"";
  guint count = 0;

  for (const char *p = g_bytes_get_data (bytes, NULL); (p = strstr (p, class)) != NULL; p += strlen (class))
    count++;
  return count;
}

static void
test_shortcuts_found (void)
{
  const char *const ids[] = { "start-stop-continue", NULL };
  AtlWindow        *window = open_session (ids);
  GtkWidget        *help = atl_shortcuts_window_new (GTK_WINDOW (window));
  GtkWidget        *entry = atl_find (help, GTK_TYPE_SEARCH_ENTRY);

  gtk_window_present (GTK_WINDOW (help));
  atl_test_wait_for (is_mapped, help);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (help)), entry));
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), ==, count_listed ());

  gtk_editable_set_text (GTK_EDITABLE (entry), "undo");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), >, 0);
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), <, 10);

  gtk_editable_set_text (GTK_EDITABLE (entry), "ctrl+z");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), >, 0);
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), <, 10);

  gtk_editable_set_text (GTK_EDITABLE (entry), "no such thing");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_visible (help, ADW_TYPE_ACTION_ROW), ==, 0);
  g_assert_cmpuint (count_visible (help, ADW_TYPE_STATUS_PAGE), ==, 1);
  gtk_window_destroy (GTK_WINDOW (help));
  destroy (window);
}

static void
test_plan_tab (void)
{
  const char *const ids[] = { "sailboat", "start-stop-continue", "starfish", NULL };
  AtlWindow        *window = open_session (ids);
  AtlBoard         *board = get_board (window);
  GtkWidget        *plan = find (window, ATL_TYPE_PLAN);
  guint             rows = 0;

  gtk_widget_child_focus (plan, GTK_DIR_TAB_FORWARD);
  g_assert_true (ATL_IS_PLAN_ROW (get_focus (window)));
  g_assert_true (atl_plan_row_get_board (ATL_PLAN_ROW (get_focus (window))) == board);
  for (guint i = 0; i < 12; i++)
    {
      rows += ATL_IS_PLAN_ROW (get_focus (window));
      press_tab (window, i < 6 ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
    }
  g_assert_true (get_board (window) == board);
  g_assert_cmpuint (rows, <=, 2);

  gtk_widget_child_focus (plan, GTK_DIR_TAB_FORWARD);
  destroy (window);
}

static void
test_notes_named (void)
{
  const char *const ids[] = { "start-stop-continue", NULL };
  AtlWindow        *window = open_session (ids);
  AtlNote          *one = add_note (window, 0, "Ship smaller");
  GtkWidget        *widget = NULL;

  add_note (window, 0, "Talk more");
  atl_note_set_color (one, ATL_COLOR_BLUE);
  activate (window, "focus-board");
  widget = get_focus (window);
  g_assert_true (ATL_IS_NOTE_WIDGET (widget));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ship smaller. Blue circle. 1 of 2.");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (gtk_widget_get_parent (widget)), GTK_ACCESSIBLE_ROLE_LIST);
  destroy (window);
}

static gboolean
carries_words (gpointer window)
{
  GtkWidget       *focus = get_focus (window);
  g_autofree char *wrong = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, g_object_get_data (window, "words"));

  return wrong == NULL;
}

static void
wait_said (AtlWindow  *window,
           const char *words)
{
  g_object_set_data (G_OBJECT (window), "words", (gpointer) words);
  atl_test_wait_for (carries_words, window);
}

static void
act (AtlWindow  *window,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (find (window, ATL_TYPE_CANVAS), action, NULL));
}

static void
test_said (void)
{
  const char *const ids[] = { "start-stop-continue", NULL };
  AtlWindow        *window = open_session (ids);

  add_note (window, 0, "One");
  add_note (window, 0, "Two");
  activate (window, "focus-board");
  act (window, "canvas.move-right");
  wait_said (window, "Moved to Start, 2 of 2");
  act (window, "canvas.undo");
  wait_said (window, "Undone: Move 1 Note");
  act (window, "canvas.select-all");
  wait_said (window, "2 notes selected");
  act (window, "canvas.stack");
  wait_said (window, "2 notes stacked");
  act (window, "canvas.delete");
  wait_said (window, "2 notes deleted");
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), find (window, ATL_TYPE_CANVAS)));
  destroy (window);
}

static void
test_focus_stays (void)
{
  const char *const ids[] = { "start-stop-continue", "sailboat", NULL };
  AtlWindow        *window = open_session (ids);
  GtkWidget        *canvas = find (window, ATL_TYPE_CANVAS);

  add_note (window, 0, "One");
  add_note (window, 0, "Two");
  activate (window, "focus-board");
  act (window, "canvas.delete");
  g_assert_true (ATL_IS_NOTE_WIDGET (get_focus (window)));
  activate (window, "undo");
  g_assert_true (ATL_IS_NOTE_WIDGET (get_focus (window)));
  activate (window, "next-board");
  g_assert_true (ATL_IS_AREA_WIDGET (get_focus (window)));
  activate (window, "previous-board");
  g_assert_true (ATL_IS_NOTE_WIDGET (get_focus (window)));
  activate (window, "show-people");
  g_assert_false (gtk_widget_is_ancestor (get_focus (window), canvas));
  activate (window, "show-people");
  g_assert_true (ATL_IS_NOTE_WIDGET (get_focus (window)));
  destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int                status = 0;

  gtk_test_init (&argc, &argv, NULL);
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  catalogue = atl_catalogue_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_test_add_func ("/keyboard/shortcuts/each-stands-in-the-shortcuts-window", test_shortcuts);
  g_test_add_func ("/keyboard/shortcuts/are-found-by-words-and-by-keys", test_shortcuts_found);
  g_test_add_func ("/keyboard/plan/tab-opens-no-board", test_plan_tab);
  g_test_add_func ("/keyboard/notes/have-names-and-roles", test_notes_named);
  g_test_add_func ("/keyboard/announcements/reach-what-has-the-focus", test_said);
  g_test_add_func ("/keyboard/focus/is-not-lost", test_focus_stays);
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  return status;
}

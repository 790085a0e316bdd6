/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a session, and numbers in windows like these. */
#include "atl-widget-test.h"
#include "ui/common/atl-wheel.h"
#include "ui/session/atl-session-info.h"

typedef struct
{
  AtlSession  *session;
  AtlDocument *document;
  GtkWidget   *parent;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  f->document = atl_document_new (f->session);
  f->parent = gtk_window_new ();
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->parent));
  g_clear_object (&f->document);
  g_clear_object (&f->session);
}

static GtkWidget *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ATL_IS_SESSION_INFO (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
open_details (Fixture *f)
{
  atl_session_info_open (GTK_WINDOW (f->parent), f->document);
  return atl_find_nth (find_window (), ADW_TYPE_ENTRY_ROW, 1);
}

/* Types a day and presses Enter. Returns whether the window has closed. */
static gboolean
enter_day (Fixture    *f,
           const char *typed)
{
  GtkWidget *row = open_details (f);
  GtkWidget *window = find_window ();
  gboolean   closed;

  gtk_editable_set_text (GTK_EDITABLE (row), typed);
  g_signal_emit_by_name (row, "entry-activated");
  closed = find_window () == NULL;
  if (!closed)
    gtk_window_destroy (GTK_WINDOW (window));
  return closed;
}

static void
test_days_as_typed (Fixture      *f,
                    gconstpointer data)
{
  static const char *const table[][2] = {
    { "2026-12-03", "2026-12-03" },
    { "3 dec 2026", "2026-12-03" },
    { " 3 décembre 2026 ", "2026-12-03" },
    { "Dec 3 2026", "2026-12-03" },
    { "25/12/2026", "2026-12-25" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      atl_session_set_date (f->session, "2000-01-01");
      g_test_message ("%s", table[i][0]);
      g_assert_true (enter_day (f, table[i][0]));
      g_assert_cmpstr (atl_session_get_date (f->session), ==, table[i][1]);
    }
}

static void
test_unknown_day_stays_open (Fixture      *f,
                             gconstpointer data)
{
  GtkWidget *row = open_details (f);

  gtk_editable_set_text (GTK_EDITABLE (row), "someday");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "31/12/2026");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_window_destroy (GTK_WINDOW (find_window ()));

  g_assert_false (enter_day (f, "someday"));
  g_assert_cmpstr (atl_session_get_date (f->session), ==, "");
}

/* What a file says stays as it is, until another day is typed. */
static void
test_words_of_a_file_stay (Fixture      *f,
                           gconstpointer data)
{
  atl_session_set_date (f->session, "in spring");

  g_assert_true (enter_day (f, "in spring"));

  g_assert_cmpstr (atl_session_get_date (f->session), ==, "in spring");
}

static void
test_is_one_step (Fixture      *f,
                  gconstpointer data)
{
  AtlHistory *history = atl_document_get_history (f->document);
  GtkWidget  *row = open_details (f);

  gtk_editable_set_text (GTK_EDITABLE (atl_find_nth (find_window (), ADW_TYPE_ENTRY_ROW, 0)), "A title");
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-12-03");
  g_signal_emit_by_name (row, "entry-activated");
  g_assert_cmpstr (atl_session_get_title (f->session), ==, "A title");
  atl_history_undo (history);

  g_assert_cmpstr (atl_session_get_title (f->session), ==, "");
  g_assert_cmpstr (atl_session_get_date (f->session), ==, "");
}

static GtkEventController *
find_wheel (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        return controller;
    }
  return NULL;
}

/* The wheel reaches a number only while it has the focus; there it does what it always does. */
static void
test_wheel (void)
{
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget          *spin = gtk_spin_button_new_with_range (0, 9, 1);
  GtkWidget          *other = gtk_button_new ();
  GtkEventController *wheel = find_wheel (spin);
  gboolean            handled = FALSE;

  gtk_box_append (GTK_BOX (box), spin);
  gtk_box_append (GTK_BOX (box), other);
  gtk_window_set_child (GTK_WINDOW (window), box);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (wheel), !=, GTK_PHASE_NONE);
  atl_wheel_leave_numbers (box);
  gtk_window_present (GTK_WINDOW (window));

  gtk_widget_grab_focus (other);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (wheel), ==, GTK_PHASE_NONE);
  gtk_widget_grab_focus (spin);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (wheel), ==, GTK_PHASE_BUBBLE);
  g_signal_emit_by_name (wheel, "scroll", 0.0, -1.0, &handled);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 1);
  gtk_widget_grab_focus (other);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (wheel), ==, GTK_PHASE_NONE);

  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/session-info/days-as-people-type-them", test_days_as_typed);
  ADD ("/session-info/unknown-day-stays-open", test_unknown_day_stays_open);
  ADD ("/session-info/words-of-a-file-stay", test_words_of_a_file_stay);
  ADD ("/session-info/is-one-step", test_is_one_step);
  g_test_add_func ("/wheel/only-the-number-with-the-focus-takes-it", test_wheel);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-notices.h"

#include <adwaita.h>

typedef struct
{
  GtkWidget  *window;
  AtlNotices *notices;
  int         dismissed;
} Fixture;

static void
dismissed_cb (Fixture *fixture,
              int      topic)
{
  fixture->dismissed = topic;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->notices = g_object_new (ATL_TYPE_NOTICES, NULL);
  fixture->dismissed = -1;
  g_signal_connect_swapped (fixture->notices, "dismissed", G_CALLBACK (dismissed_cb), fixture);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->notices));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
say (Fixture    *fixture,
     AtlTopic    topic,
     const char *text)
{
  atl_notices_set (fixture->notices, topic, ATL_NOTICE_INFO, text, NULL, 0);
}

static GtkWidget *
find (GtkWidget  *parent,
      GType       type,
      const char *property,
      const char *value)
{
  g_autofree char *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (parent, type))
    g_object_get (parent, property, &found, NULL);
  if (found != NULL && g_str_equal (found, value))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *inner = find (child, type, property, value);

      if (inner != NULL)
        return inner;
    }
  return NULL;
}

static gboolean
is_said (Fixture    *fixture,
         const char *text)
{
  return find (GTK_WIDGET (fixture->notices), GTK_TYPE_LABEL, "label", text) != NULL;
}

static void
test_urgency (Fixture      *fixture,
              gconstpointer data)
{
  say (fixture, ATL_TOPIC_PROBLEMS, "Three problems");
  say (fixture, ATL_TOPIC_SAVING, "The disk is full");
  say (fixture, ATL_TOPIC_COPIES, "Copies lie beside it");

  g_assert_true (is_said (fixture, "The disk is full"));
  atl_notices_clear (fixture->notices, ATL_TOPIC_SAVING);
  g_assert_true (is_said (fixture, "Copies lie beside it"));
  atl_notices_clear (fixture->notices, ATL_TOPIC_COPIES);
  g_assert_true (is_said (fixture, "Three problems"));
  g_assert_true (atl_notices_get_shown (fixture->notices, ATL_TOPIC_PROBLEMS));
}

static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  say (fixture, ATL_TOPIC_SAVING, "The disk is full");
  say (fixture, ATL_TOPIC_SAVING, "The folder is gone");

  g_assert_true (is_said (fixture, "The folder is gone"));
}

static void
test_dismissed (Fixture      *fixture,
                gconstpointer data)
{
  GtkWidget *button = NULL;

  say (fixture, ATL_TOPIC_OUTSIDE, "Changed");
  say (fixture, ATL_TOPIC_PROBLEMS, "Three problems");
  button = find (GTK_WIDGET (fixture->notices), GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic");
  g_signal_emit_by_name (button, "clicked");

  g_assert_cmpint (fixture->dismissed, ==, ATL_TOPIC_OUTSIDE);
  g_assert_true (is_said (fixture, "Three problems"));
}

static void
test_said_again (Fixture      *fixture,
                 gconstpointer data)
{
  GtkWidget *button = NULL;

  say (fixture, ATL_TOPIC_OUTSIDE, "Changed");
  button = find (GTK_WIDGET (fixture->notices), GTK_TYPE_BUTTON, "icon-name", "window-close-symbolic");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (atl_notices_get_shown (fixture->notices, ATL_TOPIC_OUTSIDE));

  say (fixture, ATL_TOPIC_OUTSIDE, "Changed");

  g_assert_true (atl_notices_get_shown (fixture->notices, ATL_TOPIC_OUTSIDE));
}

static GtkWidget *
get_frame (Fixture *fixture)
{
  GtkWidget *label = find (GTK_WIDGET (fixture->notices), GTK_TYPE_LABEL, "label", "Changed");

  while (!gtk_widget_has_css_class (label, "notice"))
    label = gtk_widget_get_parent (label);
  return label;
}

static void
test_repeated (Fixture      *fixture,
               gconstpointer data)
{
  atl_notices_repeat (fixture->notices);
  say (fixture, ATL_TOPIC_OUTSIDE, "Changed");
  g_assert_false (gtk_widget_has_css_class (get_frame (fixture), "again"));

  atl_notices_repeat (fixture->notices);
  g_assert_true (gtk_widget_has_css_class (get_frame (fixture), "again"));
  atl_notices_repeat (fixture->notices);
  g_assert_true (gtk_widget_has_css_class (get_frame (fixture), "once-more"));
}

static void
test_clear_all (Fixture      *fixture,
                gconstpointer data)
{
  say (fixture, ATL_TOPIC_OUTSIDE, "Changed");
  say (fixture, ATL_TOPIC_PROBLEMS, "Three problems");

  atl_notices_clear_all (fixture->notices);

  g_assert_false (atl_notices_get_shown (fixture->notices, ATL_TOPIC_OUTSIDE));
  g_assert_false (atl_notices_get_shown (fixture->notices, ATL_TOPIC_PROBLEMS));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

static void
focus_asked_for (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* After a click on a button of the bar, the next words go where words go. */
static void
test_focus (Fixture      *fixture,
            gconstpointer data)
{
  static const AtlNoticeButton   button = { "_Retry", "win.retry" };
  static const GActionEntry      entries[] = { { "retry", NULL }, { "focus-capture", focus_asked_for } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  gboolean                       asked = FALSE;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), &asked);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  atl_notices_set (fixture->notices, ATL_TOPIC_RECOVERED, ATL_NOTICE_INFO, "Hello", &button, 1);
  gtk_widget_grab_focus (find (GTK_WIDGET (fixture->notices), GTK_TYPE_BUTTON, "label", "_Retry"));
  g_assert_false (asked);

  atl_notices_clear (fixture->notices, ATL_TOPIC_RECOVERED);

  g_assert_true (asked);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/notices/urgency/most-urgent-first", test_urgency);
  ADD ("/notices/same-topic/replaces-the-text", test_replaced);
  ADD ("/notices/closed/next-one-follows", test_dismissed);
  ADD ("/notices/closed/said-again-it-is-back", test_said_again);
  ADD ("/notices/repeat/lights-up-each-time", test_repeated);
  ADD ("/notices/another-document/says-nothing", test_clear_all);
  g_test_add ("/notices/cleared/gives-the-focus-back", Fixture, NULL, set_up, test_focus, tear_down);
  return g_test_run ();
}

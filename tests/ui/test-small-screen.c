/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"
#include "store/atl-document.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/people/atl-paste-window.h"
#include "ui/window/atl-window.h"
#include "atl-waiting-test.h"

/* Windows on a screen of 360 × 640 with text of twice the size: nothing that is needed lies outside. */

#define SCREEN_WIDTH 360
#define LARGE_TEXT (2 * 96 * 1024)

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

static gboolean
has_document (gpointer window)
{
  return atl_window_get_document (window) != NULL;
}

/* The widest that @widget or something in it needs: a narrow bin cuts what needs more than it has. */
static int
get_needed_width (GtkWidget *widget)
{
  int needed = 0;

  if (!gtk_widget_get_mapped (widget))
    return 0;
  if (GTK_IS_WINDOW (widget) || ATL_IS_NARROW_BIN (gtk_widget_get_parent (widget)))
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &needed, NULL, NULL, NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    needed = MAX (needed, get_needed_width (child));
  return needed;
}

/* A window that is measured whenever there is nothing else to do: before, it is not laid out. */
typedef struct
{
  GtkWidget *window;
  gboolean   fits;
} Measured;

static gboolean
measure_cb (gpointer data)
{
  Measured *measured = data;
  int       needed = gtk_widget_get_width (measured->window) > 0 ? get_needed_width (measured->window) : 0;

  measured->fits = needed > 0 && needed <= SCREEN_WIDTH;
  return G_SOURCE_CONTINUE;
}

static gboolean
does_fit (gpointer data)
{
  Measured *measured = data;

  return measured->fits;
}

/* A bin tells that it is narrow once it was allocated. */
static void
wait_until_fits (gpointer window)
{
  Measured measured = { window, FALSE };
  guint    idle = g_idle_add_full (G_PRIORITY_LOW, measure_cb, &measured, NULL);

  atl_test_wait_for (does_fit, &measured);
  g_source_remove (idle);
}

static GtkWidget *
find_window (const char *type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_window (gpointer type)
{
  return find_window (type) != NULL;
}

static AtlWindow *
open_window (void)
{
  AtlWindow *window = atl_window_new (GTK_APPLICATION (application), catalogue);

  gtk_window_set_default_size (GTK_WINDOW (window), SCREEN_WIDTH, 640);
  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (is_mapped, window);
  return window;
}

static AtlWindow *
open_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATELIER_DATA"), "samples", "la-serre.atelier", NULL);
  AtlWindow       *window = open_window ();

  atl_window_open_path (window, path);
  atl_test_wait_for (has_document, window);
  return window;
}

static void
destroy (gpointer window)
{
  gpointer left = window;

  g_object_add_weak_pointer (window, &left);
  gtk_window_destroy (window);
  atl_test_wait_for (is_gone, &left);
}

static void
test_start_page (void)
{
  AtlWindow *window = open_window ();

  wait_until_fits (window);

  destroy (window);
}

static void
test_session (void)
{
  AtlWindow *window = open_sample ();

  wait_until_fits (window);

  destroy (window);
}

static void
test_panel (gconstpointer action)
{
  AtlWindow *window = open_sample ();

  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
  wait_until_fits (window);

  destroy (window);
}

/* What an action of the window opens. */
typedef struct
{
  const char *action;
  const char *window;
} Opened;

static void
test_opened (gconstpointer data)
{
  const Opened *opened = data;
  AtlWindow    *window = open_sample ();

  g_action_group_activate_action (G_ACTION_GROUP (window), opened->action, NULL);
  atl_test_wait_for (has_window, (gpointer) opened->window);
  wait_until_fits (find_window (opened->window));

  gtk_window_destroy (GTK_WINDOW (find_window (opened->window)));
  destroy (window);
}

static void
test_pasted_people (void)
{
  AtlWindow   *window = open_sample ();
  AtlDocument *document = atl_window_get_document (window);
  GtkWidget   *paste = atl_paste_window_new (atl_document_get_session (document),
                                             atl_document_get_history (document));

  gtk_window_present (GTK_WINDOW (paste));
  atl_paste_window_add_text (ATL_PASTE_WINDOW (paste), "Ana Silva, Sales\nMartin, IT");
  wait_until_fits (paste);

  gtk_window_destroy (GTK_WINDOW (paste));
  destroy (window);
}

static const Opened windows[] = {
  { "restore-version", "AtlRestoreWindow" },
  { "draw-person", "AtlDrawWindow" },
  { "edit-areas", "AtlTemplateEditor" },
  { "print-cards", "AtlCardsWindow" },
  { "session-info", "AtlSessionInfo" },
};

static void
add_tests (void)
{
  g_test_add_func ("/small-screen/session", test_session);
  g_test_add_data_func ("/small-screen/people-beside", "show-people", test_panel);
  g_test_add_data_func ("/small-screen/plan-beside", "show-plan", test_panel);
  g_test_add_func ("/small-screen/pasted-people", test_pasted_people);
  for (guint i = 0; i < G_N_ELEMENTS (windows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/small-screen/opened/%s", windows[i].action);

      g_test_add_data_func (path, &windows[i], test_opened);
    }
  /* The sample is listed there by now. */
  g_test_add_func ("/small-screen/start-page", test_start_page);
}

int
main (int    argc,
      char **argv)
{
  int status = 0;

  gtk_test_init (&argc, &argv, NULL);
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  catalogue = atl_catalogue_new ();
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", LARGE_TEXT, NULL);
  add_tests ();
  status = g_test_run ();
  g_object_unref (catalogue);
  g_object_unref (application);
  return status;
}

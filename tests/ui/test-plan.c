/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-waiting-test.h"
#include "atl-widget-test.h"
#include "ui/common/atl-rename-popover.h"
#include "ui/plan/atl-plan-row.h"
#include "ui/plan/atl-plan.h"

#include <adwaita.h>

#define N_BOARDS 30

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  GtkWidget  *window;
  GtkWidget  *plan;
  char       *renamed;
} Fixture;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
add_boards (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < N_BOARDS; i++)
    {
      g_autoptr (AtlBoard) board = atl_board_new (NULL);
      g_autofree char     *rank = atl_list_dup_end_rank (boards);

      atl_board_set_title (board, "A board");
      atl_board_set_rank (board, rank);
      atl_list_insert (boards, ATL_ITEM (board));
    }
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  f->history = atl_history_new (f->session);
  add_boards (f->session);
  f->window = gtk_window_new ();
  f->plan = g_object_new (ATL_TYPE_PLAN, NULL);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 280, 400);
  gtk_window_set_child (GTK_WINDOW (f->window), f->plan);
  atl_plan_set_session (ATL_PLAN (f->plan), f->session, f->history, FALSE);
  gtk_window_present (GTK_WINDOW (f->window));
  atl_test_wait_for (is_mapped, f->plan);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  atl_plan_set_session (ATL_PLAN (f->plan), NULL, NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->history);
  g_clear_object (&f->session);
  g_free (f->renamed);
}

/* Whether the row of the nth board is seen as a whole. */
static gboolean
sees_row (Fixture *f,
          guint    nth)
{
  GtkWidget      *row = atl_find_nth (f->plan, ATL_TYPE_PLAN_ROW, nth);
  GtkWidget      *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_height (row) > 0 && gtk_widget_compute_bounds (row, scroller, &bounds) &&
         bounds.origin.y >= 0 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static gboolean
sees_first (gpointer f)
{
  return sees_row (f, 0);
}

static gboolean
sees_last (gpointer f)
{
  return sees_row (f, N_BOARDS - 1);
}

/* The board that is opened from anywhere else is seen in the plan, down there and up again. */
static void
test_scrolls_to_board (Fixture      *f,
                       gconstpointer data)
{
  AtlList *boards = atl_session_get_boards (f->session);

  atl_plan_set_board (ATL_PLAN (f->plan), atl_list_get (boards, 0));
  atl_test_wait_for (sees_first, f);
  g_assert_false (sees_last (f));
  atl_plan_set_board (ATL_PLAN (f->plan), atl_list_get (boards, N_BOARDS - 1));
  atl_test_wait_for (sees_last, f);
  g_assert_false (sees_first (f));
  atl_plan_set_board (ATL_PLAN (f->plan), atl_list_get (boards, 0));
  atl_test_wait_for (sees_first, f);
}

static void
renamed_cb (Fixture    *f,
            const char *text)
{
  g_free (f->renamed);
  f->renamed = g_strdup (text);
}

static GtkWidget *
open_popover (Fixture    *f,
              const char *typed)
{
  GtkWidget *popover = GTK_WIDGET (atl_rename_popover_open (f->plan, "Rename Board", "Old"));

  g_clear_pointer (&f->renamed, g_free);
  g_signal_connect_swapped (popover, "renamed", G_CALLBACK (renamed_cb), f);
  gtk_editable_set_text (GTK_EDITABLE (atl_find (popover, GTK_TYPE_ENTRY)), typed);
  return popover;
}

static void
press (GtkWidget *popover,
       guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (popover);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean                       handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
}

/* A click beside it closes it, as a popover does. Only Escape drops what was typed. */
static void
test_closing_takes_the_name (Fixture      *f,
                             gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (open_popover (f, " New ")));
  g_assert_cmpstr (f->renamed, ==, "New");
  gtk_popover_popdown (GTK_POPOVER (open_popover (f, "Old")));
  g_assert_null (f->renamed);
  gtk_popover_popdown (GTK_POPOVER (open_popover (f, "  ")));
  g_assert_null (f->renamed);
}

static void
test_escape_drops_the_name (Fixture      *f,
                            gconstpointer data)
{
  GtkWidget *popover = open_popover (f, "New");

  press (popover, GDK_KEY_Escape);
  gtk_popover_popdown (GTK_POPOVER (popover));

  g_assert_null (f->renamed);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/plan/scrolls-to-the-board-that-is-opened", test_scrolls_to_board);
  ADD ("/rename/closing-takes-the-name", test_closing_takes_the_name);
  ADD ("/rename/escape-drops-the-name", test_escape_drops_the_name);
  return g_test_run ();
}

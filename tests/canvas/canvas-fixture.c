/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas-fixture.h"

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* For canvas_wait_until(): the source that sets @late after five seconds. */
guint
canvas_start_timeout (gboolean *late)
{
  return g_timeout_add (5000, late_cb, late);
}

/* Lets everything happen that is due. */
void
canvas_run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Shows the board in the canvas; without @window in a new one, whose child the canvas becomes. What was done
 * to the board so far is not in its history any more. */
GtkWidget *
canvas_fixture_open (AtlBoardFixture *board,
                     GtkWidget       *window,
                     AtlCanvas       *canvas)
{
  if (window == NULL)
    window = gtk_window_new ();
  if (gtk_widget_get_parent (GTK_WIDGET (canvas)) == NULL)
    gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (canvas));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  atl_board_fixture_start_history (board);
  atl_canvas_set_board (canvas, board->session, board->history, board->board);
  gtk_window_present (GTK_WINDOW (window));
  canvas_wait_until (gtk_widget_get_width (GTK_WIDGET (canvas)) > 0);
  return window;
}

void
canvas_fixture_close (AtlBoardFixture *board,
                      GtkWidget       *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  canvas_run ();
  atl_board_fixture_tear_down (board);
}

/* Activates an action of the canvas without a parameter, and lets happen what comes of it. */
void
canvas_act (AtlCanvas  *canvas,
            const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (canvas), action, NULL);
  canvas_run ();
}

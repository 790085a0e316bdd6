/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas.h"
#include "store/atl-document.h"

#include <stdlib.h>

/* Shows a board of a session file, to look at: canvas-demo FILE [BOARD] [dark]. */

static void
undo_asked_cb (GtkWidget  *canvas,
               const char *text,
               gboolean    undoable,
               gpointer    data)
{
  g_print ("toast: %s\n", text);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlDocument) document = NULL;
  g_autoptr (GMainLoop)   loop = g_main_loop_new (NULL, FALSE);
  AtlSession             *session;
  GtkWidget              *window, *canvas;
  guint                   at = argc > 2 ? (guint) atoi (argv[2]) : 0;

  gtk_init ();
  document = argc > 1 ? atl_document_open (argv[1], &error) : NULL;
  if (document == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "canvas-demo FILE [BOARD] [dark]");
      return 1;
    }
  session = atl_document_get_session (document);
  window = gtk_window_new ();
  canvas = atl_canvas_new ();
  if (argc > 3)
    atl_canvas_set_theme (ATL_CANVAS (canvas), ATL_THEME_DARK);
  atl_canvas_set_board (ATL_CANVAS (canvas), session, atl_document_get_history (document),
                        atl_list_get (atl_session_get_boards (session), at));
  g_signal_connect (canvas, "toast", G_CALLBACK (undo_asked_cb), NULL);
  gtk_window_set_child (GTK_WINDOW (window), canvas);
  gtk_window_set_title (GTK_WINDOW (window), "canvas-demo");
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  g_signal_connect_swapped (window, "destroy", G_CALLBACK (g_main_loop_quit), loop);
  gtk_window_present (GTK_WINDOW (window));
  g_main_loop_run (loop);
  return 0;
}

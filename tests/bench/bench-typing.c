/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "atl-bench.h"

#include "app/atl-application.h"
#include "canvas/atl-canvas.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/session/atl-session-page.h"
#include "ui/window/atl-window.h"

#include <stdlib.h>
#include <time.h>

/* Types at 15 characters a second with 10 000 notes on the board, with pauses in which recovery and saving
 * do their work, and counts how long a frame may have to wait: the longest turn of the main loop since the
 * one before, which nothing can interrupt, and its own painting. Both by the clock of the thread: what other
 * programs take does not count. A frame that waits longer than it lasts is dropped.
 *
 * Usage: bench-typing FILE */

#define FRAME (1000.0 / 60)
#define KEY_EVERY 66 /* milliseconds */
#define KEYS 45      /* three seconds */
#define ROUNDS 3
#define PAUSE 2600 /* milliseconds: recovery takes a snapshot */

typedef struct
{
  GtkWidget *text;    /* what is typed into */
  gboolean   painted; /* in this turn of the main loop */
  double     turn;    /* the longest since the last frame, in milliseconds */
  double     longest; /* wait of a frame */
  guint      frames, dropped;
  guint      left; /* keys */
  gboolean   done;
} Bench;

static double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

static void
frame_cb (Bench *bench)
{
  bench->painted = TRUE;
}

static void
run_turn (Bench *bench)
{
  double begin = get_work ();
  double work;

  g_main_context_iteration (NULL, TRUE);
  work = get_work () - begin;
  if (!bench->painted)
    {
      bench->turn = MAX (bench->turn, work);
      return;
    }
  work += bench->turn;
  bench->frames++;
  bench->longest = MAX (bench->longest, work);
  bench->dropped += work > FRAME;
  bench->turn = 0;
  bench->painted = FALSE;
}

static gboolean
key_cb (gpointer data)
{
  Bench *bench = data;

  g_signal_emit_by_name (bench->text, "insert-at-cursor", bench->left % 6 == 5 ? " " : "e");
  if (--bench->left > 0)
    return G_SOURCE_CONTINUE;
  bench->done = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
waited_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (Bench *bench,
      guint  milliseconds)
{
  gboolean waited = FALSE;

  g_timeout_add (milliseconds, waited_cb, &waited);
  while (!waited)
    run_turn (bench);
}

static void
type_round (Bench *bench)
{
  bench->left = KEYS;
  bench->done = FALSE;
  g_timeout_add (KEY_EVERY, key_cb, bench);
  while (!bench->done)
    run_turn (bench);
  wait (bench, PAUSE);
}

/* Frames come all the time, so that none is long because nothing was to be drawn before it. */
static Bench
measure (GtkWidget *text)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (text);
  Bench          bench = { 0 };
  gulong         handler;

  wait (&bench, 1500);
  bench = (Bench){ .text = text };
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (frame_cb), &bench);
  gdk_frame_clock_begin_updating (clock);
  for (guint i = 0; i < ROUNDS; i++)
    type_round (&bench);
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, handler);
  return bench;
}

static void
row (const char  *what,
     const Bench *bench)
{
  atl_bench_row (what, bench->longest, "one frame at 60 Hz", FRAME, 1);
  g_print ("  %u frames, %u dropped\n", bench->frames, bench->dropped);
}

static void
measure_empty (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  Bench      bench;

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_set_child (GTK_WINDOW (window), text);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (text))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (text);
  bench = measure (text);
  row ("longest wait of a frame, typing in an empty window", &bench);
  gtk_window_destroy (GTK_WINDOW (window));
}

static AtlWindow *
open_file (GtkApplication *application,
           AtlCatalogue   *catalogue,
           const char     *path)
{
  AtlWindow *window = atl_window_new (application, catalogue);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_present (GTK_WINDOW (window));
  atl_window_open_path (window, path);
  while (atl_window_get_document (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
  wait (&(Bench){ 0 }, 2000);
  return window;
}

static void
measure_session (AtlWindow *window)
{
  GtkWidget *page = atl_window_get_session_page (window);
  GtkWidget *canvas = atl_find (page, ATL_TYPE_CANVAS);
  GtkWidget *bar = atl_find (page, ATL_TYPE_CAPTURE_BAR);
  AtlNote   *note = atl_list_get (atl_board_get_notes (atl_canvas_get_board (ATL_CANVAS (canvas))), 4545);
  Bench      bench;

  atl_capture_bar_focus (ATL_CAPTURE_BAR (bar));
  bench = measure (atl_find (bar, GTK_TYPE_TEXT_VIEW));
  row ("longest wait of a frame, capturing, 10 000 notes", &bench);
  atl_canvas_set_zoom (ATL_CANVAS (canvas), 1);
  atl_canvas_reveal (ATL_CANVAS (canvas), ATL_ITEM (note));
  atl_canvas_edit (ATL_CANVAS (canvas), note);
  bench = measure (gtk_root_get_focus (GTK_ROOT (window)));
  row ("longest wait of a frame, typing in a note, 10 000 notes", &bench);
  atl_canvas_end_editing (ATL_CANVAS (canvas));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AtlApplication) application = NULL;
  g_autoptr (AtlCatalogue)   catalogue = atl_catalogue_new ();
  g_autofree char           *folder = g_dir_make_tmp ("atelier-bench-XXXXXX", NULL);
  g_autofree char           *path = g_build_filename (folder, "many.atelier", NULL);
  g_autofree char           *text = NULL;
  AtlWindow                 *window;
  gsize                      length = 0;

  if (argc < 2 || !g_file_get_contents (argv[1], &text, &length, NULL) ||
      !g_file_set_contents (path, text, (gssize) length, NULL))
    return 1;
  gtk_init ();
  application = atl_application_new (G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  measure_empty ();
  window = open_file (GTK_APPLICATION (application), catalogue, path);
  measure_session (window);
  gtk_window_destroy (GTK_WINDOW (window));
  return atl_bench_end ("bench-typing");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMES 9
#define SPAWN_FLAGS (G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL)
#define GIVE_UP (20 * G_USEC_PER_SEC)

/* From the start of a process to the first picture of its window, and the memory it holds then: ours, empty
   and with
 * 10 000 notes, against the smallest application of libadwaita.
 * Usage: bench-start MINIMAL ATELIER [BIG-FILE] */
typedef struct
{
  Display *display;
  char   **argv;
  double   memory; /* MiB, of the last run */
} Start;

static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

/* The screen is black until something is drawn in its middle. */
static gboolean
is_drawn (Display *display)
{
  int      screen = DefaultScreen (display);
  XImage  *image = XGetImage (display, RootWindow (display, screen), DisplayWidth (display, screen) / 3,
                              DisplayHeight (display, screen) / 3, 1, 1, AllPlanes, ZPixmap);
  gboolean drawn = image != NULL && (XGetPixel (image, 0, 0) & 0xffffff) != 0;

  if (image != NULL)
    XDestroyImage (image);
  return drawn;
}

static double
read_memory (GPid pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char      *line;

  if (!g_file_get_contents (path, &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return g_ascii_strtod (line + 5, NULL) / 1024.0;
}

static void
wait_until (Display *display, gboolean drawn)
{
  gint64 begin = g_get_monotonic_time ();

  while (is_drawn (display) != drawn)
    {
      if (g_get_monotonic_time () - begin > GIVE_UP)
        g_error ("nothing appears on the screen");
      g_usleep (500);
    }
}

static void
start_run (gpointer data)
{
  Start  *start = data;
  GError *error = NULL;
  GPid    pid;

  if (!g_spawn_async (NULL, start->argv, NULL, SPAWN_FLAGS, NULL, NULL,
                      &pid, &error))
    g_error ("%s", error->message);
  wait_until (start->display, TRUE);
  start->memory = read_memory (pid);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
}

/* Only the time until the picture counts, so each run is timed by itself and the screen is clear before
   it. */
static double
measure (Start *start)
{
  double spans[TIMES];

  for (guint i = 0; i < TIMES; i++)
    {
      wait_until (start->display, FALSE);
      spans[i] = atl_bench_median (start_run, start, 1);
    }
  for (guint i = 1; i < TIMES; i++)
    for (guint j = i; j > 0 && spans[j - 1] > spans[j]; j--)
      {
        double swap = spans[j];

        spans[j] = spans[j - 1];
        spans[j - 1] = swap;
      }
  return spans[TIMES / 2];
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  char    *minimal_argv[] = { argv[1], NULL };
  char    *atelier_argv[] = { argv[2], NULL };
  char    *big_argv[] = { argv[2], argv[3], NULL };
  Start    minimal = { display, minimal_argv, 0 };
  Start    atelier = { display, atelier_argv, 0 };
  Start    big = { display, big_argv, 0 };
  double   reference;

  if (display == NULL || argc < 3)
    return 77;
  XSetErrorHandler (ignore_error);
  reference = measure (&minimal);
  atl_bench_row ("cold start to first frame", measure (&atelier), "minimal AdwApplication", reference, 1.5);
  if (argc > 3)
    {
      atl_bench_row ("start with 10 000 notes", measure (&big), "minimal AdwApplication", reference, 0);
      atl_bench_row ("memory with 10 000 notes (MiB)", big.memory, "minimal AdwApplication",
                     minimal.memory, 1.6);
    }
  return atl_bench_end ("bench-start");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include <stdio.h>
#include <stdlib.h>

static GString *json;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/**
 * atl_bench_median:
 * @run: what to time
 * @data: for @run
 * @times: how often
 *
 * Returns: the median time of one run, in milliseconds
 */
double
atl_bench_median (AtlBenchRun run, gpointer data, guint times)
{
  g_autofree double *spans = g_new (double, times);

  for (guint i = 0; i < times; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      run (data);
      spans[i] = (double) (g_get_monotonic_time () - begin) / 1000.0;
    }
  qsort (spans, times, sizeof *spans, compare);
  return spans[times / 2];
}

/**
 * atl_bench_row:
 * @what: what was measured
 * @milliseconds: its time
 * @reference: what it is compared with, measured in the same run
 * @reference_ms: the time of that
 * @reach: the ratio to reach, 0 if none is set
 *
 * Prints a row of the table.
 */
void
atl_bench_row (const char *what,
               double      milliseconds,
               const char *reference,
               double      reference_ms,
               double      reach)
{
  double ratio = reference_ms > 0 ? milliseconds / reference_ms : 0;

  if (json == NULL)
    json = g_string_new ("[");
  g_string_append_printf (json,
                          "%s\n{\"what\":\"%s\",\"ms\":%.3f,\"reference\":\"%s\",\"reference_ms\":%.3f,",
                          json->len > 1 ? "," : "",
                          what, milliseconds, reference, reference_ms);
  g_string_append_printf (json, "\"ratio\":%.3f,\"reach\":%.3f}", ratio, reach);
  printf ("%-46s %9.3f ms  %6.2f × %-34s", what, milliseconds, ratio, reference);
  printf (reach > 0 ? "  reach %.2f  %s\n" : "\n", reach, ratio <= reach ? "met" : "NOT MET");
  fflush (stdout);
}

/**
 * atl_bench_end:
 * @name: name of the benchmark
 *
 * Writes the rows as JSON to the file NAME.json in the folder that ATELIER_BENCH_DIR names, if it names one.
 *
 * Returns: the exit status
 */
int
atl_bench_end (const char *name)
{
  const char      *folder = g_getenv ("ATELIER_BENCH_DIR");
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, file, NULL) : NULL;

  g_string_append (json, "\n]\n");
  if (path != NULL && !g_file_set_contents (path, json->str, -1, NULL))
    return 1;
  return 0;
}

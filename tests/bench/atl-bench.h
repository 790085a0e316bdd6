/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs something once; the time between begin and end is not counted before or after it. */
typedef void (*AtlBenchRun) (gpointer data);

double atl_bench_median (AtlBenchRun run, gpointer data, guint times);
void   atl_bench_row (const char *what,
                      double      milliseconds,
                      const char *reference,
                      double      reference_ms,
                      double      reach);
int    atl_bench_end (const char *name);

G_END_DECLS

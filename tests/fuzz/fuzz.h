/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/atl-session.h"

G_BEGIN_DECLS

/* The names are libFuzzer's. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
int LLVMFuzzerInitialize (int *argc, char ***argv);

/* Says what does not hold, and ends the program so that every kind of runner notices. */
#define FUZZ_HOLDS(condition)                    \
  G_STMT_START                                   \
  {                                              \
    if (!(condition))                            \
      g_error ("does not hold: %s", #condition); \
  }                                              \
  G_STMT_END

void        fuzz_compare_bytes (GBytes *a, GBytes *b, const char *what);
guint       fuzz_count_items (AtlSession *session);
AtlSession *fuzz_check_written (AtlSession *session);

G_END_DECLS

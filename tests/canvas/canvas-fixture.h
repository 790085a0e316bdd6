/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atl-board-fixture.h"
#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

/* A canvas in a window, for tests. */
GtkWidget *canvas_fixture_open (AtlBoardFixture *board,
                                GtkWidget       *window,
                                AtlCanvas       *canvas);
void       canvas_fixture_close (AtlBoardFixture *board,
                                 GtkWidget       *window);
void       canvas_run (void);
void       canvas_act (AtlCanvas  *canvas,
                       const char *action);
guint      canvas_start_timeout (gboolean *late);

/* Goes on until @condition holds; a test that waits for five seconds has failed. */
#define canvas_wait_until(condition)                  \
  G_STMT_START                                        \
  {                                                   \
    gboolean late_ = FALSE;                           \
    guint    source_ = canvas_start_timeout (&late_); \
    while (!(condition) && !late_)                    \
      g_main_context_iteration (NULL, TRUE);          \
    g_assert_true (condition);                        \
    if (!late_)                                       \
      g_source_remove (source_);                      \
  }                                                   \
  G_STMT_END

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

/* The words on notes that somebody searches. */
typedef struct _AtlCanvasHighlight AtlCanvasHighlight;

/* What the user looks for on a canvas. */
typedef struct
{
  GHashTable         *lit[ATL_N_LIT_REASONS]; /* items, or NULL */
  AtlCanvasHighlight *words;                  /* or NULL */
} AtlCanvasLight;

void atl_canvas_highlight_free (AtlCanvasHighlight *self);
void atl_canvas_draw_highlight (AtlCanvas   *self,
                                GtkSnapshot *snapshot);

G_END_DECLS

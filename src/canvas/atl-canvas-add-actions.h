/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

/* An action without a parameter; it only runs while there is a board. */
typedef struct
{
  const char *name;
  void (*run) (AtlCanvas *self);
} AtlCanvasAction;

void atl_canvas_add_actions (GtkWidgetClass        *klass,
                             const AtlCanvasAction *actions,
                             guint                  n);

G_END_DECLS

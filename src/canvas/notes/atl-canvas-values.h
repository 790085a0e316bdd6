/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* What templates ask for on notes, in AtlCanvas: actions, digits, and what shows while notes are dragged. */

void     atl_canvas_install_values (GtkWidgetClass *klass);
void     atl_canvas_update_value_actions (AtlCanvas *self);
gboolean atl_canvas_take_digit (AtlCanvas      *self,
                                guint           keyval,
                                guint           keycode,
                                GdkModifierType state);
gboolean atl_canvas_has_cell (AtlCanvas *self,
                              AtlPoint   point);
void     atl_canvas_open_cell (AtlCanvas *self,
                               AtlPoint   point);
void     atl_canvas_append_value_section (AtlCanvas *self,
                                          GMenu     *menu);
void     atl_canvas_draw_measures (AtlCanvas   *self,
                                   GtkSnapshot *snapshot);

G_END_DECLS

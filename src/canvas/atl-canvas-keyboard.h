/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"
#include "canvas/tools/atl-navigation.h"

G_BEGIN_DECLS

/* Where keys go on the canvas, and what is said of what they did. */

/* atl-canvas-travel.c */
void     atl_canvas_go (AtlCanvas      *self,
                        AtlDirection    direction,
                        GdkModifierType modifiers);
void     atl_canvas_go_to_end (AtlCanvas      *self,
                               gboolean        end,
                               GdkModifierType modifiers);
void     atl_canvas_go_to_area (AtlCanvas *self, int by);
void     atl_canvas_leave_for (AtlCanvas *self, AtlArea *area);
void     atl_canvas_resize (AtlCanvas *self, int width, int height);
gboolean atl_canvas_focus_writing (AtlCanvas *self);
gboolean atl_canvas_focus_first (AtlCanvas *self);

/* atl-canvas-voice.c */
typedef struct
{
  AtlBox *area; /* only compared */
  guint   position;
  int     x, y;
} AtlCanvasPlace;

AtlCanvasPlace atl_canvas_mark_place (AtlCanvas *self, AtlNote *note);
void           atl_canvas_tell_place (AtlCanvas            *self,
                                      AtlNote              *note,
                                      const AtlCanvasPlace *from);
void           atl_canvas_tell (AtlCanvas *self, char *text);

G_END_DECLS

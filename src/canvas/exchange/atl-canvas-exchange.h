/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* What comes onto the board from other programs, and goes out to them: for the files of AtlCanvas. */

/* atl-canvas-api.c */
void atl_canvas_reveal_selection (AtlCanvas *self);

/* atl-canvas-clipboard.c */
void                atl_canvas_install_clipboard (GtkWidgetClass *klass);
GdkContentProvider *atl_canvas_new_content (AtlCanvas *self);

/* atl-canvas-drop-text.c */
void     atl_canvas_add_drop_target (AtlCanvas *self);
AtlArea *atl_canvas_get_drop_area (AtlCanvas *self);
void     atl_canvas_take_text (AtlCanvas  *self,
                               const char *text);
gboolean atl_canvas_take_files (AtlCanvas *self,
                                GSList    *files);

/* atl-canvas-drag-out.c */
gboolean atl_canvas_drag_out (AtlCanvas  *self,
                              GtkGesture *gesture,
                              AtlPoint    pointer);
gboolean atl_canvas_drags_out (AtlCanvas *self);

/* atl-canvas-hidden.c */
void atl_canvas_install_hidden (GtkWidgetClass *klass);
void atl_canvas_append_hidden (AtlCanvas *self,
                               GMenu     *menu);

G_END_DECLS

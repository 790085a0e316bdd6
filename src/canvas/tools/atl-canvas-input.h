/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"
#include "scene/atl-rect.h"

G_BEGIN_DECLS

typedef struct _AtlCanvasInput AtlCanvasInput;

AtlCanvasInput *atl_canvas_input_new (AtlCanvas *canvas);
void            atl_canvas_input_free (AtlCanvasInput *self);
void            atl_canvas_input_cancel (AtlCanvasInput *self);
gboolean        atl_canvas_input_is_busy (AtlCanvasInput *self);

G_END_DECLS

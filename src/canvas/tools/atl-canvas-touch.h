/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

void atl_canvas_touch_add (AtlCanvas *canvas);

G_END_DECLS

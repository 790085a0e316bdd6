/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

/* For boards that are looked at: without edits, area by area. */

void atl_canvas_set_read_only (AtlCanvas *self, gboolean read_only);
void atl_canvas_go_into_area (AtlCanvas *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

GMenu   *atl_canvas_new_note_menu (AtlCanvas *self);
gboolean atl_canvas_menu_shows_colors (AtlCanvas *self);

G_END_DECLS

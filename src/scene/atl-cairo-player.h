/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "scene/atl-display-list.h"

G_BEGIN_DECLS

/* Draws the text of @op in place of the player; the context is where the list's origin is, unscaled. */
typedef void (*AtlTextDrawer) (cairo_t            *cr,
                               const AtlDisplayOp *op,
                               gpointer            user_data);

void atl_cairo_player_draw (cairo_t        *cr,
                            AtlDisplayList *list);
void atl_cairo_player_draw_with (cairo_t        *cr,
                                 AtlDisplayList *list,
                                 AtlTextDrawer   text_drawer,
                                 gpointer        user_data);
void atl_cairo_player_draw_op (cairo_t            *cr,
                               const AtlDisplayOp *op);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "scene/atl-align.h"
#include "scene/atl-area-order.h"

G_BEGIN_DECLS

/* Notes put in order, each time as one step of the history. */

gboolean atl_order_commands_can_sort (AtlBoardView *view, AtlArea *area);
gboolean atl_order_commands_sort (AtlBoardView *view, AtlArea *area, AtlOrder order);
gboolean atl_order_commands_can_arrange (AtlBoardView *view, AtlArea *area);
gboolean atl_order_commands_arrange (AtlBoardView *view, AtlArea *area);
guint    atl_order_commands_count_placed (AtlBoardView *view);
gboolean atl_order_commands_align (AtlBoardView *view, AtlAlign how);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_NODE_DETAILS (atl_node_details_get_type ())
G_DECLARE_FINAL_TYPE (AtlNodeDetails, atl_node_details, ATL, NODE_DETAILS, GtkPopover)

GtkWidget *atl_node_details_new (AtlBoardView *view,
                                 AtlNote      *node);

G_END_DECLS

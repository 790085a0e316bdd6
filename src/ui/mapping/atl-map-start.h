/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_TYPE_MAP_START (atl_map_start_get_type ())
G_DECLARE_FINAL_TYPE (AtlMapStart, atl_map_start, ATL, MAP_START, GtkWidget)

void atl_map_start_set_board (AtlMapStart *self,
                              AtlBoard    *board);

G_END_DECLS

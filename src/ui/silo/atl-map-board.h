/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

/* What makes a board a map: an area of layout `graph`, and the options of its template. */

AtlArea *atl_map_board_find_area (AtlBoard *board);
gboolean atl_map_board_has_measures (AtlBoard *board);
gboolean atl_map_board_has_people (AtlBoard *board);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* What makes a board a map: an area of layout `graph`, and what the template says of it in the option
 * `graph`. */

gboolean  atl_area_is_map (AtlArea *area);
GVariant *atl_area_dup_map_option (AtlArea            *area,
                                   const char         *option,
                                   const GVariantType *type);
GStrv     atl_area_dup_map_strings (AtlArea    *area,
                                    const char *option);
gboolean  atl_note_is_node (AtlNote *note);
AtlArea  *atl_board_find_map (AtlBoard *board);
gboolean  atl_board_is_map (AtlBoard *board);
gboolean  atl_board_has_measures (AtlBoard *board);
gboolean  atl_board_has_people (AtlBoard *board);

G_END_DECLS

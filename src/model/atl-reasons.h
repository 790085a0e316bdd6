/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Boards whose notes hang on each other from left to right, by their option `linksBetweenAreas`: a note
 * without a link to its left has no reason yet. */

gboolean atl_board_asks_reasons (AtlBoard *board);
AtlArea *atl_area_find_reasons (AtlArea *area);
gboolean atl_note_has_reason (AtlNote *note,
                              AtlArea *reasons);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Notes that only the facilitator sees until they are released. The caller names the group of the history. */
guint      atl_board_count_hidden (AtlBoard *board);
guint      atl_notes_count_hidden (GPtrArray *notes);
guint      atl_notes_set_hidden (GPtrArray *notes,
                                 gboolean   hidden);
GPtrArray *atl_board_dup_hidden (AtlBoard *board,
                                 AtlArea  *area);
void       atl_board_drop_hidden (AtlBoard *board);

G_END_DECLS

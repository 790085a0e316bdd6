/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Areas whose notes share rows, by the option `rowLinkedAreas` of their board: each note of the first area
 * begins a row, and a note of another area joins one with its field "row". The caller opens the group of the
 * history. */

#define ATL_NOTE_VALUE_ROW "row"

AtlNote *atl_note_find_row (AtlNote   *note,
                            GPtrArray *areas);
void     atl_notes_join_row (GPtrArray *notes,
                             AtlNote   *row);
AtlArea *atl_rows_find_answering (GPtrArray *areas);
guint    atl_row_count (AtlNote   *row,
                        AtlArea   *area,
                        GPtrArray *areas);

G_END_DECLS

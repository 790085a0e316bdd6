/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Tags of notes: from the closed list of a board, or free words. The caller opens and names the group of the
 * history. */

GHashTable *atl_board_dup_tags (AtlBoard *board);
GStrv       atl_board_dup_tag_list (AtlBoard *board);
GStrv       atl_session_dup_free_tags (AtlSession *session);
guint       atl_notes_count_tag (GPtrArray  *notes,
                                 const char *tag);
void        atl_notes_set_tag (GPtrArray  *notes,
                               const char *tag,
                               gboolean    tagged);

G_END_DECLS

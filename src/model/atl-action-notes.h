/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-action.h"
#include "model/atl-board.h"
#include "model/atl-history.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Boards with the option `actionBoard`: their notes are the session's actions. The action has the owners, the
 * date and the proof; note and action have the same text, kept in step at the end of each group of the
 * history, inside of it. */

gboolean   atl_board_is_action_board (AtlBoard *board);
AtlAction *atl_note_find_action (AtlNote *note);
AtlAction *atl_note_ensure_action (AtlNote *note);
AtlNote   *atl_action_find_note (AtlAction *action);
void       atl_action_notes_follow (AtlSession *session,
                                    AtlHistory *history);

G_END_DECLS

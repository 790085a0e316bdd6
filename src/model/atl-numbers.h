/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* The numbers of printed cards: a card is the note of a session with its number. */
#define ATL_NUMBER_MOST 9999

AtlNote *atl_session_find_number (AtlSession *session,
                                  int         number);
int      atl_session_find_next_number (AtlSession *session);
guint    atl_board_give_numbers (AtlBoard *board,
                                 int       first);

G_END_DECLS

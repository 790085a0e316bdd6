/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Notes that go to another area, of any board. */

GPtrArray *atl_note_move_dup_areas (AtlSession *session,
                                    AtlBoard   *first);
void       atl_note_move (AtlHistory *history,
                          GPtrArray  *notes,
                          AtlArea    *area);

G_END_DECLS

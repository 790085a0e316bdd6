/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "ui/silo/atl-card-box.h"

G_BEGIN_DECLS

/* A card for each link to build first, with what was asked for. Its button activates the action
 * "figures.make-action" with the ids of the two silos. */

void atl_priority_cards_fill (AtlCardBox     *box,
                              AtlBoard       *board,
                              AtlMeasures    *measures,
                              const AtlVoice *voice,
                              gboolean        read_only);

G_END_DECLS

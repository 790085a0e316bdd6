/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "ui/silo/atl-card-box.h"

G_BEGIN_DECLS

/* What a map shows that is not about silos, such as a hand-off map: how many links of each kind, how long
 * they wait, and what is asked for. */

void atl_flow_cards_fill (AtlCardBox     *box,
                          AtlBoard       *board,
                          AtlMeasures    *measures,
                          const AtlVoice *voice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-silo-reading.h"
#include "ui/silo/atl-card-box.h"

G_BEGIN_DECLS

/* A card for each thing that the whole map shows. */

void atl_map_cards_fill (AtlCardBox     *box,
                         AtlMeasures    *measures,
                         AtlSiloReading *reading,
                         const AtlVoice *voice);

G_END_DECLS

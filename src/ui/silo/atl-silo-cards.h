/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-silo-reading.h"
#include "ui/silo/atl-card-box.h"

G_BEGIN_DECLS

/* A card for each silo: how much of its work goes outside. */

#define ATL_SILO_CARDS_MOST 40 /* silos that are told apart; nobody reads more in a panel */

double atl_silo_cards_get_reference (AtlMeasures *measures,
                                     guint        silo);
void   atl_silo_cards_fill (AtlCardBox     *box,
                            AtlMeasures    *measures,
                            AtlSiloReading *reading,
                            const AtlVoice *voice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-problem.h"
#include "insight/mix/atl-mix-search.h"

G_BEGIN_DECLS

/* Deals blocks to groups like cards, silo by silo. */
typedef struct _AtlMixDeal AtlMixDeal;

AtlMixDeal *atl_mix_deal_new (AtlMixProblem      *problem,
                              const AtlMixBlocks *blocks,
                              AtlMixShape         shape,
                              GRand              *rand);
void        atl_mix_deal_free (AtlMixDeal *self);
gboolean    atl_mix_deal_run (AtlMixDeal *self,
                              guint      *groups);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-blocks.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_MIX_IMPOSSIBLE,
  ATL_MIX_POSSIBLE,
  ATL_MIX_UNDECIDED, /* the effort was spent before the answer was found */
} AtlMixAnswer;

/* How many groups, and how large. */
typedef struct
{
  guint n_groups;
  guint smallest; /* 0: a group may be empty */
  guint largest;
} AtlMixShape;

AtlMixAnswer atl_mix_search (const AtlMixBlocks *blocks,
                             AtlMixShape         shape,
                             GRand              *rand,
                             guint64            *effort,
                             guint              *groups);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-problem.h"
#include "insight/mix/atl-mix-search.h"

G_BEGIN_DECLS

/* Blocks dealt to groups, and bettered step by step. */
typedef struct _AtlMixClimb AtlMixClimb;

AtlMixClimb *atl_mix_climb_new (AtlMixProblem      *problem,
                                const AtlMixBlocks *blocks,
                                AtlMixShape         shape,
                                GRand              *rand);
void         atl_mix_climb_free (AtlMixClimb *self);
gboolean     atl_mix_climb_deal (AtlMixClimb *self);
void         atl_mix_climb_set (AtlMixClimb *self,
                                const guint *groups);
gboolean     atl_mix_climb_step (AtlMixClimb *self,
                                 guint64     *effort);
gint64       atl_mix_climb_get_total (AtlMixClimb *self);
void         atl_mix_climb_get_groups (AtlMixClimb *self,
                                       int         *groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixClimb, atl_mix_climb_free)

G_END_DECLS

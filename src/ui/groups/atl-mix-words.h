/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/groups/atl-mix-plan.h"

G_BEGIN_DECLS

/* How mixed groups are spoken of. What the room may read is in the language of the session. */

char *atl_mix_words_dup_person (AtlMixPlan *plan, guint person);
char *atl_mix_words_dup_silo (AtlMixPlan *plan, guint person);
char *atl_mix_words_dup_sizes (AtlMixPlan *plan);
guint atl_mix_words_count_served (AtlMixPlan *plan);
char *atl_mix_words_dup_result (AtlMixPlan *plan, guint round);
char *atl_mix_words_dup_cost (const AtlMixCost *cost);
char *atl_mix_words_dup_broken (AtlMixPlan *plan, const GArray *broken, guint round);
char *atl_mix_words_dup_constraint (AtlMixPlan *plan, const AtlMixConstraint *constraint);
char *atl_mix_words_dup_conflict (AtlMixPlan *plan);
char *atl_mix_words_dup_reason (AtlMixPlan *plan);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mixer.h"

G_BEGIN_DECLS

/* What a change by hand does, counted over all rounds. */
typedef struct
{
  double  gain;   /* how much the total grows; below 0, what it costs */
  int     pairs;  /* cross-silo pairs more or less in this round */
  int     needs;  /* stated requests more or less at the same table */
  int     again;  /* cross-silo pairs more or less who meet once more */
  GArray *broken; /* of AtlMixConstraint: what held and would not any more */
} AtlMixCost;

/* The groups of one round or of several, as they were dealt and then changed by hand. */
typedef struct _AtlMixRounds AtlMixRounds;

AtlMixRounds *atl_mix_rounds_new (AtlMixProblem *problem, GPtrArray *mixes);
void          atl_mix_rounds_free (AtlMixRounds *self);
guint         atl_mix_rounds_get_n (AtlMixRounds *self);
guint         atl_mix_rounds_get_n_groups (AtlMixRounds *self);
const int    *atl_mix_rounds_get_groups (AtlMixRounds *self, guint round);
AtlMixScore   atl_mix_rounds_get_score (AtlMixRounds *self, guint round);
GArray       *atl_mix_rounds_list_broken (AtlMixRounds *self, guint round);
guint         atl_mix_rounds_count_again (AtlMixRounds *self, guint round);
double        atl_mix_rounds_get_total (AtlMixRounds *self);
AtlMixCost   *atl_mix_rounds_cost_move (AtlMixRounds *self, guint round, guint person, guint group);
AtlMixCost   *atl_mix_rounds_cost_swap (AtlMixRounds *self, guint round, guint a, guint b);
void          atl_mix_rounds_move (AtlMixRounds *self, guint round, guint person, guint group);
void          atl_mix_rounds_swap (AtlMixRounds *self, guint round, guint a, guint b);
void          atl_mix_rounds_inherit (AtlMixRounds *self, AtlMixRounds *earlier);
gboolean      atl_mix_rounds_can_undo (AtlMixRounds *self);
gboolean      atl_mix_rounds_can_redo (AtlMixRounds *self);
void          atl_mix_rounds_undo (AtlMixRounds *self);
void          atl_mix_rounds_redo (AtlMixRounds *self);
void          atl_mix_cost_free (AtlMixCost *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixRounds, atl_mix_rounds_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixCost, atl_mix_cost_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-problem.h"

G_BEGIN_DECLS

/* What groups are worth, whoever made them: the search or a hand. */
typedef struct
{
  double total;       /* the sum of the gains of all pairs in the same group */
  guint  n_pairs;     /* pairs of two silos in the same group */
  guint  max_pairs;   /* no more of them are possible with groups of these sizes */
  guint  n_needs;     /* needs of two people in the same group */
  guint  n_all_needs; /* needs of two people, whichever their groups */
} AtlMixScore;

AtlMixScore atl_mix_score (AtlMixProblem *problem,
                           const int     *groups);
gint64      atl_mix_score_units (AtlMixProblem *problem,
                                 const int     *groups);
GArray     *atl_mix_score_list_broken (AtlMixProblem *problem,
                                       const int     *groups);
double      atl_mix_score_move (AtlMixProblem *problem,
                                const int     *groups,
                                guint          person,
                                int            group,
                                GArray        *broken);
double      atl_mix_score_swap (AtlMixProblem *problem,
                                const int     *groups,
                                guint          a,
                                guint          b,
                                GArray        *broken);

G_END_DECLS

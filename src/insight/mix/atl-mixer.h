/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-conflict.h"
#include "insight/mix/atl-mix-score.h"

G_BEGIN_DECLS

/* How hard to try. 0 in any of the last three is the usual value. */
typedef struct
{
  guint32 seed;
  guint   n_restarts;   /* 60 */
  guint   milliseconds; /* 300 */
  guint64 effort;       /* changes looked at, in all */
} AtlMixOptions;

typedef enum
{
  ATL_MIX_END_RESTARTS,
  ATL_MIX_END_EFFORT,
  ATL_MIX_END_CLOCK, /* the only end that may differ from one run to the next */
} AtlMixEnd;

/* People in groups, or why there are none. */
typedef struct
{
  guint           n_people;
  guint           n_groups;
  int            *groups; /* for each person; NULL if there are none */
  AtlMixScore     score;
  AtlMixConflict *conflict;   /* NULL if there are groups */
  guint           n_restarts; /* how many were done */
  AtlMixEnd       end;
} AtlMix;

AtlMix    *atl_mixer_solve (AtlMixProblem       *problem,
                            const AtlMixOptions *options);
GPtrArray *atl_mixer_plan_rounds (AtlMixProblem       *problem,
                                  const AtlMixOptions *options,
                                  guint                n_rounds);
void       atl_mix_free (AtlMix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMix, atl_mix_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/mix/atl-mix-constraint.h"

G_BEGIN_DECLS

#define ATL_MIX_MAX_PEOPLE 2000
#define ATL_MIX_UNITS_PER_GAIN ((gint64) 1 << 40)

/* Who is to be mixed, what each pair gains by meeting, and what the facilitator asks for. */
typedef struct _AtlMixProblem AtlMixProblem;

AtlMixProblem *atl_mix_problem_new (guint      n_people,
                                    const int *silos);
AtlMixProblem *atl_mix_problem_copy (AtlMixProblem *self);
AtlMixProblem *atl_mix_problem_ref (AtlMixProblem *self);
void           atl_mix_problem_unref (AtlMixProblem *self);

void atl_mix_problem_set_sizes (AtlMixProblem *self,
                                guint          n_groups,
                                guint          smallest,
                                guint          largest);
void atl_mix_problem_set_map (AtlMixProblem *self,
                              const guint8  *links,
                              const guint8  *needs,
                              guint          n_silos,
                              const double  *priorities);
void atl_mix_problem_set_met (AtlMixProblem *self,
                              const guint8  *met);
void atl_mix_problem_count_round (AtlMixProblem *self,
                                  const int     *groups);
void atl_mix_problem_keep_together (AtlMixProblem *self,
                                    guint          a,
                                    guint          b);
void atl_mix_problem_keep_apart (AtlMixProblem *self,
                                 guint          a,
                                 guint          b);
void atl_mix_problem_add_mark (AtlMixProblem *self,
                               guint          mark,
                               guint          person);

guint         atl_mix_problem_get_n_people (AtlMixProblem *self);
guint         atl_mix_problem_get_n_groups (AtlMixProblem *self);
guint         atl_mix_problem_get_smallest (AtlMixProblem *self);
guint         atl_mix_problem_get_largest (AtlMixProblem *self);
int           atl_mix_problem_get_silo (AtlMixProblem *self,
                                        guint          person);
gboolean      atl_mix_problem_crosses (AtlMixProblem *self,
                                       guint          a,
                                       guint          b);
guint         atl_mix_problem_get_need (AtlMixProblem *self,
                                        guint          a,
                                        guint          b);
guint         atl_mix_problem_get_met (AtlMixProblem *self,
                                       guint          a,
                                       guint          b);
gint64        atl_mix_problem_get_units (AtlMixProblem *self,
                                         guint          a,
                                         guint          b);
double        atl_mix_problem_get_gain (AtlMixProblem *self,
                                        guint          a,
                                        guint          b);
const GArray *atl_mix_problem_get_constraints (AtlMixProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixProblem, atl_mix_problem_unref)

G_END_DECLS

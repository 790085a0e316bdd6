/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mixer.h"

#include "insight/mix/atl-mix-climb.h"

#define RESTARTS 60
#define MILLISECONDS 300

/* Changes looked at in all: what an ordinary machine does in well under the time allowed. */
#define EFFORT 40000000

/* Steps of the exact search: for the first groups, and for those of each further start. */
#define SEARCH_FIRST 20000000
#define SEARCH_AGAIN 1000000

typedef struct
{
  AtlMixProblem *problem;
  AtlMixBlocks  *blocks;
  AtlMixShape    shape;
  AtlMixClimb   *climb;
  GRand         *rand;
  guint64        effort;
  gint64         deadline; /* on the monotonic clock */
  gint64         best;
} Mixer;

/* Deals; where the constraints are too tight for that, searches. */
static gboolean
start (Mixer   *self,
       gboolean by_search,
       guint64  search_effort)
{
  g_autofree guint *groups = g_new (guint, self->blocks->n + 1);

  if (!by_search && atl_mix_climb_deal (self->climb))
    return TRUE;
  if (atl_mix_search (self->blocks, self->shape, self->rand, &search_effort, groups) != ATL_MIX_POSSIBLE)
    return FALSE;
  atl_mix_climb_set (self->climb, groups);
  return TRUE;
}

/* Takes the first shape, in the order of preference, in which all constraints can hold. */
static gboolean
choose_shape (Mixer *self)
{
  const GArray      *wishes = atl_mix_problem_get_constraints (self->problem);
  gpointer           data = wishes->data;
  g_autoptr (GArray) shapes = atl_mix_conflict_list_shapes (self->problem, data, wishes->len);

  for (guint i = 0; i < shapes->len && !self->blocks->torn; i++)
    {
      self->shape = g_array_index (shapes, AtlMixShape, i);
      self->climb = atl_mix_climb_new (self->problem, self->blocks, self->shape, self->rand);
      if (start (self, FALSE, SEARCH_FIRST / shapes->len))
        return TRUE;
      g_clear_pointer (&self->climb, atl_mix_climb_free);
    }
  return FALSE;
}

/* Raises the total as far as it goes. */
static void
climb (Mixer  *self,
       AtlMix *mix)
{
  while (atl_mix_climb_step (self->climb, &self->effort))
    if (g_get_monotonic_time () >= self->deadline)
      {
        mix->end = ATL_MIX_END_CLOCK;
        break;
      }
  if (self->effort == 0)
    mix->end = ATL_MIX_END_EFFORT;
  if (atl_mix_climb_get_total (self->climb) <= self->best)
    return;
  self->best = atl_mix_climb_get_total (self->climb);
  atl_mix_climb_get_groups (self->climb, mix->groups);
}

static void
restart (Mixer  *self,
         AtlMix *mix,
         guint   n_restarts)
{
  mix->n_groups = self->shape.n_groups;
  mix->groups = g_new0 (int, mix->n_people + 1);
  self->best = -1;
  climb (self, mix);
  mix->n_restarts = 1;
  while (mix->n_restarts < n_restarts && mix->end == ATL_MIX_END_RESTARTS)
    {
      mix->n_restarts++;
      if (start (self, mix->n_restarts % 4 == 0, SEARCH_AGAIN))
        climb (self, mix);
      if (g_get_monotonic_time () >= self->deadline)
        mix->end = ATL_MIX_END_CLOCK;
    }
  mix->score = atl_mix_score (self->problem, mix->groups);
}

static void
give_reasons (AtlMix        *mix,
              AtlMixProblem *problem)
{
  mix->conflict = atl_mix_conflict_new (problem);
  if (mix->conflict->code == ATL_MIX_NO_CONFLICT)
    mix->conflict->code = ATL_MIX_NOT_DECIDED;
}

/**
 * atl_mixer_solve:
 * @problem: a problem; not changed
 * @options: (nullable): how hard to try, the usual way if %NULL
 *
 * Puts people in groups in which the sum of the gains of all pairs is as large as it can find, all
 * constraints held: starts again and again from blocks dealt silo by silo, each time making changes as
 * long as one raises the total (maximally diverse grouping; Weitz and Lakshminarayanan 1998, Baker and
 * Powell 2002).
 *
 * The same problem and seed give the same groups, on any machine: what ends the work is the number of
 * restarts or of changes looked at. Only if a machine is so slow that the clock ends it, which the result
 * tells, may another run find others. A limit of time larger than needed never changes anything.
 *
 * Returns: (transfer full): the groups, or a conflict that names which constraints cannot hold together
 */
AtlMix *
atl_mixer_solve (AtlMixProblem       *problem,
                 const AtlMixOptions *options)
{
  AtlMixOptions            usual = options != NULL ? *options : (AtlMixOptions){ 0 };
  const GArray            *wishes = atl_mix_problem_get_constraints (problem);
  guint                    n = atl_mix_problem_get_n_people (problem);
  g_autoptr (AtlMixBlocks) blocks = atl_mix_blocks_new (n, (gpointer) wishes->data, wishes->len);
  g_autoptr (GRand)        rand = g_rand_new_with_seed (usual.seed);
  Mixer                    self = { .problem = problem, .blocks = blocks, .rand = rand };
  AtlMix                  *mix = g_new0 (AtlMix, 1);

  mix->n_people = n;
  self.effort = usual.effort > 0 ? usual.effort : EFFORT;
  self.deadline = usual.milliseconds > 0 ? usual.milliseconds : MILLISECONDS;
  self.deadline = g_get_monotonic_time () + 1000 * self.deadline;
  if (choose_shape (&self))
    restart (&self, mix, usual.n_restarts > 0 ? usual.n_restarts : RESTARTS);
  else
    give_reasons (mix, problem);
  g_clear_pointer (&self.climb, atl_mix_climb_free);
  return mix;
}

/**
 * atl_mixer_plan_rounds:
 * @problem: a problem; not changed
 * @options: (nullable): how hard to try in each round
 * @n_rounds: how many rounds
 *
 * Plans several rounds in a row: each counts who met in those before, so that people meet new people as
 * long as there are any. If the constraints cannot hold there is one entry, with the conflict.
 *
 * Returns: (transfer full) (element-type AtlMix): the rounds in their order
 */
GPtrArray *
atl_mixer_plan_rounds (AtlMixProblem       *problem,
                       const AtlMixOptions *options,
                       guint                n_rounds)
{
  GPtrArray                *rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_mix_free);
  g_autoptr (AtlMixProblem) own = atl_mix_problem_copy (problem);
  AtlMixOptions             round_options = options != NULL ? *options : (AtlMixOptions){ 0 };

  for (guint i = 0; i < n_rounds; i++)
    {
      AtlMix *mix = atl_mixer_solve (own, &round_options);

      g_ptr_array_add (rounds, mix);
      if (mix->groups == NULL)
        break;
      atl_mix_problem_count_round (own, mix->groups);
      round_options.seed++;
    }
  return rounds;
}

/**
 * atl_mix_free:
 * @self: (transfer full): groups
 *
 * Frees them.
 */
void
atl_mix_free (AtlMix *self)
{
  g_clear_pointer (&self->conflict, atl_mix_conflict_free);
  g_free (self->groups);
  g_free (self);
}

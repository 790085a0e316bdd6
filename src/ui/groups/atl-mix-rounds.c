/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-rounds.h"

#define MOST_STEPS 200

struct _AtlMixRounds
{
  AtlMixProblem *problem; /* who met before the first round, and the wishes */
  guint          n_people;
  guint          n_groups;
  guint          n_rounds;
  int           *groups; /* of each person, round by round */
  GPtrArray     *undo;   /* of int *, as groups */
  GPtrArray     *redo;
  AtlMixProblem *around; /* of one round: those who meet in the others have met; cached */
  guint          around_round;
};

static gsize
get_size (AtlMixRounds *self)
{
  return (gsize) self->n_rounds * self->n_people * sizeof (int);
}

static int *
get_round (AtlMixRounds *self,
           guint         round)
{
  g_assert (round < self->n_rounds);
  return self->groups + (gsize) round * self->n_people;
}

/**
 * atl_mix_rounds_new:
 * @problem: what they were made for; not changed any more
 * @mixes: (element-type AtlMix): the rounds, all of them with groups
 *
 * Returns: (transfer full): the groups, nothing changed by hand
 */
AtlMixRounds *
atl_mix_rounds_new (AtlMixProblem *problem,
                    GPtrArray     *mixes)
{
  AtlMixRounds *self = g_new0 (AtlMixRounds, 1);

  self->problem = atl_mix_problem_ref (problem);
  self->n_people = atl_mix_problem_get_n_people (problem);
  self->n_rounds = mixes->len;
  self->undo = g_ptr_array_new_with_free_func (g_free);
  self->redo = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_malloc0 (get_size (self) + 1);
  for (guint i = 0; i < mixes->len; i++)
    {
      AtlMix *mix = mixes->pdata[i];

      g_assert (mix->groups != NULL && mix->n_people == self->n_people);
      self->n_groups = MAX (self->n_groups, mix->n_groups);
      memcpy (get_round (self, i), mix->groups, self->n_people * sizeof (int));
    }
  return self;
}

/**
 * atl_mix_rounds_free:
 * @self: (transfer full): groups
 */
void
atl_mix_rounds_free (AtlMixRounds *self)
{
  atl_mix_problem_unref (self->problem);
  g_clear_pointer (&self->around, atl_mix_problem_unref);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->groups);
  g_free (self);
}

/**
 * atl_mix_rounds_get_n:
 * @self: groups
 *
 * Returns: how many rounds there are
 */
guint
atl_mix_rounds_get_n (AtlMixRounds *self)
{
  return self->n_rounds;
}

/**
 * atl_mix_rounds_get_n_groups:
 * @self: groups
 *
 * Returns: how many groups there are in each round
 */
guint
atl_mix_rounds_get_n_groups (AtlMixRounds *self)
{
  return self->n_groups;
}

/**
 * atl_mix_rounds_get_groups:
 * @self: groups
 * @round: which round
 *
 * Returns: (transfer none): for each person the number of the group
 */
const int *
atl_mix_rounds_get_groups (AtlMixRounds *self,
                           guint         round)
{
  return get_round (self, round);
}

/* What two gain by meeting in one round depends on how often they meet in the others, whichever comes
 * first: the sum over all rounds is the same in any order. */
static AtlMixProblem *
look_from (AtlMixRounds *self,
           guint         round)
{
  if (self->around != NULL && self->around_round == round)
    return self->around;
  g_clear_pointer (&self->around, atl_mix_problem_unref);
  self->around_round = round;
  self->around = self->n_rounds > 1 ? atl_mix_problem_copy (self->problem)
                                    : atl_mix_problem_ref (self->problem);
  for (guint i = 0; i < self->n_rounds; i++)
    if (i != round)
      atl_mix_problem_count_round (self->around, get_round (self, i));
  return self->around;
}

/**
 * atl_mix_rounds_get_score:
 * @self: groups
 * @round: which round
 *
 * Returns: what the groups of this round are worth when those of all others stay
 */
AtlMixScore
atl_mix_rounds_get_score (AtlMixRounds *self,
                          guint         round)
{
  return atl_mix_score (look_from (self, round), get_round (self, round));
}

/**
 * atl_mix_rounds_list_broken:
 * @self: groups
 * @round: which round
 *
 * Returns: (transfer full) (element-type AtlMixConstraint): the wishes that its groups do not hold
 */
GArray *
atl_mix_rounds_list_broken (AtlMixRounds *self,
                            guint         round)
{
  return atl_mix_score_list_broken (self->problem, get_round (self, round));
}

/**
 * atl_mix_rounds_count_again:
 * @self: groups
 * @round: which round
 *
 * Returns: how many pairs of two silos in its groups meet in another round too, or met before
 */
guint
atl_mix_rounds_count_again (AtlMixRounds *self,
                            guint         round)
{
  AtlMixProblem *problem = look_from (self, round);
  const int     *groups = get_round (self, round);
  guint          n = 0;

  for (guint i = 0; i < self->n_people; i++)
    for (guint j = 0; j < i; j++)
      n += groups[i] == groups[j] && atl_mix_problem_crosses (problem, i, j) &&
           atl_mix_problem_get_met (problem, i, j) > 0;
  return n;
}

/**
 * atl_mix_rounds_get_total:
 * @self: groups
 *
 * Returns: what all rounds are worth, one after the other
 */
double
atl_mix_rounds_get_total (AtlMixRounds *self)
{
  g_autoptr (AtlMixProblem) problem = atl_mix_problem_copy (self->problem);
  gint64                    units = 0;

  for (guint i = 0; i < self->n_rounds; i++)
    {
      units += atl_mix_score_units (problem, get_round (self, i));
      atl_mix_problem_count_round (problem, get_round (self, i));
    }
  return (double) units / (double) ATL_MIX_UNITS_PER_GAIN;
}

static void
count_pair (AtlMixCost    *cost,
            AtlMixProblem *problem,
            guint          a,
            guint          b,
            int            by)
{
  gboolean crosses = atl_mix_problem_crosses (problem, a, b);

  cost->pairs += crosses ? by : 0;
  cost->needs += atl_mix_problem_get_need (problem, a, b) > 0 ? by : 0;
  cost->again += crosses && atl_mix_problem_get_met (problem, a, b) > 0 ? by : 0;
}

/* Counts the pairs of those who change; the pair of two who both do counts once. */
static void
count_changes (AtlMixCost    *cost,
               AtlMixProblem *problem,
               const int     *before,
               const int     *after)
{
  guint n = atl_mix_problem_get_n_people (problem);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n && before[i] != after[i]; j++)
      {
        gboolean counted = i == j || (before[j] != after[j] && j < i);
        int      by = (after[i] == after[j]) - (before[i] == before[j]);

        if (by != 0 && !counted)
          count_pair (cost, problem, i, j, by);
      }
}

static AtlMixCost *
cost_new (void)
{
  AtlMixCost *cost = g_new0 (AtlMixCost, 1);

  cost->broken = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));
  return cost;
}

/**
 * atl_mix_cost_free:
 * @self: (transfer full): a cost
 */
void
atl_mix_cost_free (AtlMixCost *self)
{
  g_array_unref (self->broken);
  g_free (self);
}

/**
 * atl_mix_rounds_cost_move:
 * @self: groups
 * @round: which round
 * @person: who would go
 * @group: to which group
 *
 * Returns: (transfer full): what it would change
 */
AtlMixCost *
atl_mix_rounds_cost_move (AtlMixRounds *self,
                          guint         round,
                          guint         person,
                          guint         group)
{
  AtlMixProblem  *problem = look_from (self, round);
  AtlMixCost     *cost = cost_new ();
  g_autofree int *after = g_memdup2 (get_round (self, round), self->n_people * sizeof (int));

  g_return_val_if_fail (person < self->n_people, cost);

  after[person] = (int) group;
  cost->gain = atl_mix_score_move (problem, get_round (self, round), person, (int) group, cost->broken);
  count_changes (cost, problem, get_round (self, round), after);
  return cost;
}

/**
 * atl_mix_rounds_cost_swap:
 * @self: groups
 * @round: which round
 * @a: a person
 * @b: another, who would take the first one's place
 *
 * Returns: (transfer full): what it would change
 */
AtlMixCost *
atl_mix_rounds_cost_swap (AtlMixRounds *self,
                          guint         round,
                          guint         a,
                          guint         b)
{
  AtlMixProblem  *problem = look_from (self, round);
  const int      *before = get_round (self, round);
  AtlMixCost     *cost = cost_new ();
  g_autofree int *after = g_memdup2 (before, self->n_people * sizeof (int));

  g_return_val_if_fail (a < self->n_people && b < self->n_people, cost);

  after[a] = before[b];
  after[b] = before[a];
  cost->gain = atl_mix_score_swap (problem, before, a, b, cost->broken);
  count_changes (cost, problem, before, after);
  return cost;
}

static void
remember (AtlMixRounds *self)
{
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, g_memdup2 (self->groups, get_size (self)));
  if (self->undo->len > MOST_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  g_clear_pointer (&self->around, atl_mix_problem_unref);
}

/**
 * atl_mix_rounds_move:
 * @self: groups
 * @round: which round
 * @person: who goes
 * @group: to which group
 */
void
atl_mix_rounds_move (AtlMixRounds *self,
                     guint         round,
                     guint         person,
                     guint         group)
{
  g_return_if_fail (person < self->n_people && group < self->n_groups);

  if (get_round (self, round)[person] == (int) group)
    return;
  remember (self);
  get_round (self, round)[person] = (int) group;
}

/**
 * atl_mix_rounds_swap:
 * @self: groups
 * @round: which round
 * @a: a person
 * @b: another, who takes the first one's place
 */
void
atl_mix_rounds_swap (AtlMixRounds *self,
                     guint         round,
                     guint         a,
                     guint         b)
{
  int *groups = get_round (self, round);
  int  group = groups[a];

  g_return_if_fail (a < self->n_people && b < self->n_people);

  if (groups[a] == groups[b])
    return;
  remember (self);
  groups[a] = groups[b];
  groups[b] = group;
}

/**
 * atl_mix_rounds_inherit:
 * @self: groups that were dealt anew
 * @earlier: those before
 *
 * Makes dealing anew a step that can be undone. Does nothing if they were for other people or numbers.
 */
void
atl_mix_rounds_inherit (AtlMixRounds *self,
                        AtlMixRounds *earlier)
{
  if (self->n_people != earlier->n_people || self->n_groups != earlier->n_groups ||
      self->n_rounds != earlier->n_rounds)
    return;
  for (guint i = 0; i < earlier->undo->len; i++)
    g_ptr_array_add (self->undo, g_memdup2 (earlier->undo->pdata[i], get_size (self)));
  g_ptr_array_add (self->undo, g_memdup2 (earlier->groups, get_size (self)));
}

/**
 * atl_mix_rounds_can_undo:
 * @self: groups
 *
 * Tells whether there is something to take back.
 */
gboolean
atl_mix_rounds_can_undo (AtlMixRounds *self)
{
  return self->undo->len > 0;
}

/**
 * atl_mix_rounds_can_redo:
 * @self: groups
 *
 * Tells whether something was taken back.
 */
gboolean
atl_mix_rounds_can_redo (AtlMixRounds *self)
{
  return self->redo->len > 0;
}

static void
take_step (AtlMixRounds *self,
           GPtrArray    *from,
           GPtrArray    *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->groups);
  self->groups = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->around, atl_mix_problem_unref);
}

/**
 * atl_mix_rounds_undo:
 * @self: groups
 *
 * Takes back the last change.
 */
void
atl_mix_rounds_undo (AtlMixRounds *self)
{
  take_step (self, self->undo, self->redo);
}

/**
 * atl_mix_rounds_redo:
 * @self: groups
 *
 * Makes the change again that was taken back last.
 */
void
atl_mix_rounds_redo (AtlMixRounds *self)
{
  take_step (self, self->redo, self->undo);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-score.h"

static gboolean
share_group (const int *groups,
             guint      a,
             guint      b)
{
  return groups[a] >= 0 && groups[a] == groups[b];
}

/* Groups are numbered from 0; the problem may ask for more than have people. */
static guint
count_groups (AtlMixProblem *problem,
              const int     *groups)
{
  guint n = atl_mix_problem_get_n_groups (problem);

  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    n = MAX (n, (guint) (groups[i] + 1));
  return n;
}

static guint
count_same_silo (AtlMixProblem *problem,
                 guint          person)
{
  guint n = 1;

  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    n += i != person && !atl_mix_problem_crosses (problem, person, i);
  return n;
}

static gboolean
is_first_of_silo (AtlMixProblem *problem,
                  guint          person)
{
  for (guint i = 0; i < person; i++)
    if (!atl_mix_problem_crosses (problem, person, i))
      return FALSE;
  return TRUE;
}

static guint
choose_two (guint n)
{
  return n > 0 ? n * (n - 1) / 2 : 0;
}

/* All pairs in the groups, less those of one silo that cannot be avoided when it is spread evenly. */
static guint
bound_pairs (AtlMixProblem *problem,
             const int     *groups)
{
  guint n_pairs = 0;
  guint n_inside = 0;
  guint n_groups = count_groups (problem, groups);

  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    {
      for (guint j = 0; j < i; j++)
        n_pairs += share_group (groups, i, j);
      if (is_first_of_silo (problem, i))
        {
          guint n = count_same_silo (problem, i);
          guint quotient = n / MAX (n_groups, 1);
          guint rest = n % MAX (n_groups, 1);

          n_inside += rest * choose_two (quotient + 1) + (n_groups - rest) * choose_two (quotient);
        }
    }
  return n_pairs > n_inside ? n_pairs - n_inside : 0;
}

/**
 * atl_mix_score_units:
 * @problem: a problem
 * @groups: for each person the number of the group, from 0; -1 for none
 *
 * Returns: the sum of the gains of all pairs in the same group, in units
 */
gint64
atl_mix_score_units (AtlMixProblem *problem,
                     const int     *groups)
{
  gint64 total = 0;

  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    for (guint j = 0; j < i; j++)
      if (share_group (groups, i, j))
        total += atl_mix_problem_get_units (problem, i, j);
  return total;
}

/**
 * atl_mix_score:
 * @problem: a problem
 * @groups: for each person the number of the group, from 0; -1 for none
 *
 * Tells what groups are worth. The greatest possible number of pairs is an upper bound: it is reached when
 * every silo can be spread evenly.
 *
 * Returns: the score
 */
AtlMixScore
atl_mix_score (AtlMixProblem *problem,
               const int     *groups)
{
  AtlMixScore score = { 0 };

  score.total = (double) atl_mix_score_units (problem, groups) / (double) ATL_MIX_UNITS_PER_GAIN;
  score.max_pairs = bound_pairs (problem, groups);
  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    for (guint j = 0; j < i; j++)
      {
        gboolean needed = atl_mix_problem_get_need (problem, i, j) > 0;
        gboolean met = share_group (groups, i, j);

        score.n_pairs += met && atl_mix_problem_crosses (problem, i, j);
        score.n_needs += met && needed;
        score.n_all_needs += needed;
      }
  return score;
}

/* Where the sizes decide how many groups there are, an empty group is none. */
static void
list_broken_sizes (AtlMixProblem *problem,
                   const int     *groups,
                   GArray        *broken)
{
  guint             n_groups = count_groups (problem, groups);
  g_autofree guint *sizes = g_new0 (guint, n_groups + 1);
  gboolean          may_vanish = atl_mix_problem_get_n_groups (problem) == 0;

  for (guint i = 0; i < atl_mix_problem_get_n_people (problem); i++)
    if (groups[i] >= 0)
      sizes[groups[i]]++;
  for (guint i = 0; i < n_groups; i++)
    {
      AtlMixConstraint one = { ATL_MIX_SIZE_MIN, -1, -1, (int) i };

      if (sizes[i] < atl_mix_problem_get_smallest (problem) && !(may_vanish && sizes[i] == 0))
        g_array_append_val (broken, one);
      one.kind = ATL_MIX_SIZE_MAX;
      if (sizes[i] > atl_mix_problem_get_largest (problem))
        g_array_append_val (broken, one);
    }
}

static void
list_broken_marks (const GArray *wishes,
                   const int    *groups,
                   guint         i,
                   GArray       *broken)
{
  AtlMixConstraint one = g_array_index (wishes, AtlMixConstraint, i);

  for (guint j = 0; j < i; j++)
    {
      const AtlMixConstraint *other = &g_array_index (wishes, AtlMixConstraint, j);

      if (other->kind != ATL_MIX_MARK || other->mark != one.mark ||
          !share_group (groups, (guint) one.a, (guint) other->a))
        continue;
      one.b = other->a;
      g_array_append_val (broken, one);
    }
}

/**
 * atl_mix_score_list_broken:
 * @problem: a problem
 * @groups: for each person the number of the group, from 0; -1 for none
 *
 * Lists the constraints that groups do not hold. A broken mark is listed once for each two people of it in
 * one group, with both of them; a broken size once for each group, with the number of the group as its
 * mark.
 *
 * Returns: (transfer full) (element-type AtlMixConstraint): the constraints, empty if all hold
 */
GArray *
atl_mix_score_list_broken (AtlMixProblem *problem,
                           const int     *groups)
{
  const GArray *wishes = atl_mix_problem_get_constraints (problem);
  GArray       *broken = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));

  list_broken_sizes (problem, groups, broken);
  for (guint i = 2; i < wishes->len; i++)
    {
      const AtlMixConstraint *one = &g_array_index (wishes, AtlMixConstraint, i);

      if (one->kind == ATL_MIX_MARK)
        list_broken_marks (wishes, groups, i, broken);
      else if (share_group (groups, (guint) one->a, (guint) one->b) != (one->kind == ATL_MIX_TOGETHER))
        g_array_append_val (broken, *one);
    }
  return broken;
}

static gboolean
holds (const GArray           *constraints,
       const AtlMixConstraint *one)
{
  for (guint i = 0; i < constraints->len; i++)
    {
      const AtlMixConstraint *other = &g_array_index (constraints, AtlMixConstraint, i);

      if (other->kind == one->kind && other->a == one->a && other->b == one->b && other->mark == one->mark)
        return TRUE;
    }
  return FALSE;
}

/* The constraints that held before a change and do not after it. */
static void
list_newly_broken (AtlMixProblem *problem,
                   const int     *before,
                   const int     *after,
                   GArray        *broken)
{
  g_autoptr (GArray) old = atl_mix_score_list_broken (problem, before);
  g_autoptr (GArray) new = atl_mix_score_list_broken (problem, after);

  for (guint i = 0; i < new->len; i++)
    if (!holds (old, &g_array_index (new, AtlMixConstraint, i)))
      g_array_append_val (broken, g_array_index (new, AtlMixConstraint, i));
}

/* What a person gains from those in a group. */
static gint64
sum_units (AtlMixProblem *problem,
           const int     *groups,
           guint          person,
           int            group)
{
  gint64 sum = 0;

  for (guint i = 0; group >= 0 && i < atl_mix_problem_get_n_people (problem); i++)
    if (i != person && groups[i] == group)
      sum += atl_mix_problem_get_units (problem, person, i);
  return sum;
}

/**
 * atl_mix_score_move:
 * @problem: a problem
 * @groups: for each person the number of the group, from 0; -1 for none
 * @person: who would move
 * @group: to which group, -1 for none
 * @broken: (nullable) (element-type AtlMixConstraint): constraints that held and would not any more are added
 *
 * Tells what it changes if one person goes to another group, alone.
 *
 * Returns: how much the total would grow; below 0, what it costs
 */
double
atl_mix_score_move (AtlMixProblem *problem,
                    const int     *groups,
                    guint          person,
                    int            group,
                    GArray        *broken)
{
  guint  n = atl_mix_problem_get_n_people (problem);
  gint64 units;

  g_return_val_if_fail (person < n, 0);

  units = group == groups[person] ? 0
                                  : sum_units (problem, groups, person, group) -
                                      sum_units (problem, groups, person, groups[person]);
  if (broken != NULL)
    {
      g_autofree int *after = g_memdup2 (groups, n * sizeof *groups);

      after[person] = group;
      list_newly_broken (problem, groups, after, broken);
    }
  return (double) units / (double) ATL_MIX_UNITS_PER_GAIN;
}

/**
 * atl_mix_score_swap:
 * @problem: a problem
 * @groups: for each person the number of the group, from 0; -1 for none
 * @a: a person
 * @b: another
 * @broken: (nullable) (element-type AtlMixConstraint): constraints that held and would not any more are added
 *
 * Tells what it changes if two people change places.
 *
 * Returns: how much the total would grow; below 0, what it costs
 */
double
atl_mix_score_swap (AtlMixProblem *problem,
                    const int     *groups,
                    guint          a,
                    guint          b,
                    GArray        *broken)
{
  guint           n = atl_mix_problem_get_n_people (problem);
  g_autofree int *after = g_memdup2 (groups, n * sizeof *groups);
  double          change;

  g_return_val_if_fail (a < n && b < n, 0);

  change = atl_mix_score_move (problem, groups, a, groups[b], NULL);
  after[a] = groups[b];
  change += atl_mix_score_move (problem, after, b, groups[a], NULL);
  after[b] = groups[a];
  if (broken != NULL)
    list_newly_broken (problem, groups, after, broken);
  return change;
}

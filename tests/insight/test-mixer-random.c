/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mixer.h"

#include <string.h>

#define N_MAX 9
#define N_INSTANCES 5000

/* All partitions of a few people into groups, against which the search is held. */
typedef struct
{
  AtlMixProblem *problem;
  const GArray  *wishes; /* the constraints that count */
  guint          n;
  guint          n_groups;
  int            groups[N_MAX];
  gint64         best; /* in units; -1: no partition holds the constraints */
} Trial;

static gboolean
has_size (const Trial         *trial,
          AtlMixConstraintKind kind)
{
  for (guint i = 0; i < trial->wishes->len; i++)
    if (g_array_index (trial->wishes, AtlMixConstraint, i).kind == kind)
      return TRUE;
  return FALSE;
}

static gboolean
holds_sizes (const Trial *trial)
{
  guint    wanted = atl_mix_problem_get_n_groups (trial->problem);
  gboolean has_min = has_size (trial, ATL_MIX_SIZE_MIN);
  gboolean has_max = has_size (trial, ATL_MIX_SIZE_MAX);
  guint    sizes[N_MAX + 1] = { 0 };

  for (guint i = 0; i < trial->n; i++)
    sizes[trial->groups[i]]++;
  for (guint i = 0; i < trial->n_groups; i++)
    if ((has_min && sizes[i] < atl_mix_problem_get_smallest (trial->problem)) ||
        (has_max && sizes[i] > atl_mix_problem_get_largest (trial->problem)))
      return FALSE;
  return wanted == 0 || trial->n_groups == wanted || (trial->n_groups < wanted && !has_min);
}

static gboolean
holds_marks (const Trial            *trial,
             const AtlMixConstraint *one)
{
  for (guint i = 0; i < trial->wishes->len; i++)
    {
      const AtlMixConstraint *other = &g_array_index (trial->wishes, AtlMixConstraint, i);

      if (other->kind == ATL_MIX_MARK && other->mark == one->mark && other->a != one->a &&
          trial->groups[other->a] == trial->groups[one->a])
        return FALSE;
    }
  return TRUE;
}

static gboolean
holds_wishes (const Trial *trial)
{
  for (guint i = 0; i < trial->wishes->len; i++)
    {
      const AtlMixConstraint *one = &g_array_index (trial->wishes, AtlMixConstraint, i);

      if (one->kind == ATL_MIX_TOGETHER && trial->groups[one->a] != trial->groups[one->b])
        return FALSE;
      if (one->kind == ATL_MIX_APART && trial->groups[one->a] == trial->groups[one->b])
        return FALSE;
      if (one->kind == ATL_MIX_MARK && !holds_marks (trial, one))
        return FALSE;
    }
  return TRUE;
}

static void
try_from (Trial *trial,
          guint  person)
{
  guint n_groups = trial->n_groups;

  if (person == trial->n)
    {
      if (holds_sizes (trial) && holds_wishes (trial))
        trial->best = MAX (trial->best, atl_mix_score_units (trial->problem, trial->groups));
      return;
    }
  for (guint group = 0; group <= n_groups; group++)
    {
      trial->groups[person] = (int) group;
      trial->n_groups = MAX (n_groups, group + 1);
      try_from (trial, person + 1);
    }
  trial->n_groups = n_groups;
}

/* The best total under some of the constraints, -1 if they cannot hold. */
static gint64
try_all (AtlMixProblem *problem,
         const GArray  *wishes)
{
  Trial trial = { problem, wishes, atl_mix_problem_get_n_people (problem), 0, { 0 }, -1 };

  try_from (&trial, 0);
  return trial.best;
}

static void
make_up_map (AtlMixProblem *problem,
             GRand         *rand)
{
  guint8 links[N_MAX * N_MAX] = { 0 };
  guint8 needs[N_MAX * N_MAX] = { 0 };
  guint8 met[N_MAX * N_MAX] = { 0 };
  double priorities[16];

  for (guint i = 0; i < N_MAX * N_MAX; i++)
    {
      links[i] = g_rand_int (rand) % 3 == 0 ? (guint8) (g_rand_int (rand) % 6) : 0;
      needs[i] = g_rand_int (rand) % 5 == 0 ? (guint8) (g_rand_int (rand) % 6) : 0;
      met[i] = g_rand_int (rand) % 5 == 0 ? (guint8) (g_rand_int (rand) % 3) : 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    priorities[i] = g_rand_double_range (rand, 0, 5);
  atl_mix_problem_set_map (problem, links, needs, 4, priorities);
  atl_mix_problem_set_met (problem, met);
}

static void
make_up_sizes (AtlMixProblem *problem,
               GRand         *rand)
{
  guint n_groups = g_rand_int (rand) % 5;
  guint smallest = g_rand_int (rand) % 4;
  guint largest = g_rand_int (rand) % 3 == 0 ? 0 : smallest + g_rand_int (rand) % 4;

  if (g_rand_int (rand) % 2 == 0)
    atl_mix_problem_set_sizes (problem, MAX (n_groups, 1), 0, 0);
  else
    atl_mix_problem_set_sizes (problem, n_groups, smallest, largest);
}

static AtlMixProblem *
make_up (GRand *rand,
         guint  n_wishes)
{
  guint          n = 1 + g_rand_int (rand) % N_MAX;
  int            silos[N_MAX];
  AtlMixProblem *problem;

  for (guint i = 0; i < n; i++)
    silos[i] = (int) (g_rand_int (rand) % 5) - 1;
  problem = atl_mix_problem_new (n, silos);
  if (g_rand_boolean (rand))
    make_up_map (problem, rand);
  make_up_sizes (problem, rand);
  for (guint i = 0; i < n_wishes; i++)
    {
      guint a = g_rand_int (rand) % n;
      guint b = g_rand_int (rand) % n;

      if (g_rand_int (rand) % 4 == 0)
        atl_mix_problem_keep_together (problem, a, b);
      else if (g_rand_boolean (rand))
        atl_mix_problem_keep_apart (problem, a, b);
      else
        atl_mix_problem_add_mark (problem, b % 2, a);
    }
  return problem;
}

static void
assert_holds (AtlMixProblem *problem,
              const AtlMix  *mix)
{
  g_autoptr (GArray) broken = atl_mix_score_list_broken (problem, mix->groups);
  const GArray      *wishes = atl_mix_problem_get_constraints (problem);
  Trial              trial = { problem, wishes, mix->n_people, mix->n_groups, { 0 }, -1 };

  memcpy (trial.groups, mix->groups, mix->n_people * sizeof (int));
  g_assert_true (holds_sizes (&trial) && holds_wishes (&trial));
  g_assert_cmpuint (broken->len, ==, 0);
}

static void
assert_conflict (AtlMixProblem        *problem,
                 const AtlMixConflict *conflict)
{
  g_assert_cmpint (conflict->code, !=, ATL_MIX_NOT_DECIDED);
  g_assert_true (conflict->irreducible);
  g_assert_cmpint (try_all (problem, conflict->constraints), ==, -1);
  for (guint i = 0; i < conflict->constraints->len; i++)
    {
      g_autoptr (GArray) rest = g_array_copy (conflict->constraints);

      g_array_remove_index (rest, i);
      g_assert_cmpint (try_all (problem, rest), >=, 0);
    }
}

static void
against_all_partitions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  guint             n_solved = 0;
  guint             n_best = 0;
  double            worst = 1;
  guint             codes[ATL_MIX_NOT_DECIDED + 1] = { 0 };

  for (guint i = 0; i < N_INSTANCES; i++)
    {
      g_autoptr (AtlMixProblem) problem = make_up (rand, g_rand_int (rand) % (i % 3 == 0 ? 24 : 9));
      AtlMixOptions             options = { i, 0, 60000, 0 };
      g_autoptr (AtlMix)        mix = atl_mixer_solve (problem, &options);
      gint64                    best = try_all (problem, atl_mix_problem_get_constraints (problem));

      g_assert_cmpint (best >= 0, ==, mix->groups != NULL);
      codes[mix->conflict != NULL ? mix->conflict->code : ATL_MIX_NO_CONFLICT]++;
      if (best >= 0)
        {
          gint64 total = atl_mix_score_units (problem, mix->groups);

          assert_holds (problem, mix);
          if (atl_mix_problem_get_n_groups (problem) == 0)
            continue; /* as many groups as the sizes prefer: not meant to be the best of all numbers */
          g_assert_cmpint (total, <=, best);
          n_solved++;
          n_best += total == best;
          worst = best > 0 ? MIN (worst, (double) total / (double) best) : worst;
        }
      else
        assert_conflict (problem, mix->conflict);
    }
  g_test_message ("%u of %u are the best, the worst reaches %.4f of it", n_best, n_solved, worst);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_test_message ("code %u: %u", i, codes[i]);
  g_assert_cmpuint (n_best * 1000, >=, n_solved * 999);
  for (guint i = 0; i < ATL_MIX_NOT_DECIDED; i++)
    g_assert_cmpuint (codes[i], >, 0);
}

static void
assert_changes (AtlMixProblem *problem,
                GRand         *rand,
                const int     *groups)
{
  guint              n = atl_mix_problem_get_n_people (problem);
  guint              a = g_rand_int (rand) % n;
  guint              b = g_rand_int (rand) % n;
  int                after[N_MAX];
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));
  g_autoptr (GArray) before = atl_mix_score_list_broken (problem, groups);
  g_autoptr (GArray) now = NULL;
  double             change;
  double             old = atl_mix_score (problem, groups).total;

  memcpy (after, groups, n * sizeof (int));
  if (g_rand_boolean (rand))
    {
      after[a] = (int) (g_rand_int (rand) % 4) - 1;
      change = atl_mix_score_move (problem, groups, a, after[a], broken);
    }
  else
    {
      after[a] = groups[b];
      after[b] = groups[a];
      change = atl_mix_score_swap (problem, groups, a, b, broken);
    }
  now = atl_mix_score_list_broken (problem, after);

  g_assert_cmpfloat_with_epsilon (atl_mix_score (problem, after).total, old + change, 1e-9);
  g_assert_cmpuint (broken->len, <=, now->len);
  g_assert_cmpuint (broken->len + before->len, >=, now->len);
}

static void
changes_against_recomputation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (14);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (AtlMixProblem) problem = make_up (rand, g_rand_int (rand) % 9);
      int                       groups[N_MAX];

      for (guint person = 0; person < N_MAX; person++)
        groups[person] = (int) (g_rand_int (rand) % 4) - 1;
      assert_changes (problem, rand, groups);
    }
}

static void
crowds_hold_constraints (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  guint             n_solved = 0;

  for (guint i = 0; i < 400; i++)
    {
      int                       silos[40];
      guint                     n = 10 + g_rand_int (rand) % 31;
      g_autoptr (AtlMixProblem) problem = NULL;
      AtlMixOptions             options = { i, 5, 60000, 0 };
      g_autoptr (AtlMix)        mix = NULL;
      g_autoptr (GArray)        broken = NULL;

      for (guint person = 0; person < n; person++)
        silos[person] = (int) (g_rand_int (rand) % 6);
      problem = atl_mix_problem_new (n, silos);
      atl_mix_problem_set_sizes (problem, 2 + g_rand_int (rand) % (n / 3), 0, 0);
      for (guint wish = 0; wish < n; wish++)
        if (wish % 5 == 0)
          atl_mix_problem_keep_together (problem, g_rand_int (rand) % n, g_rand_int (rand) % n);
        else
          atl_mix_problem_keep_apart (problem, g_rand_int (rand) % n, g_rand_int (rand) % n);
      mix = atl_mixer_solve (problem, &options);
      if (mix->groups == NULL)
        continue;
      n_solved++;
      broken = atl_mix_score_list_broken (problem, mix->groups);
      g_assert_cmpuint (broken->len, ==, 0);
    }
  g_test_message ("%u of 400 have groups", n_solved);
  g_assert_cmpuint (n_solved, >, 200);
}

/* Groups that hold all constraints exist by the way these are made: the exact search must find some. */
static void
hidden_groups_are_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (16);

  for (guint i = 0; i < 1000; i++)
    {
      guint                     n_groups = 3 + g_rand_int (rand) % 3;
      guint                     n = n_groups * 4;
      int                       nobody[20] = { 0 };
      g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (n, nobody);
      const GArray             *wishes = atl_mix_problem_get_constraints (problem);
      gpointer                  data;
      guint64                   effort = 100000000;

      atl_mix_problem_set_sizes (problem, n_groups, 0, 0);
      for (guint wish = 0; wish < n * (2 + i % 4); wish++)
        {
          guint a = g_rand_int (rand) % n;
          guint b = g_rand_int (rand) % n;

          if (a % n_groups != b % n_groups)
            atl_mix_problem_keep_apart (problem, a, b);
        }
      data = wishes->data;
      g_assert_cmpint (atl_mix_conflict_check (problem, data, wishes->len, &effort), ==, ATL_MIX_POSSIBLE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mixer/random/against-all-partitions", against_all_partitions);
  g_test_add_func ("/mixer/random/changes-equal-recomputation", changes_against_recomputation);
  g_test_add_func ("/mixer/random/hidden-groups-are-found", hidden_groups_are_found);
  g_test_add_func ("/mixer/random/crowds-hold-constraints", crowds_hold_constraints);

  return g_test_run ();
}

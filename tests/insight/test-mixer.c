/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mixer.h"

#include <math.h>
#include <string.h>

#define N 9

enum
{
  ANA,
  BOB,
  CHLOE,
  DAN,
  EVA,
  FARID,
  GIL,
  HANA,
  INES
};

static const int silos[N] = { 0, 0, 0, 1, 1, 1, 2, 2, 3 };

/* The worked example of SILO-METHOD §13. */
static AtlMixProblem *
make_example (void)
{
  AtlMixProblem *problem = atl_mix_problem_new (N, silos);
  guint8         links[N * N] = { 0 };
  guint8         needs[N * N] = { 0 };
  double         priorities[16] = { 0, 8 / 9., 5 / 6., 4, 8 / 9., 0, 5, 1, 5 / 6., 5, 0, 1, 4, 1, 1, 0 };

  links[BOB * N + DAN] = 2;
  links[DAN * N + BOB] = 1;
  links[CHLOE * N + GIL] = 2;
  links[ANA * N + BOB] = 4;
  needs[HANA * N + FARID] = 4;
  needs[CHLOE * N + INES] = 3;
  atl_mix_problem_set_map (problem, links, needs, 4, priorities);
  atl_mix_problem_set_sizes (problem, 3, 0, 0);
  return problem;
}

/* The best of all splits of nine people in three groups of three. */
static double
try_all_splits (AtlMixProblem *problem,
                guint         *n_splits)
{
  double best = -1;
  int    groups[N] = { 0 };

  *n_splits = 0;
  for (int code = 0; code < 19683; code++)
    {
      int      sizes[3] = { 0 };
      int      rest = code;
      int      highest = -1;
      gboolean ordered = TRUE;

      for (guint i = 0; i < N; i++, rest /= 3)
        {
          groups[i] = rest % 3;
          sizes[groups[i]]++;
          ordered = ordered && groups[i] <= highest + 1;
          highest = MAX (highest, groups[i]);
        }
      if (ordered && sizes[0] == 3 && sizes[1] == 3)
        {
          g_autoptr (GArray) broken = atl_mix_score_list_broken (problem, groups);

          *n_splits += 1;
          best = broken->len == 0 ? MAX (best, atl_mix_score (problem, groups).total) : best;
        }
    }
  return best;
}

static void
example_gains (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();

  g_assert_cmpfloat_with_epsilon (atl_mix_problem_get_gain (problem, HANA, FARID), 2.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_mix_problem_get_gain (problem, CHLOE, INES), 2.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_mix_problem_get_gain (problem, DAN, GIL), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_mix_problem_get_gain (problem, DAN, BOB), 0.7066667, 1e-6);
  g_assert_cmpfloat (atl_mix_problem_get_gain (problem, ANA, BOB), ==, 0);
}

static void
example_groups (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();
  g_autoptr (AtlMix)        mix = atl_mixer_solve (problem, NULL);
  guint                     n_splits;

  g_assert_null (mix->conflict);
  g_assert_cmpfloat_with_epsilon (mix->score.total, 14.267, 5e-4);
  g_assert_cmpfloat (mix->score.total, ==, try_all_splits (problem, &n_splits));
  g_assert_cmpuint (n_splits, ==, 280);
  g_assert_cmpuint (mix->score.n_pairs, ==, 9);
  g_assert_cmpuint (mix->score.max_pairs, ==, 9);
  g_assert_cmpuint (mix->score.n_needs, ==, 2);
  g_assert_cmpuint (mix->score.n_all_needs, ==, 2);
}

static void
example_apart (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();
  g_autoptr (AtlMix)        mix = NULL;
  guint                     n_splits;

  atl_mix_problem_keep_apart (problem, HANA, FARID);
  mix = atl_mixer_solve (problem, NULL);

  g_assert_cmpfloat_with_epsilon (mix->score.total, 13.467, 5e-4);
  g_assert_cmpfloat (mix->score.total, ==, try_all_splits (problem, &n_splits));
  g_assert_cmpint (mix->groups[HANA], !=, mix->groups[FARID]);
}

static void
example_split_of_the_method (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();
  int                       groups[N] = { 0, 1, 2, 2, 1, 0, 1, 0, 2 };

  g_assert_cmpfloat_with_epsilon (atl_mix_score (problem, groups).total, 5.1444 + 4.3444 + 4.7778, 2e-4);
}

static void
without_map (void)
{
  g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (N, silos);
  guint8                    met[N * N] = { 0 };

  met[ANA * N + DAN] = met[DAN * N + ANA] = 2;
  atl_mix_problem_set_met (problem, met);

  g_assert_cmpfloat (atl_mix_problem_get_gain (problem, ANA, EVA), ==, 1);
  g_assert_cmpfloat (atl_mix_problem_get_gain (problem, ANA, DAN), ==, 1 / 16.);
  g_assert_cmpfloat (atl_mix_problem_get_gain (problem, ANA, BOB), ==, 0);
}

static void
marks_one_per_group (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();
  g_autoptr (AtlMix)        mix = NULL;

  atl_mix_problem_add_mark (problem, 0, HANA);
  atl_mix_problem_add_mark (problem, 0, FARID);
  atl_mix_problem_add_mark (problem, 0, ANA);
  atl_mix_problem_add_mark (problem, 1, HANA);
  atl_mix_problem_add_mark (problem, 1, INES);
  mix = atl_mixer_solve (problem, NULL);

  g_assert_cmpint (1 << mix->groups[HANA] | 1 << mix->groups[FARID] | 1 << mix->groups[ANA], ==, 7);
  g_assert_cmpint (mix->groups[HANA], !=, mix->groups[INES]);
}

static void
same_seed (void)
{
  int everybody[40];

  for (int i = 0; i < 40; i++)
    everybody[i] = i % 7;
  for (guint32 seed = 0; seed < 5; seed++)
    {
      g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (40, everybody);
      AtlMixOptions             options = { seed, 0, 10000, 0 };
      AtlMixOptions             longer = { seed, 0, 100000, 0 };
      g_autoptr (AtlMix)        first = NULL;
      g_autoptr (AtlMix)        second = NULL;

      atl_mix_problem_set_sizes (problem, 0, 4, 6);
      first = atl_mixer_solve (problem, &options);
      second = atl_mixer_solve (problem, &longer);

      g_assert_cmpint (first->end, ==, ATL_MIX_END_RESTARTS);
      g_assert_cmpmem (first->groups, 40 * sizeof (int), second->groups, 40 * sizeof (int));
    }
}

/* Where the effort ends the work, the clock still does not decide. */
static void
same_effort (void)
{
  int                       crowd[300];
  g_autoptr (AtlMixProblem) problem = NULL;
  AtlMixOptions             options = { 7, 0, 60000, 3000000 };
  g_autoptr (AtlMix)        first = NULL;
  g_autoptr (AtlMix)        second = NULL;
  g_autoptr (AtlMix)        other = NULL;

  for (int i = 0; i < 300; i++)
    crowd[i] = i % 11;
  problem = atl_mix_problem_new (300, crowd);
  atl_mix_problem_set_sizes (problem, 50, 0, 0);
  first = atl_mixer_solve (problem, &options);
  second = atl_mixer_solve (problem, &options);
  options.seed = 8;
  other = atl_mixer_solve (problem, &options);

  g_assert_cmpint (first->end, ==, ATL_MIX_END_EFFORT);
  g_assert_cmpmem (first->groups, sizeof crowd, second->groups, sizeof crowd);
  g_assert_cmpint (memcmp (first->groups, other->groups, sizeof crowd), !=, 0);
}

static void
clock_ends_it (void)
{
  int                       crowd[1000];
  g_autoptr (AtlMixProblem) problem = NULL;
  AtlMixOptions             options = { 7, G_MAXUINT, 1, G_MAXUINT64 };
  g_autoptr (AtlMix)        mix = NULL;
  g_autoptr (GArray)        broken = NULL;

  for (int i = 0; i < 1000; i++)
    crowd[i] = i % 11;
  problem = atl_mix_problem_new (1000, crowd);
  atl_mix_problem_set_sizes (problem, 100, 0, 0);
  mix = atl_mixer_solve (problem, &options);
  broken = atl_mix_score_list_broken (problem, mix->groups);

  g_assert_cmpint (mix->end, ==, ATL_MIX_END_CLOCK);
  g_assert_cmpuint (broken->len, ==, 0);
}

/* How many pairs of different silos met at least once. */
static guint
count_met (GPtrArray *rounds,
           guint      n)
{
  guint met = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      for (guint round = 0; round < rounds->len; round++)
        {
          const AtlMix *mix = rounds->pdata[round];

          if (mix->groups[i] == mix->groups[j])
            {
              met++;
              break;
            }
        }
  return met;
}

/* Nine people of nine silos in threes: four rounds in which every pair meets exactly once exist. */
static void
rounds_meet_new_people (void)
{
  const int                 alone[N] = { -1, -1, -1, -1, -1, -1, -1, -1, -1 };
  g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (N, alone);
  g_autoptr (GPtrArray)     rounds = NULL;

  atl_mix_problem_set_sizes (problem, 3, 0, 0);
  rounds = atl_mixer_plan_rounds (problem, NULL, 4);

  g_assert_cmpuint (rounds->len, ==, 4);
  g_assert_cmpuint (count_met (rounds, N), ==, 36);
  g_assert_cmpuint (atl_mix_problem_get_met (problem, 0, 1), ==, 0);
}

static void
rounds_stop_at_a_conflict (void)
{
  g_autoptr (AtlMixProblem) problem = make_example ();
  g_autoptr (GPtrArray)     rounds = NULL;

  atl_mix_problem_set_sizes (problem, 3, 4, 0);
  rounds = atl_mixer_plan_rounds (problem, NULL, 4);

  g_assert_cmpuint (rounds->len, ==, 1);
  g_assert_cmpint (((AtlMix *) rounds->pdata[0])->conflict->code, ==, ATL_MIX_SIZES_DO_NOT_ADD_UP);
}

static void
nobody (void)
{
  g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (0, NULL);
  g_autoptr (AtlMix)        none = NULL;
  g_autoptr (AtlMix)        some = NULL;

  atl_mix_problem_set_sizes (problem, 0, 3, 4);
  none = atl_mixer_solve (problem, NULL);
  atl_mix_problem_set_sizes (problem, 3, 0, 0);
  some = atl_mixer_solve (problem, NULL);

  g_assert_null (none->conflict);
  g_assert_cmpuint (none->n_groups, ==, 0);
  g_assert_cmpint (some->conflict->code, ==, ATL_MIX_SIZES_DO_NOT_ADD_UP);
}

static void
make_up_map (AtlMixProblem *problem,
             GRand         *rand)
{
  guint              n = atl_mix_problem_get_n_people (problem);
  g_autofree guint8 *links = g_new0 (guint8, (gsize) n * n);
  g_autofree guint8 *needs = g_new0 (guint8, (gsize) n * n);
  double             priorities[64];

  for (gsize i = 0; i < (gsize) n * 7; i++)
    {
      links[(gsize) g_rand_int_range (rand, 0, (int) (n * n))] = (guint8) g_rand_int_range (rand, 1, 6);
      needs[(gsize) g_rand_int_range (rand, 0, (int) (n * n))] = (guint8) g_rand_int_range (rand, 0, 6);
    }
  for (guint i = 0; i < G_N_ELEMENTS (priorities); i++)
    priorities[i] = g_rand_double_range (rand, 0, 5);
  atl_mix_problem_set_map (problem, links, needs, 8, priorities);
}

static gboolean
is_worth_it (AtlMixProblem *problem,
             const int     *groups,
             guint          a,
             guint          b)
{
  g_autoptr (GArray) broken = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));

  return atl_mix_score_swap (problem, groups, a, b, broken) > 0 && broken->len == 0;
}

/* In small crowds and in large ones, which are searched in another way. */
static void
no_swap_is_left (gconstpointer data)
{
  guint                     n = GPOINTER_TO_UINT (data);
  g_autofree int           *crowd = g_new (int, n);
  g_autoptr (GRand)         rand = g_rand_new_with_seed (n);
  g_autoptr (AtlMixProblem) problem = NULL;
  AtlMixOptions             options = { 3, 2, 60000, G_MAXUINT64 };
  g_autoptr (AtlMix)        mix = NULL;

  for (guint i = 0; i < n; i++)
    crowd[i] = g_rand_int_range (rand, 0, 8);
  problem = atl_mix_problem_new (n, crowd);
  atl_mix_problem_set_sizes (problem, n / 5, 0, 0);
  make_up_map (problem, rand);
  for (guint i = 0; i < n; i++)
    atl_mix_problem_keep_apart (problem, g_rand_int (rand) % n, g_rand_int (rand) % n);
  mix = atl_mixer_solve (problem, &options);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (is_worth_it (problem, mix->groups, i, j));
}

/* Five of one silo and four of another in threes: 2 and 1 of the 9 pairs are of one silo at least. */
static void
bound_of_uneven_silos (void)
{
  const int                 two[N] = { 0, 0, 0, 0, 0, 1, 1, 1, 1 };
  g_autoptr (AtlMixProblem) problem = atl_mix_problem_new (N, two);
  g_autoptr (AtlMix)        mix = NULL;

  atl_mix_problem_set_sizes (problem, 3, 0, 0);
  mix = atl_mixer_solve (problem, NULL);

  g_assert_cmpuint (mix->score.max_pairs, ==, 6);
  g_assert_cmpuint (mix->score.n_pairs, ==, 6);
}

static double
time_crowd (guint n,
            guint n_groups,
            guint n_wishes)
{
  g_autofree int           *crowd = g_new (int, n);
  g_autoptr (GRand)         rand = g_rand_new_with_seed (n);
  g_autoptr (AtlMixProblem) problem = NULL;
  g_autoptr (AtlMix)        mix = NULL;
  gint64                    began;
  double                    milliseconds;

  for (guint i = 0; i < n; i++)
    crowd[i] = g_rand_int_range (rand, 0, 8);
  problem = atl_mix_problem_new (n, crowd);
  atl_mix_problem_set_sizes (problem, n_groups, 0, 0);
  make_up_map (problem, rand);
  for (guint i = 0; i < n_wishes; i++)
    atl_mix_problem_keep_apart (problem, g_rand_int (rand) % n, g_rand_int (rand) % n);
  began = g_get_monotonic_time ();
  mix = atl_mixer_solve (problem, NULL);
  milliseconds = (double) (g_get_monotonic_time () - began) / 1000;

  g_assert_null (mix->conflict);
  g_test_message ("%u people, %u groups: %.1f ms, %u restarts, end %d", n, n_groups, milliseconds,
                  mix->n_restarts, mix->end);
  return milliseconds;
}

static void
crowds_in_time (void)
{
  g_assert_cmpfloat (time_crowd (40, 8, 20), <, 300);
  g_assert_cmpfloat (time_crowd (100, 20, 50), <, 1000);
  g_assert_cmpfloat (time_crowd (400, 80, 200), <, 2000);
  g_assert_cmpfloat (time_crowd (400, 8, 200), <, 2000);
  g_assert_cmpfloat (time_crowd (2000, 300, 500), <, 10000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mixer/example/gains", example_gains);
  g_test_add_func ("/mixer/example/finds-the-best-of-all-splits", example_groups);
  g_test_add_func ("/mixer/example/hana-and-farid-apart", example_apart);
  g_test_add_func ("/mixer/example/the-groups-of-the-method", example_split_of_the_method);
  g_test_add_func ("/mixer/pairs/bound-of-uneven-silos", bound_of_uneven_silos);
  g_test_add_data_func ("/mixer/climb/no-swap-is-left/small", GUINT_TO_POINTER (40), no_swap_is_left);
  g_test_add_data_func ("/mixer/climb/no-swap-is-left/large", GUINT_TO_POINTER (200), no_swap_is_left);
  g_test_add_func ("/mixer/gain/without-map-counts-meetings-only", without_map);
  g_test_add_func ("/mixer/marks/one-in-each-group", marks_one_per_group);
  g_test_add_func ("/mixer/seed/decides-not-the-clock", same_seed);
  g_test_add_func ("/mixer/seed/decides-not-the-clock-when-effort-ends-it", same_effort);
  g_test_add_func ("/mixer/clock/ends-it-with-groups-that-hold", clock_ends_it);
  g_test_add_func ("/mixer/rounds/meet-new-people", rounds_meet_new_people);
  g_test_add_func ("/mixer/rounds/stop-at-a-conflict", rounds_stop_at_a_conflict);
  g_test_add_func ("/mixer/nobody", nobody);
  g_test_add_func ("/mixer/crowds/in-time", crowds_in_time);

  return g_test_run ();
}

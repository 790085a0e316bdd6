/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mixer.h"

#define N 9

static AtlMixProblem *
make (guint n_groups,
      guint smallest,
      guint largest)
{
  const int      silos[N] = { 0, 0, 0, 1, 1, 1, 2, 2, 3 };
  AtlMixProblem *problem = atl_mix_problem_new (N, silos);

  atl_mix_problem_set_sizes (problem, n_groups, smallest, largest);
  return problem;
}

static void
assert_people (const AtlMixConflict *conflict,
               guint                 n,
               const guint          *people)
{
  g_assert_cmpmem (conflict->people->data, conflict->people->len * sizeof (guint),
                   people, n * sizeof (guint));
}

static void
no_conflict (void)
{
  g_autoptr (AtlMixProblem)  problem = make (3, 0, 0);
  g_autoptr (AtlMixConflict) conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_NO_CONFLICT);
  g_assert_cmpuint (conflict->constraints->len, ==, 0);
}

static void
sizes (void)
{
  g_autoptr (AtlMixProblem)  problem = make (2, 1, 4);
  g_autoptr (AtlMixConflict) conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_SIZES_DO_NOT_ADD_UP);
  g_assert_cmpuint (conflict->constraints->len, ==, 1);
  g_assert_cmpint (g_array_index (conflict->constraints, AtlMixConstraint, 0).kind, ==, ATL_MIX_SIZE_MAX);
}

/* Nine people in as many groups as it takes, none under five and none over six. */
static void
sizes_without_number (void)
{
  g_autoptr (AtlMixProblem)  problem = make (0, 5, 6);
  g_autoptr (AtlMixConflict) conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_SIZES_DO_NOT_ADD_UP);
  g_assert_cmpuint (conflict->constraints->len, ==, 2);
}

static void
large_block (void)
{
  const guint                people[] = { 0, 3, 6, 8 };
  g_autoptr (AtlMixProblem)  problem = make (3, 0, 0);
  g_autoptr (AtlMixConflict) conflict = NULL;

  atl_mix_problem_keep_together (problem, 0, 3);
  atl_mix_problem_keep_together (problem, 6, 3);
  atl_mix_problem_keep_together (problem, 6, 8);
  atl_mix_problem_keep_together (problem, 1, 2);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_BLOCK_TOO_LARGE);
  g_assert_cmpuint (conflict->constraints->len, ==, 4);
  assert_people (conflict, G_N_ELEMENTS (people), people);
}

/* Of two ways that keep the two together the shorter is named. */
static void
apart_in_block (void)
{
  const guint                people[] = { 0, 1, 2 };
  g_autoptr (AtlMixProblem)  problem = make (3, 1, 9);
  g_autoptr (AtlMixConflict) conflict = NULL;

  atl_mix_problem_keep_together (problem, 0, 3);
  atl_mix_problem_keep_together (problem, 3, 4);
  atl_mix_problem_keep_together (problem, 4, 1);
  atl_mix_problem_keep_together (problem, 0, 2);
  atl_mix_problem_keep_together (problem, 2, 1);
  atl_mix_problem_keep_apart (problem, 0, 1);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_APART_IN_BLOCK);
  g_assert_cmpuint (conflict->constraints->len, ==, 3);
  assert_people (conflict, G_N_ELEMENTS (people), people);
}

static void
marks_in_block (void)
{
  const guint                people[] = { 4, 7 };
  g_autoptr (AtlMixProblem)  problem = make (3, 0, 0);
  g_autoptr (AtlMixConflict) conflict = NULL;

  atl_mix_problem_keep_together (problem, 4, 7);
  atl_mix_problem_add_mark (problem, 2, 4);
  atl_mix_problem_add_mark (problem, 1, 5);
  atl_mix_problem_add_mark (problem, 2, 7);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_APART_IN_BLOCK);
  assert_people (conflict, G_N_ELEMENTS (people), people);
}

static void
marks (guint n_groups,
       guint smallest)
{
  const guint                people[] = { 1, 3, 5, 6 };
  g_autoptr (AtlMixProblem)  problem = make (n_groups, smallest, 0);
  g_autoptr (AtlMixConflict) conflict = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    atl_mix_problem_add_mark (problem, 0, people[i]);
  atl_mix_problem_add_mark (problem, 1, 2);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_TOO_MANY_MARKS);
  g_assert_cmpuint (conflict->constraints->len, ==, n_groups > 0 ? 4 : 5);
  assert_people (conflict, G_N_ELEMENTS (people), people);
}

static void
marks_and_groups (void)
{
  marks (3, 0);
}

/* Where the size decides how many groups there are, it has a part in the conflict. */
static void
marks_and_sizes (void)
{
  marks (0, 3);
}

static void
clique (void)
{
  const guint                people[] = { 0, 2, 4, 8 };
  g_autoptr (AtlMixProblem)  problem = make (3, 0, 0);
  g_autoptr (AtlMixConflict) conflict = NULL;

  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < i; j++)
      atl_mix_problem_keep_apart (problem, people[i], people[j]);
  atl_mix_problem_keep_apart (problem, 1, 2);
  atl_mix_problem_keep_apart (problem, 3, 2);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_TOO_MANY_APART);
  g_assert_cmpuint (conflict->constraints->len, ==, 6);
  assert_people (conflict, G_N_ELEMENTS (people), people);
}

/* Five people, each apart from the next around a table, do not go in two groups. */
static void
odd_circle (void)
{
  g_autoptr (AtlMixProblem)  problem = make (2, 1, 9);
  g_autoptr (AtlMixConflict) conflict = NULL;

  for (guint i = 0; i < 5; i++)
    atl_mix_problem_keep_apart (problem, i, (i + 1) % 5);
  atl_mix_problem_keep_apart (problem, 6, 7);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_COMBINED);
  g_assert_cmpuint (conflict->constraints->len, ==, 5);
  g_assert_true (conflict->irreducible);
}

/* More groups than anybody has memory for. */
static void
countless_groups (void)
{
  g_autoptr (AtlMixProblem)  problem = make (G_MAXUINT, 0, 0);
  g_autoptr (AtlMixConflict) conflict = NULL;

  atl_mix_problem_keep_apart (problem, 0, 1);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_SIZES_DO_NOT_ADD_UP);
  g_assert_cmpuint (conflict->constraints->len, ==, 1);
}

static void
mixer_tells (void)
{
  g_autoptr (AtlMixProblem) problem = make (3, 0, 0);
  g_autoptr (AtlMix)        mix = NULL;

  atl_mix_problem_keep_apart (problem, 0, 1);
  atl_mix_problem_keep_together (problem, 0, 1);
  mix = atl_mixer_solve (problem, NULL);

  g_assert_null (mix->groups);
  g_assert_cmpint (mix->conflict->code, ==, ATL_MIX_APART_IN_BLOCK);
}

/* Sixty pairs in forty groups of three: no group holds two of them. */
static void
blocks_do_not_fit (void)
{
  int                        nobody[120];
  g_autoptr (AtlMixProblem)  problem = NULL;
  g_autoptr (AtlMixConflict) conflict = NULL;
  gint64                     began = g_get_monotonic_time ();

  for (guint i = 0; i < 120; i++)
    nobody[i] = -1;
  problem = atl_mix_problem_new (120, nobody);
  atl_mix_problem_set_sizes (problem, 40, 3, 3);
  for (guint i = 0; i < 120; i += 2)
    atl_mix_problem_keep_together (problem, i, i + 1);
  conflict = atl_mix_conflict_new (problem);

  g_assert_cmpint (conflict->code, ==, ATL_MIX_COMBINED);
  g_assert_true (conflict->irreducible);
  g_assert_cmpuint (conflict->constraints->len, ==, 42);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mixer/conflict/none", no_conflict);
  g_test_add_func ("/mixer/conflict/sizes", sizes);
  g_test_add_func ("/mixer/conflict/sizes-without-number", sizes_without_number);
  g_test_add_func ("/mixer/conflict/large-block", large_block);
  g_test_add_func ("/mixer/conflict/apart-in-block-by-the-shortest-way", apart_in_block);
  g_test_add_func ("/mixer/conflict/marks-in-block", marks_in_block);
  g_test_add_func ("/mixer/conflict/marks-and-groups", marks_and_groups);
  g_test_add_func ("/mixer/conflict/marks-and-sizes", marks_and_sizes);
  g_test_add_func ("/mixer/conflict/clique", clique);
  g_test_add_func ("/mixer/conflict/odd-circle", odd_circle);
  g_test_add_func ("/mixer/conflict/countless-groups", countless_groups);
  g_test_add_func ("/mixer/conflict/mixer-tells", mixer_tells);
  g_test_add_func ("/mixer/conflict/blocks-do-not-fit", blocks_do_not_fit);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-rank.h"

#include <string.h>

static void
assert_between (const char *before,
                const char *after)
{
  g_autofree char *rank = atl_rank_between (before, after);

  g_assert_true (atl_rank_is_valid (rank));
  if (before != NULL)
    g_assert_cmpstr (before, <, rank);
  if (after != NULL)
    g_assert_cmpstr (rank, <, after);
}

static void
test_between (void)
{
  static const char *const cases[][2] = {
    { NULL, NULL },
    { "V", NULL },
    { NULL, "V" },
    { "1", "2" },
    { "1", "101" },
    { NULL, "01" },
    { NULL, "001" },
    { "z", NULL },
    { "zzzzzz", NULL },
    { "zzzzzzzzzzz", NULL },
    { "Az", "B" },
    { "A", "A1" },
    { "A0001", "A0002" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_between (cases[i][0], cases[i][1]);
}

static void
test_same_gap (void)
{
  g_autofree char *low = g_strdup ("A");
  g_autofree char *high = g_strdup ("B");

  for (guint i = 0; i < 300; i++)
    {
      char *rank = atl_rank_between (low, high);

      g_assert_cmpstr (low, <, rank);
      g_assert_cmpstr (rank, <, high);
      g_free (i % 2 ? low : high);
      *(i % 2 ? &low : &high) = rank;
    }
}

static void
test_appending (void)
{
  g_autofree char *rank = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      char *next = atl_rank_between (rank, NULL);

      g_assert_true (rank == NULL || strcmp (rank, next) < 0);
      g_free (rank);
      rank = next;
    }
  g_assert_cmpuint (strlen (rank), <=, 7);
}

static void
test_spread (void)
{
  g_auto (GStrv) ranks = atl_rank_spread ("A", "A2", 1000);

  g_assert_cmpuint (g_strv_length (ranks), ==, 1000);
  g_assert_cmpstr ("A", <, ranks[0]);
  g_assert_cmpstr (ranks[999], <, "A2");
  for (guint i = 1; i < 1000; i++)
    {
      g_assert_cmpstr (ranks[i - 1], <, ranks[i]);
      g_assert_cmpuint (strlen (ranks[i]), <=, 5);
    }
}

static void
test_bad_neighbors (void)
{
  g_autofree char *after_bad = atl_rank_between ("A", "é");
  g_autofree char *swapped = atl_rank_between ("B", "A");

  g_assert_cmpstr (after_bad, >, "A");
  g_assert_cmpstr (swapped, >, "B");
  g_assert_false (atl_rank_is_valid ("A0"));
  g_assert_false (atl_rank_is_valid (""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/between/is-strictly-between", test_between);
  g_test_add_func ("/rank/between/always-finds-room-in-a-gap", test_same_gap);
  g_test_add_func ("/rank/between/stays-short-when-appending", test_appending);
  g_test_add_func ("/rank/spread/is-even-and-ascending", test_spread);
  g_test_add_func ("/rank/between/counts-bad-neighbors-as-absent", test_bad_neighbors);
  return g_test_run ();
}

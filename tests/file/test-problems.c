/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-problems.h"

static void
test_line (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *line = NULL;
  g_autofree char        *bare = NULL;

  atl_problems_add (problems, "boards[2].notes[17].color", "unknown %s '%s'", "color", "mauve");
  atl_problems_add (problems, "", "nothing");
  line = atl_problems_dup_line (problems, 0);
  bare = atl_problems_dup_line (problems, 1);

  g_assert_cmpuint (atl_problems_get_n (problems), ==, 2);
  g_assert_cmpstr (atl_problems_get_path (problems, 0), ==, "boards[2].notes[17].color");
  g_assert_cmpstr (atl_problems_get_reason (problems, 0), ==, "unknown color 'mauve'");
  g_assert_cmpstr (line, ==, "boards[2].notes[17].color: unknown color 'mauve'");
  g_assert_cmpstr (bare, ==, "nothing");
}

static void
test_cap (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();

  for (int i = 0; i < ATL_PROBLEMS_KEPT + 5; i++)
    atl_problems_add (problems, "a", "b");

  g_assert_cmpuint (atl_problems_get_n (problems), ==, ATL_PROBLEMS_KEPT + 5);
  g_assert_cmpuint (atl_problems_get_n_kept (problems), ==, ATL_PROBLEMS_KEPT);
}

static void
test_reference (void)
{
  AtlProblems *problems = atl_problems_new ();
  AtlProblems *same = atl_problems_ref (problems);

  atl_problems_unref (problems);
  atl_problems_add (same, "a", "b");

  g_assert_cmpuint (atl_problems_get_n (same), ==, 1);
  atl_problems_unref (same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/line/joins-place-and-reason", test_line);
  g_test_add_func ("/problems/cap/goes-on-counting", test_cap);
  g_test_add_func ("/problems/reference/keeps-the-list", test_reference);

  return g_test_run ();
}

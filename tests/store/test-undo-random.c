/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undo-oracle.h"

/* Random histories over every edit there is; the contents are compared after every step. The seed of a
 * history that goes wrong is printed: ATELIER_SEED=n ATELIER_ROUNDS=1 runs it again. With a planted fault,
 * the oracle must notice. */
#define ROUNDS 30
#define STEPS 400

static guint32
read_number (const char *variable,
             guint32     fallback)
{
  const char *given = g_getenv (variable);

  return given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : fallback;
}

/* Returns: (transfer full) (nullable): what went wrong. */
static char *
run_round (guint32 seed)
{
  AtlUndoOracle   *oracle = atl_undo_oracle_new (seed, STEPS);
  char            *fault = g_strdup (atl_undo_oracle_run (oracle));
  g_autofree char *summary = atl_undo_oracle_dup_summary (oracle);

  g_test_message ("ATELIER_SEED=%u: %s", seed, summary);
  atl_undo_oracle_free (oracle);
  return fault;
}

static char *
run_rounds (void)
{
  guint32 seed = read_number ("ATELIER_SEED", g_random_int ());
  guint32 rounds = read_number ("ATELIER_ROUNDS", ROUNDS);

  for (guint32 i = 0; i < rounds; i++)
    {
      char *fault = run_round (seed + i);

      if (fault != NULL)
        return fault;
    }
  return NULL;
}

#ifndef PLANTED
static void
test_every_step (void)
{
  g_autofree char *fault = run_rounds ();

  g_assert_cmpstr (fault, ==, NULL);
}
#else
static void
test_is_caught (void)
{
  g_autofree char *fault = run_rounds ();

  g_test_message ("%s", fault);
  g_assert_nonnull (fault);
}
#endif

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#ifndef PLANTED
  g_test_add_func ("/undo/every-step/has-the-contents-it-must-have", test_every_step);
#else
  g_test_add_func ("/undo/planted/" PLANTED "/is-caught", test_is_caught);
#endif
  return g_test_run ();
}

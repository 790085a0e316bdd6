/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-world.h"

#include "store/codec/atl-codec.h"

/* Ten thousand random operations over every edit there is: undoing all of them must give the first contents,
 * redoing all of them the last. The seed is printed; ATELIER_SEED=n runs one again. */
#define OPERATIONS 10000

static void
world_init (AtlRandomWorld *world)
{
  const char *given = g_getenv ("ATELIER_SEED");
  guint32     seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : g_random_int ();

  g_test_message ("ATELIER_SEED=%u", seed);
  atl_random_world_init (world, seed);
  atl_history_set_limit (world->history, G_MAXSIZE);
}

static void
act (AtlRandomWorld *world)
{
  atl_history_begin (world->history, "Step");
  atl_random_world_choose (world, atl_random_edits, atl_random_n_edits)->act (world);
  atl_history_end (world->history);
}

/* What a step of the agenda has spent is no part of the history. */
static GBytes *
contents_without_spent (AtlRandomWorld *world)
{
  AtlList *steps = atl_session_get_steps (world->session);

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    g_object_set (atl_list_get (steps, i), "spent", 0, NULL);
  return atl_codec_write_content (world->session);
}

static void
assert_contents (AtlRandomWorld *world,
                 GBytes         *expected)
{
  g_autoptr (GBytes) found = contents_without_spent (world);

  g_assert_true (g_bytes_equal (found, expected));
}

static void
test_all_the_way (void)
{
  AtlRandomWorld world;
  guint          steps = 0;
  world_init (&world);
  g_autoptr (GBytes) first = contents_without_spent (&world);

  for (guint i = 0; i < OPERATIONS; i++)
    act (&world);
  g_autoptr (GBytes) last = contents_without_spent (&world);
  while (atl_history_undo (world.history))
    steps++;
  g_test_message ("%u groups, %zu bytes at the end", steps, g_bytes_get_size (last));
  assert_contents (&world, first);
  while (atl_history_redo (world.history))
    steps--;
  assert_contents (&world, last);

  g_assert_cmpuint (steps, ==, 0);
  atl_random_world_clear (&world);
}

static void
test_reload (void)
{
  AtlRandomWorld          world;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  world_init (&world);
  for (guint i = 0; i < 1000; i++)
    act (&world);
  g_autoptr (GBytes) bytes = atl_codec_write (world.session);

  g_autoptr (AtlSession) again = atl_codec_read (bytes, problems, NULL, NULL);
  g_autoptr (GBytes)     second = atl_codec_write (again);

  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
  g_assert_true (g_bytes_equal (bytes, second));
  atl_random_world_clear (&world);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/undo-all-and-redo-all/give-the-same-contents", test_all_the_way);
  g_test_add_func ("/random/write-and-read/give-the-same-bytes", test_reload);
  return g_test_run ();
}

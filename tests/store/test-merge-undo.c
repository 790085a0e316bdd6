/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-replicas.h"

#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"

#include <stdlib.h>

/* Undoing, redoing and repeating merges, reloading and restoring, over random copies. ATELIER_SEED=n runs
 * one again. */
#define ROUNDS 60

typedef struct
{
  GRand  *random;
  Replica ours;
  Replica theirs;
} Pair;

static void
edit_some (Pair *pair, Replica *replica)
{
  guint n = (guint) g_rand_int_range (pair->random, 0, 30);

  for (guint i = 0; i < n; i++)
    {
      replica_edit (replica);
      if (g_rand_int_range (pair->random, 0, 5) == 0)
        g_bytes_unref (replica_save (replica));
    }
}

static void
exchange (Pair *pair, Replica *from, Replica *to)
{
  g_autoptr (GBytes) file = replica_save (from);

  if (g_rand_boolean (pair->random))
    replica_receive (to, file);
}

static void
pair_init (Pair *pair, guint32 seed)
{
  g_autoptr (GBytes) start = NULL;

  pair->random = g_rand_new_with_seed (seed);
  start = replica_make_start (pair->random);
  replica_init (&pair->ours, start, pair->random);
  replica_init (&pair->theirs, start, pair->random);
  for (guint i = 0; i < 3; i++)
    {
      edit_some (pair, &pair->ours);
      edit_some (pair, &pair->theirs);
      exchange (pair, &pair->ours, &pair->theirs);
      exchange (pair, &pair->theirs, &pair->ours);
    }
  edit_some (pair, &pair->theirs);
}

static void
pair_clear (Pair *pair)
{
  replica_clear (&pair->ours);
  replica_clear (&pair->theirs);
  g_rand_free (pair->random);
}

static void
dump (const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATELIER_DUMP"), name, NULL);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
}

static void
assert_same (GBytes *a, GBytes *b, const char *what)
{
  if (g_bytes_equal (a, b))
    return;
  if (g_getenv ("ATELIER_DUMP") != NULL)
    {
      dump ("left", a);
      dump ("right", b);
    }
  g_error ("broken: %s", what);
}

/* As it is, and as it is once stamped. */
static void
assert_saves (Replica *replica, GBytes *file, const char *what)
{
  g_autoptr (GBytes) now = replica_save (replica);

  assert_same (file, now, what);
}

static void
law_undo (Pair *pair)
{
  g_autoptr (GBytes) file = replica_save (&pair->theirs);
  g_autoptr (GBytes) before = replica_save (&pair->ours);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GBytes) expected = replica_merge (before, file);

  replica_receive (&pair->ours, file);
  after = replica_save (&pair->ours);
  assert_same (expected, after, "the program merges like the command line");
  if (g_bytes_equal (before, after))
    return;
  g_assert_true (atl_history_undo (pair->ours.world.history));
  assert_saves (&pair->ours, before, "undoing a merge gives the file from before");
  g_assert_true (atl_history_redo (pair->ours.world.history));
  assert_saves (&pair->ours, after, "redoing a merge gives the file from after");
  g_assert_true (atl_history_undo (pair->ours.world.history));
  replica_receive (&pair->ours, file);
  assert_saves (&pair->ours, after, "merging again after undo gives the same");
}

static void
assert_content (Replica *replica, GBytes *content, const char *what)
{
  g_autoptr (GBytes) now = atl_codec_write_content (replica->world.session);

  assert_same (content, now, what);
}

/* Edits after an undone merge: what the other side has made meanwhile must come with the next one. */
static void
law_edits_after_undo (Pair *pair)
{
  g_autoptr (GBytes) file = replica_save (&pair->theirs);
  g_autoptr (GBytes) ours = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;

  g_bytes_unref (replica_save (&pair->ours));
  replica_receive (&pair->ours, file);
  edit_some (pair, &pair->ours);
  while (atl_history_undo (pair->ours.world.history) && g_rand_int_range (pair->random, 0, 12) > 0)
    if (g_rand_int_range (pair->random, 0, 4) == 0)
      g_bytes_unref (replica_save (&pair->ours));
  edit_some (pair, &pair->ours);
  ours = replica_save (&pair->ours);
  one = replica_merge (ours, file);
  two = replica_merge (file, ours);
  if (g_getenv ("ATELIER_DUMP") != NULL)
    {
      dump ("file0", ours);
      dump ("file1", file);
    }
  assert_same (one, two, "A with B is B with A, also after undone merges");
}

static void
law_become (Pair *pair)
{
  g_autoptr (GBytes)     file = replica_save (&pair->theirs);
  g_autoptr (AtlSession) other = replica_read (file);
  g_autoptr (GBytes)     content = atl_codec_write_content (other);
  g_autoptr (GBytes)     before = atl_codec_write_content (pair->ours.world.session);
  g_autoptr (GBytes)     saved = NULL;
  g_autoptr (GBytes)     again = NULL;

  atl_history_begin (pair->ours.world.history, "Reload");
  atl_session_become (pair->ours.world.session, other);
  atl_history_end (pair->ours.world.history);
  assert_content (&pair->ours, content, "a session that becomes a file holds what the file holds");
  saved = replica_save (&pair->ours);
  again = replica_merge (saved, file);
  assert_same (saved, again, "what was reloaded is known");
  if (!g_bytes_equal (before, content))
    {
      g_assert_true (atl_history_undo (pair->ours.world.history));
      assert_content (&pair->ours, before, "undoing a reload gives what was there");
    }
}

typedef void (*Law) (Pair *pair);

/* Each of them finds what the one before it has left. */
static void
law_all_in_turn (Pair *pair)
{
  law_undo (pair);
  law_edits_after_undo (pair);
  law_become (pair);
}

/* Each has broken a law once. */
static const guint32 seeds[] = { 4243623078, 1007559, 1008555 };

static void
check (Law law, guint32 seed)
{
  Pair pair;

  g_test_message ("ATELIER_SEED=%u", seed);
  pair_init (&pair, seed);
  law (&pair);
  pair_clear (&pair);
}

static void
test_law (gconstpointer data)
{
  const char *given = g_getenv ("ATELIER_SEED");
  guint32     seed = given != NULL ? (guint32) strtoul (given, NULL, 10) : g_random_int ();
  guint       rounds = given != NULL && g_getenv ("ATELIER_ROUNDS") == NULL ? 1 : replica_rounds (ROUNDS);

  for (guint i = 0; given == NULL && i < G_N_ELEMENTS (seeds); i++)
    check ((Law) (guintptr) data, seeds[i]);
  for (guint i = 0; i < rounds; i++, seed++)
    check ((Law) (guintptr) data, seed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/merge/undo/undo-redo-and-merge-again", law_undo, test_law);
  g_test_add_data_func ("/merge/undo/edits-after-undo", law_edits_after_undo, test_law);
  g_test_add_data_func ("/merge/undo/all-in-turn", law_all_in_turn, test_law);
  g_test_add_data_func ("/merge/become/holds-what-the-file-holds", law_become, test_law);
  return g_test_run ();
}

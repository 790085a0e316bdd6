/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-faults.h"
#include "merge-replicas.h"

#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "store/codec/atl-codec.h"
#include "util/atl-uuid.h"

#include <stdlib.h>
#include <string.h>

/* Everybody writes words that nobody else writes, deletes notes, votes, and merges now and then. In the
 * end every write is there unless a write that had seen it replaced it; every vote counts once; what newer
 * versions wrote is there. */
#define ROUNDS 150
#define NOTES 6
#define COPIES 4
#define WORD "word-%06u"
#define WORD_LENGTH 11

typedef struct
{
  GRand      *random;
  Replica     replicas[COPIES];
  guint       n_words;
  GHashTable *written;  /* words */
  GHashTable *replaced; /* words that a write has replaced which had seen them */
} World;

static const char start[] =
  "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\","
  "\"people\":[{\"id\":\"p1\"},{\"id\":\"p2\",\"x-shoe\":44}],"
  "\"boards\":[{\"id\":\"b1\",\"notes\":[{\"id\":\"n0\",\"x-mood\":{\"a\":[1,2,{\"b\":null}]}},"
  "{\"id\":\"n1\"},{\"id\":\"n2\"},"
  "{\"id\":\"n3\"},{\"id\":\"n4\"},{\"id\":\"n5\"}],\"x-board\":[true]},{\"id\":\"b2\"}],"
  "\"rounds\":[{\"id\":\"r1\",\"x-round\":1.5}],\"x-root\":\"kept\"}";

static guint
below (World *world, guint limit)
{
  return (guint) g_rand_int_range (world->random, 0, (gint32) limit);
}

static AtlNote *
find_note (AtlSession *session, guint i)
{
  char     id[] = { 'n', (char) ('0' + i), '\0' };
  AtlList *boards = atl_session_get_boards (session);

  for (guint j = 0; j < atl_list_get_length (boards); j++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (atl_list_get (boards, j)), id);

      if (note != NULL)
        return note;
    }
  return NULL;
}

static void
add_words (GHashTable *words, const char *text)
{
  for (const char *at = strstr (text, "word-"); at != NULL; at = strstr (at + 1, "word-"))
    g_hash_table_add (words, g_strndup (at, WORD_LENGTH));
}

/* What the writer sees: what the note shows, and to someone who deletes it, its other versions, too. */
static void
replace (World *world, AtlNote *note, gboolean versions)
{
  GVariant *alternatives = atl_item_get_alternatives (ATL_ITEM (note));

  add_words (world->replaced, atl_note_get_text (note));
  if (versions && alternatives != NULL)
    {
      g_autofree char *text = g_variant_print (alternatives, FALSE);

      add_words (world->replaced, text);
    }
}

static void
write_word (World *world, AtlSession *session, AtlNote *note)
{
  g_autofree char *word = g_strdup_printf (WORD, world->n_words++);

  replace (world, note, FALSE);
  g_hash_table_add (world->written, g_strdup (word));
  atl_note_set_text (note, word);
}

static void
delete_note (World *world, AtlNote *note)
{
  replace (world, note, TRUE);
  atl_list_remove (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note));
}

static void
carry_note (AtlSession *session, AtlNote *note)
{
  AtlItem  *from = atl_item_get_parent (ATL_ITEM (note));
  AtlBoard *to = atl_list_find (atl_session_get_boards (session), g_str_equal (atl_item_get_id (from), "b1")
                                                                    ? "b2"
                                                                    : "b1");

  if (to == NULL)
    return;
  g_object_ref (note);
  atl_list_remove (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note));
  atl_list_insert (atl_board_get_notes (to), ATL_ITEM (note));
  g_object_unref (note);
}

static void
vote (World *world, AtlSession *session)
{
  AtlRound             *round = atl_list_get (atl_session_get_rounds (session), 0);
  g_autofree char      *name = g_strdup_printf ("p%u n%u", 1 + below (world, 2), below (world, NOTES));
  g_autofree char      *id = atl_uuid_v5 ("r1", name);
  g_autoptr (AtlBallot) ballot = atl_ballot_new (id);

  atl_ballot_set_person (ballot, "p1");
  atl_ballot_set_note (ballot, name + 3);
  atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (ballot));
}

static void
step (World *world)
{
  Replica    *one = &world->replicas[below (world, COPIES)];
  AtlSession *session = one->world.session;
  AtlNote    *note = find_note (session, below (world, NOTES));
  guint       dice = below (world, 20);

  if (dice < 3)
    {
      g_autoptr (GBytes) file = replica_save (&world->replicas[below (world, COPIES)]);

      replica_receive (one, file);
    }
  else if (dice < 5)
    vote (world, session);
  else if (note != NULL && dice < 7)
    delete_note (world, note);
  else if (note != NULL && dice < 9)
    carry_note (session, note);
  else if (note != NULL && dice < 10)
    atl_note_set_x (note, (int) below (world, 1000));
  else if (note != NULL)
    write_word (world, session, note);
  if (below (world, 4) == 0)
    g_bytes_unref (replica_save (one));
}

static void
world_init (World *world, guint32 seed)
{
  g_autoptr (GBytes) file = g_bytes_new_static (start, strlen (start));

  world->random = g_rand_new_with_seed (seed);
  world->n_words = 0;
  world->written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < COPIES; i++)
    replica_init (&world->replicas[i], file, world->random);
  for (guint i = 0; i < 60; i++)
    step (world);
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < COPIES; i++)
    replica_clear (&world->replicas[i]);
  g_hash_table_unref (world->written);
  g_hash_table_unref (world->replaced);
  g_rand_free (world->random);
}

static GBytes *
merge_all (World *world, MergeBytes merge)
{
  GBytes *all = replica_save (&world->replicas[0]);

  for (guint i = 1; i < COPIES; i++)
    {
      g_autoptr (GBytes) file = replica_save (&world->replicas[i]);
      GBytes            *more = merge (all, file);

      g_bytes_unref (all);
      all = more;
    }
  return all;
}

typedef void (*Law) (World *world, GBytes *merged);

static void
law_words (World *world, GBytes *merged)
{
  g_autofree char       *text = g_strndup (g_bytes_get_data (merged, NULL), g_bytes_get_size (merged));
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter         iter;
  gpointer               word;

  add_words (found, text);
  g_hash_table_iter_init (&iter, world->written);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    if (g_hash_table_contains (found, word) == g_hash_table_contains (world->replaced, word))
      g_error ("broken: %s is %s", (char *) word, g_hash_table_contains (found, word) ? "back" : "lost");
}

static void
law_votes (World *world, GBytes *merged)
{
  g_autoptr (AtlSession) session = replica_read (merged);
  AtlList               *ballots = atl_round_get_ballots (atl_list_get (atl_session_get_rounds (session), 0));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < COPIES; i++)
    {
      AtlRound *round = atl_list_get (atl_session_get_rounds (world->replicas[i].world.session), 0);

      for (guint j = 0; j < atl_list_get_length (atl_round_get_ballots (round)); j++)
        g_hash_table_add (ids, g_strdup (atl_item_get_id (atl_list_get (atl_round_get_ballots (round), j))));
    }
  if (atl_list_get_length (ballots) != g_hash_table_size (ids))
    g_error ("broken: every vote counts once");
}

static void
law_unknown (World *world, GBytes *merged)
{
  static const char *const members[] = { "\"x-root\":\"kept\"", "\"x-shoe\":44",
                                         "\"x-mood\":{\"a\":[1,2,{\"b\":null}]}",
                                         "\"x-board\":[true]", "\"x-round\":1.5" };
  g_autofree char         *text = g_strndup (g_bytes_get_data (merged, NULL), g_bytes_get_size (merged));

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (strstr (text, members[i]) == NULL)
      g_error ("broken: %s is lost", members[i]);
}

static const struct
{
  const char *path;
  Law         law;
  MergeBytes  merge;
} cases[] = {
  { "/merge/writes/every-write-is-there", law_words, replica_merge },
  { "/merge/writes/every-vote-counts-once", law_votes, replica_merge },
  { "/merge/writes/unknown-members-survive", law_unknown, replica_merge },
  { "/merge/faults/writes/without-versions", law_words, merge_without_versions },
  { "/merge/faults/writes/keeping-our-words", law_words, merge_keeping_our_words },
  { "/merge/faults/votes/counting-twice", law_votes, merge_counting_twice },
  { "/merge/faults/unknown-members/without-them", law_unknown, merge_without_unknown },
};

static void
check (guint i)
{
  const char *given = g_getenv ("ATELIER_SEED");
  guint32     seed = given != NULL ? (guint32) strtoul (given, NULL, 10) : g_random_int ();
  guint       rounds = given != NULL && g_getenv ("ATELIER_ROUNDS") == NULL ? 1 : replica_rounds (ROUNDS);

  for (guint j = 0; j < rounds; j++, seed++)
    {
      World              world;
      g_autoptr (GBytes) merged = NULL;

      g_test_message ("ATELIER_SEED=%u", seed);
      world_init (&world, seed);
      merged = merge_all (&world, cases[i].merge);
      cases[i].law (&world, merged);
      world_clear (&world);
    }
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (cases[i].merge == replica_merge || g_test_subprocess ())
    {
      check (i);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*broken: *");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add_data_func (cases[i].path, GUINT_TO_POINTER (i), test_case);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-faults.h"
#include "merge-replicas.h"

#include "model/atl-board.h"
#include "model/atl-link.h"
#include "store/codec/atl-codec.h"

#include <stdlib.h>
#include <string.h>

/* Random histories of two to six copies that are edited, undone, saved and merged now and then; then the
 * laws of merging, on the bytes of the files. ATELIER_SEED=n runs one again, ATELIER_ROUNDS=n makes it
 * longer. */
#define ROUNDS 60
#define MOST_COPIES 6

typedef struct
{
  GRand  *random;
  Replica replicas[MOST_COPIES];
  GBytes *files[MOST_COPIES];
  guint   n;
} Field;

static guint
below (GRand *random, guint limit)
{
  return (guint) g_rand_int_range (random, 0, (gint32) limit);
}

static void
dump (const char *name, GBytes *bytes)
{
  const char *folder = g_getenv ("ATELIER_DUMP");

  if (folder != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);
    }
}

static void
assert_same (GBytes *a, GBytes *b, const char *law)
{
  if (g_bytes_equal (a, b))
    return;
  dump ("left", a);
  dump ("right", b);
  g_test_message ("%s", law);
  g_test_fail ();
  g_error ("broken: %s", law);
}

static void
live (Field *field)
{
  guint steps = 20 + below (field->random, 60);

  for (guint i = 0; i < steps; i++)
    {
      guint    at = below (field->random, field->n);
      Replica *one = &field->replicas[at];

      if (below (field->random, 10) == 0)
        {
          g_autoptr (GBytes) file = replica_save (&field->replicas[below (field->random, field->n)]);

          replica_receive (one, file);
        }
      else
        replica_edit (one);
      if (below (field->random, 6) == 0)
        g_bytes_unref (replica_save (one));
    }
}

static void
field_init (Field *field, guint32 seed)
{
  g_autoptr (GBytes) start = NULL;

  field->random = g_rand_new_with_seed (seed);
  field->n = 2 + below (field->random, MOST_COPIES - 1);
  start = replica_make_start (field->random);
  for (guint i = 0; i < field->n; i++)
    replica_init (&field->replicas[i], start, field->random);
  live (field);
  for (guint i = 0; i < field->n; i++)
    field->files[i] = replica_save (&field->replicas[i]);
}

static void
field_clear (Field *field)
{
  for (guint i = 0; i < field->n; i++)
    {
      g_bytes_unref (field->files[i]);
      replica_clear (&field->replicas[i]);
    }
  g_rand_free (field->random);
}

/* The random world makes up versions of stamps that nobody gave. */
static gboolean
is_made_up (Field *field)
{
  for (guint i = 0; i < field->n; i++)
    {
      gsize       size;
      const char *text = g_bytes_get_data (field->files[i], &size);

      if (g_strstr_len (text, (gssize) size, "\"CCCCCCCC.") != NULL || g_strstr_len (text, (gssize) size,
                                                                                     "\"AAAAAAAA.") != NULL)
        return TRUE;
    }
  return FALSE;
}

typedef void (*Law) (Field *field, MergeBytes merge);

/* Each has broken a law once. */
static const guint32 seeds[] = { 1007801, 1008765 };

static void
check_seed (Law law, MergeBytes merge, guint32 seed)
{
  Field field;

  g_test_message ("ATELIER_SEED=%u", seed);
  field_init (&field, seed);
  if (!is_made_up (&field))
    law (&field, merge);
  field_clear (&field);
}

static void
check (Law law, MergeBytes merge, guint rounds)
{
  const char *given = g_getenv ("ATELIER_SEED");
  guint32     seed = given != NULL ? (guint32) strtoul (given, NULL, 10) : g_random_int ();

  rounds = given != NULL && g_getenv ("ATELIER_ROUNDS") == NULL ? 1 : replica_rounds (rounds);
  for (guint i = 0; given == NULL && i < G_N_ELEMENTS (seeds); i++)
    check_seed (law, merge, seeds[i]);
  for (guint i = 0; i < rounds; i++, seed++)
    check_seed (law, merge, seed);
}

static void
law_read_and_write (Field *field, MergeBytes merge)
{
  for (guint i = 0; i < field->n; i++)
    {
      g_autoptr (AtlSession) session = replica_read (field->files[i]);
      g_autoptr (GBytes)     again = atl_codec_write (session);

      assert_same (field->files[i], again, "reading and writing gives the same bytes");
    }
}

static void
law_commutative (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes) one = merge (field->files[0], field->files[1]);
  g_autoptr (GBytes) two = merge (field->files[1], field->files[0]);

  assert_same (one, two, "A with B is B with A");
}

static void
law_idempotent (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes) same = merge (field->files[0], field->files[0]);
  g_autoptr (GBytes) once = merge (field->files[0], field->files[1]);
  g_autoptr (GBytes) twice = merge (once, once);

  assert_same (field->files[0], same, "A with A is A");
  assert_same (once, twice, "a merge with itself is itself");
}

static void
law_absorbing (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes) once = merge (field->files[0], field->files[1]);
  g_autoptr (GBytes) ours = merge (field->files[0], once);
  g_autoptr (GBytes) theirs = merge (once, field->files[1]);

  assert_same (once, theirs, "merging the same file again changes nothing");
  assert_same (once, ours, "an older file with the merge is the merge");
}

static void
law_associative (Field *field, MergeBytes merge)
{
  guint              last = field->n - 1;
  g_autoptr (GBytes) ab = merge (field->files[0], field->files[1]);
  g_autoptr (GBytes) bc = merge (field->files[1], field->files[last]);
  g_autoptr (GBytes) one = merge (ab, field->files[last]);
  g_autoptr (GBytes) two = merge (field->files[0], bc);

  assert_same (one, two, "(A with B) with C is A with (B with C)");
}

static GBytes *
merge_all (Field *field, MergeBytes merge)
{
  guint   order[MOST_COPIES];
  GBytes *all;

  for (guint i = 0; i < field->n; i++)
    {
      guint at = below (field->random, i + 1);

      order[i] = order[at];
      order[at] = i;
    }
  all = g_bytes_ref (field->files[order[0]]);
  for (guint i = 1; i < field->n; i++)
    {
      GBytes *more = merge (all, field->files[order[i]]);

      g_bytes_unref (all);
      all = more;
    }
  return all;
}

static void
law_any_order (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes) one = merge_all (field, merge);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) two = merge_all (field, merge);

      assert_same (one, two, "any order gives the same");
    }
}

typedef void (*Visit) (AtlItem *item, gpointer data);

static void
visit_tree (AtlItem *item, Visit visit, gpointer data)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  visit (item, data);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      for (guint j = 0; j < atl_list_get_length (atl_item_get_child_list (item, i)); j++)
        visit_tree (atl_list_get (atl_item_get_child_list (item, i), j), visit, data);
}

static void
collect_note (AtlItem *item, gpointer ids)
{
  if (ATL_IS_NOTE (item))
    g_hash_table_add (ids, g_strdup (atl_item_get_id (item)));
}

static void
check_link (AtlItem *item, gpointer ids)
{
  if (ATL_IS_LINK (item) && (!g_hash_table_contains (ids, atl_link_get_from (ATL_LINK (item))) ||
                             !g_hash_table_contains (ids, atl_link_get_to (ATL_LINK (item)))))
    g_error ("broken: the ends of a link are there");
}

static void
law_links (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes)     merged = merge_all (field, merge);
  g_autoptr (AtlSession) session = replica_read (merged);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_tree (ATL_ITEM (session), collect_note, ids);
  visit_tree (ATL_ITEM (session), check_link, ids);
}

static void
collect_rank (AtlItem *item, gpointer ranks)
{
  if (ATL_IS_NOTE (item))
    g_hash_table_insert (ranks, g_strdup (atl_item_get_id (item)),
                         g_strdup (atl_note_get_rank (ATL_NOTE (item))));
}

static GHashTable *
dup_ranks (GBytes *file)
{
  g_autoptr (AtlSession) session = replica_read (file);
  GHashTable            *ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  visit_tree (ATL_ITEM (session), collect_rank, ranks);
  return ranks;
}

/* What both sides have in the same place of the order stays there. */
static void
law_order (Field *field, MergeBytes merge)
{
  g_autoptr (GBytes)     merged = merge (field->files[0], field->files[1]);
  g_autoptr (GHashTable) ours = dup_ranks (field->files[0]);
  g_autoptr (GHashTable) theirs = dup_ranks (field->files[1]);
  g_autoptr (GHashTable) both = dup_ranks (merged);
  GHashTableIter         iter;
  gpointer               id, rank;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &id, &rank))
    if (g_strcmp0 (rank, g_hash_table_lookup (theirs, id)) == 0 && g_strcmp0 (rank,
                                                                              g_hash_table_lookup (both,
                                                                                                   id)) != 0)
      g_error ("broken: the order is stable");
}

static void
test_law (gconstpointer data)
{
  check ((Law) (guintptr) data, replica_merge, ROUNDS);
}

/* A law that cannot be broken says nothing. */
static const struct
{
  const char *path;
  Law         law;
  MergeBytes  merge;
} faults[] = {
  { "/merge/faults/commutative/keeping-our-words", law_commutative, merge_keeping_our_words },
  { "/merge/faults/idempotent/stamping-anew", law_idempotent, merge_stamping_anew },
  { "/merge/faults/absorbing/without-tombstones", law_absorbing, merge_without_tombstones },
  { "/merge/faults/associative/without-tombstones", law_associative, merge_without_tombstones },
  { "/merge/faults/any-order/without-versions", law_any_order, merge_without_versions },
  { "/merge/faults/links/leaving-them", law_links, merge_leaving_links },
  { "/merge/faults/order/ranking-anew", law_order, merge_ranking_anew },
};

static void
test_fault (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  if (g_test_subprocess ())
    {
      check (faults[i].law, faults[i].merge, 200);
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
  g_test_add_data_func ("/merge/laws/read-and-write", law_read_and_write, test_law);
  g_test_add_data_func ("/merge/laws/commutative", law_commutative, test_law);
  g_test_add_data_func ("/merge/laws/idempotent", law_idempotent, test_law);
  g_test_add_data_func ("/merge/laws/absorbing", law_absorbing, test_law);
  g_test_add_data_func ("/merge/laws/associative", law_associative, test_law);
  g_test_add_data_func ("/merge/laws/any-order", law_any_order, test_law);
  g_test_add_data_func ("/merge/laws/links-never-dangle", law_links, test_law);
  g_test_add_data_func ("/merge/laws/order-is-stable", law_order, test_law);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_test_add_data_func (faults[i].path, GUINT_TO_POINTER (i), test_fault);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-matching.h"

#include "util/atl-fold.h"

/* Gives the word by which nodes are matched, or NULL: (transfer full). */
typedef char *(*KeyFunc) (const AtlNetworkNode *node);

static char *
dup_person (const AtlNetworkNode *node)
{
  return g_strdup (node->person);
}

static char *
dup_id (const AtlNetworkNode *node)
{
  return g_strdup (node->id);
}

static char *
dup_name (const AtlNetworkNode *node)
{
  g_autofree char *folded = node->name != NULL ? atl_fold (node->name) : NULL;

  if (folded == NULL || *g_strstrip (folded) == '\0')
    return NULL;
  return g_steal_pointer (&folded);
}

static char *
dup_label (const AtlNetworkNode *node)
{
  AtlNetworkNode shown = { .name = node->label };

  return dup_name (&shown);
}

/* Nodes that stand for people of different names are not the same, whatever else they share. */
static gboolean
may_be_same (const AtlNetworkNode *before,
             const AtlNetworkNode *after)
{
  g_autofree char *first = dup_name (before);
  g_autofree char *second = dup_name (after);

  if (before->person == NULL || after->person == NULL || g_str_equal (before->person, after->person))
    return TRUE;
  return g_strcmp0 (first, second) == 0;
}

/* The nodes that are not matched yet by their key, each an array of indices. */
static GHashTable *
collect (AtlNetwork  *network,
         const guint *matched,
         KeyFunc      dup_key)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      g_autofree char *key = matched[i] == ATL_MATCHING_NONE ? dup_key (&network->nodes[i]) : NULL;
      GArray          *nodes = key != NULL ? g_hash_table_lookup (table, key) : NULL;

      if (key == NULL)
        continue;
      if (nodes == NULL)
        {
          nodes = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (table, g_steal_pointer (&key), nodes);
        }
      g_array_append_val (nodes, i);
    }
  return table;
}

/* Matches the nodes whose key is the only one of its kind in both maps. */
static void
match_by (AtlMatching *self,
          AtlNetwork  *before,
          AtlNetwork  *after,
          KeyFunc      dup_key)
{
  g_autoptr (GHashTable) first = collect (before, self->after, dup_key);
  g_autoptr (GHashTable) second = collect (after, self->before, dup_key);
  GHashTableIter         iter;
  gpointer               key = NULL;
  gpointer               nodes = NULL;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &key, &nodes))
    {
      GArray *others = g_hash_table_lookup (second, key);
      GArray *mine = nodes;
      guint   from;
      guint   to;

      if (others == NULL || mine->len != 1 || others->len != 1)
        continue;
      from = g_array_index (mine, guint, 0);
      to = g_array_index (others, guint, 0);
      if (may_be_same (&before->nodes[from], &after->nodes[to]))
        atl_matching_set (self, from, to);
    }
}

static void
mark_ambiguous (AtlMatching *self,
                AtlNetwork  *before,
                AtlNetwork  *after)
{
  g_autoptr (GHashTable) second = collect (after, self->before, dup_name);

  for (guint i = 0; i < before->n_nodes; i++)
    {
      g_autofree char *key = self->after[i] == ATL_MATCHING_NONE ? dup_name (&before->nodes[i]) : NULL;

      self->ambiguous[i] = key != NULL && g_hash_table_contains (second, key);
    }
}

/**
 * atl_matching_new:
 * @before: the earlier map
 * @after: the later one
 *
 * Matches nodes by the person that they stand for, then by their own id, then by name when no other node
 * bears it; case and accents of names do not matter. Nodes whose name is borne by several are marked as
 * ambiguous: the caller may ask and use atl_matching_set().
 *
 * Returns: (transfer full): the matching
 */
AtlMatching *
atl_matching_new (AtlNetwork *before,
                  AtlNetwork *after)
{
  AtlMatching *self = g_new0 (AtlMatching, 1);

  self->n_before = before->n_nodes;
  self->n_after = after->n_nodes;
  self->after = g_new (guint, before->n_nodes + 1);
  self->before = g_new (guint, after->n_nodes + 1);
  self->ambiguous = g_new0 (gboolean, before->n_nodes + 1);
  for (guint i = 0; i < before->n_nodes; i++)
    self->after[i] = ATL_MATCHING_NONE;
  for (guint i = 0; i < after->n_nodes; i++)
    self->before[i] = ATL_MATCHING_NONE;
  match_by (self, before, after, dup_person);
  match_by (self, before, after, dup_id);
  match_by (self, before, after, dup_name);
  match_by (self, before, after, dup_label);
  mark_ambiguous (self, before, after);
  return self;
}

/**
 * atl_matching_free:
 * @self: (transfer full): a matching
 */
void
atl_matching_free (AtlMatching *self)
{
  g_free (self->after);
  g_free (self->before);
  g_free (self->ambiguous);
  g_free (self);
}

/**
 * atl_matching_set:
 * @self: a matching
 * @before: a node of the earlier map
 * @after: the same one in the later map, or %ATL_MATCHING_NONE if it is not there
 *
 * Says which node is which; what either was matched with before is left without.
 */
void
atl_matching_set (AtlMatching *self,
                  guint        before,
                  guint        after)
{
  g_return_if_fail (before < self->n_before);
  g_return_if_fail (after < self->n_after || after == ATL_MATCHING_NONE);

  if (self->after[before] != ATL_MATCHING_NONE)
    self->before[self->after[before]] = ATL_MATCHING_NONE;
  if (after != ATL_MATCHING_NONE && self->before[after] != ATL_MATCHING_NONE)
    self->after[self->before[after]] = ATL_MATCHING_NONE;
  self->after[before] = after;
  if (after != ATL_MATCHING_NONE)
    self->before[after] = before;
  self->ambiguous[before] = FALSE;
}

/**
 * atl_matching_count:
 * @self: a matching
 *
 * Returns: how many nodes are in both maps
 */
guint
atl_matching_count (AtlMatching *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_before; i++)
    n += self->after[i] != ATL_MATCHING_NONE;
  return n;
}

/**
 * atl_matching_dup_candidates:
 * @self: a matching
 * @before: the earlier map
 * @after: the later map
 * @node: a node of the earlier map
 * @n: (out): how many there are
 *
 * Returns: (transfer full) (array length=n): the nodes of the later map with the same name that are not
 *   matched
 */
guint *
atl_matching_dup_candidates (AtlMatching *self,
                             AtlNetwork  *before,
                             AtlNetwork  *after,
                             guint        node,
                             guint       *n)
{
  g_autofree char *name = dup_name (&before->nodes[node]);
  GArray          *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < after->n_nodes; i++)
    {
      g_autofree char *other = self->before[i] == ATL_MATCHING_NONE ? dup_name (&after->nodes[i]) : NULL;

      if (name != NULL && g_strcmp0 (name, other) == 0)
        g_array_append_val (found, i);
    }
  *n = found->len;
  return (guint *) (gpointer) g_array_free (found, FALSE);
}

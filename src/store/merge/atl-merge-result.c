/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge-result.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-value.h"

#include <string.h>

#define ALL_GROUPS ((1u << ATL_MERGE_N_GROUPS) - 1)

/* Whether the item is shown although it was deleted, for what is in it. */
static gboolean
is_kept (const AtlMergeRecord *record)
{
  return record->alive && !record->wanted;
}

static GVariant *
lookup (AtlItem *item, const char *nick)
{
  GVariant *all = item != NULL ? atl_item_get_alternatives (item) : NULL;

  return all != NULL ? g_variant_lookup_value (all, nick, NULL) : NULL;
}

/* The entry of a group in the alternatives of the result. */
static GVariant *
dup_entry (const AtlMergeRecord *record, guint group)
{
  if (record->sources[group] == ATL_MERGE_JOINED)
    return atl_merge_register_dup_alternatives (record->registers[group],
                                                group == ATL_MERGE_TEXT && is_kept (record));
  return lookup (record->items[record->sources[group]], atl_merge_groups_get_nick (group));
}

static gboolean
is_ours (AtlItem *item, const char *name)
{
  int group = atl_merge_groups_find (name);

  return group >= 0 && (atl_merge_groups_of (item)->mask & 1u << group) != 0;
}

static gboolean
is_larger (GVariant *a, GVariant *b)
{
  g_autofree char *one = g_variant_print (a, FALSE);
  g_autofree char *two = g_variant_print (b, FALSE);
  gsize            lengths[] = { strlen (one), strlen (two) };

  return lengths[0] != lengths[1] ? lengths[0] > lengths[1] : strcmp (one, two) > 0;
}

static void
add_foreign (GHashTable *names, AtlItem *item)
{
  GVariant    *all = item != NULL ? atl_item_get_alternatives (item) : NULL;
  GVariantIter iter;
  const char  *name;
  GVariant    *value;

  if (all == NULL)
    return;
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (!is_ours (item, name))
      {
        GVariant *other = g_hash_table_lookup (names, name);

        if (other == NULL || is_larger (value, other))
          g_hash_table_insert (names, g_strdup (name), g_variant_ref (value));
      }
}

/* Alternatives of merge groups that the class does not have; only a newer version may know them. */
static void
build_foreign (GVariantBuilder *builder, const AtlMergeRecord *record)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                        (GDestroyNotify) g_variant_unref);
  g_autoptr (GList)      sorted = NULL;

  add_foreign (names, record->items[ATL_MERGE_OURS]);
  add_foreign (names, record->items[ATL_MERGE_THEIRS]);
  sorted = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) g_strcmp0);
  for (GList *l = sorted; l != NULL; l = l->next)
    g_variant_builder_add (builder, "{sv}", l->data, g_hash_table_lookup (names, l->data));
}

static gboolean
may_have_alternatives (const AtlMergeRecord *record)
{
  for (guint i = 0; i < 2; i++)
    if (record->items[i] != NULL && atl_item_get_alternatives (record->items[i]) != NULL)
      return TRUE;
  return record->registers != NULL;
}

/**
 * atl_merge_result_dup_alternatives:
 * @record: a decided record
 *
 * Returns: (transfer full) (nullable): the versions that are not shown
 */
GVariant *
atl_merge_result_dup_alternatives (const AtlMergeRecord *record)
{
  GVariantBuilder      builder;
  g_autoptr (GVariant) all = NULL;

  if (!may_have_alternatives (record))
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    {
      gboolean             has = (atl_merge_groups_get (record->key.type)->mask & 1u << i) != 0;
      g_autoptr (GVariant) entry = has ? dup_entry (record, i) : NULL;

      if (entry != NULL)
        g_variant_builder_add (&builder, "{sv}", atl_merge_groups_get_nick (i), entry);
    }
  build_foreign (&builder, record);
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (all) > 0 ? g_steal_pointer (&all) : NULL;
}

static void
put_joined (const AtlMergeRecord *record, AtlItem *item, guint group, gboolean with_value)
{
  AtlMergeRegister      *versions = record->registers[group];
  const AtlMergeVersion *shown = atl_merge_register_get_shown (versions);
  AtlStampSet            none = { 0, NULL };
  gboolean               kept = group == ATL_MERGE_TEXT && is_kept (record);

  if (shown != NULL && with_value)
    atl_merge_value_apply (item, group, shown->members);
  atl_carried_set_group_stamps (atl_carried_ensure (item), group,
                                shown == NULL || kept ? &none : shown->stamps);
}

static void
put_group (const AtlMergeRecord *record, AtlItem *item, guint group, gboolean with_value)
{
  AtlItem    *source;
  AtlStampSet stamps;

  if (record->sources[group] == ATL_MERGE_JOINED)
    {
      put_joined (record, item, group, with_value);
      return;
    }
  source = record->items[record->sources[group]];
  if (source == item)
    return;
  if (with_value)
    atl_merge_value_copy (source, item, group);
  stamps = atl_carried_peek_stamps (source, group);
  if (atl_carried_get (source) != NULL || atl_carried_get (item) != NULL)
    atl_carried_set_group_stamps (atl_carried_ensure (item), group, &stamps);
}

/**
 * atl_merge_result_put:
 * @record: a decided record
 * @item: our item, or a new one
 * @groups: bit set of merge groups
 *
 * Gives @item what these groups are after the merge, with the stamps, and all alternatives. Does not move it.
 */
void
atl_merge_result_put (const AtlMergeRecord *record, AtlItem *item, guint groups)
{
  g_autoptr (GVariant) alternatives = atl_merge_result_dup_alternatives (record);

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((groups & 1u << i) != 0)
      put_group (record, item, i, TRUE);
  atl_item_set_alternatives (item, alternatives);
}

/* All stamps at once where there is one for all. */
static gboolean
copy_all_stamps (const AtlMergeRecord *record, AtlItem *item)
{
  guint source = record->sources[0];

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (record->sources[i] != source || source == ATL_MERGE_JOINED)
      return FALSE;
  atl_carried_copy_stamps (record->items[source], item);
  return TRUE;
}

/**
 * atl_merge_result_make_item:
 * @record: a decided record of an item that we do not have
 * @id: the id to give it
 *
 * Returns: (transfer full): the item as it is after the merge, its lists empty
 */
AtlItem *
atl_merge_result_make_item (const AtlMergeRecord *record, const char *id)
{
  AtlItem *item = g_object_new (record->key.type, "id", id, NULL);

  if (copy_all_stamps (record, item) && !may_have_alternatives (record))
    for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
      atl_merge_value_copy (record->items[record->sources[i]], item, i);
  else
    atl_merge_result_put (record, item, ALL_GROUPS);
  return item;
}

/**
 * atl_merge_result_make_tombstone:
 * @record: a decided record of an item that is not there
 *
 * Returns: (transfer full): the tombstone: without words, unless it is a container or only waits
 */
AtlItem *
atl_merge_result_make_tombstone (const AtlMergeRecord *record)
{
  AtlItem             *item = g_object_new (record->key.type, "id", record->key.id, NULL);
  g_autoptr (GVariant) alternatives = atl_merge_result_dup_alternatives (record);
  g_autofree char     *container = NULL;
  gboolean             words = record->wanted || atl_merge_groups_get (record->key.type)->container;

  copy_all_stamps (record, item);
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    put_group (record, item, i, i != ATL_MERGE_TEXT || words);
  atl_item_set_alternatives (item, alternatives);
  container = atl_merge_groups_get (record->key.type)->contained
                ? atl_merge_record_dup_member (record, ATL_MERGE_ORDER, "container")
                : NULL;
  atl_carried_set_container (atl_carried_ensure (item), container);
  atl_carried_set_waiting (atl_carried_ensure (item), record->wanted);
  return item;
}

static gboolean
entry_differs (const AtlMergeRecord *record, guint group, gboolean *more)
{
  g_autoptr (GVariant) now = dup_entry (record, group);
  g_autoptr (GVariant) before = lookup (record->items[ATL_MERGE_OURS], atl_merge_groups_get_nick (group));

  *more = now != NULL && (before == NULL || g_variant_n_children (now) > g_variant_n_children (before));
  if (now == NULL || before == NULL)
    return now != before;
  return !g_variant_equal (now, before);
}

static gboolean
joined_differs (const AtlMergeRecord *record, guint group, gboolean *value_differs)
{
  AtlItem               *ours = record->items[ATL_MERGE_OURS];
  const AtlMergeVersion *shown = atl_merge_register_get_shown (record->registers[group]);
  AtlStampSet            stamps = atl_carried_peek_stamps (ours, group);
  g_autoptr (GVariant)   value = atl_merge_value_dup (ours, group);
  gboolean               kept = group == ATL_MERGE_TEXT && is_kept (record);

  *value_differs = shown != NULL && !g_variant_equal (value, shown->members);
  if (shown == NULL || *value_differs)
    return TRUE;
  return kept ? stamps.n > 0 : !atl_stamp_set_equal (&stamps, shown->stamps);
}

/**
 * atl_merge_result_find_changes:
 * @record: a decided record of an item that we have
 * @shown: (out): bit set of groups that will look different
 * @conflicts: (out): bit set of groups that get one more version
 *
 * Returns: bit set of groups that change in any way, be it only their stamps
 */
guint
atl_merge_result_find_changes (const AtlMergeRecord *record, guint *shown, guint *conflicts)
{
  guint    mask = atl_merge_groups_get (record->key.type)->mask;
  guint    changed = 0;
  gboolean differs = FALSE;
  gboolean more = FALSE;

  *shown = *conflicts = 0;
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    {
      if ((mask & 1u << i) == 0 || record->sources[i] == ATL_MERGE_OURS)
        continue;
      differs = FALSE;
      if (record->sources[i] == ATL_MERGE_THEIRS)
        differs = !atl_merge_value_equal (record->items[0], record->items[1], i);
      if (record->sources[i] == ATL_MERGE_THEIRS || joined_differs (record, i, &differs))
        changed |= 1u << i;
      if (entry_differs (record, i, &more))
        changed |= 1u << i;
      *shown |= differs ? 1u << i : 0;
      *conflicts |= more ? 1u << i : 0;
    }
  return changed;
}

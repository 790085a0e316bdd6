/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-register.h"

#include "model/atl-session.h"
#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-value.h"

#include <string.h>

struct _AtlMergeRegister
{
  GPtrArray       *versions; /* of AtlMergeVersion, the highest stamp first */
  AtlMergeVersion *pinned;   /* the one to show whatever its stamps; NULL for the usual rule */
};

static void
version_free (gpointer data)
{
  AtlMergeVersion *version = data;

  g_variant_unref (version->members);
  g_free (version->stamps);
  g_free (version);
}

static AtlMergeRegister *
register_new (void)
{
  AtlMergeRegister *self = g_new0 (AtlMergeRegister, 1);

  self->versions = g_ptr_array_new_with_free_func (version_free);
  return self;
}

static AtlMergeVersion *
find (AtlMergeRegister *self, const AtlMergeVersion *value)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      AtlMergeVersion *version = self->versions->pdata[i];

      if (version->deleted == value->deleted && g_variant_equal (version->members, value->members))
        return version;
    }
  return NULL;
}

/* Stamps of a value that is there already are added to it. */
static void
add (AtlMergeRegister *self, const AtlMergeVersion *value, const AtlStampSet *stamps)
{
  AtlMergeVersion *version = find (self, value);

  if (version != NULL)
    {
      AtlStampSet *joined = atl_stamp_set_join (version->stamps, stamps);

      g_free (version->stamps);
      version->stamps = joined;
      return;
    }
  version = g_new0 (AtlMergeVersion, 1);
  version->deleted = value->deleted;
  version->members = g_variant_ref (value->members);
  version->stamps = atl_stamp_set_dup (stamps);
  g_ptr_array_add (self->versions, version);
}

static AtlStamp
get_highest (const AtlMergeVersion *version)
{
  return version->stamps->n > 0 ? version->stamps->stamps[version->stamps->n - 1] : ATL_STAMP_BASE;
}

/* Only edited files have one stamp on two values. */
static int
compare_values (const AtlMergeVersion *a, const AtlMergeVersion *b)
{
  g_autofree char *one = g_variant_print (a->members, FALSE);
  g_autofree char *two = g_variant_print (b->members, FALSE);

  return a->deleted != b->deleted ? a->deleted - b->deleted : strcmp (one, two);
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const AtlMergeVersion *one = *(AtlMergeVersion **) a;
  const AtlMergeVersion *two = *(AtlMergeVersion **) b;
  int                    order = atl_stamp_compare (get_highest (two), get_highest (one));

  return order != 0 ? order : compare_values (one, two);
}

static void
sort (AtlMergeRegister *self)
{
  if (self->versions->len > 1)
    g_ptr_array_sort (self->versions, compare_versions);
}

/* Stamps as alternatives hold them: a list of texts. What is none makes the base: seen by everybody. */
static AtlStampSet *
parse_stamps (GVariant *entry)
{
  g_autoptr (GVariant) list = g_variant_lookup_value (entry, "v", G_VARIANT_TYPE ("av"));
  g_autoptr (GArray)   stamps = g_array_new (FALSE, FALSE, sizeof (AtlStamp));
  AtlStamp             stamp = ATL_STAMP_BASE;

  for (gsize i = 0; list != NULL && i < g_variant_n_children (list) && i < 64; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) text = g_variant_get_variant (child);

      if (g_variant_is_of_type (text, G_VARIANT_TYPE_STRING) &&
          atl_stamp_parse (g_variant_get_string (text, NULL), &stamp))
        g_array_append_val (stamps, stamp);
    }
  stamp = ATL_STAMP_BASE;
  if (stamps->len == 0)
    g_array_append_val (stamps, stamp);
  return atl_stamp_set_new ((AtlStamp *) stamps->data, stamps->len);
}

static void
add_entry (AtlMergeRegister *self, GVariant *entry)
{
  g_autoptr (GVariant)    members = NULL;
  g_autofree AtlStampSet *stamps = parse_stamps (entry);
  g_auto (GVariantDict)   dict = G_VARIANT_DICT_INIT (entry);
  AtlMergeVersion         version = { 0 };

  g_variant_lookup (entry, "deleted", "b", &version.deleted);
  g_variant_dict_remove (&dict, "v");
  g_variant_dict_remove (&dict, "deleted");
  members = atl_merge_value_sort_take (g_variant_dict_end (&dict));
  version.members = members;
  add (self, &version, stamps);
}

static void
add_alternatives (AtlMergeRegister *self, AtlItem *item, guint group)
{
  GVariant            *all = atl_item_get_alternatives (item);
  g_autoptr (GVariant) list = NULL;

  if (all == NULL)
    return;
  list = g_variant_lookup_value (all, atl_merge_groups_get_nick (group), G_VARIANT_TYPE ("av"));
  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) entry = g_variant_get_variant (child);

      if (g_variant_is_of_type (entry, G_VARIANT_TYPE_VARDICT))
        add_entry (self, entry);
    }
}

/**
 * atl_merge_register_read:
 * @item: an item or a tombstone
 * @group: a merge group
 * @deleted: whether @item is the tombstone of something that was deleted itself
 *
 * Returns: (transfer full): all versions that @item has of the group
 */
AtlMergeRegister *
atl_merge_register_read (AtlItem *item, guint group, gboolean deleted)
{
  AtlMergeRegister    *self = register_new ();
  AtlStampSet          stamps = atl_carried_peek_stamps (item, group);
  g_autoptr (GVariant) members = NULL;
  AtlMergeVersion      shown = { 0 };

  if (stamps.n > 0)
    {
      members = atl_merge_value_dup (item, group);
      shown.deleted = deleted && group == ATL_MERGE_TEXT;
      shown.members = members;
      add (self, &shown, &stamps);
    }
  add_alternatives (self, item, group);
  sort (self);
  return self;
}

static AtlMergeVersion *
find_value_of (AtlMergeRegister *self, AtlItem *item, guint group, gboolean deleted)
{
  g_autoptr (GVariant) members = atl_merge_value_dup (item, group);
  AtlMergeVersion      value = { .deleted = deleted && group == ATL_MERGE_TEXT, .members = members };

  return atl_carried_peek_stamps (item, group).n > 0 ? find (self, &value) : NULL;
}

/**
 * atl_merge_register_read_collapsed:
 * @item: an item or a tombstone
 * @group: a merge group
 *
 * Somebody may have made what is shown equal to another version, or brought one of them back twice: they are
 * one.
 *
 * Returns: (transfer full) (nullable): the versions if some have become one, %NULL in the usual case
 */
AtlMergeRegister *
atl_merge_register_read_collapsed (AtlItem *item, guint group)
{
  GVariant                    *all = atl_item_get_alternatives (item);
  g_autoptr (GVariant)         list = NULL;
  g_autoptr (AtlMergeRegister) self = NULL;
  gboolean                     deleted;
  gsize                        n;

  if (all != NULL)
    list = g_variant_lookup_value (all, atl_merge_groups_get_nick (group), G_VARIANT_TYPE ("av"));
  if (list == NULL)
    return NULL;
  deleted = atl_item_get_parent (item) == NULL && !ATL_IS_SESSION (item) && atl_carried_get (item) != NULL &&
            !atl_carried_get_waiting (atl_carried_get (item));
  self = atl_merge_register_read (item, group, deleted);
  self->pinned = find_value_of (self, item, group, deleted);
  n = g_variant_n_children (list) + (atl_carried_peek_stamps (item, group).n > 0 ? 1 : 0);
  return self->versions->len < n ? g_steal_pointer (&self) : NULL;
}

static gboolean
holds_stamp (AtlMergeRegister *self, AtlStamp stamp)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (atl_stamp_set_contains (((AtlMergeVersion *) self->versions->pdata[i])->stamps, stamp))
      return TRUE;
  return FALSE;
}

/* A version survives if the other side has it too, or has not seen it, or holds its stamp with another
 * value. */
static gboolean
survives (const AtlMergeVersion *version, AtlStamp stamp, AtlMergeRegister *other, const AtlStampVector *seen)
{
  return !atl_stamp_vector_covers (seen, stamp) || holds_stamp (other, stamp);
}

static void
add_survivors (AtlMergeRegister     *result,
               AtlMergeRegister     *self,
               AtlMergeRegister     *other,
               const AtlStampVector *seen,
               gboolean              all)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      AtlMergeVersion *version = self->versions->pdata[i];

      for (guint j = 0; j < version->stamps->n; j++)
        if (all || survives (version, version->stamps->stamps[j], other, seen))
          add (result, version, &(AtlStampSet){ 1, &version->stamps->stamps[j] });
    }
}

static AtlMergeVersion *
find_stamp (AtlMergeRegister *self, AtlStamp stamp)
{
  for (guint i = 0; i < self->versions->len; i++)
    {
      AtlMergeVersion *version = self->versions->pdata[i];

      if (atl_stamp_set_contains (version->stamps, stamp))
        return version;
    }
  return NULL;
}

/* Two versions without stamps: the one that equals the common ancestor gives way. */
static void
drop_ancestor (AtlMergeRegister *self, AtlMergeRegister *base)
{
  AtlMergeVersion *ancestor = base != NULL ? find_stamp (base, ATL_STAMP_BASE) : NULL;
  AtlMergeVersion *same = ancestor != NULL ? find (self, ancestor) : NULL;

  if (same == NULL || self->versions->len < 2 || same->stamps->n != 1 ||
      !atl_stamp_is_base (same->stamps->stamps[0]))
    return;
  for (guint i = 0; i < self->versions->len; i++)
    if (self->versions->pdata[i] != same &&
        atl_stamp_set_contains (((AtlMergeVersion *) self->versions->pdata[i])->stamps, ATL_STAMP_BASE))
      {
        g_ptr_array_remove (self->versions, same);
        return;
      }
}

/**
 * atl_merge_register_join:
 * @a: the versions of one side
 * @a_seen: what that side has seen
 * @b: the versions of the other side
 * @b_seen: what that side has seen
 * @base: (nullable): the versions of a common ancestor, for what has no stamps
 *
 * The join of the merge: it does not depend on which side comes first.
 *
 * Returns: (transfer full): the versions that nobody has replaced
 */
AtlMergeRegister *
atl_merge_register_join (AtlMergeRegister     *a,
                         const AtlStampVector *a_seen,
                         AtlMergeRegister     *b,
                         const AtlStampVector *b_seen,
                         AtlMergeRegister     *base)
{
  AtlMergeRegister *self = register_new ();

  add_survivors (self, a, b, b_seen, FALSE);
  add_survivors (self, b, a, a_seen, FALSE);
  drop_ancestor (self, base);
  if (self->versions->len == 0)
    {
      /* Only edited files: each side says it has seen the other's version, and has none that follows it. */
      add_survivors (self, a, b, b_seen, TRUE);
      add_survivors (self, b, a, a_seen, TRUE);
    }
  sort (self);
  return self;
}

/**
 * atl_merge_register_free:
 * @self: (transfer full): versions
 */
void
atl_merge_register_free (AtlMergeRegister *self)
{
  g_ptr_array_unref (self->versions);
  g_free (self);
}

/**
 * atl_merge_register_get_shown:
 * @self: versions
 *
 * Returns: (transfer none) (nullable): the one to show: the last one that is no deletion, or else the last
 * one
 */
const AtlMergeVersion *
atl_merge_register_get_shown (AtlMergeRegister *self)
{
  if (self->pinned != NULL)
    return self->pinned;
  for (guint i = 0; i < self->versions->len; i++)
    if (!((AtlMergeVersion *) self->versions->pdata[i])->deleted)
      return self->versions->pdata[i];
  return self->versions->len > 0 ? self->versions->pdata[0] : NULL;
}

/**
 * atl_merge_register_is_deleted:
 * @self: versions
 *
 * Returns: whether all of them are deletions
 */
gboolean
atl_merge_register_is_deleted (AtlMergeRegister *self)
{
  const AtlMergeVersion *shown = atl_merge_register_get_shown (self);

  return shown == NULL || shown->deleted;
}

static GVariant *
stamps_to_variant (const AtlStampSet *stamps)
{
  GVariantBuilder builder;
  char            text[ATL_STAMP_TEXT_SIZE];

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < stamps->n; i++)
    {
      atl_stamp_print (stamps->stamps[i], text);
      g_variant_builder_add (&builder, "v", g_variant_new_string (text));
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
version_to_variant (const AtlMergeVersion *version)
{
  GVariantBuilder builder;
  GVariantIter    iter;
  const char     *name;
  GVariant       *member;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "v", stamps_to_variant (version->stamps));
  if (version->deleted)
    g_variant_builder_add (&builder, "{sv}", "deleted", g_variant_new_boolean (TRUE));
  g_variant_iter_init (&iter, version->members);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &member))
    g_variant_builder_add (&builder, "{sv}", name, member);
  return g_variant_builder_end (&builder);
}

/**
 * atl_merge_register_dup_alternatives:
 * @self: versions
 * @kept: whether the item is shown although all of them are deletions
 *
 * Returns: (transfer full) (nullable): the versions that are not shown, as the property `alternatives` holds
 * those of
 *   a group
 */
GVariant *
atl_merge_register_dup_alternatives (AtlMergeRegister *self, gboolean kept)
{
  const AtlMergeVersion *shown = kept ? NULL : atl_merge_register_get_shown (self);
  GVariantBuilder        builder;

  if (self->versions->len < (kept ? 1 : 2))
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < self->versions->len; i++)
    if (self->versions->pdata[i] != shown)
      g_variant_builder_add (&builder, "v", version_to_variant (self->versions->pdata[i]));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

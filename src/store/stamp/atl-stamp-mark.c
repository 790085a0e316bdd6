/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-stamp-mark.h"

#include "model/atl-session.h"
#include "store/stamp/atl-merge-groups.h"
#include "store/stamp/atl-merge-value.h"

static void
clear_old (gpointer data)
{
  atl_value_clear (&((AtlStampOld *) data)->value);
}

/**
 * atl_stamp_mark_new:
 * @item: an item
 * @was_in: whether it was part of the session before the first change
 * @container: the id of the item it was in, "" for the session or if it was nowhere
 *
 * Returns: (transfer full): a mark
 */
AtlStampMark *
atl_stamp_mark_new (AtlItem *item, gboolean was_in, const char *container)
{
  AtlStampMark *self = g_new0 (AtlStampMark, 1);

  self->item = g_object_ref (item);
  self->was_in = was_in;
  self->container = g_strdup (container);
  self->olds = g_array_new (FALSE, FALSE, sizeof (AtlStampOld));
  g_array_set_clear_func (self->olds, clear_old);
  return self;
}

/**
 * atl_stamp_mark_free:
 * @self: (transfer full): a mark
 */
void
atl_stamp_mark_free (AtlStampMark *self)
{
  g_array_unref (self->olds);
  g_free (self->container);
  g_clear_object (&self->left);
  g_object_unref (self->item);
  g_free (self);
}

/**
 * atl_stamp_mark_add_old:
 * @self: a mark
 * @field: index of a property that was set
 * @value: what it was before; only the first one counts
 */
void
atl_stamp_mark_add_old (AtlStampMark *self, guint field, const AtlValue *value)
{
  AtlStampOld old = { field, *value };

  for (guint i = 0; i < self->olds->len; i++)
    if (g_array_index (self->olds, AtlStampOld, i).field == field)
      return;
  atl_value_copy (value, &old.value);
  g_array_append_val (self->olds, old);
}

static gboolean
entries_differ (GVariant *a, GVariant *b, guint group)
{
  const char          *nick = atl_merge_groups_get_nick (group);
  g_autoptr (GVariant) one = a != NULL ? g_variant_lookup_value (a, nick, NULL) : NULL;
  g_autoptr (GVariant) two = b != NULL ? g_variant_lookup_value (b, nick, NULL) : NULL;

  if (one == NULL || two == NULL)
    return one != two;
  return !g_variant_equal (one, two);
}

/* A conflict that was resolved is a new edit of what it was about. */
static guint
find_resolved (GVariant *before, GVariant *now)
{
  guint groups = 0;

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (entries_differ (before, now, i))
      groups |= 1u << i;
  return groups;
}

/**
 * atl_stamp_mark_get_last_container:
 * @self: a mark of an item
 *
 * Returns: (transfer none): the id of the item that it is in, or was in last
 */
const char *
atl_stamp_mark_get_last_container (AtlStampMark *self)
{
  if (atl_item_get_parent (self->item) != NULL)
    return atl_merge_value_get_container (self->item);
  if (self->left != NULL)
    return ATL_IS_SESSION (self->left) ? "" : atl_item_get_id (self->left);
  return self->container;
}

/**
 * atl_stamp_mark_find_changed:
 * @self: a mark of an item that was part of the session
 *
 * Returns: bit set of the merge groups whose value is not what it was; setting something and taking it back
 * is none
 */
guint
atl_stamp_mark_find_changed (AtlStampMark *self)
{
  const AtlMergeGroups *groups = atl_merge_groups_of (self->item);
  guint                 changed = 0;

  for (guint i = 0; i < self->olds->len; i++)
    {
      AtlStampOld *old = &g_array_index (self->olds, AtlStampOld, i);
      AtlValue     now = atl_item_peek_value (self->item, old->field);

      if (atl_value_equal (&old->value, &now))
        continue;
      if (old->field == groups->alternatives)
        changed |= find_resolved (old->value.variant, now.variant);
      else if (groups->group[old->field] >= 0)
        changed |= 1u << groups->group[old->field];
    }
  if (groups->contained && !g_str_equal (self->container, atl_stamp_mark_get_last_container (self)))
    changed |= 1u << ATL_MERGE_ORDER;
  return changed;
}

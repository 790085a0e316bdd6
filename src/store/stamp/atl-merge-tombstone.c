/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-tombstone.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-value.h"

/* The other versions of the words go with the words. */
static GVariant *
dup_alternatives_without_text (AtlItem *item)
{
  GVariantBuilder builder;
  GVariantIter    iter;
  const char     *name;
  GVariant       *entry;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_iter_init (&iter, atl_item_get_alternatives (item));
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &entry))
    if (!g_str_equal (name, atl_merge_groups_get_nick (ATL_MERGE_TEXT)))
      g_variant_builder_add (&builder, "{sv}", name, entry);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * atl_merge_tombstone_new:
 * @item: an item that was deleted
 * @container: the id of the item that it was in, "" for the session
 *
 * What is kept of a deleted item: everything but its words, so that it comes back as it was if somebody has
 * edited them elsewhere. Boards and rounds keep their title: they come back for what is in them.
 *
 * Returns: (transfer full): the tombstone, with the stamps that @item had
 */
AtlItem *
atl_merge_tombstone_new (AtlItem *item, const char *container)
{
  AtlItem             *self = g_object_new (G_OBJECT_TYPE (item), "id", atl_item_get_id (item), NULL);
  g_autoptr (GVariant) alternatives = NULL;

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (i != ATL_MERGE_TEXT || atl_merge_groups_of (item)->container)
      atl_merge_value_copy (item, self, i);
  if (atl_item_get_alternatives (item) != NULL)
    {
      alternatives = dup_alternatives_without_text (item);
      atl_item_set_alternatives (self, alternatives);
    }
  atl_carried_copy_stamps (item, self);
  atl_carried_set_container (atl_carried_ensure (self), container);
  return self;
}

/**
 * atl_merge_tombstone_copy:
 * @tombstone: a tombstone
 *
 * Returns: (transfer full): another one that says the same
 */
AtlItem *
atl_merge_tombstone_copy (AtlItem *tombstone)
{
  AtlItem    *self = g_object_new (G_OBJECT_TYPE (tombstone), "id", atl_item_get_id (tombstone), NULL);
  AtlCarried *carried = atl_carried_ensure (tombstone);

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    atl_merge_value_copy (tombstone, self, i);
  atl_item_set_alternatives (self, atl_item_get_alternatives (tombstone));
  atl_carried_copy_stamps (tombstone, self);
  atl_carried_set_container (atl_carried_ensure (self), atl_carried_get_container (carried));
  atl_carried_set_waiting (atl_carried_ensure (self), atl_carried_get_waiting (carried));
  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-item-key.h"

#include "store/stamp/atl-merge-groups.h"
#include "util/atl-text-hash.h"

#include <string.h>

/**
 * atl_item_key:
 * @item: an item
 *
 * Returns: its key, which borrows the id
 */
AtlItemKey
atl_item_key (AtlItem *item)
{
  return (AtlItemKey){ G_OBJECT_TYPE (item), atl_item_get_id (item), NULL };
}

/**
 * atl_item_key_hash:
 * @key: an #AtlItemKey
 *
 * Returns: its hash, for GHashTable
 */
guint
atl_item_key_hash (gconstpointer key)
{
  const AtlItemKey *self = key;

  return atl_text_hash (self->id) ^ (guint) (self->type >> 3);
}

/**
 * atl_item_key_equal:
 * @a: an #AtlItemKey
 * @b: another one
 *
 * Returns: whether they stand for the same item
 */
gboolean
atl_item_key_equal (gconstpointer a, gconstpointer b)
{
  const AtlItemKey *one = a;
  const AtlItemKey *two = b;

  return one->type == two->type && strcmp (one->id, two->id) == 0 && g_strcmp0 (one->twin, two->twin) == 0;
}

/**
 * atl_item_key_compare:
 * @a: a key
 * @b: another one
 *
 * Orders keys by kind, id and twin, the same on every machine.
 *
 * Returns: less than, equal to or more than 0
 */
int
atl_item_key_compare (const AtlItemKey *a, const AtlItemKey *b)
{
  int order = 0;

  if (a->type != b->type)
    order = strcmp (atl_merge_groups_get (a->type)->nick, atl_merge_groups_get (b->type)->nick);
  if (order == 0)
    order = strcmp (a->id, b->id);
  return order != 0 ? order : g_strcmp0 (a->twin, b->twin);
}

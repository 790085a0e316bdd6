/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-item-key.h"
#include "store/stamp/atl-merge-value.h"

/* Where the items are: by kind and id in our session, by kind, id and container in the other one. */
typedef struct
{
  GHashTable *ours;   /* AtlItemKey to AtlItem */
  GHashTable *theirs; /* set of AtlItemKey */
} Places;

static void
index_tree (AtlItem *item, GHashTable *places, gboolean by_container)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);
  AtlItemKey    key = atl_item_key (item);

  if (by_container)
    key.twin = atl_merge_value_get_container (item);
  g_hash_table_insert (places, g_memdup2 (&key, sizeof key), item);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (item, i);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          index_tree (atl_list_get (list, j), places, by_container);
      }
}

static void
copy_fields (AtlItem *self, AtlItem *other)
{
  GVariant *alternatives = atl_item_get_alternatives (other);

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (!atl_merge_value_equal (self, other, i))
      atl_merge_value_copy (other, self, i);
  atl_item_set_alternatives (self, alternatives);
  if (ATL_IS_SESSION (self))
    atl_session_set_group (ATL_SESSION (self), atl_session_get_group (ATL_SESSION (other)));
}

/* An item that went into another container stays the same instance. */
static AtlItem *
take_from_elsewhere (Places *places, AtlItem *other)
{
  AtlItemKey key = atl_item_key (other);
  AtlItem   *item = g_hash_table_lookup (places->ours, &key);

  if (item == NULL || atl_item_get_list (item) == NULL)
    return NULL;
  key.twin = atl_merge_value_get_container (item);
  if (g_hash_table_contains (places->theirs, &key))
    return NULL;
  copy_fields (item, other);
  g_object_ref (item);
  atl_list_remove (atl_item_get_list (item), item);
  return item;
}

static void
add_missing (AtlList *list, AtlList *other, Places *places)
{
  g_autoptr (GPtrArray) coming = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (other); i++)
    {
      AtlItem *wanted = atl_list_get (other, i);
      AtlItem *item;

      if (atl_list_find (list, atl_item_get_id (wanted)) != NULL)
        continue;
      item = take_from_elsewhere (places, wanted);
      if (item == NULL)
        {
          item = g_object_new (G_OBJECT_TYPE (wanted), "id", atl_item_get_id (wanted), NULL);
          copy_fields (item, wanted);
        }
      g_ptr_array_add (coming, item);
    }
  atl_list_insert_many (list, coming);
}

static void
fill (AtlItem *self, AtlItem *other, Places *places)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (self);

  copy_fields (self, other);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (self, i);
        AtlList *wanted = atl_item_get_child_list (other, i);

        add_missing (list, wanted, places);
        for (guint j = 0; j < atl_list_get_length (wanted); j++)
          {
            AtlItem *child = atl_list_get (wanted, j);

            fill (atl_list_find (list, atl_item_get_id (child)), child, places);
          }
      }
}

/* Only after everything that stays has gone where it belongs. */
static void
empty (AtlItem *self, AtlItem *other)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList              *list = atl_item_get_child_list (self, i);
        AtlList              *wanted = atl_item_get_child_list (other, i);
        g_autoptr (GPtrArray) leaving = g_ptr_array_new_with_free_func (g_object_unref);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          {
            AtlItem *item = atl_list_get (list, j);
            AtlItem *child = atl_list_find (wanted, atl_item_get_id (item));

            if (child != NULL)
              empty (item, child);
            else
              g_ptr_array_add (leaving, g_object_ref (item));
          }
        atl_list_remove_many (list, leaving);
      }
}

static void
merge_first (AtlSession *self, AtlSession *other)
{
  g_autoptr (AtlMerge) merge = atl_merge_new (self, other, NULL, NULL);

  if (merge != NULL)
    atl_merge_apply (merge);
}

/**
 * atl_session_become:
 * @self: a session
 * @other: another state of it: the file as it is now, an earlier version, a snapshot
 *
 * Applies the difference, by setters and lists, so that what the user sees in @self is what @other holds;
 * items keep their instances. A group of the history around it makes it one undo. What @other has seen counts
 * as seen; what it lacks counts as deleted now. The id stays.
 */
void
atl_session_become (AtlSession *self, AtlSession *other)
{
  Places places = { NULL, NULL };

  g_return_if_fail (ATL_IS_SESSION (self) && ATL_IS_SESSION (other));
  merge_first (self, other);
  places.ours = g_hash_table_new_full (atl_item_key_hash, atl_item_key_equal, g_free, NULL);
  places.theirs = g_hash_table_new_full (atl_item_key_hash, atl_item_key_equal, g_free, NULL);
  index_tree (ATL_ITEM (self), places.ours, FALSE);
  index_tree (ATL_ITEM (other), places.theirs, TRUE);
  fill (ATL_ITEM (self), ATL_ITEM (other), &places);
  empty (ATL_ITEM (self), ATL_ITEM (other));
  g_hash_table_unref (places.ours);
  g_hash_table_unref (places.theirs);
}

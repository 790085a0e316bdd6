/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-book.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-log.h"

typedef struct
{
  AtlItemKey key; /* borrows from the item */
  AtlItem   *item;
} Grave;

struct _AtlMergeBook
{
  GHashTable *graves; /* set of Grave */
  JsonArray  *strays; /* what stood among the tombstones of the file and is none; NULL if nothing */
  AtlStamp    own;
  AtlStamper *stamper; /* weak */
  GPtrArray  *logs;    /* of AtlMergeLog, in the order of the merges */
};

static void
grave_free (gpointer data)
{
  Grave *grave = data;

  g_object_unref (grave->item);
  g_free (grave);
}

static void
book_free (gpointer data)
{
  AtlMergeBook *self = data;

  g_ptr_array_unref (self->logs);
  g_hash_table_unref (self->graves);
  g_clear_pointer (&self->strays, json_array_unref);
  g_free (self);
}

/**
 * atl_merge_book_get:
 * @session: a session
 *
 * Returns: (transfer none) (nullable): its book, or %NULL while there is nothing to keep
 */
AtlMergeBook *
atl_merge_book_get (AtlSession *session)
{
  AtlCarried *carried = atl_carried_get (ATL_ITEM (session));

  return carried != NULL ? atl_carried_get_book (carried) : NULL;
}

/**
 * atl_merge_book_ensure:
 * @session: a session
 *
 * Returns: (transfer none): its book
 */
AtlMergeBook *
atl_merge_book_ensure (AtlSession *session)
{
  AtlMergeBook *self = atl_merge_book_get (session);

  if (self != NULL)
    return self;
  self = g_new0 (AtlMergeBook, 1);
  self->graves = g_hash_table_new_full (atl_item_key_hash, atl_item_key_equal, NULL, grave_free);
  self->logs = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_merge_log_free);
  atl_carried_set_book (atl_carried_ensure (ATL_ITEM (session)), self, book_free);
  return self;
}

/**
 * atl_merge_book_find:
 * @self: a book
 * @key: the key of an item
 *
 * Returns: (transfer none) (nullable): the tombstone of that item
 */
AtlItem *
atl_merge_book_find (AtlMergeBook *self, const AtlItemKey *key)
{
  Grave *grave = g_hash_table_lookup (self->graves, key);

  return grave != NULL ? grave->item : NULL;
}

/**
 * atl_merge_book_bury:
 * @self: a book
 * @tombstone: an item that lives nowhere; it takes the place of another one of its key
 */
void
atl_merge_book_bury (AtlMergeBook *self, AtlItem *tombstone)
{
  Grave *grave = g_new0 (Grave, 1);

  grave->item = g_object_ref (tombstone);
  grave->key = atl_item_key (tombstone);
  g_hash_table_replace (self->graves, grave, grave);
}

/**
 * atl_merge_book_forget:
 * @self: a book
 * @key: the key of an item that has no tombstone any more
 */
void
atl_merge_book_forget (AtlMergeBook *self, const AtlItemKey *key)
{
  g_hash_table_remove (self->graves, key);
}

static gboolean
has_item (AtlItem *owner, const AtlItemKey *key)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (owner);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST && klass->fields[i].value_type () == key->type)
      return atl_list_find (atl_item_get_child_list (owner, i), key->id) != NULL;
  return FALSE;
}

/**
 * atl_merge_book_is_alive:
 * @session: a session
 * @key: the key of an item
 *
 * Returns: whether an item of that kind and id is in the session, whatever its tombstone says
 */
gboolean
atl_merge_book_is_alive (AtlSession *session, const AtlItemKey *key)
{
  AtlList *containers[] = { atl_session_get_boards (session), atl_session_get_rounds (session) };

  if (has_item (ATL_ITEM (session), key))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (containers); i++)
    for (guint j = 0; j < atl_list_get_length (containers[i]); j++)
      if (has_item (atl_list_get (containers[i], j), key))
        return TRUE;
  return FALSE;
}

static int
compare_graves (gconstpointer a, gconstpointer b)
{
  AtlItemKey one = atl_item_key (*(AtlItem **) a);
  AtlItemKey two = atl_item_key (*(AtlItem **) b);

  return atl_item_key_compare (&one, &two);
}

/**
 * atl_merge_book_dup_tombstones:
 * @self: a book
 *
 * Returns: (transfer full) (element-type AtlItem): the tombstones in the order of files
 */
GPtrArray *
atl_merge_book_dup_tombstones (AtlMergeBook *self)
{
  GPtrArray     *items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer       grave;

  g_hash_table_iter_init (&iter, self->graves);
  while (g_hash_table_iter_next (&iter, &grave, NULL))
    g_ptr_array_add (items, g_object_ref (((Grave *) grave)->item));
  g_ptr_array_sort (items, compare_graves);
  return items;
}

/**
 * atl_merge_book_add_stray:
 * @self: a book
 * @stray: what stands among the tombstones of a file and cannot be used
 */
void
atl_merge_book_add_stray (AtlMergeBook *self, JsonNode *stray)
{
  if (self->strays == NULL)
    self->strays = json_array_new ();
  json_array_add_element (self->strays, json_node_ref (stray));
}

/**
 * atl_merge_book_get_strays:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what is written back after the tombstones
 */
JsonArray *
atl_merge_book_get_strays (AtlMergeBook *self)
{
  return self->strays;
}

/**
 * atl_merge_book_get_own:
 * @self: a book
 *
 * Returns: the last stamp that this opening gave, the base if none
 */
AtlStamp
atl_merge_book_get_own (AtlMergeBook *self)
{
  return self->own;
}

/**
 * atl_merge_book_set_own:
 * @self: a book
 * @own: the stamp given last
 */
void
atl_merge_book_set_own (AtlMergeBook *self, AtlStamp own)
{
  self->own = own;
}

/**
 * atl_merge_book_dup_vector:
 * @session: a session
 *
 * Returns: (transfer full): what the session has seen, with what it has stamped itself
 */
AtlStampVector *
atl_merge_book_dup_vector (AtlSession *session)
{
  AtlStampVector *vector = atl_stamp_vector_new (atl_session_get_vector (session));
  AtlMergeBook   *self = atl_merge_book_get (session);

  if (self != NULL)
    atl_stamp_vector_add (vector, self->own);
  return vector;
}

/**
 * atl_merge_book_get_stamper:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): who stamps the session
 */
AtlStamper *
atl_merge_book_get_stamper (AtlMergeBook *self)
{
  return self->stamper;
}

/**
 * atl_merge_book_set_stamper:
 * @self: a book
 * @stamper: (nullable): who stamps the session from now on
 */
void
atl_merge_book_set_stamper (AtlMergeBook *self, AtlStamper *stamper)
{
  self->stamper = stamper;
}

/**
 * atl_merge_book_get_logs:
 * @self: a book
 *
 * Returns: (transfer none) (element-type AtlMergeLog): what the merges of this opening did, the latest last
 */
GPtrArray *
atl_merge_book_get_logs (AtlMergeBook *self)
{
  return self->logs;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-list.h"

#include "model/atl-change.h"
#include "model/atl-session.h"
#include "util/atl-rank.h"
#include "util/atl-text-hash.h"

#include <string.h>

/**
 * AtlList:
 *
 * The children of one kind that an item has. Kinds with a rank are kept in the order of (rank, id), others
 * in that of
 * their ids; positions are derived, never set. It is a list model, and knows its items by id.
 */
struct _AtlList
{
  GObject parent_instance;

  GType       item_type;
  AtlItem    *owner; /* weak */
  int         rank_field;
  GPtrArray  *items;
  GHashTable *by_id; /* borrowed keys and values */
};

static void atl_list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlList, atl_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, atl_list_model_init))
/* clang-format on */

static const char *
get_rank (AtlList *self,
          AtlItem *item)
{
  return self->rank_field < 0 ? "" : atl_item_peek_value (item, (guint) self->rank_field).string;
}

static int
compare (AtlList *self,
         AtlItem *a,
         AtlItem *b)
{
  int order = strcmp (get_rank (self, a), get_rank (self, b));

  return order != 0 ? order : strcmp (atl_item_get_id (a), atl_item_get_id (b));
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      list)
{
  return compare (list, *(AtlItem **) a, *(AtlItem **) b);
}

/* The number of items before @item in the order of the list, whether or not it is there. */
static guint
lower_bound (AtlList *self,
             AtlItem *item)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (self, self->items->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
announce (AtlList      *self,
          AtlChangeKind kind,
          AtlItem      *item)
{
  AtlSession *session = self->owner != NULL ? atl_item_get_session (self->owner) : NULL;

  if (session == NULL || !atl_session_is_observed (session))
    return;
  g_autoptr (AtlChange) change = kind == ATL_CHANGE_INSERT ? atl_change_new_insert (self, item)
                                                           : atl_change_new_remove (self, item);
  atl_session_announce (session, change);
}

static void
announce_many (AtlList      *self,
               AtlChangeKind kind,
               GPtrArray    *items)
{
  for (guint i = 0; i < items->len; i++)
    announce (self, kind, items->pdata[i]);
}

/* Tells the views, in one signal, that everything between the first and the last place touched is new.
   @touched are the
 * items that came or went, @whole the longer of the two states of the list. */
static void
emit_span (AtlList   *self,
           GPtrArray *whole,
           GPtrArray *touched,
           gboolean   added)
{
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  guint                  first = 0;
  guint                  last = whole->len - 1;

  for (guint i = 0; i < touched->len; i++)
    g_hash_table_add (set, touched->pdata[i]);
  while (!g_hash_table_contains (set, whole->pdata[first]))
    first++;
  while (!g_hash_table_contains (set, whole->pdata[last]))
    last--;
  guint more = last - first + 1;
  guint fewer = more - touched->len;
  g_list_model_items_changed (G_LIST_MODEL (self), first, added ? fewer : more, added ? more : fewer);
}

static GType
list_get_item_type (GListModel *model)
{
  return ATL_LIST (model)->item_type;
}

static guint
list_get_n_items (GListModel *model)
{
  return ATL_LIST (model)->items->len;
}

static gpointer
list_get_item (GListModel *model,
               guint       position)
{
  gpointer item = atl_list_get (ATL_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
atl_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_get_item_type;
  iface->get_n_items = list_get_n_items;
  iface->get_item = list_get_item;
}

static void
atl_list_finalize (GObject *object)
{
  AtlList *self = ATL_LIST (object);

  for (guint i = 0; i < self->items->len; i++)
    atl_item_attach (self->items->pdata[i], NULL);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_list_parent_class)->finalize (object);
}

static void
atl_list_class_init (AtlListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_list_finalize;
}

static void
atl_list_init (AtlList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (atl_text_hash, g_str_equal);
}

/**
 * atl_list_new:
 * @item_type: the class of its items
 * @owner: the item whose children they are; the list holds no reference to it
 *
 * Returns: (transfer full): an empty list
 */
AtlList *
atl_list_new (GType    item_type,
              AtlItem *owner)
{
  AtlList      *self = g_object_new (ATL_TYPE_LIST, NULL);
  AtlItemClass *klass = g_type_class_ref (item_type);

  self->item_type = item_type;
  self->owner = owner;
  self->rank_field = klass->rank_field;
  g_type_class_unref (klass);
  return self;
}

/**
 * atl_list_disown:
 * @self: a list
 *
 * Forgets the owner, which is about to go while the history may still hold the list. Only AtlItem calls this.
 */
void
atl_list_disown (AtlList *self)
{
  self->owner = NULL;
}

/**
 * atl_list_get_owner:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the item whose children they are
 */
AtlItem *
atl_list_get_owner (AtlList *self)
{
  g_return_val_if_fail (ATL_IS_LIST (self), NULL);
  return self->owner;
}

/**
 * atl_list_get_length:
 * @self: a list
 *
 * Returns: the number of items
 */
guint
atl_list_get_length (AtlList *self)
{
  g_return_val_if_fail (ATL_IS_LIST (self), 0);
  return self->items->len;
}

/**
 * atl_list_get:
 * @self: a list
 * @position: a position
 *
 * Returns: (transfer none) (nullable): the item there, or %NULL past the end
 */
gpointer
atl_list_get (AtlList *self,
              guint    position)
{
  g_return_val_if_fail (ATL_IS_LIST (self), NULL);
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * atl_list_find:
 * @self: a list
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the item of that id, or %NULL
 */
gpointer
atl_list_find (AtlList    *self,
               const char *id)
{
  g_return_val_if_fail (ATL_IS_LIST (self), NULL);
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/**
 * atl_list_get_position:
 * @self: a list
 * @item: an item
 * @position: (out) (optional): where it is
 *
 * Returns: whether the list holds @item
 */
gboolean
atl_list_get_position (AtlList *self,
                       AtlItem *item,
                       guint   *position)
{
  guint at;

  g_return_val_if_fail (ATL_IS_LIST (self), FALSE);

  if (atl_item_get_list (item) != self)
    return FALSE;
  at = lower_bound (self, item);
  if (position != NULL)
    *position = at;
  return at < self->items->len && self->items->pdata[at] == item;
}

static gboolean
can_take (AtlList *self,
          AtlItem *item)
{
  return atl_item_get_list (item) == NULL && !g_hash_table_contains (self->by_id, atl_item_get_id (item));
}

static void
take (AtlList *self,
      AtlItem *item)
{
  g_hash_table_insert (self->by_id, (gpointer) atl_item_get_id (item), item);
  atl_item_attach (item, self);
}

/**
 * atl_list_insert:
 * @self: a list
 * @item: an item that lives nowhere yet
 *
 * Puts @item in its place.
 *
 * Returns: whether it went in; it does not if it lives elsewhere, or if its id is taken
 */
gboolean
atl_list_insert (AtlList *self,
                 AtlItem *item)
{
  g_return_val_if_fail (ATL_IS_LIST (self), FALSE);
  g_return_val_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (item, self->item_type), FALSE);

  if (!can_take (self, item))
    return FALSE;
  guint position = lower_bound (self, item);
  g_ptr_array_insert (self->items, (int) position, g_object_ref (item));
  take (self, item);
  announce (self, ATL_CHANGE_INSERT, item);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  return TRUE;
}

/**
 * atl_list_insert_many:
 * @self: a list
 * @items: (element-type AtlItem): items that live nowhere yet
 *
 * Puts all of them in their places, with a single signal to the views.
 *
 * Returns: how many went in; see atl_list_insert() for those that do not
 */
guint
atl_list_insert_many (AtlList   *self,
                      GPtrArray *items)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  g_return_val_if_fail (ATL_IS_LIST (self), 0);

  for (guint i = 0; i < items->len; i++)
    if (can_take (self, items->pdata[i]))
      {
        g_ptr_array_add (self->items, g_object_ref (items->pdata[i]));
        g_ptr_array_add (taken, items->pdata[i]);
        take (self, items->pdata[i]);
      }
  if (taken->len == 0)
    return 0;
  g_ptr_array_sort_with_data (self->items, compare_pointers, self);
  announce_many (self, ATL_CHANGE_INSERT, taken);
  emit_span (self, self->items, taken, TRUE);
  return taken->len;
}

/**
 * atl_list_remove:
 * @self: a list
 * @item: an item
 *
 * Takes @item out.
 *
 * Returns: whether it was there
 */
gboolean
atl_list_remove (AtlList *self,
                 AtlItem *item)
{
  guint position;

  g_return_val_if_fail (ATL_IS_LIST (self), FALSE);

  if (!atl_list_get_position (self, item, &position))
    return FALSE;
  g_object_ref (item);
  g_hash_table_remove (self->by_id, atl_item_get_id (item));
  g_ptr_array_remove_index (self->items, position);
  atl_item_attach (item, NULL);
  announce (self, ATL_CHANGE_REMOVE, item);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  g_object_unref (item);
  return TRUE;
}

/* Moves the items of @self that @gone holds out of it, keeping the order of the others. */
static void
sweep (AtlList    *self,
       GHashTable *gone)
{
  GPtrArray *kept = g_ptr_array_new_full (self->items->len, g_object_unref);

  for (guint i = 0; i < self->items->len; i++)
    if (!g_hash_table_contains (gone, self->items->pdata[i]))
      g_ptr_array_add (kept, g_object_ref (self->items->pdata[i]));
  g_ptr_array_unref (self->items);
  self->items = kept;
}

/**
 * atl_list_remove_many:
 * @self: a list
 * @items: (element-type AtlItem): items
 *
 * Takes those that are there out, with a single signal to the views.
 *
 * Returns: how many there were
 */
guint
atl_list_remove_many (AtlList   *self,
                      GPtrArray *items)
{
  g_autoptr (GPtrArray)  taken = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) gone = g_hash_table_new (NULL, NULL);

  g_return_val_if_fail (ATL_IS_LIST (self), 0);

  for (guint i = 0; i < items->len; i++)
    if (atl_item_get_list (items->pdata[i]) == self && g_hash_table_add (gone, items->pdata[i]))
      g_ptr_array_add (taken, g_object_ref (items->pdata[i]));
  if (taken->len == 0)
    return 0;
  g_autoptr (GPtrArray) before = g_ptr_array_ref (self->items);
  sweep (self, gone);
  for (guint i = 0; i < taken->len; i++)
    {
      g_hash_table_remove (self->by_id, atl_item_get_id (taken->pdata[i]));
      atl_item_attach (taken->pdata[i], NULL);
    }
  announce_many (self, ATL_CHANGE_REMOVE, taken);
  emit_span (self, before, taken, FALSE);
  return taken->len;
}

/**
 * atl_list_dup_end_rank:
 * @self: a list of a ranked kind
 *
 * Returns: (transfer full): a rank that comes after every item
 */
char *
atl_list_dup_end_rank (AtlList *self)
{
  AtlItem *last = NULL;

  g_return_val_if_fail (ATL_IS_LIST (self), NULL);

  if (self->items->len > 0)
    last = self->items->pdata[self->items->len - 1];
  return atl_rank_between (last != NULL ? get_rank (self, last) : NULL, NULL);
}

/**
 * atl_list_rank_at_end:
 * @self: a list of a ranked kind
 * @items: (element-type AtlItem): items that are not in it yet
 *
 * Gives the items ranks that come after every item of the list, in their order.
 */
void
atl_list_rank_at_end (AtlList *self, GPtrArray *items)
{
  g_autofree char *end = atl_list_dup_end_rank (self);
  g_auto (GStrv)   ranks = atl_rank_spread (end, NULL, items->len);

  for (guint i = 0; i < items->len; i++)
    g_object_set (items->pdata[i], "rank", ranks[i], NULL);
}

/* Where @item stands in the order of the rank that it had, if all others are in order; else past the end. */
static guint
find_misplaced (AtlList    *self,
                AtlItem    *item,
                const char *old_rank)
{
  guint low = 0;
  guint high = self->items->len;

  while (low < high)
    {
      guint    middle = low + (high - low) / 2;
      AtlItem *other = self->items->pdata[middle];
      int      order = strcmp (get_rank (self, other), old_rank);

      if (other == item)
        return middle;
      if (order == 0)
        order = strcmp (atl_item_get_id (other), atl_item_get_id (item));
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return self->items->len;
}

/**
 * atl_list_resort:
 * @self: a list
 * @item: an item in it whose rank was just set
 * @old_rank: the rank it had before
 *
 * Moves @item to where its new rank belongs, with at most one signal. Only AtlItem calls this.
 */
void
atl_list_resort (AtlList    *self,
                 AtlItem    *item,
                 const char *old_rank)
{
  guint from = find_misplaced (self, item, old_rank);
  guint to;

  if (from >= self->items->len && !g_ptr_array_find (self->items, item, &from))
    return;
  gpointer moved = g_ptr_array_steal_index (self->items, from);
  to = lower_bound (self, item);
  g_ptr_array_insert (self->items, (int) to, moved);
  if (to != from)
    {
      guint span = MAX (from, to) - MIN (from, to) + 1;

      g_list_model_items_changed (G_LIST_MODEL (self), MIN (from, to), span, span);
    }
}

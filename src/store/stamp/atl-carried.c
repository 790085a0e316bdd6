/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-carried.h"

struct _AtlCarried
{
  JsonObject    *unknown;  /* members that no table names, in the order met; NULL if there are none */
  GHashTable    *unusable; /* field index to JsonNode; NULL if there are none */
  AtlStamp       stamp;
  AtlStampSet  **groups;    /* the stamps of the groups that differ, NULL elsewhere; NULL if none does */
  char          *container; /* of a tombstone: the id of the item that it was in */
  gboolean       waiting;   /* of a tombstone: not deleted itself */
  gpointer       book;
  GDestroyNotify book_unref;
};

static const AtlStamp base = { 0, 0 };

static void
clear_groups (AtlCarried *self)
{
  for (guint i = 0; self->groups != NULL && i < ATL_MERGE_N_GROUPS; i++)
    g_free (self->groups[i]);
  g_clear_pointer (&self->groups, g_free);
}

static void
atl_carried_free (gpointer data)
{
  AtlCarried *self = data;

  clear_groups (self);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_clear_pointer (&self->unusable, g_hash_table_unref);
  g_free (self->container);
  if (self->book != NULL)
    self->book_unref (self->book);
  g_free (self);
}

/**
 * atl_carried_get:
 * @item: an item
 *
 * Returns: (transfer none) (nullable): what is carried with it, or %NULL
 */
AtlCarried *
atl_carried_get (AtlItem *item)
{
  return atl_item_get_carried (item);
}

/**
 * atl_carried_ensure:
 * @item: an item
 *
 * Returns: (transfer none): what is carried with it, empty at first
 */
AtlCarried *
atl_carried_ensure (AtlItem *item)
{
  if (atl_item_get_carried (item) == NULL)
    atl_item_set_carried (item, g_new0 (AtlCarried, 1), atl_carried_free);
  return atl_item_get_carried (item);
}

/**
 * atl_carried_add_unknown:
 * @self: what is carried with an item
 * @name: the name of a member that this version does not know
 * @value: its value
 */
void
atl_carried_add_unknown (AtlCarried *self, const char *name, JsonNode *value)
{
  if (self->unknown == NULL)
    self->unknown = json_object_new ();
  json_object_set_member (self->unknown, name, json_node_ref (value));
}

/**
 * atl_carried_get_unknown:
 * @self: what is carried with an item
 *
 * Returns: (transfer none) (nullable): the unknown members in the order met, or %NULL if there are none
 */
JsonObject *
atl_carried_get_unknown (AtlCarried *self)
{
  return self->unknown;
}

/**
 * atl_carried_set_unknown:
 * @self: what is carried with an item
 * @unknown: (transfer full) (nullable): the unknown members
 */
void
atl_carried_set_unknown (AtlCarried *self, JsonObject *unknown)
{
  g_clear_pointer (&self->unknown, json_object_unref);
  self->unknown = unknown;
}

/**
 * atl_carried_set_unusable:
 * @self: what is carried with an item
 * @field: index of a stored property that is at its default because @value could not be used
 * @value: (nullable): what the file holds, %NULL for nothing; of a list, an array of the elements that are no
 * items
 */
void
atl_carried_set_unusable (AtlCarried *self, guint field, JsonNode *value)
{
  if (value == NULL)
    {
      if (self->unusable != NULL)
        g_hash_table_remove (self->unusable, GUINT_TO_POINTER (field));
      return;
    }
  if (self->unusable == NULL)
    self->unusable = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) json_node_unref);
  g_hash_table_insert (self->unusable, GUINT_TO_POINTER (field), json_node_ref (value));
}

/**
 * atl_carried_get_unusable:
 * @self: what is carried with an item
 * @field: index of a stored property
 *
 * Returns: (transfer none) (nullable): the original value, or %NULL if the file's was usable
 */
JsonNode *
atl_carried_get_unusable (AtlCarried *self, guint field)
{
  return self->unusable != NULL ? g_hash_table_lookup (self->unusable, GUINT_TO_POINTER (field)) : NULL;
}

/**
 * atl_carried_get_unusables:
 * @self: what is carried with an item
 *
 * Returns: (transfer none) (nullable): the original values by field, or %NULL if there are none
 */
GHashTable *
atl_carried_get_unusables (AtlCarried *self)
{
  return self->unusable;
}

/**
 * atl_carried_set_unusables:
 * @self: what is carried with an item
 * @unusables: (transfer full) (nullable): from atl_carried_get_unusables()
 */
void
atl_carried_set_unusables (AtlCarried *self, GHashTable *unusables)
{
  g_clear_pointer (&self->unusable, g_hash_table_unref);
  self->unusable = unusables;
}

/**
 * atl_carried_get_stamp:
 * @self: what is carried with an item
 *
 * Returns: the stamp of the groups that have none of their own
 */
AtlStamp
atl_carried_get_stamp (AtlCarried *self)
{
  return self->stamp;
}

/**
 * atl_carried_is_plain:
 * @self: what is carried with an item
 *
 * Returns: whether one stamp stands for all groups
 */
gboolean
atl_carried_is_plain (AtlCarried *self)
{
  return self->groups == NULL;
}

/**
 * atl_carried_set_stamp:
 * @self: what is carried with an item
 * @stamp: a stamp for all of its groups
 */
void
atl_carried_set_stamp (AtlCarried *self, AtlStamp stamp)
{
  clear_groups (self);
  self->stamp = stamp;
}

/**
 * atl_carried_set_group_stamps:
 * @self: what is carried with an item
 * @group: a merge group
 * @stamps: the stamps of the value that is shown; none if it is shown only because something else needs the
 * item
 */
void
atl_carried_set_group_stamps (AtlCarried *self, guint group, const AtlStampSet *stamps)
{
  AtlStampSet *kept = atl_stamp_set_dup (stamps);

  g_return_if_fail (group < ATL_MERGE_N_GROUPS);
  if (self->groups == NULL)
    self->groups = g_new0 (AtlStampSet *, ATL_MERGE_N_GROUPS);
  g_free (self->groups[group]);
  self->groups[group] = kept;
  if (kept->n == 1 && atl_stamp_equal (kept->stamps[0], self->stamp))
    g_clear_pointer (&self->groups[group], g_free);
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (self->groups[i] != NULL)
      return;
  clear_groups (self);
}

/**
 * atl_carried_peek_stamps:
 * @item: an item
 * @group: a merge group
 *
 * Returns: a view of the stamps of the group's shown value, valid until they are set
 */
AtlStampSet
atl_carried_peek_stamps (AtlItem *item, guint group)
{
  AtlCarried *self = atl_carried_get (item);

  if (self == NULL)
    return (AtlStampSet){ 1, &base };
  if (self->groups != NULL && self->groups[group] != NULL)
    return *self->groups[group];
  return (AtlStampSet){ 1, &self->stamp };
}

/**
 * atl_carried_copy_stamps:
 * @from: an item
 * @to: another one, which gets the stamps of @from
 */
void
atl_carried_copy_stamps (AtlItem *from, AtlItem *to)
{
  AtlCarried *source = atl_carried_get (from);
  AtlCarried *target;

  if (source == NULL && atl_carried_get (to) == NULL)
    return;
  target = atl_carried_ensure (to);
  atl_carried_set_stamp (target, source != NULL ? source->stamp : ATL_STAMP_BASE);
  for (guint i = 0; source != NULL && source->groups != NULL && i < ATL_MERGE_N_GROUPS; i++)
    if (source->groups[i] != NULL)
      atl_carried_set_group_stamps (target, i, source->groups[i]);
}

/**
 * atl_carried_get_container:
 * @self: what is carried with a tombstone
 *
 * Returns: (transfer none): the id of the item it was in, "" for the session
 */
const char *
atl_carried_get_container (AtlCarried *self)
{
  return self->container != NULL ? self->container : "";
}

/**
 * atl_carried_set_container:
 * @self: what is carried with a tombstone
 * @id: the id of the item it was in
 */
void
atl_carried_set_container (AtlCarried *self, const char *id)
{
  g_free (self->container);
  self->container = g_strdup (id);
}

/**
 * atl_carried_get_waiting:
 * @self: what is carried with a tombstone
 *
 * Returns: whether it is not deleted itself, but waits for what it needs to come back
 */
gboolean
atl_carried_get_waiting (AtlCarried *self)
{
  return self->waiting;
}

/**
 * atl_carried_set_waiting:
 * @self: what is carried with a tombstone
 * @waiting: whether it is not deleted itself
 */
void
atl_carried_set_waiting (AtlCarried *self, gboolean waiting)
{
  self->waiting = waiting;
}

/**
 * atl_carried_get_book:
 * @self: what is carried with a session
 *
 * Returns: (transfer none) (nullable): its AtlMergeBook
 */
gpointer
atl_carried_get_book (AtlCarried *self)
{
  return self->book;
}

/**
 * atl_carried_set_book:
 * @self: what is carried with a session
 * @book: (transfer full): an AtlMergeBook
 * @unref: frees it
 */
void
atl_carried_set_book (AtlCarried *self, gpointer book, GDestroyNotify unref)
{
  g_return_if_fail (self->book == NULL);
  self->book = book;
  self->book_unref = unref;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge-state.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-book.h"
#include "store/stamp/atl-merge-value.h"

#include <string.h>

static void
record_free (gpointer data)
{
  AtlMergeRecord *record = data;

  for (guint i = 0; i < ATL_MERGE_N_SIDES; i++)
    g_clear_object (&record->items[i]);
  for (guint i = 0; record->registers != NULL && i < ATL_MERGE_N_GROUPS; i++)
    g_clear_pointer (&record->registers[i], atl_merge_register_free);
  g_free (record->registers);
  g_free (record);
}

static AtlMergeRecord *
ensure (AtlMergeState *self, const AtlItemKey *key)
{
  AtlMergeRecord *record = g_hash_table_lookup (self->records, key);

  if (record != NULL)
    return record;
  record = g_new0 (AtlMergeRecord, 1);
  record->key = *key;
  g_hash_table_add (self->records, record);
  g_ptr_array_add (self->order, record);
  return record;
}

/* A second item of an id that is taken goes by its container, too. The first one in the order of
 * containers is the plain one, so that this does not depend on the order of boards. */
static void
add_twin (AtlMergeState *self, AtlMergeRecord *record, AtlItem *item, guint side)
{
  AtlItem   *other = item;
  AtlItemKey key = atl_item_key (item);

  if (strcmp (atl_merge_value_get_container (item), atl_merge_value_get_container (record->items[side])) < 0)
    {
      other = record->items[side];
      record->items[side] = g_object_ref (item);
    }
  else
    g_object_ref (other);
  key.id = atl_item_get_id (other);
  key.twin = g_intern_string (atl_merge_value_get_container (other));
  record = ensure (self, &key);
  g_set_object (&record->items[side], other);
  g_object_unref (other);
}

static void
add_tree (AtlMergeState *self, AtlItem *item, guint side)
{
  AtlItemKey      key = atl_item_key (item);
  AtlMergeRecord *record = ensure (self, &key);
  AtlItemClass   *klass = ATL_ITEM_GET_CLASS (item);

  if (record->items[side] == NULL)
    record->items[side] = g_object_ref (item);
  else
    add_twin (self, record, item, side);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (item, i);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          add_tree (self, atl_list_get (list, j), side);
      }
}

/* What is alive and has a tombstone, too, which only edited files have, is alive. */
static void
add_graves (AtlMergeState *self, AtlSession *session, guint side)
{
  AtlMergeBook         *book = atl_merge_book_get (session);
  g_autoptr (GPtrArray) tombstones = book != NULL ? atl_merge_book_dup_tombstones (book) : NULL;

  for (guint i = 0; tombstones != NULL && i < tombstones->len; i++)
    {
      AtlItemKey      key = atl_item_key (tombstones->pdata[i]);
      AtlMergeRecord *record = ensure (self, &key);

      if (record->items[side] != NULL)
        continue;
      record->items[side] = g_object_ref (tombstones->pdata[i]);
      record->graves |= (guint8) (1u << side);
    }
}

static void
add_session (AtlMergeState *self, AtlSession *session, guint side)
{
  self->sessions[side] = g_object_ref (session);
  add_tree (self, ATL_ITEM (session), side);
  if (side == ATL_MERGE_BASE)
    return;
  add_graves (self, session, side);
  self->seen[side] = atl_merge_book_dup_vector (session);
}

/**
 * atl_merge_state_new:
 * @ours: a session
 * @theirs: a copy of it
 * @base: (nullable): a common ancestor of both
 *
 * Returns: (transfer full): the two put side by side, nothing decided
 */
AtlMergeState *
atl_merge_state_new (AtlSession *ours, AtlSession *theirs, AtlSession *base)
{
  AtlMergeState *self = g_new0 (AtlMergeState, 1);

  self->records = g_hash_table_new_full (atl_item_key_hash, atl_item_key_equal, record_free, NULL);
  self->order = g_ptr_array_new ();
  add_session (self, ours, ATL_MERGE_OURS);
  add_session (self, theirs, ATL_MERGE_THEIRS);
  if (base != NULL)
    add_session (self, base, ATL_MERGE_BASE);
  return self;
}

/**
 * atl_merge_state_free:
 * @self: (transfer full): a state
 */
void
atl_merge_state_free (AtlMergeState *self)
{
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->records);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->seen[i], atl_stamp_vector_free);
  for (guint i = 0; i < ATL_MERGE_N_SIDES; i++)
    g_clear_object (&self->sessions[i]);
  g_free (self);
}

/**
 * atl_merge_state_find:
 * @self: a state
 * @type: a kind of items
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what is known of that item
 */
AtlMergeRecord *
atl_merge_state_find (AtlMergeState *self, GType type, const char *id)
{
  AtlItemKey key = { type, id, NULL };

  return g_hash_table_lookup (self->records, &key);
}

/**
 * atl_merge_state_ensure_container:
 * @self: a state
 * @type: board or round
 * @id: the id that something alive says it is in
 *
 * An edited file may name a container that nobody knows: it is made, so that what is in it can be shown.
 *
 * Returns: (transfer none): the container
 */
AtlMergeRecord *
atl_merge_state_ensure_container (AtlMergeState *self, GType type, const char *id)
{
  const char         *name = *id != '\0' ? id : ATL_MERGE_LOST;
  AtlMergeRecord     *record = atl_merge_state_find (self, type, name);
  g_autoptr (AtlItem) item = NULL;
  AtlItemKey          key;

  if (record != NULL && (record->items[0] != NULL || record->items[1] != NULL))
    return record;
  item = g_object_new (type, "id", name, NULL);
  key = atl_item_key (item);
  record = record != NULL ? record : ensure (self, &key);
  record->items[ATL_MERGE_THEIRS] = g_object_ref (item);
  memset (record->sources, ATL_MERGE_THEIRS, sizeof record->sources);
  record->wanted = TRUE;
  record->alive = TRUE;
  return record;
}

/**
 * atl_merge_record_is_live:
 * @self: a record
 * @side: a side
 *
 * Returns: whether the item is in a list of that side
 */
gboolean
atl_merge_record_is_live (const AtlMergeRecord *self, guint side)
{
  return self->items[side] != NULL && (self->graves & 1u << side) == 0;
}

/**
 * atl_merge_record_is_deleted:
 * @self: a record
 * @side: a side
 *
 * Returns: whether somebody on that side has deleted the item itself
 */
gboolean
atl_merge_record_is_deleted (const AtlMergeRecord *self, guint side)
{
  if ((self->graves & 1u << side) == 0)
    return FALSE;
  return !atl_carried_get_waiting (atl_carried_ensure (self->items[side]));
}

/**
 * atl_merge_record_set_register:
 * @self: a record
 * @group: a merge group
 * @versions: (transfer full): the versions that the group has after the merge
 */
void
atl_merge_record_set_register (AtlMergeRecord *self, guint group, AtlMergeRegister *versions)
{
  if (self->registers == NULL)
    self->registers = g_new0 (AtlMergeRegister *, ATL_MERGE_N_GROUPS);
  g_clear_pointer (&self->registers[group], atl_merge_register_free);
  self->registers[group] = versions;
  self->sources[group] = ATL_MERGE_JOINED;
}

static char *
dup_field (AtlItem *item, const char *name)
{
  guint index;

  if (atl_item_class_find_field (ATL_ITEM_GET_CLASS (item), name, &index) == NULL)
    return g_strdup ("");
  return g_strdup (atl_item_peek_value (item, index).string);
}

/**
 * atl_merge_record_dup_member:
 * @self: a record
 * @group: a merge group
 * @name: a property in it that holds an id, or "container"
 *
 * Returns: (transfer full): the id that the item has there after the merge, "" for none
 */
char *
atl_merge_record_dup_member (const AtlMergeRecord *self, guint group, const char *name)
{
  guint source = self->sources[group];

  if (source == ATL_MERGE_JOINED)
    {
      const AtlMergeVersion *shown = atl_merge_register_get_shown (self->registers[group]);
      char                  *id = NULL;

      if (shown == NULL || !g_variant_lookup (shown->members, name, "s", &id))
        return g_strdup ("");
      return id;
    }
  if (g_str_equal (name, "container"))
    return g_strdup (atl_merge_value_get_container (self->items[source]));
  return dup_field (self->items[source], name);
}

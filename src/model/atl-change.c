/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-change.h"

/**
 * AtlChange:
 *
 * Something that happened to a session: a stored property was set, or an item came into a list or left it.
 */
struct _AtlChange
{
  gatomicrefcount ref_count;
  AtlChangeKind   kind;
  guint           field;
  AtlItem        *item;
  AtlList        *list; /* of insertions and removals */
  AtlValue        old_value;
  AtlValue        new_value;
};

G_DEFINE_BOXED_TYPE (AtlChange, atl_change, atl_change_ref, atl_change_unref)

static AtlChange *
change_new (AtlChangeKind kind,
            AtlItem      *item,
            AtlList      *list)
{
  AtlChange *self = g_new0 (AtlChange, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->kind = kind;
  self->item = g_object_ref (item);
  self->list = list != NULL ? g_object_ref (list) : NULL;
  self->old_value = (AtlValue) ATL_VALUE_INIT;
  self->new_value = (AtlValue) ATL_VALUE_INIT;
  return self;
}

/**
 * atl_change_new_set:
 * @item: an item
 * @field: index of its stored property
 * @old_value: what it was
 * @new_value: what it is now
 *
 * Returns: (transfer full): the change, with copies of both values
 */
AtlChange *
atl_change_new_set (AtlItem        *item,
                    guint           field,
                    const AtlValue *old_value,
                    const AtlValue *new_value)
{
  AtlChange *self = change_new (ATL_CHANGE_SET, item, NULL);

  self->field = field;
  atl_value_copy (old_value, &self->old_value);
  atl_value_copy (new_value, &self->new_value);
  return self;
}

/**
 * atl_change_new_insert:
 * @list: a list
 * @item: an item that came into it
 *
 * Returns: (transfer full): the change
 */
AtlChange *
atl_change_new_insert (AtlList *list,
                       AtlItem *item)
{
  return change_new (ATL_CHANGE_INSERT, item, list);
}

/**
 * atl_change_new_remove:
 * @list: a list
 * @item: an item that left it
 *
 * Returns: (transfer full): the change
 */
AtlChange *
atl_change_new_remove (AtlList *list,
                       AtlItem *item)
{
  return change_new (ATL_CHANGE_REMOVE, item, list);
}

/**
 * atl_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
AtlChange *
atl_change_ref (AtlChange *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_change_unref:
 * @self: (transfer full): a change
 */
void
atl_change_unref (AtlChange *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  atl_value_clear (&self->old_value);
  atl_value_clear (&self->new_value);
  g_clear_object (&self->list);
  g_clear_object (&self->item);
  g_free (self);
}

/**
 * atl_change_get_kind:
 * @self: a change
 *
 * Returns: what kind of change it is
 */
AtlChangeKind
atl_change_get_kind (AtlChange *self)
{
  return self->kind;
}

/**
 * atl_change_get_item:
 * @self: a change
 *
 * Returns: (transfer none): the item it is about
 */
AtlItem *
atl_change_get_item (AtlChange *self)
{
  return self->item;
}

/**
 * atl_change_get_list:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the list of an insertion or a removal
 */
AtlList *
atl_change_get_list (AtlChange *self)
{
  return self->list;
}

/**
 * atl_change_get_field:
 * @self: a change that sets a property
 *
 * Returns: the index of the property in the table of the item's class
 */
guint
atl_change_get_field (AtlChange *self)
{
  return self->field;
}

/**
 * atl_change_peek_field:
 * @self: a change
 *
 * Returns: (nullable): the entry of the table, or %NULL if the change sets no property
 */
const AtlField *
atl_change_peek_field (AtlChange *self)
{
  if (self->kind != ATL_CHANGE_SET)
    return NULL;
  return &ATL_ITEM_GET_CLASS (self->item)->fields[self->field];
}

/**
 * atl_change_peek_old:
 * @self: a change that sets a property
 *
 * Returns: (transfer none): what the property was before
 */
const AtlValue *
atl_change_peek_old (AtlChange *self)
{
  return &self->old_value;
}

/**
 * atl_change_apply:
 * @self: a change
 *
 * Makes it happen again.
 */
void
atl_change_apply (AtlChange *self)
{
  if (self->kind == ATL_CHANGE_SET)
    atl_item_set_value (self->item, self->field, &self->new_value);
  else if (self->kind == ATL_CHANGE_INSERT)
    atl_list_insert (self->list, self->item);
  else
    atl_list_remove (self->list, self->item);
}

/**
 * atl_change_revert:
 * @self: a change
 *
 * Takes it back. A removed item comes back as the same instance.
 */
void
atl_change_revert (AtlChange *self)
{
  if (self->kind == ATL_CHANGE_SET)
    atl_item_set_value (self->item, self->field, &self->old_value);
  else if (self->kind == ATL_CHANGE_INSERT)
    atl_list_remove (self->list, self->item);
  else
    atl_list_insert (self->list, self->item);
}

/**
 * atl_change_absorb:
 * @self: a change
 * @later: the change that followed it
 *
 * Makes @self stand for both, if both set the same property of the same item.
 *
 * Returns: whether it did
 */
gboolean
atl_change_absorb (AtlChange *self,
                   AtlChange *later)
{
  if (self->kind != ATL_CHANGE_SET || later->kind != ATL_CHANGE_SET)
    return FALSE;
  if (self->item != later->item || self->field != later->field)
    return FALSE;
  atl_value_clear (&self->new_value);
  atl_value_copy (&later->new_value, &self->new_value);
  return TRUE;
}

/**
 * atl_change_get_size:
 * @self: a change
 *
 * Returns: about how many bytes of memory it takes; a removed item counts as one kilobyte
 */
gsize
atl_change_get_size (AtlChange *self)
{
  gsize size = sizeof *self;

  if (self->kind != ATL_CHANGE_SET)
    return size + 1024;
  return size + atl_value_get_size (&self->old_value) + atl_value_get_size (&self->new_value);
}

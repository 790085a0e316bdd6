/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-carried.h"

struct _AtlCarried
{
  JsonObject *unknown;  /* members that no table names, in the order met; NULL if there are none */
  GHashTable *unusable; /* field index to JsonNode; NULL if there are none */
};

static void
atl_carried_free (gpointer data)
{
  AtlCarried *self = data;

  g_clear_pointer (&self->unknown, json_object_unref);
  g_clear_pointer (&self->unusable, g_hash_table_unref);
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
 * atl_carried_set_unusable:
 * @self: what is carried with an item
 * @field: index of a stored property that is at its default because @value could not be used
 * @value: what the file holds; of a list, an array of the elements that are no items
 */
void
atl_carried_set_unusable (AtlCarried *self, guint field, JsonNode *value)
{
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

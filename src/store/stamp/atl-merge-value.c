/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-value.h"

#include "file/atl-json-text.h"
#include "file/atl-json-variant.h"
#include "model/atl-session.h"
#include "store/stamp/atl-carried.h"
#include "util/atl-rank.h"
#include "util/atl-uuid.h"

#include <string.h>

static gboolean
is_in (AtlItem *item, guint field, guint group)
{
  return atl_merge_groups_of (item)->group[field] == (int) group;
}

static JsonNode *
get_unusable (AtlItem *item, guint field)
{
  AtlCarried *carried = atl_carried_get (item);

  if (carried == NULL || !atl_item_value_is_default (item, field))
    return NULL;
  return atl_carried_get_unusable (carried, field);
}

static JsonObject *
get_unknown (AtlItem *item)
{
  AtlCarried *carried = atl_carried_get (item);

  return carried != NULL ? atl_carried_get_unknown (carried) : NULL;
}

/* The elements of a list of @item that are no items. */
static JsonNode *
get_strays (AtlItem *item, guint field)
{
  AtlCarried *carried = atl_carried_get (item);

  if (carried == NULL || ATL_ITEM_GET_CLASS (item)->fields[field].type != ATL_VALUE_LIST)
    return NULL;
  return atl_carried_get_unusable (carried, field);
}

/**
 * atl_merge_value_get_container:
 * @item: an item or a tombstone
 *
 * Returns: (transfer none): the id of the item it is in, "" if that is the session
 */
const char *
atl_merge_value_get_container (AtlItem *item)
{
  AtlItem *parent = atl_item_get_parent (item);

  if (parent == NULL)
    return atl_carried_get (item) != NULL ? atl_carried_get_container (atl_carried_get (item)) : "";
  return ATL_IS_SESSION (parent) ? "" : atl_item_get_id (parent);
}

static gboolean
nodes_equal (JsonNode *a, JsonNode *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return json_node_equal (a, b);
}

/* Settings that code has built and those that a file held may differ in the types of their integers. */
static gboolean
values_equal (const AtlValue *a, const AtlValue *b)
{
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) two = NULL;

  if (atl_value_equal (a, b))
    return TRUE;
  if (a->type != ATL_VALUE_VARIANT || a->variant == NULL || b->variant == NULL)
    return FALSE;
  one = atl_variant_to_json (a->variant);
  two = atl_variant_to_json (b->variant);
  return json_node_equal (one, two);
}

static gboolean
unknown_equal (AtlItem *a, AtlItem *b)
{
  JsonObject *one = get_unknown (a);
  JsonObject *two = get_unknown (b);
  guint       n = ATL_ITEM_GET_CLASS (a)->n_fields;

  if (one != two)
    {
      if (one == NULL || two == NULL || !json_object_equal (one, two))
        return FALSE;
    }
  for (guint i = 0; i < n && (atl_carried_get (a) != NULL || atl_carried_get (b) != NULL); i++)
    if (!nodes_equal (get_strays (a, i), get_strays (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * atl_merge_value_equal:
 * @a: an item
 * @b: an item of the same class
 * @group: a merge group
 *
 * Returns: whether the group has the same value in both
 */
gboolean
atl_merge_value_equal (AtlItem *a, AtlItem *b, guint group)
{
  const AtlMergeGroups *groups = atl_merge_groups_of (a);
  guint                 n = ATL_ITEM_GET_CLASS (a)->n_fields;
  gboolean              carried = atl_carried_get (a) != NULL || atl_carried_get (b) != NULL;

  if (group == ATL_MERGE_OTHER)
    return !carried || unknown_equal (a, b);
  for (guint i = 0; i < n; i++)
    if (groups->group[i] == (int) group)
      {
        AtlValue one = atl_item_peek_value (a, i);
        AtlValue two = atl_item_peek_value (b, i);

        if (!values_equal (&one, &two) || (carried && !nodes_equal (get_unusable (a, i), get_unusable (b,
                                                                                                       i))))
          return FALSE;
      }
  return group != ATL_MERGE_ORDER || !groups->contained ||
         g_str_equal (atl_merge_value_get_container (a), atl_merge_value_get_container (b));
}

static GVariant *
strv_to_variant (char **texts)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_variant_builder_add (&builder, "v", g_variant_new_string (texts[i]));
  return g_variant_builder_end (&builder);
}

static GVariant *
nick_to_variant (GType type, int value)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  GEnumValue            *entry = g_enum_get_value ((GEnumClass *) klass, value);

  return g_variant_new_string (entry != NULL ? entry->value_nick : "");
}

/* Deep unknown members would make the file deeper than any reader takes. */
static GVariant *
node_to_variant (JsonNode *node)
{
  GVariant *variant = atl_json_to_variant (node);

  if (variant == NULL)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      atl_json_append_node (text, node);
      return g_variant_new_string (text->str);
    }
  return variant;
}

/* Open settings as they come back from a file, where all integers are of one type. */
static GVariant *
variant_as_read (GVariant *variant)
{
  g_autoptr (JsonNode) node = atl_variant_to_json (variant);

  return node_to_variant (node);
}

static GVariant *
value_to_variant (const AtlField *field, const AtlValue *value)
{
  switch (field->type)
    {
    case ATL_VALUE_STRING:
    case ATL_VALUE_REF:
    case ATL_VALUE_DATE:
    case ATL_VALUE_RANK:
      return g_variant_new_string (value->string);
    case ATL_VALUE_BOOLEAN:
      return g_variant_new_boolean (value->integer);
    case ATL_VALUE_ENUM:
      return nick_to_variant (field->value_type (), value->integer);
    case ATL_VALUE_STRV:
      return strv_to_variant (value->strv);
    case ATL_VALUE_VARIANT:
      return variant_as_read (value->variant);
    case ATL_VALUE_INT:
    case ATL_VALUE_LIST:
    default:
      return g_variant_new_int64 (value->integer);
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* The same with its members in the order of their names. */
static GVariant *
sort_value (GVariant *dict)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GVariantBuilder       builder;
  GVariantIter          iter;
  const char           *name;

  g_variant_iter_init (&iter, dict);
  while (g_variant_iter_next (&iter, "{&sv}", &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_keys);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GVariant) value = g_variant_lookup_value (dict, names->pdata[i], NULL);

      if (i == 0 || !g_str_equal (names->pdata[i], names->pdata[i - 1]))
        g_variant_builder_add (&builder, "{sv}", names->pdata[i], value);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/**
 * atl_merge_value_sort_take:
 * @dict: (transfer full): an `a{sv}`, may be floating
 *
 * Returns: (transfer full): the same with its members in the order of their names
 */
GVariant *
atl_merge_value_sort_take (GVariant *dict)
{
  g_autoptr (GVariant) plain = g_variant_take_ref (dict);

  return sort_value (plain);
}

static void
add_unknown (GVariantDict *dict, AtlItem *item)
{
  JsonObject          *unknown = get_unknown (item);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GVariant) members = NULL;
  g_autoptr (GVariant) sorted = NULL;

  if (unknown == NULL || json_object_get_size (unknown) == 0)
    return;
  node = json_node_init_object (json_node_alloc (), unknown);
  members = g_variant_take_ref (node_to_variant (node));
  sorted = g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT) ? sort_value (members)
                                                                  : g_variant_ref (members);
  g_variant_dict_insert_value (dict, "members", sorted);
}

static void
add_strays (GVariantDict *dict, AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (get_strays (item, i) != NULL)
      {
        g_autoptr (GVariant) value = g_variant_take_ref (node_to_variant (get_strays (item, i)));

        g_variant_dict_insert_value (dict, klass->fields[i].name, value);
      }
}

static void
add_fields (GVariantDict *dict, AtlItem *item, guint group)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_in (item, i, group))
      {
        JsonNode *unusable = get_unusable (item, i);
        AtlValue  value = atl_item_peek_value (item, i);

        if (unusable != NULL)
          {
            g_autoptr (GVariant) original = g_variant_take_ref (node_to_variant (unusable));

            g_variant_dict_insert_value (dict, klass->fields[i].name, original);
          }
        else if (!atl_item_value_is_default (item, i))
          {
            g_autoptr (GVariant) member = g_variant_take_ref (value_to_variant (&klass->fields[i], &value));

            g_variant_dict_insert_value (dict, klass->fields[i].name, member);
          }
      }
}

/**
 * atl_merge_value_dup:
 * @item: an item or a tombstone
 * @group: a merge group
 *
 * Returns: (transfer full): the value of the group as a dict, the same for equal values
 */
GVariant *
atl_merge_value_dup (AtlItem *item, guint group)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (group == ATL_MERGE_OTHER)
    {
      add_unknown (&dict, item);
      add_strays (&dict, item);
    }
  else
    add_fields (&dict, item, group);
  if (group == ATL_MERGE_ORDER && atl_merge_groups_of (item)->contained)
    g_variant_dict_insert (&dict, "container", "s", atl_merge_value_get_container (item));
  return atl_merge_value_sort_take (g_variant_dict_end (&dict));
}

/* The unusable originals of an item as a table that may be changed without changing what others hold. */
static GHashTable *
own_unusables (AtlItem *item)
{
  AtlCarried    *carried = atl_carried_ensure (item);
  GHashTable    *old = atl_carried_get_unusables (carried);
  GHashTable    *copy;
  GHashTableIter iter;
  gpointer       field, node;

  copy = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) json_node_unref);
  if (old != NULL)
    {
      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, &field, &node))
        g_hash_table_insert (copy, field, json_node_ref (node));
    }
  atl_carried_set_unusables (carried, copy);
  return copy;
}

static void
set_unusable (AtlItem *item, guint field, JsonNode *node)
{
  AtlCarried *carried = atl_carried_get (item);

  if (node == NULL && (carried == NULL || atl_carried_get_unusable (carried, field) == NULL))
    return;
  if (node != NULL)
    g_hash_table_insert (own_unusables (item), GUINT_TO_POINTER (field), json_node_ref (node));
  else
    g_hash_table_remove (own_unusables (item), GUINT_TO_POINTER (field));
}

static void
copy_unknown (AtlItem *from, AtlItem *to)
{
  JsonObject *unknown = get_unknown (from);
  guint       n = ATL_ITEM_GET_CLASS (from)->n_fields;

  if (unknown != NULL || get_unknown (to) != NULL)
    atl_carried_set_unknown (atl_carried_ensure (to), unknown != NULL ? json_object_ref (unknown) : NULL);
  for (guint i = 0; i < n; i++)
    if (ATL_ITEM_GET_CLASS (from)->fields[i].type == ATL_VALUE_LIST)
      set_unusable (to, i, get_strays (from, i));
}

/**
 * atl_merge_value_copy:
 * @from: an item or a tombstone
 * @to: an item of the same class
 * @group: a merge group
 *
 * Gives @to the value that the group has in @from. Does not move it into another container.
 */
void
atl_merge_value_copy (AtlItem *from, AtlItem *to, guint group)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (from);

  if (group == ATL_MERGE_OTHER)
    copy_unknown (from, to);
  for (guint i = 0; group != ATL_MERGE_OTHER && i < klass->n_fields; i++)
    if (is_in (from, i, group))
      {
        AtlValue  value = atl_item_peek_value (from, i);
        JsonNode *unusable = get_unusable (from, i);

        atl_item_set_value (to, i, &value);
        if (atl_item_value_is_default (to, i))
          set_unusable (to, i, unusable);
      }
}

static gboolean
text_fits (AtlValueType type, const char *text)
{
  if (type == ATL_VALUE_REF)
    return *text == '\0' || atl_id_is_valid (text);
  if (type == ATL_VALUE_RANK)
    return *text == '\0' || atl_rank_is_valid (text);
  return TRUE;
}

static gboolean
set_text (AtlItem *item, guint index, GVariant *variant)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  const char     *text;
  AtlValue        value;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    return FALSE;
  text = g_variant_get_string (variant, NULL);
  if (!text_fits (field->type, text))
    return FALSE;
  value = atl_value_string (field->type, text);
  atl_item_set_value (item, index, &value);
  return TRUE;
}

static gboolean
set_nick (AtlItem *item, guint index, GVariant *variant)
{
  const AtlField        *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  g_autoptr (GTypeClass) klass = g_type_class_ref (field->value_type ());
  GEnumValue            *entry = NULL;
  AtlValue               value;

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING))
    entry = g_enum_get_value_by_nick ((GEnumClass *) klass, g_variant_get_string (variant, NULL));
  if (entry == NULL)
    return FALSE;
  value = atl_value_int (field->type, entry->value);
  atl_item_set_value (item, index, &value);
  return TRUE;
}

static gboolean
set_number (AtlItem *item, guint index, GVariant *variant)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  AtlValue        value;
  gint64          number;

  if (field->type == ATL_VALUE_BOOLEAN && g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN))
    number = g_variant_get_boolean (variant);
  else if (field->type == ATL_VALUE_INT && g_variant_is_of_type (variant, G_VARIANT_TYPE_INT64))
    number = g_variant_get_int64 (variant);
  else
    return FALSE;
  if (field->type == ATL_VALUE_INT && (number < field->min || number > field->max))
    return FALSE;
  value = atl_value_int (field->type, (int) number);
  atl_item_set_value (item, index, &value);
  return TRUE;
}

static gboolean
set_texts (AtlItem *item, guint index, GVariant *variant)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  AtlValue              value;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("av")))
    return FALSE;
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) text = g_variant_get_variant (child);

      if (!g_variant_is_of_type (text, G_VARIANT_TYPE_STRING))
        return FALSE;
      g_ptr_array_add (texts, g_variant_dup_string (text, NULL));
    }
  g_ptr_array_add (texts, NULL);
  value = atl_value_strv ((const char *const *) texts->pdata);
  atl_item_set_value (item, index, &value);
  return TRUE;
}

static gboolean
set_dict (AtlItem *item, guint index, GVariant *variant)
{
  AtlValue value;

  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  value = atl_value_variant (variant);
  atl_item_set_value (item, index, &value);
  return TRUE;
}

static gboolean
set_member (AtlItem *item, guint index, GVariant *variant)
{
  switch (ATL_ITEM_GET_CLASS (item)->fields[index].type)
    {
    case ATL_VALUE_STRING:
    case ATL_VALUE_REF:
    case ATL_VALUE_DATE:
    case ATL_VALUE_RANK:
      return set_text (item, index, variant);
    case ATL_VALUE_ENUM:
      return set_nick (item, index, variant);
    case ATL_VALUE_STRV:
      return set_texts (item, index, variant);
    case ATL_VALUE_VARIANT:
      return set_dict (item, index, variant);
    case ATL_VALUE_INT:
    case ATL_VALUE_BOOLEAN:
    case ATL_VALUE_LIST:
    default:
      return set_number (item, index, variant);
    }
}

static void
set_default (AtlItem *item, guint index)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  AtlValue        value = atl_value_int (field->type, field->fallback);

  if (atl_value_type_is_text (field->type))
    value = atl_value_string (field->type, "");
  else if (field->type == ATL_VALUE_STRV)
    value = atl_value_strv (NULL);
  else if (field->type == ATL_VALUE_VARIANT)
    value = atl_value_variant (NULL);
  atl_item_set_value (item, index, &value);
}

/* What cannot be used is carried, as when a file is read. */
static void
apply_field (AtlItem *item, guint index, GVariant *dict)
{
  const char          *name = ATL_ITEM_GET_CLASS (item)->fields[index].name;
  g_autoptr (GVariant) member = g_variant_lookup_value (dict, name, NULL);

  if (member != NULL && set_member (item, index, member))
    {
      if (atl_item_value_is_default (item, index))
        set_unusable (item, index, NULL);
      return;
    }
  set_default (item, index);
  if (member == NULL)
    set_unusable (item, index, NULL);
  else
    {
      g_autoptr (JsonNode) node = atl_variant_to_json (member);

      set_unusable (item, index, node);
    }
}

static void
apply_unknown (AtlItem *item, GVariant *dict)
{
  g_autoptr (GVariant) members = g_variant_lookup_value (dict, "members", G_VARIANT_TYPE_VARDICT);
  g_autoptr (JsonNode) node = members != NULL ? atl_variant_to_json (members) : NULL;
  AtlItemClass        *klass = ATL_ITEM_GET_CLASS (item);

  if (node != NULL || get_unknown (item) != NULL)
    atl_carried_set_unknown (atl_carried_ensure (item), node != NULL ? json_node_dup_object (node) : NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        g_autoptr (GVariant) strays = g_variant_lookup_value (dict, klass->fields[i].name, NULL);
        g_autoptr (JsonNode) array = strays != NULL ? atl_variant_to_json (strays) : NULL;

        set_unusable (item, i, array);
      }
}

/**
 * atl_merge_value_apply:
 * @item: an item
 * @group: a merge group
 * @value: what atl_merge_value_dup() gave, or a file holds
 *
 * Gives the group of @item that value. Does not move it into another container.
 */
void
atl_merge_value_apply (AtlItem *item, guint group, GVariant *value)
{
  guint n = ATL_ITEM_GET_CLASS (item)->n_fields;

  if (group == ATL_MERGE_OTHER)
    apply_unknown (item, value);
  for (guint i = 0; group != ATL_MERGE_OTHER && i < n; i++)
    if (is_in (item, i, group))
      apply_field (item, i, value);
}

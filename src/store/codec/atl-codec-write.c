/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec/atl-codec.h"

#include "file/atl-line-writer.h"
#include "model/atl-board.h"
#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec-members.h"
#include "store/codec/atl-codec-stamps.h"
#include "store/stamp/atl-merge-register.h"
#include "store/stamp/atl-merge-value.h"

#include <stdlib.h>
#include <string.h>

/* Most items take less. */
#define BYTES_PER_ITEM 320

static void write_item (AtlLineWriter *writer, AtlItem *item, gboolean content);

/* The first bytes of an id decide nearly always: comparing them does not touch the items, which lie scattered
 * in memory. */
typedef struct
{
  guint64  prefix;
  AtlItem *item;
} Keyed;

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const Keyed *one = a;
  const Keyed *two = b;

  if (one->prefix != two->prefix)
    return one->prefix < two->prefix ? -1 : 1;
  return strcmp (atl_item_get_id (one->item), atl_item_get_id (two->item));
}

static Keyed
key_of (AtlItem *item)
{
  const char *id = atl_item_get_id (item);
  char        bytes[sizeof (guint64)] = "";
  guint64     prefix;

  for (guint i = 0; i < sizeof bytes && id[i] != '\0'; i++)
    bytes[i] = id[i];
  memcpy (&prefix, bytes, sizeof prefix);
  return (Keyed){ GUINT64_FROM_BE (prefix), item };
}

static void
write_strays (AtlLineWriter *writer, JsonNode *strays)
{
  JsonArray *array = strays != NULL && JSON_NODE_HOLDS_ARRAY (strays) ? json_node_get_array (strays) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    atl_line_writer_list_node (writer, json_array_get_element (array, i));
}

static void
write_list (AtlLineWriter *writer, const char *name, AtlList *list, JsonNode *strays, gboolean content)
{
  guint             n = atl_list_get_length (list);
  g_autofree Keyed *items = g_new (Keyed, n);

  for (guint i = 0; i < n; i++)
    items[i] = key_of (atl_list_get (list, i));
  if (n > 1)
    qsort (items, n, sizeof *items, compare_ids);
  atl_line_writer_begin_list (writer, name);
  for (guint i = 0; i < n; i++)
    write_item (writer, items[i].item, content);
  write_strays (writer, strays);
  atl_line_writer_end_list (writer);
}

static const char *
get_nick (GType type, int value)
{
  GEnumClass *klass = g_type_class_peek (type);
  GEnumValue *entry = g_enum_get_value (klass, value);

  return entry != NULL ? entry->value_nick : "";
}

static void
write_value (AtlLineWriter *writer, const AtlField *field, const AtlValue *value)
{
  switch (field->type)
    {
    case ATL_VALUE_STRING:
    case ATL_VALUE_REF:
    case ATL_VALUE_DATE:
    case ATL_VALUE_RANK:
      atl_line_writer_string (writer, field->name, value->string);
      break;
    case ATL_VALUE_BOOLEAN:
      atl_line_writer_boolean (writer, field->name, value->integer);
      break;
    case ATL_VALUE_ENUM:
      atl_line_writer_string (writer, field->name, get_nick (field->value_type (), value->integer));
      break;
    case ATL_VALUE_STRV:
      atl_line_writer_strv (writer, field->name, (const char *const *) value->strv);
      break;
    case ATL_VALUE_VARIANT:
      atl_line_writer_variant (writer, field->name, value->variant);
      break;
    case ATL_VALUE_INT:
    case ATL_VALUE_LIST:
    default:
      atl_line_writer_int (writer, field->name, value->integer);
    }
}

static GVariant *
dup_entry (AtlItem *item, guint group)
{
  g_autoptr (AtlMergeRegister) collapsed = atl_merge_register_read_collapsed (item, group);

  if (collapsed != NULL)
    return atl_merge_register_dup_alternatives (collapsed, atl_carried_peek_stamps (item, group).n == 0);
  return g_variant_lookup_value (atl_item_get_alternatives (item), atl_merge_groups_get_nick (group), NULL);
}

/* Alternatives come in the order of the merge groups, whoever took one out. */
static void
write_alternatives (AtlLineWriter *writer, const AtlField *field, AtlItem *item)
{
  GVariantBuilder      builder;
  g_autoptr (GVariant) sorted = NULL;
  g_autoptr (GVariant) rest = NULL;
  GVariantDict         left;

  g_variant_dict_init (&left, atl_item_get_alternatives (item));
  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    {
      const char          *name = atl_merge_groups_get_nick (i);
      g_autoptr (GVariant) entry = dup_entry (item, i);

      if (entry != NULL)
        g_variant_builder_add (&builder, "{sv}", name, entry);
      g_variant_dict_remove (&left, name);
    }
  rest = atl_merge_value_sort_take (g_variant_dict_end (&left));
  for (gsize i = 0; i < g_variant_n_children (rest); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (rest, i);

      g_variant_builder_add_value (&builder, entry);
    }
  sorted = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (g_variant_n_children (sorted) > 0)
    atl_line_writer_variant (writer, field->name, sorted);
}

static void
write_set (AtlLineWriter *writer, AtlItem *item, guint index, gboolean content)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  AtlValue        value = atl_item_peek_value (item, index);

  if (!content && field->type == ATL_VALUE_VARIANT && g_str_equal (field->name, "alternatives"))
    write_alternatives (writer, field, item);
  else
    write_value (writer, field, &value);
}

/* A value that this version could not use is written back as it was, until the property is set. */
static void
write_field (AtlLineWriter *writer, AtlItem *item, guint index, JsonNode *unusable, gboolean content)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];

  if (!atl_item_value_is_default (item, index))
    write_set (writer, item, index, content);
  else if (unusable != NULL)
    atl_line_writer_node (writer, field->name, unusable);
}

static void
write_list_field (AtlLineWriter *writer, AtlItem *item, guint index, JsonNode *unusable, gboolean content)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  gboolean        is_strays = unusable != NULL && JSON_NODE_HOLDS_ARRAY (unusable);

  if (!atl_item_value_is_default (item, index) || is_strays)
    write_list (writer, field->name, atl_item_get_child_list (item, index), unusable, content);
  else if (unusable != NULL)
    atl_line_writer_node (writer, field->name, unusable);
}

static gboolean
is_vector (AtlItem *item, guint index)
{
  return index == ATL_SESSION_VECTOR && ATL_IS_SESSION (item);
}

static void
write_member (AtlLineWriter *writer, AtlItem *item, guint index, gboolean content)
{
  AtlCarried *carried = atl_carried_get (item);
  JsonNode   *unusable = carried != NULL ? atl_carried_get_unusable (carried, index) : NULL;

  if (ATL_ITEM_GET_CLASS (item)->fields[index].type == ATL_VALUE_LIST)
    write_list_field (writer, item, index, unusable, content);
  else if (!is_vector (item, index))
    write_field (writer, item, index, unusable, content);
  else if (!content)
    atl_codec_write_vector (writer, ATL_SESSION (item));
}

/* Most items have nothing but what is set. */
static void
write_stored (AtlLineWriter *writer, AtlItem *item, gboolean content)
{
  const AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = atl_item_find_stored (item, 0); i < klass->n_fields; i = atl_item_find_stored (item, i + 1))
    if (klass->fields[i].type == ATL_VALUE_LIST)
      write_list (writer, klass->fields[i].name, atl_item_get_child_list (item, i), NULL, content);
    else
      write_set (writer, item, i, content);
}

static gboolean
has_only_stored (AtlItem *item)
{
  AtlCarried *carried = atl_carried_get (item);

  return !ATL_IS_SESSION (item) && (carried == NULL || atl_carried_get_unusables (carried) == NULL);
}

static void
write_members (AtlLineWriter *writer, AtlItem *item, gboolean content)
{
  guint n = ATL_ITEM_GET_CLASS (item)->n_fields;

  atl_line_writer_string (writer, "id", atl_item_get_id (item));
  if (has_only_stored (item))
    write_stored (writer, item, content);
  else
    for (guint i = 0; i < n; i++)
      write_member (writer, item, i, content);
  if (!content)
    atl_codec_write_stamps (writer, item);
  if (!content && ATL_IS_SESSION (item))
    atl_codec_write_tombstones (writer, ATL_SESSION (item));
  atl_codec_write_unknown (writer, item);
}

static void
write_item (AtlLineWriter *writer, AtlItem *item, gboolean content)
{
  atl_line_writer_begin_object (writer);
  write_members (writer, item, content);
  atl_line_writer_end_object (writer);
}

/**
 * atl_codec_write_fields:
 * @writer: a writer in an object
 * @item: an item
 *
 * Writes the stored properties that are no lists.
 */
void
atl_codec_write_fields (AtlLineWriter *writer, AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type != ATL_VALUE_LIST)
      write_member (writer, item, i, FALSE);
}

/**
 * atl_codec_write_unknown:
 * @writer: a writer in an object
 * @item: an item
 *
 * Writes the members that this version does not know, but for wrong stamps, which stand elsewhere.
 */
void
atl_codec_write_unknown (AtlLineWriter *writer, AtlItem *item)
{
  JsonObject    *unknown = atl_carried_get (item) != NULL ? atl_carried_get_unknown (atl_carried_get (item))
                                                          : NULL;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (unknown == NULL)
    return;
  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_str_equal (name, "v") && !g_str_equal (name, "fv"))
      atl_line_writer_node (writer, name, value);
}

static gsize
guess_size (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);
  gsize    size = 16384;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_item_get_child_list (atl_list_get (boards, i), ATL_BOARD_NOTES);

      size += BYTES_PER_ITEM * (gsize) atl_list_get_length (notes);
    }
  return size;
}

static GBytes *
write_session (AtlSession *session, gboolean content)
{
  AtlLineWriter *writer = atl_line_writer_new (guess_size (session));

  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "format", ATL_CODEC_FORMAT);
  atl_line_writer_int (writer, "version", ATL_CODEC_VERSION);
  write_members (writer, ATL_ITEM (session), content);
  atl_line_writer_end_object (writer);
  return atl_line_writer_end (writer);
}

/**
 * atl_codec_write:
 * @session: a session
 *
 * Writes a session in the canonical form of docs/FORMAT.md: the same session always gives the same bytes,
 * and reading them back and writing again gives them once more. Takes about a millisecond per thousand notes.
 *
 * Returns: (transfer full): the contents of its file
 */
GBytes *
atl_codec_write (AtlSession *session)
{
  return write_session (session, FALSE);
}

/**
 * atl_codec_write_content:
 * @session: a session
 *
 * Writes a session without what merging needs: stamps, the vector and tombstones. Versions that say what is
 * shown anyway are written too, as only stamps tell whether a file needs them. Equal bytes mean that the user
 * sees the same.
 *
 * Returns: (transfer full): text to compare, not to be saved
 */
GBytes *
atl_codec_write_content (AtlSession *session)
{
  return write_session (session, TRUE);
}

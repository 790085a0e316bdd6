/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-codec.h"

#include "file/atl-line-writer.h"
#include "model/atl-board.h"
#include "store/atl-carried.h"

#include <string.h>

/* Most items take less. */
#define BYTES_PER_ITEM 320

static void write_item (AtlLineWriter *writer, AtlItem *item);

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (atl_item_get_id (*(AtlItem **) a), atl_item_get_id (*(AtlItem **) b));
}

static void
write_strays (AtlLineWriter *writer, JsonNode *strays)
{
  JsonArray *array = strays != NULL && JSON_NODE_HOLDS_ARRAY (strays) ? json_node_get_array (strays) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    atl_line_writer_list_node (writer, json_array_get_element (array, i));
}

static void
write_list (AtlLineWriter *writer, const char *name, AtlList *list, JsonNode *strays)
{
  g_autoptr (GPtrArray) items = g_ptr_array_sized_new (atl_list_get_length (list));

  for (guint i = 0; i < atl_list_get_length (list); i++)
    g_ptr_array_add (items, atl_list_get (list, i));
  g_ptr_array_sort (items, compare_ids);
  atl_line_writer_begin_list (writer, name);
  for (guint i = 0; i < items->len; i++)
    write_item (writer, items->pdata[i]);
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

/* A value that this version could not use is written back as it was, until the property is set. */
static void
write_field (AtlLineWriter *writer, AtlItem *item, guint index, JsonNode *unusable)
{
  const AtlField *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  gboolean        is_default = atl_item_value_is_default (item, index);
  gboolean        is_strays = unusable != NULL && field->type == ATL_VALUE_LIST &&
                       JSON_NODE_HOLDS_ARRAY (unusable);

  if (is_default && unusable != NULL && !is_strays)
    {
      atl_line_writer_node (writer, field->name, unusable);
      return;
    }
  if (is_default && !is_strays)
    return;
  if (field->type == ATL_VALUE_LIST)
    {
      write_list (writer, field->name, atl_item_get_child_list (item, index), unusable);
      return;
    }
  AtlValue value = atl_item_peek_value (item, index);
  write_value (writer, field, &value);
}

static void
write_unknown (AtlLineWriter *writer, JsonObject *unknown)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    atl_line_writer_node (writer, name, value);
}

static void
write_members (AtlLineWriter *writer, AtlItem *item)
{
  AtlCarried *carried = atl_carried_get (item);
  guint       n = ATL_ITEM_GET_CLASS (item)->n_fields;

  atl_line_writer_string (writer, "id", atl_item_get_id (item));
  for (guint i = 0; i < n; i++)
    write_field (writer, item, i, carried != NULL ? atl_carried_get_unusable (carried, i) : NULL);
  if (carried != NULL && atl_carried_get_unknown (carried) != NULL)
    write_unknown (writer, atl_carried_get_unknown (carried));
}

static void
write_item (AtlLineWriter *writer, AtlItem *item)
{
  atl_line_writer_begin_object (writer);
  write_members (writer, item);
  atl_line_writer_end_object (writer);
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

/**
 * atl_codec_write:
 * @session: a session
 *
 * Writes a session in the canonical form of docs/FORMAT.md: the same session always gives the same bytes,
 * and reading
 * them back and writing again gives them once more. Takes about a millisecond per thousand notes.
 *
 * Returns: (transfer full): the contents of its file
 */
GBytes *
atl_codec_write (AtlSession *session)
{
  AtlLineWriter *writer = atl_line_writer_new (guess_size (session));

  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "format", ATL_CODEC_FORMAT);
  atl_line_writer_int (writer, "version", ATL_CODEC_VERSION);
  write_members (writer, ATL_ITEM (session));
  atl_line_writer_end_object (writer);
  return atl_line_writer_end (writer);
}

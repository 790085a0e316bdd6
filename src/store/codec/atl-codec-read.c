/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec/atl-codec.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec-members.h"
#include "store/codec/atl-codec-stamps.h"
#include "store/atl-store-error.h"
#include "util/atl-text-hash.h"

#include <glib/gi18n-lib.h>

/* One reading of one file. */
typedef struct
{
  guint   n_items;
  GError *error;
} Reading;

static AtlItem *read_item (Reading *reading, const AtlJsonReader *reader, GType type, GHashTable *taken);

/* Reads the member of @field as a value that owns its contents. */
static AtlValue
read_value (const AtlJsonReader *reader, const AtlField *field, AtlJsonOutcome *outcome)
{
  AtlValue value = { field->type, { NULL } };

  switch (field->type)
    {
    case ATL_VALUE_STRING:
      value.string = atl_json_reader_dup_string (reader, field->name, "", outcome);
      break;
    case ATL_VALUE_REF:
      value.string = atl_json_reader_dup_id (reader, field->name, "", outcome);
      break;
    case ATL_VALUE_DATE:
      value.string = atl_json_reader_dup_date (reader, field->name, "", outcome);
      break;
    case ATL_VALUE_RANK:
      value.string = atl_json_reader_dup_rank (reader, field->name, "", outcome);
      break;
    case ATL_VALUE_BOOLEAN:
      value.integer = atl_json_reader_get_boolean (reader, field->name, field->fallback, outcome);
      break;
    case ATL_VALUE_ENUM:
      value.integer = atl_json_reader_get_enum (reader, field->name, field->value_type (),
                                                field->fallback, outcome);
      break;
    case ATL_VALUE_STRV:
      value.strv = atl_json_reader_dup_strv (reader, field->name, outcome);
      break;
    case ATL_VALUE_VARIANT:
      value.variant = atl_json_reader_dup_dict (reader, field->name, outcome);
      break;
    case ATL_VALUE_INT:
    case ATL_VALUE_LIST:
    default:
      value.integer = (int) atl_json_reader_get_int (reader, field->name, field->fallback,
                                                     field->min, field->max, outcome);
    }
  return value;
}

static void
read_field (const AtlJsonReader *reader, AtlItem *item, guint index)
{
  const AtlField   *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  AtlJsonOutcome    outcome = ATL_JSON_ABSENT;
  g_auto (AtlValue) value = ATL_VALUE_INIT;
  AtlValue          plain;

  if (!json_object_has_member (reader->object, field->name))
    return;
  value = read_value (reader, field, &outcome);
  if (outcome == ATL_JSON_UNUSABLE)
    {
      atl_carried_set_unusable (atl_carried_ensure (item), index,
                                json_object_get_member (reader->object, field->name));
      return;
    }
  plain = value;
  if (field->type == ATL_VALUE_STRV)
    plain = atl_value_strv ((const char *const *) value.strv);
  else if (field->type == ATL_VALUE_VARIANT)
    plain = atl_value_variant (value.variant);
  atl_item_set_value (item, index, &plain);
}

/* Elements of a list that are no objects are kept, and written back after the items. */
static void
carry_strays (AtlItem *item, guint index, JsonArray *strays)
{
  g_autoptr (JsonNode) node = NULL;

  if (json_array_get_length (strays) == 0)
    return;
  node = json_node_init_array (json_node_alloc (), strays);
  atl_carried_set_unusable (atl_carried_ensure (item), index, node);
}

static void
read_list (Reading *reading, const AtlJsonReader *reader, AtlItem *item, guint index)
{
  const AtlField        *field = &ATL_ITEM_GET_CLASS (item)->fields[index];
  AtlJsonOutcome         outcome = ATL_JSON_ABSENT;
  JsonArray             *array = atl_json_reader_get_array (reader, field->name, &outcome);
  AtlList               *list = atl_item_get_child_list (item, index);
  g_autoptr (JsonArray)  strays = json_array_new ();
  g_autoptr (GPtrArray)  items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (atl_text_hash, g_str_equal);

  if (outcome == ATL_JSON_UNUSABLE)
    atl_carried_set_unusable (atl_carried_ensure (item), index,
                              json_object_get_member (reader->object, field->name));
  for (guint i = 0; array != NULL && i < json_array_get_length (array) && reading->error == NULL; i++)
    {
      AtlJsonReader inner;

      if (atl_json_reader_enter (&inner, reader, field->name, array, i))
        {
          g_ptr_array_add (items, read_item (reading, &inner, field->value_type (), taken));
          json_node_init_null (json_array_get_element (array, i)); /* it takes more memory than the item */
        }
      else
        json_array_add_element (strays, json_node_ref (json_array_get_element (array, i)));
    }
  carry_strays (item, index, strays);
  atl_list_insert_many (list, items);
}

/**
 * atl_codec_read_unknown:
 * @reader: a reader at the item
 * @item: the item
 * @known: names that are read otherwise
 *
 * Carries the members that no table names.
 */
void
atl_codec_read_unknown (const AtlJsonReader *reader, AtlItem *item, const char *const *known)
{
  AtlItemClass  *klass = ATL_ITEM_GET_CLASS (item);
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, reader->object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_strv_contains (known, name) && atl_item_class_find_field (klass, name, NULL) == NULL)
      atl_carried_add_unknown (atl_carried_ensure (item), name, value);
}

/**
 * atl_codec_read_fields:
 * @reader: a reader at the item
 * @item: the item
 *
 * Reads the stored properties that are no lists.
 */
void
atl_codec_read_fields (const AtlJsonReader *reader, AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type != ATL_VALUE_LIST)
      read_field (reader, item, i);
}

/* The id that the file gives, or NULL, which makes a new one: an item is kept even if its id is missing
   or taken. */
static char *
read_id (const AtlJsonReader *reader, GHashTable *taken)
{
  AtlJsonOutcome   outcome;
  g_autofree char *id = atl_json_reader_dup_id (reader, "id", "", &outcome);

  if (outcome == ATL_JSON_ABSENT || (outcome != ATL_JSON_UNUSABLE && *id == '\0'))
    atl_json_reader_report (reader, "id", _ ("is missing; a new one was given"));
  else if (taken != NULL && g_hash_table_contains (taken, id))
    atl_json_reader_report (reader, "id", _ ("“%s” is used twice; a new one was given"), id);
  else if (*id != '\0')
    return g_steal_pointer (&id);
  return NULL;
}

static void
read_members (Reading *reading, const AtlJsonReader *reader, AtlItem *item, const char *const *known)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  atl_codec_read_fields (reader, item);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      read_list (reading, reader, item, i);
  atl_codec_read_unknown (reader, item, known);
  atl_codec_read_stamps (reader, item);
}

static AtlItem *
read_item (Reading *reading, const AtlJsonReader *reader, GType type, GHashTable *taken)
{
  static const char *const known[] = { "id", "v", "fv", NULL };
  g_autofree char         *id = read_id (reader, taken);
  AtlItem                 *item = g_object_new (type, "id", id, NULL);

  g_hash_table_add (taken, (gpointer) atl_item_get_id (item));
  read_members (reading, reader, item, known);
  if (++reading->n_items > ATL_CODEC_MAX_ITEMS && reading->error == NULL)
    reading->error = g_error_new (ATL_STORE_ERROR, ATL_STORE_ERROR_TOO_MANY,
                                  _ ("The file holds more than %d items; no session is that large."),
                                  ATL_CODEC_MAX_ITEMS);
  return item;
}

static gboolean
check_format (JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "format");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      g_strcmp0 (json_node_get_string (node), ATL_CODEC_FORMAT) == 0)
    return TRUE;
  g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_NOT_A_SESSION,
               _ ("This is not an Atelier session: its “format” is not “%s”."), ATL_CODEC_FORMAT);
  return FALSE;
}

static AtlCodecAge
read_version (const AtlJsonReader *reader)
{
  AtlJsonOutcome outcome;
  gint64         version = atl_json_reader_get_int (reader, "version", ATL_CODEC_VERSION, 1, G_MAXINT,
                                                    &outcome);

  if (outcome == ATL_JSON_ABSENT)
    atl_json_reader_report (reader, "version", _ ("is missing; read as version %d"), ATL_CODEC_VERSION);
  /* What cannot be told is not written over. */
  if (outcome == ATL_JSON_UNUSABLE)
    return ATL_CODEC_NEWER;
  return version > ATL_CODEC_VERSION ? ATL_CODEC_NEWER : ATL_CODEC_CURRENT;
}

/**
 * atl_codec_read:
 * @bytes: the contents of a session file
 * @problems: gets a line for each value that could not be used; such values are carried and written back
 * @age: (out) (optional): whether a newer version made the file
 * @error: return location for an error
 *
 * Reads a session. Errors are those of the gate (ATL_FILE_ERROR), and of ATL_STORE_ERROR for files that are
 * no session.
 * Makes no use of the main loop and may run in a thread.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL
 */
AtlSession *
atl_codec_read (GBytes *bytes, AtlProblems *problems, AtlCodecAge *age, GError **error)
{
  static const char *const known[] = { "format", "version", "id", "v", "fv", "tombstones", NULL };
  g_autoptr (JsonNode)     root = atl_json_parse_once (bytes, error);
  g_autofree char         *id = NULL;
  AtlJsonReader            reader;
  AtlSession              *session;
  Reading                  reading = { 0, NULL };
  AtlCodecAge              found;

  if (root == NULL || !check_format (json_node_get_object (root), error))
    return NULL;
  atl_json_reader_init (&reader, json_node_get_object (root), problems);
  found = read_version (&reader);
  id = read_id (&reader, NULL);
  session = atl_session_new (id);
  read_members (&reading, &reader, ATL_ITEM (session), known);
  atl_codec_read_vector (&reader, session);
  atl_codec_read_tombstones (&reader, session);
  if (age != NULL)
    *age = found;
  if (reading.error == NULL)
    return session;
  g_propagate_error (error, reading.error);
  g_object_unref (session);
  return NULL;
}

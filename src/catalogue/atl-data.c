/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-data.h"

#include "catalogue/atl-catalogue-resource.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_PREFIX "/io/github/atelier_app/Atelier/catalogue/"

static const char *const file_names[ATL_DATA_N_FILES] = {
  [ATL_DATA_TEMPLATES] = RESOURCE_PREFIX "templates.json",
  [ATL_DATA_WORDS] = RESOURCE_PREFIX "words.json",
  [ATL_DATA_SILO_TEXTS] = RESOURCE_PREFIX "silo-texts.json",
};

/* The files are part of the program: one that does not parse is a mistake of ours, not of the user. */
static JsonNode *
parse_resource (const char *path)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GBytes)     bytes = NULL;
  gsize                  size = 0;
  const char            *text = NULL;

  bytes = g_resource_lookup_data (atl_catalogue_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (bytes, &size);
  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/**
 * atl_data_get_file:
 * @file: which one
 *
 * Parses the file at the first call and keeps it until the program ends. May be called from any thread.
 *
 * Returns: (transfer none): its root, immutable
 */
JsonObject *
atl_data_get_file (AtlDataFile file)
{
  static JsonNode *roots[ATL_DATA_N_FILES];

  if (g_once_init_enter (&roots[file]))
    g_once_init_leave (&roots[file], parse_resource (file_names[file]));
  return json_node_get_object (roots[file]);
}

/**
 * atl_data_get_language:
 * @language: (nullable): a language or locale name such as "fr" or "fr_CA.UTF-8"
 *
 * Returns: (transfer none): the language of our data that serves it, "fr" or "en"
 */
const char *
atl_data_get_language (const char *language)
{
  if (language == NULL || g_ascii_strncasecmp (language, "fr", 2) != 0)
    return "en";
  return g_ascii_isalpha (language[2]) ? "en" : "fr";
}

static JsonNode *
get_member (JsonObject *object,
            const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

static const char *
node_get_string (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* Returns the text in @language of a node {"en": …, "fr": …}, or NULL if it is not of that shape. */
static const char *
node_get_text (JsonNode   *node,
               const char *language)
{
  JsonObject *texts = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  texts = json_node_get_object (node);
  if (json_object_get_size (texts) != 2 || node_get_string (get_member (texts, "en")) == NULL)
    return NULL;
  return node_get_string (get_member (texts, atl_data_get_language (language)));
}

/**
 * atl_data_get_string:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the string, or %NULL if there is none
 */
const char *
atl_data_get_string (JsonObject *object,
                     const char *member)
{
  return node_get_string (get_member (object, member));
}

/**
 * atl_data_get_text:
 * @object: (nullable): an object
 * @member: the name of a text in two languages
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): the text, "" if there is none
 */
const char *
atl_data_get_text (JsonObject *object,
                   const char *member,
                   const char *language)
{
  const char *text = node_get_text (get_member (object, member), language);

  return text != NULL ? text : "";
}

/**
 * atl_data_get_int:
 * @object: (nullable): an object
 * @member: a name
 * @fallback: the value if there is none
 *
 * Returns: the integer
 */
int
atl_data_get_int (JsonObject *object,
                  const char *member,
                  int         fallback)
{
  JsonNode *node = get_member (object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fallback;
  return (int) CLAMP (json_node_get_int (node), G_MININT, G_MAXINT);
}

/**
 * atl_data_get_object:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the object inside, or %NULL if there is none
 */
JsonObject *
atl_data_get_object (JsonObject *object,
                     const char *member)
{
  JsonNode *node = get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * atl_data_get_array:
 * @object: (nullable): an object
 * @member: a name
 *
 * Returns: (transfer none) (nullable): the array, or %NULL if there is none
 */
JsonArray *
atl_data_get_array (JsonObject *object,
                    const char *member)
{
  JsonNode *node = get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/**
 * atl_data_get_length:
 * @array: (nullable): an array
 *
 * Returns: how many elements it has
 */
guint
atl_data_get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/**
 * atl_data_get_element:
 * @array: (nullable): an array of objects
 * @position: which one
 *
 * Returns: (transfer none) (nullable): the object, or %NULL if there is none at @position
 */
JsonObject *
atl_data_get_element (JsonArray *array,
                      guint      position)
{
  JsonNode *node = position < atl_data_get_length (array) ? json_array_get_element (array, position) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/**
 * atl_data_find:
 * @array: (nullable): an array of objects with a member "id"
 * @id: the id wanted
 *
 * Returns: (transfer none) (nullable): the first such object, or %NULL
 */
JsonObject *
atl_data_find (JsonArray  *array,
               const char *id)
{
  for (guint i = 0; i < atl_data_get_length (array); i++)
    {
      JsonObject *element = atl_data_get_element (array, i);

      if (g_strcmp0 (atl_data_get_string (element, "id"), id) == 0)
        return element;
    }
  return NULL;
}

/**
 * atl_data_get_enum:
 * @object: (nullable): an object
 * @member: a name
 * @type: an enumeration
 * @fallback: the value if there is none
 *
 * Returns: the value whose nick the member holds
 */
int
atl_data_get_enum (JsonObject *object,
                   const char *member,
                   GType       type,
                   int         fallback)
{
  GEnumClass *values = g_type_class_ref (type);
  const char *nick = atl_data_get_string (object, member);
  GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (values, nick) : NULL;
  int         result = value != NULL ? value->value : fallback;

  g_type_class_unref (values);
  return result;
}

static GVariant *
resolve_object (JsonObject *object,
                const char *language)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  JsonObjectIter  iter;
  const char     *name = NULL;
  JsonNode       *node = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    g_variant_builder_add (&builder, "{sv}", name, atl_data_resolve (node, language));
  return g_variant_builder_end (&builder);
}

static GVariant *
resolve_array (JsonArray  *array,
               const char *language)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_variant_builder_add (&builder, "v", atl_data_resolve (json_array_get_element (array, i), language));
  return g_variant_builder_end (&builder);
}

static GVariant *
resolve_value (JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_INT64)
    return g_variant_new_int64 (json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_variant_new_double (json_node_get_double (node));
  if (type == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));
  return g_variant_new_string (node_get_string (node) != NULL ? node_get_string (node) : "");
}

/**
 * atl_data_resolve:
 * @node: any node of the data
 * @language: (nullable): the language wanted
 *
 * Makes the variant that options of boards and areas hold, in the types that the session file gives back:
 * objects are a{sv}, arrays av, integers x, numbers d. A text in two languages becomes a string.
 *
 * Returns: (transfer floating): the variant
 */
GVariant *
atl_data_resolve (JsonNode   *node,
                  const char *language)
{
  const char *text = node_get_text (node, language);

  if (text != NULL)
    return g_variant_new_string (text);
  if (JSON_NODE_HOLDS_OBJECT (node))
    return resolve_object (json_node_get_object (node), language);
  if (JSON_NODE_HOLDS_ARRAY (node))
    return resolve_array (json_node_get_array (node), language);
  return resolve_value (node);
}

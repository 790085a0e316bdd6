/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-kumu.h"

#include <glib/gi18n-lib.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-words.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"

typedef struct
{
  AtlNetworkTable *table;
  GHashTable      *ids;   /* to number + 1 */
  gboolean         named; /* there are elements: connections are among them */
} Reading;

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonArray *array,
            guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Numbers and lists become text too: (transfer full), "" for nothing. */
static char *
dup_value (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint      n = json_array_get_length (array);

      return dup_value (n > 0 ? json_array_get_element (array, 0) : NULL);
    }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  return g_strdup_printf ("%g", json_node_get_double (node));
}

static char *
dup_member (JsonObject *object,
            const char *name)
{
  return dup_value (json_object_get_member (object, name));
}

/* Exports hold the attributes apart, files made by hand do not. */
static JsonObject *
get_attributes (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "attributes");

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : object;
}

static char *
dup_label (JsonObject *object,
           JsonObject *attributes)
{
  char *label = dup_member (attributes, "label");

  if (*label != '\0')
    return label;
  g_free (label);
  return dup_member (object, "label");
}

static void
read_element (Reading    *reading,
              JsonObject *object)
{
  JsonObject      *attributes = get_attributes (object);
  g_autofree char *label = dup_label (object, attributes);
  g_autofree char *id = dup_member (object, json_object_has_member (object, "_id") ? "_id" : "id");
  JsonObjectIter   iter;
  const char      *name = NULL;
  JsonNode        *value = NULL;
  guint            node;

  node = *label != '\0' || *id != '\0' ? atl_network_table_add (reading->table, *label != '\0' ? label : id)
                                       : ATL_NETWORK_NO_NODE;
  if (node == ATL_NETWORK_NO_NODE)
    {
      atl_network_table_report (reading->table, _ ("an element without a label: left out"));
      return;
    }
  if (*id != '\0')
    g_hash_table_insert (reading->ids, g_strdup (id), GUINT_TO_POINTER (node + 1));
  json_object_iter_init (&iter, attributes);
  while (json_object_iter_next (&iter, &name, &value))
    {
      g_autofree char *text = dup_value (value);
      AtlNetworkWord   word = atl_network_words_read_node (name);

      atl_network_words_set (reading->table, node, word, name, text);
      if (word == ATL_NETWORK_WORD_SILO && *text != '\0')
        atl_network_table_state (reading->table, name, TRUE);
    }
}

/* By id, else by label. A file of connections only names people there. */
static guint
find_end (Reading    *reading,
          JsonObject *object,
          const char *name)
{
  g_autofree char *text = dup_member (object, name);
  guint            known = GPOINTER_TO_UINT (g_hash_table_lookup (reading->ids, text));

  if (known > 0)
    return known - 1;
  if (*text == '\0')
    {
      atl_network_table_report (reading->table, _ ("one end of the link is missing: left out"));
      return ATL_NETWORK_NO_NODE;
    }
  if (!reading->named || atl_network_table_find (reading->table, text) != ATL_NETWORK_NO_NODE)
    return atl_network_table_find_or_add (reading->table, text);
  atl_network_table_report (reading->table, _ ("a link to “%s”, which is no node: left out"), text);
  return ATL_NETWORK_NO_NODE;
}

static void
read_attributes (Reading       *reading,
                 AtlNetworkTie *tie,
                 JsonObject    *attributes)
{
  JsonObjectIter iter;
  const char    *name = NULL;
  JsonNode      *value = NULL;

  json_object_iter_init (&iter, attributes);
  while (json_object_iter_next (&iter, &name, &value))
    {
      g_autofree char *text = dup_value (value);
      AtlNetworkWord   word = atl_network_words_read_link (name);

      if (word != ATL_NETWORK_WORD_FROM && word != ATL_NETWORK_WORD_TO)
        atl_network_words_set_tie (reading->table, tie, word, text);
    }
}

static void
read_connection (Reading    *reading,
                 JsonObject *object)
{
  AtlNetworkTie tie = { .kind = ATL_NETWORK_NO_KIND, .strength = ATL_NETWORK_USUAL_STRENGTH };

  tie.from = find_end (reading, object, "from");
  tie.to = find_end (reading, object, "to");
  read_attributes (reading, &tie, object);
  if (get_attributes (object) != object)
    read_attributes (reading, &tie, get_attributes (object));
  atl_network_table_add_tie (reading->table, &tie);
}

static void
read_objects (Reading   *reading,
              JsonArray *array,
              void (*read) (Reading *, JsonObject *))
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = get_object (array, i);

      if (object != NULL)
        read (reading, object);
      else
        atl_network_table_report (reading->table, _ ("entry %u is no object: left out"), i + 1);
    }
}

static gboolean
fail (GError    **error,
      const char *reason)
{
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE, reason);
  return FALSE;
}

/* The file layer speaks of sessions, which this is none of. Returns NULL where it does not. */
static const char *
get_reason (int code)
{
  switch (code)
    {
    case ATL_FILE_ERROR_FOREIGN:
    case ATL_FILE_ERROR_EMPTY:
      return _ ("There are no elements and connections in this JSON file: it is no network of Kumu.");
    case ATL_FILE_ERROR_CUT:
      return _ ("This JSON file ends too early: a part of it is missing. Export it again.");
    case ATL_FILE_ERROR_TOO_DEEP:
    case ATL_FILE_ERROR_TOO_MANY:
    case ATL_FILE_ERROR_TOO_LARGE:
      return _ ("This JSON file is too large, or nested too deeply, to be a network of people.");
    default:
      return NULL;
    }
}

static JsonNode *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (GError) problem = NULL;
  JsonNode          *root = atl_json_parse (bytes, &problem);
  const char        *reason = NULL;

  if (root == NULL && problem->domain == ATL_FILE_ERROR)
    reason = get_reason (problem->code);
  if (root == NULL)
    fail (error, reason != NULL ? reason : problem->message);
  return root;
}

/**
 * atl_network_kumu_read:
 * @table: where what is read goes
 * @bytes: JSON with elements and connections, as Kumu exports and imports it
 * @error: (out) (optional): why not
 *
 * Connections to what is no element are reported, unless there are no elements at all.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: whether it had elements or connections
 */
gboolean
atl_network_kumu_read (AtlNetworkTable *table,
                       GBytes          *bytes,
                       GError         **error)
{
  g_autoptr (JsonNode) root = parse (bytes, error);
  JsonObject          *object = NULL;
  Reading              reading = { .table = table };

  if (root == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_OBJECT (root))
    object = json_node_get_object (root);
  if (object == NULL || (get_array (object, "elements") == NULL && get_array (object, "connections") == NULL))
    return fail (error, get_reason (ATL_FILE_ERROR_FOREIGN));
  reading.named = get_array (object, "elements") != NULL &&
                  json_array_get_length (get_array (object, "elements")) > 0;
  reading.ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  read_objects (&reading, get_array (object, "elements"), read_element);
  read_objects (&reading, get_array (object, "connections"), read_connection);
  g_hash_table_unref (reading.ids);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-json-variant.h"

static GVariant *to_variant (JsonNode *node);

static GVariant *
object_to_variant (JsonObject *object)
{
  GVariantBuilder builder;
  JsonObjectIter  iter;
  const char     *name;
  JsonNode       *node;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    g_variant_builder_add (&builder, "{sv}", name, to_variant (node));

  return g_variant_builder_end (&builder);
}

static GVariant *
array_to_variant (JsonArray *array)
{
  GVariantBuilder builder;
  guint           n = json_array_get_length (array);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("av"));
  for (guint i = 0; i < n; i++)
    g_variant_builder_add (&builder, "v", to_variant (json_array_get_element (array, i)));

  return g_variant_builder_end (&builder);
}

static GVariant *
scalar_to_variant (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return g_variant_new_string (json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return g_variant_new_int64 (json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_variant_new_double (json_node_get_double (node));
  if (type == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (node));

  return g_variant_new_maybe (G_VARIANT_TYPE_VARIANT, NULL);
}

static gboolean
is_within (JsonNode *node, guint levels)
{
  GList   *children = NULL;
  gboolean ok = levels > 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    children = json_object_get_values (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    children = json_array_get_elements (json_node_get_array (node));
  else
    return TRUE;

  for (GList *l = children; l != NULL && ok; l = l->next)
    ok = is_within (l->data, levels - 1);
  g_list_free (children);

  return ok;
}

static GVariant *
to_variant (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return object_to_variant (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return array_to_variant (json_node_get_array (node));

  return scalar_to_variant (node);
}

/**
 * atl_json_to_variant:
 * @node: a node that came through the gate
 *
 * Turns JSON into a GVariant, exactly: object into `a{sv}` with the members in their order, list into `av`,
 * text into `s`, integer into `x`, real into `d`, boolean into `b`, null into an empty `mv`.
 *
 * Returns: (transfer full) (nullable): a variant that is not floating, %NULL where @node is nested more
 *   than %ATL_JSON_VARIANT_MAX_DEPTH levels
 */
GVariant *
atl_json_to_variant (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  if (!is_within (node, ATL_JSON_VARIANT_MAX_DEPTH))
    return NULL;

  return g_variant_ref_sink (to_variant (node));
}

static JsonNode *
dict_to_json (GVariant *variant)
{
  g_autoptr (JsonObject) object = json_object_new ();
  gsize                  n = g_variant_n_children (variant);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (variant, i);
      g_autoptr (GVariant) key = g_variant_get_child_value (entry, 0);
      g_autoptr (GVariant) value = g_variant_get_child_value (entry, 1);

      json_object_set_member (object, g_variant_get_string (key, NULL), atl_variant_to_json (value));
    }

  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
children_to_json (GVariant *variant)
{
  g_autoptr (JsonArray) array = json_array_new ();
  gsize                 n = g_variant_n_children (variant);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);

      json_array_add_element (array, atl_variant_to_json (child));
    }

  return json_node_init_array (json_node_alloc (), array);
}

/* What stands inside a variant or a maybe; null where nothing does. */
static JsonNode *
content_to_json (GVariant *variant)
{
  g_autoptr (GVariant) content = NULL;

  if (g_variant_n_children (variant) == 0)
    return json_node_init_null (json_node_alloc ());

  content = g_variant_get_child_value (variant, 0);
  return atl_variant_to_json (content);
}

static gboolean
is_text (GVariant *variant)
{
  return g_variant_is_of_type (variant, G_VARIANT_TYPE_STRING) ||
         g_variant_is_of_type (variant, G_VARIANT_TYPE_OBJECT_PATH) ||
         g_variant_is_of_type (variant, G_VARIANT_TYPE_SIGNATURE);
}

static gint64
get_any_integer (GVariant *variant)
{
  switch ((int) g_variant_classify (variant))
    {
    case G_VARIANT_CLASS_BYTE:
      return g_variant_get_byte (variant);
    case G_VARIANT_CLASS_INT16:
      return g_variant_get_int16 (variant);
    case G_VARIANT_CLASS_UINT16:
      return g_variant_get_uint16 (variant);
    case G_VARIANT_CLASS_INT32:
      return g_variant_get_int32 (variant);
    case G_VARIANT_CLASS_UINT32:
      return g_variant_get_uint32 (variant);
    case G_VARIANT_CLASS_UINT64:
      return (gint64) MIN (g_variant_get_uint64 (variant), G_MAXINT64);
    case G_VARIANT_CLASS_INT64:
      return g_variant_get_int64 (variant);
    default:
      return 0;
    }
}

/**
 * atl_variant_to_json:
 * @variant: a variant
 *
 * The inverse of atl_json_to_variant(). Also takes the types that code builds by itself: smaller integers
 * become integers, `as` and tuples become lists, any dict with text keys becomes an object.
 *
 * Returns: (transfer full): a new node
 */
JsonNode *
atl_variant_to_json (GVariant *variant)
{
  g_return_val_if_fail (variant != NULL, NULL);

  if (g_variant_is_of_type (variant, G_VARIANT_TYPE ("a{s*}")))
    return dict_to_json (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_MAYBE))
    return content_to_json (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_VARIANT))
    return content_to_json (variant);
  if (g_variant_is_container (variant))
    return children_to_json (variant);
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_BOOLEAN))
    return json_node_init_boolean (json_node_alloc (), g_variant_get_boolean (variant));
  if (g_variant_is_of_type (variant, G_VARIANT_TYPE_DOUBLE))
    return json_node_init_double (json_node_alloc (), g_variant_get_double (variant));
  if (is_text (variant))
    return json_node_init_string (json_node_alloc (), g_variant_get_string (variant, NULL));

  return json_node_init_int (json_node_alloc (), get_any_integer (variant));
}

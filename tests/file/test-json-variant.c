/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-json-text.h"
#include "file/atl-json-variant.h"

static char *
dup_text (JsonNode *node)
{
  GString *out = g_string_new (NULL);

  atl_json_append_node (out, node);

  return g_string_free (out, FALSE);
}

static void
test_round_trip (gconstpointer data)
{
  const char          *text = data;
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GVariant) variant = atl_json_to_variant (node);
  g_autoptr (JsonNode) again = atl_variant_to_json (variant);
  g_autofree char     *written = dup_text (again);

  g_assert_false (g_variant_is_floating (variant));
  g_assert_cmpstr (written, ==, text);
}

static void
test_types (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"z\":[1,2.0,\"t\",true,null],\"a\":{}}", NULL);
  g_autoptr (GVariant) variant = atl_json_to_variant (node);
  g_autoptr (GVariant) expected = NULL;

  expected = g_variant_ref_sink (
    g_variant_new_parsed ("{'z': <[<@x 1>, <2.0>, <'t'>, <true>, <@mv nothing>]>, 'a': <@a{sv} {}>}"));

  g_assert_true (g_variant_equal (variant, expected));
}

static const struct
{
  const char *variant;
  const char *json;
} lenient[] = {
  { "(@y 1, @n -2, @q 3, @i -4, @u 5, @t 6)", "[1,-2,3,-4,5,6]" },
  { "['a', 'b']", "[\"a\",\"b\"]" },
  { "{'k': 'v'}", "{\"k\":\"v\"}" },
  { "@ms 'just'", "\"just\"" },
  { "@ms nothing", "null" },
  { "<<3.5>>", "3.5" },
  { "objectpath '/a'", "\"/a\"" },
  { "@t 18446744073709551615", "999999999999999" },
};

static void
test_lenient (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lenient); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (NULL, lenient[i].variant, NULL, NULL, NULL);
      g_autoptr (JsonNode) node = atl_variant_to_json (variant);
      g_autofree char     *text = dup_text (node);

      g_assert_cmpstr (text, ==, lenient[i].json);
    }
}

static JsonNode *
nest (guint levels)
{
  JsonNode *node = json_node_init_int (json_node_alloc (), 1);

  while (levels-- > 0)
    {
      JsonObject *object = json_object_new ();

      json_object_set_member (object, "a", node);
      node = json_node_alloc ();
      json_node_init_object (node, object);
      json_object_unref (object);
    }

  return node;
}

/* Through bytes, where GVariant would silently drop what it finds too deep. */
static void
test_depth (void)
{
  g_autoptr (JsonNode) node = nest (ATL_JSON_VARIANT_MAX_DEPTH);
  g_autoptr (JsonNode) deeper = nest (ATL_JSON_VARIANT_MAX_DEPTH + 1);
  g_autoptr (GVariant) variant = atl_json_to_variant (node);
  g_autoptr (GBytes)   bytes = g_variant_get_data_as_bytes (variant);
  g_autoptr (GVariant) copy = g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, bytes, FALSE);
  g_autoptr (JsonNode) again = atl_variant_to_json (copy);

  g_assert_true (json_node_equal (node, again));
  g_assert_null (atl_json_to_variant (deeper));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/json-variant/object/comes-back",
                        "{\"b\":1,\"a\":[2.5,\"é\",{\"c\":null}],\"d\":false}",
                        test_round_trip);
  g_test_add_data_func ("/json-variant/empty/comes-back", "{\"a\":{},\"b\":[]}", test_round_trip);
  g_test_add_data_func ("/json-variant/real/stays-real", "[1.0,1,-0.5,1e15]", test_round_trip);
  g_test_add_data_func ("/json-variant/null/comes-back", "null", test_round_trip);
  g_test_add_func ("/json-variant/types/are-exact", test_types);
  g_test_add_func ("/json-variant/other-types/become-json", test_lenient);
  g_test_add_func ("/json-variant/depth/ends-where-gvariant-does", test_depth);

  return g_test_run ();
}

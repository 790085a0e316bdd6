/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-gate.h"
#include "file/atl-json-text.h"
#include "file/atl-line-writer.h"

#include <math.h>
#include <string.h>

static void
assert_text (AtlLineWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = atl_line_writer_end (writer);
  g_autofree char   *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (text, ==, expected);
  g_assert_true (atl_gate_check (text, strlen (text), &error));
  g_assert_no_error (error);
}

static void
write_item (AtlLineWriter *writer, const char *id, const char *name)
{
  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "id", id);
  if (name != NULL)
    atl_line_writer_string (writer, "name", name);
  atl_line_writer_end_object (writer);
}

static void
test_empty (void)
{
  AtlLineWriter *writer = atl_line_writer_new (0);

  atl_line_writer_begin_object (writer);
  atl_line_writer_end_object (writer);

  assert_text (writer, "{}\n");
}

/* The example of docs/FORMAT.md. */
static void
test_session (void)
{
  AtlLineWriter *writer = atl_line_writer_new (1024);

  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "format", "atelier-session");
  atl_line_writer_int (writer, "version", 1);
  atl_line_writer_string (writer, "title", "Rétro");
  atl_line_writer_begin_list (writer, "silos");
  write_item (writer, "s1", "DSI");
  write_item (writer, "s2", "Logistique");
  atl_line_writer_end_list (writer);
  atl_line_writer_begin_list (writer, "boards");
  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "id", "b1");
  atl_line_writer_begin_list (writer, "areas");
  write_item (writer, "a1", NULL);
  atl_line_writer_end_list (writer);
  atl_line_writer_begin_list (writer, "notes");
  write_item (writer, "n1", NULL);
  write_item (writer, "n2", NULL);
  atl_line_writer_end_list (writer);
  atl_line_writer_end_object (writer);
  atl_line_writer_end_list (writer);
  atl_line_writer_end_object (writer);

  assert_text (writer,
               "{\"format\":\"atelier-session\",\"version\":1,\"title\":\"Rétro\",\n"
               "\"silos\":[\n{\"id\":\"s1\",\"name\":\"DSI\"},\n{\"id\":\"s2\",\"name\":\"Logistique\"}\n],\n"
               "\"boards\":[\n{\"id\":\"b1\",\"areas\":[\n{\"id\":\"a1\"}\n],"
               "\"notes\":[\n{\"id\":\"n1\"},\n{\"id\":\"n2\"}\n]}\n]}\n");
}

static void
test_after_root_list (void)
{
  AtlLineWriter *writer = atl_line_writer_new (0);

  atl_line_writer_begin_object (writer);
  atl_line_writer_begin_list (writer, "empty");
  atl_line_writer_end_list (writer);
  atl_line_writer_int (writer, "x", 1);
  atl_line_writer_int (writer, "y", 2);
  atl_line_writer_end_object (writer);

  assert_text (writer, "{\"empty\":[],\n\"x\":1,\"y\":2}\n");
}

static void
test_members (void)
{
  static const char *const tags[] = { "a", "b\"", NULL };
  AtlLineWriter           *writer = atl_line_writer_new (0);

  atl_line_writer_begin_object (writer);
  atl_line_writer_boolean (writer, "yes", TRUE);
  atl_line_writer_boolean (writer, "no", FALSE);
  atl_line_writer_double (writer, "real", 0.1);
  atl_line_writer_strv (writer, "tags", tags);
  atl_line_writer_strv (writer, "none", NULL);
  atl_line_writer_variant (writer, "fields",
                           g_variant_new_parsed ("{'k': <@x 3>, 'l': <[<'v'>]>, 'as': <['w']>}"));
  atl_line_writer_end_object (writer);

  assert_text (writer,
               "{\"yes\":true,\"no\":false,\"real\":0.1,\"tags\":[\"a\",\"b\\\"\"],\"none\":[],"
               "\"fields\":{\"k\":3,\"l\":[\"v\"],\"as\":[\"w\"]}}\n");
}

static void
test_node (void)
{
  static const char    text[] = "{\"b\":[1,2.5,3.0,true,null,{}],\"a\":{\"é\":\"\\n\"}}";
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autofree char     *expected = g_strdup_printf ("{\"x\":%s}\n", text);
  AtlLineWriter       *writer = atl_line_writer_new (0);

  atl_line_writer_begin_object (writer);
  atl_line_writer_node (writer, "x", node);
  atl_line_writer_end_object (writer);

  assert_text (writer, expected);
}

static const struct
{
  const char *value;
  const char *written;
} strings[] = {
  { "", "\"\"" },
  { "plain é 中 🌱 /", "\"plain é 中 🌱 /\"" },
  { "\"\\", "\"\\\"\\\\\"" },
  { "a\nb\tc", "\"a\\nb\\tc\"" },
  { "\r\b\x01\x1f", "\"\\u000d\\u0008\\u0001\\u001f\"" },
  { "\x7f\xe2\x80\xa8", "\"\x7f\xe2\x80\xa8\"" },
  { "not \xff text", "\"not \xef\xbf\xbd text\"" },
};

static void
test_strings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      atl_json_append_string (out, strings[i].value);

      g_assert_cmpstr (out->str, ==, strings[i].written);
    }
}

static const struct
{
  double      value;
  const char *written;
} reals[] = {
  { 0, "0.0" },
  { -0.0, "0.0" },
  { 0.1, "0.1" },
  { 3, "3.0" },
  { -2.5, "-2.5" },
  { 1.0 / 3, "0.3333333333333333" },
  { 0.1 + 0.2, "0.30000000000000004" },
  { 100000, "100000.0" },
  { 1e14, "100000000000000.0" },
  { 1e15, "1e15" },
  { 1e-5, "1e-5" },
  { 1e-6, "1e-6" },
  { 1.25e-5, "1.25e-5" },
  { 1e-7, "0.0" },
  { 1e300, "1e15" },
  { -INFINITY, "-1e15" },
  { NAN, "0.0" },
};

static void
test_reals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      atl_json_append_double (out, reals[i].value);

      g_assert_cmpstr (out->str, ==, reals[i].written);
      g_assert_true (atl_gate_check (out->str, out->len, NULL));
    }
}

static void
test_random_reals (void)
{
  for (int i = 0; i < 20000; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      double              magnitude = pow (10, g_test_rand_int_range (-4, 15));
      double              value = g_test_rand_double_range (-1, -0.1) * magnitude;

      atl_json_append_double (out, value);

      g_assert_cmpfloat (g_ascii_strtod (out->str, NULL), ==, value);
      g_assert_true (atl_gate_check (out->str, out->len, NULL));
    }
}

static const struct
{
  gint64      value;
  const char *written;
} integers[] = {
  { 0, "0" },
  { 7, "7" },
  { -7, "-7" },
  { 1000, "1000" },
  { 999999999999999, "999999999999999" },
  { -999999999999999, "-999999999999999" },
  { G_MAXINT64, "999999999999999" },
  { G_MININT64, "-999999999999999" },
};

static void
test_integers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      atl_json_append_int (out, integers[i].value);

      g_assert_cmpstr (out->str, ==, integers[i].written);
    }
}

static void
write_note (AtlLineWriter *writer, int i)
{
  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "id", "0a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f");
  atl_line_writer_string (writer, "text",
                          "La fiche de poste n'est pas à jour, \"personne\" ne sait\nqui décide");
  atl_line_writer_string (writer, "area", "1a1b2c3d-0a1b-4c3d-8e9f-0a1b2c3d4e5f");
  atl_line_writer_string (writer, "rank", "Vk3");
  atl_line_writer_int (writer, "x", i);
  atl_line_writer_int (writer, "y", i * 7);
  atl_line_writer_string (writer, "color", "green");
  atl_line_writer_end_object (writer);
}

static GBytes *
write_notes (int n)
{
  AtlLineWriter *writer = atl_line_writer_new (0);

  atl_line_writer_begin_object (writer);
  atl_line_writer_begin_list (writer, "notes");
  for (int i = 0; i < n; i++)
    write_note (writer, i);
  atl_line_writer_end_list (writer);
  atl_line_writer_end_object (writer);

  return atl_line_writer_end (writer);
}

/* Figures for the eye: `test-line-writer -m perf -p /line-writer/speed`. */
static void
test_speed (void)
{
  g_autoptr (GBytes) bytes = NULL;
  double             writing, checking;

  g_test_timer_start ();
  bytes = write_notes (10000);
  writing = g_test_timer_elapsed ();

  g_test_timer_start ();
  g_assert_true (atl_gate_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  checking = g_test_timer_elapsed ();

  g_test_message ("10000 notes, %zu bytes: written in %.2f ms, checked in %.2f ms (%.0f MB/s)",
                  g_bytes_get_size (bytes),
                  writing * 1e3, checking * 1e3, (double) g_bytes_get_size (bytes) / checking / 1e6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-writer/empty/is-one-line", test_empty);
  g_test_add_func ("/line-writer/session/has-an-item-per-line", test_session);
  g_test_add_func ("/line-writer/root-list/next-member-starts-a-line", test_after_root_list);
  g_test_add_func ("/line-writer/members/stand-on-one-line", test_members);
  g_test_add_func ("/line-writer/node/is-written-as-it-was-read", test_node);
  g_test_add_func ("/line-writer/strings/escape-what-must-be", test_strings);
  g_test_add_func ("/line-writer/reals/are-short-and-stay-reals", test_reals);
  g_test_add_func ("/line-writer/reals/read-back-equal", test_random_reals);
  g_test_add_func ("/line-writer/integers/have-at-most-15-digits", test_integers);
  g_test_add_func ("/line-writer/speed/is-told", test_speed);

  return g_test_run ();
}

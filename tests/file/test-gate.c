/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-file-error.h"
#include "file/atl-gate.h"

#include <json-glib/json-glib.h>
#include <string.h>

static const char sample[] =
  "{\"format\":\"atelier-session\",\"version\":1,\"title\":\"Été \xf0\x9f\x8c\xb1 \xe4\xb8\xad\",\n"
  "\"silos\":[\n{\"id\":\"a\",\"name\":\"DSI\\n\\u00e9\\ud83d\\ude00\"},\n{\"id\":\"b\",\"rank\":\"1\"}\n],"
  "\"x\":[1,-2.5e-3,0.0,true,false,null,{},[]]}";

static const struct
{
  const char *name;
  const char *text;
} accepted[] = {
  { "empty-object", "{}" },
  { "empty-list", "[]" },
  { "spaces", " \t\r\n{ \"a\" : [ 1 , 2 ] } \n" },
  { "scalars-as-root", "true" },
  { "null", "null" },
  { "empty-name", "{\"\":1}" },
  { "every-escape", "[\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0001 \\u00e9 \\uFFFD\"]" },
  { "surrogate-pair", "[\"\\ud83d\\ude00\\uD83D\\uDE00\"]" },
  { "highest-character", "[\"\xf4\x8f\xbf\xbf\xef\xbf\xbf\xee\x80\x80\xed\x9f\xbf\"]" },
  { "delete-character", "[\"\x7f\"]" },
  { "integers", "[0,-0,1,-1,999999999999999,-999999999999999]" },
  { "reals", "[0.0,-0.0,0.5,1.5e3,1E3,1e+3,1e15,1e-6,-1e-6,0e5,0.000001]" },
  { "real-with-many-digits", "[0.1000000000000000055511151231257827]" },
  { "same-name-in-other-objects", "{\"a\":{\"a\":1},\"b\":{\"a\":2}}" },
  { "names-that-only-begin-alike", "{\"a\":1,\"aa\":2,\"A\":3,\"a \":4}" },
  { "sample", sample },
};

static const struct
{
  const char  *name;
  AtlFileError code;
  const char  *text;
} refused[] = {
  { "empty", ATL_FILE_ERROR_CUT, "" },
  { "only-spaces", ATL_FILE_ERROR_CUT, " \n " },
  { "byte-order-mark", ATL_FILE_ERROR_NOT_JSON, "\xef\xbb\xbf{}" },
  { "two-roots", ATL_FILE_ERROR_NOT_JSON, "{}{}" },
  { "comma-after-root", ATL_FILE_ERROR_NOT_JSON, "{}," },
  { "text-after-root", ATL_FILE_ERROR_NOT_JSON, "{} x" },
  { "assignment", ATL_FILE_ERROR_NOT_JSON, "var x = {}" },
  { "line-comment", ATL_FILE_ERROR_NOT_JSON, "// a\n{}" },
  { "block-comment", ATL_FILE_ERROR_NOT_JSON, "{/* a */}" },
  { "single-quotes", ATL_FILE_ERROR_NOT_JSON, "{'a':1}" },
  { "bare-name", ATL_FILE_ERROR_NOT_JSON, "{a:1}" },
  { "comma-at-end-of-object", ATL_FILE_ERROR_NOT_JSON, "{\"a\":1,}" },
  { "comma-at-end-of-list", ATL_FILE_ERROR_NOT_JSON, "[1,]" },
  { "comma-first", ATL_FILE_ERROR_NOT_JSON, "[,1]" },
  { "no-comma", ATL_FILE_ERROR_NOT_JSON, "[1 2]" },
  { "no-colon", ATL_FILE_ERROR_NOT_JSON, "{\"a\" 1}" },
  { "no-value", ATL_FILE_ERROR_NOT_JSON, "{\"a\":}" },
  { "wrong-bracket", ATL_FILE_ERROR_NOT_JSON, "[1}" },
  { "wrong-brace", ATL_FILE_ERROR_NOT_JSON, "{\"a\":1]" },
  { "number-as-name", ATL_FILE_ERROR_NOT_JSON, "{1:1}" },
  { "capital-word", ATL_FILE_ERROR_NOT_JSON, "[True]" },
  { "unknown-word", ATL_FILE_ERROR_NOT_JSON, "[undefined]" },
  { "word-with-tail", ATL_FILE_ERROR_NOT_JSON, "[nullx]" },
  { "not-a-number", ATL_FILE_ERROR_NOT_JSON, "[NaN]" },
  { "infinity", ATL_FILE_ERROR_NOT_JSON, "[-Infinity]" },
  { "leading-zero", ATL_FILE_ERROR_NOT_JSON, "[012]" },
  { "hexadecimal", ATL_FILE_ERROR_NOT_JSON, "[0x1F]" },
  { "plus", ATL_FILE_ERROR_NOT_JSON, "[+1]" },
  { "point-first", ATL_FILE_ERROR_NOT_JSON, "[.5]" },
  { "point-last", ATL_FILE_ERROR_NOT_JSON, "[5.]" },
  { "minus-alone", ATL_FILE_ERROR_NOT_JSON, "[-]" },
  { "exponent-alone", ATL_FILE_ERROR_NOT_JSON, "[1e]" },
  { "exponent-sign-alone", ATL_FILE_ERROR_NOT_JSON, "[1e+]" },
  { "sixteen-digits", ATL_FILE_ERROR_NOT_JSON, "[1000000000000000]" },
  { "two-to-the-63", ATL_FILE_ERROR_NOT_JSON, "[9223372036854775808]" },
  { "real-too-large", ATL_FILE_ERROR_NOT_JSON, "[1e17]" },
  { "real-infinite", ATL_FILE_ERROR_NOT_JSON, "[1e999]" },
  { "real-too-small", ATL_FILE_ERROR_NOT_JSON, "[1e-7]" },
  { "real-too-long", ATL_FILE_ERROR_NOT_JSON,
    "[0.1111111111111111111111111111111111111111111111111111111111111111111]" },
  { "unknown-escape", ATL_FILE_ERROR_NOT_JSON, "[\"\\x41\"]" },
  { "escaped-nul-character", ATL_FILE_ERROR_NOT_JSON, "[\"a\\u0000b\"]" },
  { "short-escape", ATL_FILE_ERROR_NOT_JSON, "[\"\\u12\"]" },
  { "escape-not-hexadecimal", ATL_FILE_ERROR_NOT_JSON, "[\"\\u12G4\"]" },
  { "high-surrogate-alone", ATL_FILE_ERROR_NOT_JSON, "[\"\\ud800\"]" },
  { "high-surrogate-then-letter", ATL_FILE_ERROR_NOT_JSON, "[\"\\ud800a\"]" },
  { "high-surrogate-then-escape", ATL_FILE_ERROR_NOT_JSON, "[\"\\ud800\\n\"]" },
  { "high-surrogate-twice", ATL_FILE_ERROR_NOT_JSON, "[\"\\ud800\\ud800\"]" },
  { "low-surrogate-alone", ATL_FILE_ERROR_NOT_JSON, "[\"\\udc00\"]" },
  { "newline-in-text", ATL_FILE_ERROR_NOT_JSON, "[\"a\nb\"]" },
  { "tab-in-text", ATL_FILE_ERROR_NOT_JSON, "[\"a\tb\"]" },
  { "control-among-plain", ATL_FILE_ERROR_NOT_JSON, "[\"abcdefghijk\x1flmnopqrst\"]" },
  { "latin-1", ATL_FILE_ERROR_NOT_TEXT, "[\"\xe9t\xe9\"]" },
  { "overlong", ATL_FILE_ERROR_NOT_TEXT, "[\"\xc0\xaf\"]" },
  { "overlong-three", ATL_FILE_ERROR_NOT_TEXT, "[\"\xe0\x80\xaf\"]" },
  { "surrogate-in-utf-8", ATL_FILE_ERROR_NOT_TEXT, "[\"\xed\xa0\x80\"]" },
  { "beyond-unicode", ATL_FILE_ERROR_NOT_TEXT, "[\"\xf4\x90\x80\x80\"]" },
  { "stray-continuation", ATL_FILE_ERROR_NOT_TEXT, "[\"\x80\"]" },
  { "sequence-broken-off", ATL_FILE_ERROR_NOT_TEXT, "[\"\xe4\xb8\"]" },
  { "name-twice", ATL_FILE_ERROR_NOT_JSON, "{\"a\":1,\"b\":2,\"a\":3}" },
  { "name-twice-in-two-spellings", ATL_FILE_ERROR_NOT_JSON, "{\"a\":1,\"\\u0061\":2}" },
  { "text-open", ATL_FILE_ERROR_CUT, "{\"a\":\"b" },
  { "object-open", ATL_FILE_ERROR_CUT, "{\"a\":1" },
  { "word-cut", ATL_FILE_ERROR_CUT, "[fal" },
};

static gboolean
check (const char *text, GError **error)
{
  return atl_gate_check (text, strlen (text), error);
}

static void
assert_refused (const char *text, gsize length, AtlFileError code)
{
  g_autoptr (GError) error = NULL;
  /* In memory of its exact size, so that the sanitizer sees a step too far. */
  g_autofree char *exact = g_memdup2 (text, length);
  gboolean         ok = atl_gate_check (exact, length, &error);

  g_assert_false (ok);
  g_assert_error (error, ATL_FILE_ERROR, (int) code);
}

/* G_DEBUG=fatal-warnings makes a critical of json-glib end the test. */
static void
test_accepted (gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError)     error = NULL;
  const char            *text = data;

  g_assert_true (check (text, &error));
  g_assert_no_error (error);

  g_assert_true (json_parser_load_from_data (parser, text, -1, &error));
  g_assert_no_error (error);
  g_assert_nonnull (json_parser_get_root (parser));
}

static void
test_refused (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  assert_refused (refused[i].text, strlen (refused[i].text), refused[i].code);
}

static void
test_cut_anywhere (void)
{
  g_assert_true (check (sample, NULL));

  for (gsize length = 0; length < sizeof sample - 1; length++)
    assert_refused (sample, length, ATL_FILE_ERROR_CUT);
}

static void
test_nul_byte (void)
{
  assert_refused ("[\"a\0b\"]", 7, ATL_FILE_ERROR_NOT_JSON);
  assert_refused ("[\"\\\0\"]", 6, ATL_FILE_ERROR_NOT_JSON);
  assert_refused ("{}\0", 3, ATL_FILE_ERROR_NOT_JSON);
}

static char *
nest (gsize levels, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < levels; i++)
    g_string_append (text, open);
  g_string_append_c (text, '1');
  for (gsize i = 0; i < levels; i++)
    g_string_append (text, close);

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *lists = nest (64, "[", "]");
  g_autofree char *objects = nest (64, "{\"a\":", "}");
  g_autofree char *deeper = nest (65, "[", "]");
  g_autofree char *deepest = nest (200000, "[", "]");
  g_autofree char *deepest_objects = nest (200000, "{\"a\":", "}");

  test_accepted (lists);
  test_accepted (objects);
  assert_refused (deeper, strlen (deeper), ATL_FILE_ERROR_TOO_DEEP);
  assert_refused (deepest, strlen (deepest), ATL_FILE_ERROR_TOO_DEEP);
  assert_refused (deepest_objects, strlen (deepest_objects), ATL_FILE_ERROR_TOO_DEEP);
}

static char *
many_members (guint n, const char *last)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"m%u\":%u,", i, i);
  g_string_append_printf (text, "\"%s\":0}", last);

  return g_string_free (text, FALSE);
}

static void
test_members (void)
{
  g_autofree char *most = many_members (ATL_GATE_MAX_MEMBERS - 1, "last");
  g_autofree char *too_many = many_members (ATL_GATE_MAX_MEMBERS, "last");
  g_autofree char *twice = many_members (1000, "m417");
  g_autofree char *at_boundary = many_members (24, "m0");
  g_autofree char *before_boundary = many_members (23, "m22");

  test_accepted (most);
  assert_refused (too_many, strlen (too_many), ATL_FILE_ERROR_TOO_MANY);
  assert_refused (twice, strlen (twice), ATL_FILE_ERROR_NOT_JSON);
  assert_refused (at_boundary, strlen (at_boundary), ATL_FILE_ERROR_NOT_JSON);
  assert_refused (before_boundary, strlen (before_boundary), ATL_FILE_ERROR_NOT_JSON);
}

static char *
many_values (guint n)
{
  GString *text = g_string_new ("[0");

  for (guint i = 1; i < n; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');

  return g_string_free (text, FALSE);
}

static void
test_values (void)
{
  g_autofree char *most = many_values (ATL_GATE_MAX_VALUES - 1);
  g_autofree char *too_many = many_values (ATL_GATE_MAX_VALUES);

  g_assert_true (check (most, NULL));
  assert_refused (too_many, strlen (too_many), ATL_FILE_ERROR_TOO_MANY);
}

static void
test_size (void)
{
  g_autofree char *text = g_malloc (ATL_GATE_MAX_SIZE + 1);

  memset (text, ' ', ATL_GATE_MAX_SIZE + 1);
  text[0] = '[';
  text[ATL_GATE_MAX_SIZE - 1] = ']';

  g_assert_true (atl_gate_check (text, ATL_GATE_MAX_SIZE, NULL));
  assert_refused (text, ATL_GATE_MAX_SIZE + 1, ATL_FILE_ERROR_TOO_LARGE);
}

static void
test_place (void)
{
  g_autoptr (GError) error = NULL;

  check ("{\n\"é\":1,\n\"été\" 2}", &error);

  g_assert_true (g_str_has_prefix (error->message, "Line 3, column 7: "));
}

static void
test_place_of_name_twice (void)
{
  g_autoptr (GError) error = NULL;

  check ("{\"a\":1,\n \"a\":2}", &error);

  g_assert_true (g_str_has_prefix (error->message, "Line 2, column 2: "));
}

/* Every single byte of a correct text replaced by every byte: what the gate lets in, json-glib reads. */
static void
test_flipped_bytes (void)
{
  for (gsize i = 0; i < sizeof sample - 1; i++)
    for (int byte = 0; byte < 256; byte += 3)
      {
        g_autofree char       *text = g_strdup (sample);
        g_autoptr (JsonParser) parser = json_parser_new_immutable ();

        text[i] = (char) byte;

        if (atl_gate_check (text, sizeof sample - 1, NULL))
          g_assert_true (json_parser_load_from_data (parser, text, sizeof sample - 1, NULL));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autofree char *path = g_strconcat ("/gate/accepts/", accepted[i].name, NULL);

      g_test_add_data_func (path, accepted[i].text, test_accepted);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/gate/refuses/", refused[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refused);
    }

  g_test_add_func ("/gate/cut-anywhere/says-cut", test_cut_anywhere);
  g_test_add_func ("/gate/nul-byte/is-refused", test_nul_byte);
  g_test_add_func ("/gate/depth/ends-at-64", test_depth);
  g_test_add_func ("/gate/members/end-at-20000-and-differ", test_members);
  g_test_add_func ("/gate/values/end-at-a-million", test_values);
  g_test_add_func ("/gate/size/ends-at-64-MiB", test_size);
  g_test_add_func ("/gate/message/names-the-place", test_place);
  g_test_add_func ("/gate/message/names-the-second-of-two", test_place_of_name_twice);
  g_test_add_func ("/gate/flipped-bytes/json-glib-reads-what-passes", test_flipped_bytes);

  return g_test_run ();
}

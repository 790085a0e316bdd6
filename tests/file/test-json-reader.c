/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-json-reader.h"

#include <gio/gio.h>

typedef struct
{
  JsonNode     *root;
  AtlProblems  *problems;
  AtlJsonReader reader;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->root = json_from_string (data, NULL);
  fixture->problems = atl_problems_new ();
  atl_json_reader_init (&fixture->reader, json_node_get_object (fixture->root), fixture->problems);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  json_node_unref (fixture->root);
  atl_problems_unref (fixture->problems);
}

static void
assert_problem (Fixture *fixture, const char *expected)
{
  g_autofree char *line = NULL;

  g_assert_cmpuint (atl_problems_get_n (fixture->problems), ==, 1);
  line = atl_problems_dup_line (fixture->problems, 0);
  g_assert_cmpstr (line, ==, expected);
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome   outcome = ATL_JSON_UNUSABLE;
  g_autofree char *text = atl_json_reader_dup_string (&fixture->reader, "other", "fallback", &outcome);

  g_assert_cmpstr (text, ==, "fallback");
  g_assert_cmpint (outcome, ==, ATL_JSON_ABSENT);
  g_assert_cmpint (atl_json_reader_get_int (&fixture->reader, "other", 7, 0, 9, NULL), ==, 7);
  g_assert_true (atl_json_reader_get_boolean (&fixture->reader, "other", TRUE, NULL));
  g_assert_null (atl_json_reader_dup_strv (&fixture->reader, "other", NULL));
  g_assert_null (atl_json_reader_get_array (&fixture->reader, "other", NULL));
  g_assert_cmpuint (atl_problems_get_n (fixture->problems), ==, 0);
}

static void
test_used (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome       outcome = ATL_JSON_ABSENT;
  g_autofree char     *text = atl_json_reader_dup_string (&fixture->reader, "text", NULL, &outcome);
  g_autofree char     *id = atl_json_reader_dup_id (&fixture->reader, "id", NULL, NULL);
  g_autofree char     *rank = atl_json_reader_dup_rank (&fixture->reader, "rank", NULL, NULL);
  g_autofree char     *date = atl_json_reader_dup_date (&fixture->reader, "date", NULL, NULL);
  g_auto (GStrv)       tags = atl_json_reader_dup_strv (&fixture->reader, "tags", NULL);
  g_autoptr (GVariant) dict = atl_json_reader_dup_dict (&fixture->reader, "dict", NULL);

  g_assert_cmpint (outcome, ==, ATL_JSON_USED);
  g_assert_cmpstr (text, ==, "a\nb\tc");
  g_assert_cmpstr (id, ==, "a-B_9");
  g_assert_cmpstr (rank, ==, "V");
  g_assert_cmpstr (date, ==, "2028-02-29");
  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[1], ==, "y");
  g_assert_cmpuint (g_variant_n_children (dict), ==, 1);
  g_assert_cmpint (atl_json_reader_get_int (&fixture->reader, "int", 0, -5, 5, NULL), ==, -5);
  g_assert_true (atl_json_reader_get_boolean (&fixture->reader, "yes", FALSE, NULL));
  g_assert_cmpfloat (atl_json_reader_get_double (&fixture->reader, "real", 0, NULL), ==, 2.5);
  g_assert_cmpfloat (atl_json_reader_get_double (&fixture->reader, "int", 0, NULL), ==, -5);
  g_assert_cmpuint (atl_problems_get_n (fixture->problems), ==, 0);
}

static void
test_enum (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome outcome = ATL_JSON_ABSENT;
  int            value;

  value = atl_json_reader_get_enum (&fixture->reader, "kind", G_TYPE_BUS_TYPE, G_BUS_TYPE_NONE, &outcome);

  g_assert_cmpint (value, ==, G_BUS_TYPE_SESSION);
  g_assert_cmpint (outcome, ==, ATL_JSON_USED);
}

static void
test_unknown_nick (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome outcome = ATL_JSON_ABSENT;
  int            value;

  value = atl_json_reader_get_enum (&fixture->reader, "color", G_TYPE_BUS_TYPE, G_BUS_TYPE_NONE, &outcome);

  g_assert_cmpint (value, ==, G_BUS_TYPE_NONE);
  g_assert_cmpint (outcome, ==, ATL_JSON_UNUSABLE);
  assert_problem (fixture, "color: unknown color 'mauve'");
}

static void
test_hostile_nick (Fixture *fixture, gconstpointer data)
{
  atl_json_reader_get_enum (&fixture->reader, "color", G_TYPE_BUS_TYPE, G_BUS_TYPE_NONE, NULL);

  assert_problem (fixture,
                  "color: unknown color '\xef\xbf\xbd[2J%s\xef\xbf\xbd\xef\xbf\xbd "
                  "0123456789012345678901234567890…'");
}

static void
test_wrong_type (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome   outcome = ATL_JSON_ABSENT;
  g_autofree char *text = atl_json_reader_dup_string (&fixture->reader, "a", "fallback", &outcome);

  g_assert_cmpstr (text, ==, "fallback");
  g_assert_cmpint (outcome, ==, ATL_JSON_UNUSABLE);
  assert_problem (fixture, "a: expected a text, found a number");
}

static void
test_wrong_types (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "number", "text", "yes", "null", "list", "object" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const AtlJsonReader *reader = &fixture->reader;
      AtlJsonOutcome       ignored;
      g_autoptr (GVariant) dict = atl_json_reader_dup_dict (reader, names[i], &ignored);

      g_free (atl_json_reader_dup_string (reader, names[i], NULL, &ignored));
      g_free (atl_json_reader_dup_id (reader, names[i], NULL, &ignored));
      g_free (atl_json_reader_dup_date (reader, names[i], NULL, &ignored));
      g_free (atl_json_reader_dup_rank (reader, names[i], NULL, &ignored));
      g_strfreev (atl_json_reader_dup_strv (reader, names[i], &ignored));
      atl_json_reader_get_boolean (reader, names[i], FALSE, &ignored);
      atl_json_reader_get_double (reader, names[i], 0, &ignored);
      atl_json_reader_get_int (reader, names[i], 0, 0, 9, &ignored);
      atl_json_reader_get_enum (reader, names[i], G_TYPE_BUS_TYPE, 0, &ignored);
      atl_json_reader_get_array (reader, names[i], &ignored);
      atl_json_reader_get_object (reader, names[i], &ignored);
    }

  /* Twelve getters times six kinds of values, less the eight pairs that fit. */
  g_assert_cmpuint (atl_problems_get_n (fixture->problems), ==, 12 * 6 - 8);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome outcome = ATL_JSON_ABSENT;

  g_assert_cmpint (atl_json_reader_get_int (&fixture->reader, "a", 3, 0, 2, &outcome), ==, 3);

  g_assert_cmpint (outcome, ==, ATL_JSON_UNUSABLE);
  assert_problem (fixture, "a: 5 is not between 0 and 2");
}

static void
test_cleaned (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome   outcome = ATL_JSON_ABSENT;
  AtlJsonOutcome   tags_outcome = ATL_JSON_ABSENT;
  g_autofree char *text = atl_json_reader_dup_string (&fixture->reader, "text", NULL, &outcome);
  g_auto (GStrv)   tags = atl_json_reader_dup_strv (&fixture->reader, "tags", &tags_outcome);

  g_assert_cmpstr (text, ==, "one\ntwo\nthree\tfour");
  g_assert_cmpint (outcome, ==, ATL_JSON_CLEANED);
  g_assert_cmpstr (tags[0], ==, "x");
  g_assert_cmpint (tags_outcome, ==, ATL_JSON_CLEANED);
  g_assert_cmpuint (atl_problems_get_n (fixture->problems), ==, 0);
}

static void
test_strv_item (Fixture *fixture, gconstpointer data)
{
  AtlJsonOutcome outcome = ATL_JSON_ABSENT;

  g_assert_null (atl_json_reader_dup_strv (&fixture->reader, "tags", &outcome));

  g_assert_cmpint (outcome, ==, ATL_JSON_UNUSABLE);
  assert_problem (fixture, "tags: expected a list of texts, found a number");
}

static const char *const wrong_dates[] = { "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1",
                                           "2026-01-01T10:00",
                                           "2026-01-0", "2026/01/01", "0000-01-01", "demain", "２026-01-01" };

static void
test_wrong_dates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wrong_dates); i++)
    {
      g_autoptr (JsonObject)  object = json_object_new ();
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autofree char        *date = NULL;
      AtlJsonReader           reader;

      json_object_set_string_member (object, "due", wrong_dates[i]);
      atl_json_reader_init (&reader, object, problems);
      date = atl_json_reader_dup_date (&reader, "due", "", NULL);

      g_assert_cmpstr (date, ==, "");
      g_assert_cmpuint (atl_problems_get_n (problems), ==, 1);
    }
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  JsonArray       *boards = atl_json_reader_get_array (&fixture->reader, "boards", NULL);
  JsonArray       *notes;
  AtlJsonReader    board, note;
  g_autofree char *path = NULL;
  g_autofree char *color = NULL;

  g_assert_true (atl_json_reader_enter (&board, &fixture->reader, "boards", boards, 0));
  notes = atl_json_reader_get_array (&board, "notes", NULL);
  g_assert_true (atl_json_reader_enter (&note, &board, "notes", notes, 1));
  path = atl_json_reader_dup_path (&note, NULL);
  color = atl_json_reader_dup_path (&note, "color");

  g_assert_cmpstr (path, ==, "boards[0].notes[1]");
  g_assert_cmpstr (color, ==, "boards[0].notes[1].color");
}

static void
test_item_is_no_object (Fixture *fixture, gconstpointer data)
{
  JsonArray    *notes = atl_json_reader_get_array (&fixture->reader, "notes", NULL);
  AtlJsonReader note;

  g_assert_false (atl_json_reader_enter (&note, &fixture->reader, "notes", notes, 1));

  assert_problem (fixture, "notes[1]: expected an object, found nothing");
}

#define ADD(path, json, func) g_test_add (path, Fixture, json, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/json-reader/absent/gives-the-fallback", "{}", test_absent);
  ADD ("/json-reader/values/are-used",
       "{\"text\":\"a\\nb\\tc\",\"id\":\"a-B_9\",\"rank\":\"V\",\"date\":\"2028-02-29\","
       "\"tags\":[\"x\",\"y\"],"
       "\"dict\":{\"k\":1},\"int\":-5,\"yes\":true,\"real\":2.5}",
       test_used);
  ADD ("/json-reader/enum/is-known-by-its-nick", "{\"kind\":\"session\"}", test_enum);
  ADD ("/json-reader/enum/unknown-nick-is-reported", "{\"color\":\"mauve\"}", test_unknown_nick);
  ADD ("/json-reader/message/shows-nothing-dangerous",
       "{\"color\":\"\\u001b[2J%s\\u202e\\n 0123456789012345678901234567890123456789\"}", test_hostile_nick);
  ADD ("/json-reader/wrong-type/is-reported", "{\"a\":5}", test_wrong_type);
  ADD ("/json-reader/wrong-type/never-crashes",
       "{\"number\":1,\"text\":\" \",\"yes\":true,\"null\":null,\"list\":[],\"object\":{}}",
       test_wrong_types);
  ADD ("/json-reader/range/is-reported", "{\"a\":5}", test_range);
  ADD ("/json-reader/control-characters/are-taken-out",
       "{\"text\":\"o\\u0001ne\\r\\ntwo\\rthree\\tfour\\u001f\",\"tags\":[\"x\\u0007\"]}", test_cleaned);
  ADD ("/json-reader/strv/one-wrong-item-spoils-all", "{\"tags\":[\"x\",1]}", test_strv_item);
  g_test_add_func ("/json-reader/dates/are-days-of-the-calendar", test_wrong_dates);
  ADD ("/json-reader/path/names-lists-and-places", "{\"boards\":[{\"notes\":[{},{}]}]}", test_path);
  ADD ("/json-reader/enter/item-must-be-an-object", "{\"notes\":[{},null]}", test_item_is_no_object);

  return g_test_run ();
}

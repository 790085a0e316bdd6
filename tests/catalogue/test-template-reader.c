/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-reader.h"

#include <string.h>

#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-template-shape.h"
#include "catalogue/atl-template-writer.h"

#define AREA "{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,100,100]}"
#define WITH_AREA(area) "{\"name\":\"N\",\"areas\":[" area "]}"
#define WITH(member) "{\"name\":\"N\",\"areas\":[" AREA "]," member "}"

static AtlTemplate *
read_text (const char  *text,
           AtlProblems *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return atl_template_reader_read (bytes, "/somewhere/mine.json", problems);
}

/* A mistake, and what is said of it. */
typedef struct
{
  const char *text;
  const char *said;
} Mistake;

static const Mistake mistakes[] = {
  { "", "the file is empty" },
  { "hello", "this is not an Atelier template" },
  { "[1]", "this is not an Atelier template" },
  { "{\"format\":\"atelier-session\"}",
    "this is a session, not a template; open it, and save a board of it as a template" },
  { "{\"templates\":[]}", "this file has several templates; a file of its own is expected for each" },
  { "{\"format\":\"something\"}", "this is not an Atelier template" },
  { "{\"version\":2}", "this template was made by a newer version of Atelier; update to use it" },
  { "{\"areas\":[" AREA "]}", "name: this key is missing" },
  { "{\"name\":\"N\"}", "areas: this key is missing" },
  { "{\"name\":\" \",\"areas\":[" AREA "]}", "name: a text that is not empty is expected" },
  { "{\"name\":3,\"areas\":[" AREA "]}",
    "name: a text is expected, or one in each language: {\"en\": \"…\", \"fr\": \"…\"}" },
  { "{\"name\":{\"de\":\"N\"},\"areas\":[" AREA "]}",
    "name: a text is expected, or one in each language: {\"en\": \"…\", \"fr\": \"…\"}" },
  { "{\"name\":\"N\",\"areas\":{}}", "areas: a list is expected: […]" },
  { "{\"name\":\"N\",\"areas\":[]}", "areas: a list of 1 to 60 entries is expected, this one has 0" },
  { WITH_AREA ("7"), "areas[0]: keys and values in braces are expected: {…}" },
  { WITH_AREA (AREA "," AREA ",{\"id\":\"c\",\"title\":\"C\",\"rect\":[0,0,50]}"),
    "areas[2].rect: four whole numbers from 0 to 100 are expected" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,50.5,10]}"),
    "areas[0].rect: four whole numbers from 0 to 100 are expected" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,101,10]}"),
    "areas[0].rect: four whole numbers from 0 to 100 are expected" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,0,10]}"),
    "areas[0].rect: a width and a height of at least 1 are expected" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[60,0,50,10]}"),
    "areas[0].rect: the area reaches beyond the right edge: "
    "the first and the third number are more than 100" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,60,50,50]}"),
    "areas[0].rect: the area reaches beyond the lower edge: "
    "the second and the fourth number are more than 100" },
  { WITH_AREA ("{\"id\":\"é\",\"title\":\"A\",\"rect\":[0,0,9,9]}"),
    "areas[0].id: a name of at most 64 letters, digits, “-” and “_” is expected, without accents" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,9,9],\"layout\":\"grid\"}"),
    "areas[0].layout: one of these words is expected: flow, free, axes, graph" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,9,9],\"color\":\"mauve\"}"),
    "areas[0].color: one of these words is expected: yellow, orange, red, pink, purple, blue, "
    "teal, green, grey, white" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,9,9],\"maxnotes\":3}"),
    "areas[0].maxnotes: this key is unknown; it is written “maxNotes”" },
  { WITH_AREA ("{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,9,9],\"maxNotes\":-3}"),
    "areas[0].maxNotes: a whole number from 0 to 10000 is expected" },
  { WITH_AREA (AREA "," AREA), "areas[1].id: “a” stands above already; each needs an id of its own" },
  { WITH ("\"votes\":\"3\""), "votes: a whole number from 0 to 100 is expected" },
  { WITH ("\"hello\":1"), "hello: this key is unknown" },
  { WITH ("\"alwaysOn\":1"), "alwaysOn: true or false is expected" },
  { WITH ("\"source\":{}"), "source: a text in quotation marks is expected" },
  { WITH ("\"groupSize\":{\"min\":9,\"max\":3}"), "groupSize: “min” is larger than “max”" },
  { WITH ("\"agenda\":[{\"title\":\"T\",\"minutes\":5,\"mode\":\"sleep\"}]"),
    "agenda[0].mode: one of these words is expected: explain, silent-writing, share, group, vote, "
    "discuss, decide, close" },
  { WITH ("\"agenda\":[{\"minutes\":5}]"), "agenda[0].title: this key is missing" },
  { WITH ("\"agenda\":[{\"title\":\"T\",\"minutes\":2000}]"),
    "agenda[0].minutes: a whole number from 0 to 1440 is expected" },
  { WITH ("\"linksBetweenAreas\":[[\"a\",\"b\"]]"),
    "linksBetweenAreas[0][1]: there is no area with the id “b”" },
  { WITH ("\"rowLinkedAreas\":[\"z\"]"), "rowLinkedAreas[0]: there is no area with the id “z”" },
  { WITH ("\"examples\":[{\"area\":\"b\",\"text\":\"T\"}]"),
    "examples[0].area: there is no area with the id “b”" },
  { WITH ("\"poll\":{\"scale\":{\"min\":5,\"max\":1}}"), "poll.scale: “min” is larger than “max”" },
  { WITH ("\"noteStrength\":[1]"), "noteStrength: a list of 2 to 2 entries is expected, this one has 1" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (AtlTemplate) template = read_text (mistakes[i].text, problems);
      g_autofree char *line = NULL;
      guint            last = atl_problems_get_n_kept (problems);

      g_test_message ("%s", mistakes[i].text);
      g_assert_null (template);
      g_assert_cmpuint (last, >=, 1);
      line = atl_problems_dup_line (problems, last - 1);
      g_assert_cmpstr (line, ==, mistakes[i].said);
    }
}

static void
test_all_mistakes_at_once (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template =
    read_text ("{\"votes\":-1,\"areas\":[{\"id\":\"a\"}],\"agenda\":[{\"mode\":1}]}", problems);

  g_assert_null (template);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 6);
}

/* A gate that says where: what a hand-written file with a forgotten comma gets. */
static void
test_syntax (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template = read_text ("{\"name\":\"N\"\n\"areas\":[]}", problems);

  g_assert_null (template);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 1);
  g_assert_nonnull (strstr (atl_problems_get_reason (problems, 0), "2"));
}

static void
test_least (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template = read_text (WITH ("\"agenda\":[{\"title\":\"T\",\"minutes\":25}]"),
                                                problems);
  AtlTemplateArea area = { 0 };

  g_assert_nonnull (template);
  g_assert_cmpstr (atl_template_get_name (template, "fr"), ==, "N");
  g_assert_cmpstr (atl_template_get_category (template), ==, ATL_CATEGORY_MINE);
  g_assert_cmpint (atl_template_get_minutes (template), ==, 25);
  g_assert_cmpstr (atl_template_get_id (template), !=, "");
  g_assert_true (atl_template_get_area (template, 0, &area));
  g_assert_cmpint (area.width, ==, 1600);
  g_assert_cmpint ((int) area.layout, ==, ATL_LAYOUT_FLOW);
}

static void
test_languages_are_optional (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template =
    read_text ("{\"name\":{\"fr\":\"Nom\"},\"purpose\":{\"en\":\"Why\",\"fr\":\"Pourquoi\"},"
               "\"category\":\"silo\","
               "\"areas\":[" AREA "]}",
               problems);

  g_assert_nonnull (template);
  g_assert_cmpstr (atl_template_get_name (template, "en"), ==, "Nom");
  g_assert_cmpstr (atl_template_get_purpose (template, "fr"), ==, "Pourquoi");
  g_assert_cmpstr (atl_template_get_category_name (template, "en"), ==, "Silos and organization");
}

/* What we ship is written and read like what users write. */
static void
test_every_template_is_a_file (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *templates = atl_catalogue_get_templates (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);
      g_autoptr (GBytes)      bytes = atl_template_writer_write (template);
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (AtlTemplate) read = atl_template_reader_read (bytes, "/x.json", problems);
      g_autoptr (GBytes)      again = NULL;

      g_assert_nonnull (read);
      again = atl_template_writer_write (read);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

/* Names of members that the document writes in an example of the one around them. */
static void
assert_described (const AtlShape *shape,
                  const char     *document)
{
  if (shape->kind == ATL_SHAPE_LIST)
    {
      assert_described (shape->element, document);
      return;
    }
  for (const AtlShapeMember *member = shape->members; member != NULL && member->name != NULL; member++)
    {
      g_autofree char *as_code = g_strdup_printf ("`%s`", member->name);
      g_autofree char *as_key = g_strdup_printf ("\"%s\":", member->name);

      g_test_message ("%s", member->name);
      g_assert_true (strstr (document, as_code) != NULL || strstr (document, as_key) != NULL);
      assert_described (member->shape, document);
    }
}

static void
test_document (void)
{
  const char      *data = g_getenv ("ATELIER_DATA");
  g_autofree char *path = g_build_filename (data != NULL ? data : "data", "..", "docs", "TEMPLATES.md", NULL);
  g_autofree char *document = NULL;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  assert_described (atl_template_shape_get (), document);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-reader/says-each-mistake-with-its-place", test_mistakes);
  g_test_add_func ("/template-reader/says-all-mistakes-at-once", test_all_mistakes_at_once);
  g_test_add_func ("/template-reader/says-the-line-of-a-mistake-in-the-syntax", test_syntax);
  g_test_add_func ("/template-reader/a-name-and-an-area-are-enough", test_least);
  g_test_add_func ("/template-reader/languages-are-optional", test_languages_are_optional);
  g_test_add_func ("/template-reader/every-template-of-ours-is-a-file", test_every_template_is_a_file);

  g_test_add_func ("/template-reader/every-key-is-documented", test_document);

  return g_test_run ();
}

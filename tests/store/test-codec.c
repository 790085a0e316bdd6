/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-file-error.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "store/codec/atl-codec.h"
#include "store/atl-store-error.h"

#include <string.h>

#define HEAD "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\""

static AtlSession *
read_text (const char *text, AtlProblems *problems, AtlCodecAge *age, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atl_codec_read (bytes, problems, age, error);
}

static char *
write_text (AtlSession *session)
{
  g_autoptr (GBytes) bytes = atl_codec_write (session);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_canonical (void)
{
  static const char text[] = HEAD
    ",\"title\":\"Séance\",\n\"silos\":[\n{\"id\":\"a\",\"name\":\"DSI\"},\n"
    "{\"id\":\"b\",\"name\":\"Logistique\",\"color\":\"teal\"}\n],\n\"boards\":[\n"
    "{\"id\":\"c\",\"title\":\"Rétro\",\"options\":{\"votes\":5,\"tags\":[\"core\"]},\"areas\":[\n"
    "{\"id\":\"d\",\"title\":\"Oui\",\"width\":800,\"height\":500}\n],\"notes\":[\n"
    "{\"id\":\"e\",\"text\":\"Un\\nmot \\\"dit\\\"\",\"area\":\"d\",\"rank\":\"V\","
    "\"tags\":[\"silo\"]}\n]}\n]}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);
  g_autofree char        *again = NULL;

  g_assert_nonnull (session);
  again = write_text (session);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (AtlSession) session = atl_session_new ("s");
  g_autofree char       *text = write_text (session);

  g_assert_cmpstr (text, ==, HEAD "}\n");
}

/* Whatever this version does not know, at every level, comes back as it was. */
static void
test_unknown (void)
{
  static const char text[] = HEAD
    ",\n\"boards\":[\n{\"id\":\"c\",\"notes\":[\n{\"id\":\"e\",\"text\":\"x\","
    "\"mood\":[1,{\"a\":null}],\"b\":0.1}\n],"
    "\"later\":true}\n],\n\"x-sample\":{\"deep\":{\"er\":\"é\"}},\"z\":-3}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);
  g_autofree char        *again = write_text (session);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
}

typedef struct
{
  const char *member;
  const char *line;
} BadValue;

static const BadValue bad_values[] = {
  { "\"color\":\"mauve\"", "boards[0].notes[0].color: unknown color 'mauve'" },
  { "\"color\":7", "boards[0].notes[0].color: " },
  { "\"text\":[]", "boards[0].notes[0].text: " },
  { "\"x\":\"left\"", "boards[0].notes[0].x: " },
  { "\"x\":99999999999", "boards[0].notes[0].x: " },
  { "\"hidden\":\"yes\"", "boards[0].notes[0].hidden: " },
  { "\"rank\":\"é\"", "boards[0].notes[0].rank: " },
  { "\"tags\":\"silo\"", "boards[0].notes[0].tags: " },
  { "\"area\":{}", "boards[0].notes[0].area: " },
  { "\"fields\":[1]", "boards[0].notes[0].fields: " },
};

/* A value that cannot be used is told with its place, replaced by the default, and written back. */
static void
test_unusable (gconstpointer data)
{
  const BadValue         *bad = data;
  g_autofree char        *text = g_strdup_printf (HEAD ",\n\"boards\":[\n{\"id\":\"c\",\"notes\":[\n"
                                                              "{\"id\":\"e\",%s}\n]}\n]}\n",
                                                  bad->member);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);
  g_autofree char        *again = NULL;
  g_autofree char        *line = NULL;

  g_assert_nonnull (session);
  again = write_text (session);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 1);
  line = atl_problems_dup_line (problems, 0);
  g_assert_true (g_str_has_prefix (line, bad->line));
}

static void
test_unusable_replaced (void)
{
  static const char       text[] = HEAD ",\n\"boards\":[\n{\"id\":\"c\",\"notes\":[\n"
                                        "{\"id\":\"e\",\"color\":\"mauve\"}\n]}\n]}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);
  AtlBoard               *board = atl_list_get (atl_session_get_boards (session), 0);
  AtlNote                *note = atl_list_get (atl_board_get_notes (board), 0);
  g_assert_cmpint (atl_note_get_color (note), ==, ATL_COLOR_YELLOW);

  atl_note_set_color (note, ATL_COLOR_BLUE);

  g_autofree char *again = write_text (session);
  g_assert_nonnull (strstr (again, "\"color\":\"blue\""));
  g_assert_null (strstr (again, "mauve"));
}

static void
test_strays (void)
{
  static const char       text[] = HEAD ",\n\"people\":[\n{\"id\":\"p\",\"name\":\"Inès\"},\n"
                                        "\"Karim\",\n7\n],\n\"steps\":5}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);
  g_autofree char        *again = write_text (session);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 3);
}

static void
test_twins (void)
{
  static const char       text[] = HEAD ",\n\"people\":[\n{\"id\":\"p\",\"name\":\"A\"},\n"
                                        "{\"id\":\"p\",\"name\":\"B\"},\n{\"name\":\"C\"},\n"
                                        "{\"id\":\"../x\",\"name\":\"D\"}\n]}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text (text, problems, NULL, NULL);

  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (session)), ==, 4);
  g_assert_cmpstr (atl_person_get_name (atl_list_find (atl_session_get_people (session), "p")), ==, "A");
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 3);
}

static void
test_newer (void)
{
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = read_text ("{\"format\":\"atelier-session\",\"version\":2,"
                                                "\"id\":\"s\"}",
                                               problems,
                                               &age, NULL);

  g_assert_nonnull (session);
  g_assert_cmpint (age, ==, ATL_CODEC_NEWER);
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "[]", "{}", "null", "{\"format\":\"excalidraw\"}",
                                       "{\"format\":7}", "PK\003\004" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (GError)      error = NULL;

      g_assert_null (read_text (texts[i], problems, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

/* However a file is cut, reading it ends with a session or with a message. */
static void
test_cut (void)
{
  static const char text[] = HEAD ",\n\"boards\":[\n{\"id\":\"c\",\"notes\":[\n{\"id\":\"e\","
                                  "\"text\":\"é\\n\",\"x\":12}\n]}\n]}\n";

  for (gsize length = 0; length < strlen (text) - 1; length++)
    {
      g_autoptr (GBytes)      bytes = g_bytes_new (text, length);
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (GError)      error = NULL;
      g_autoptr (AtlSession)  session = atl_codec_read (bytes, problems, NULL, &error);

      g_assert_null (session);
      g_assert_nonnull (error);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString)     text = g_string_new (HEAD ",\"x\":");
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (text, '[');

  g_assert_null (read_text (text->str, problems, NULL, &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_DEEP);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/codec/write/is-canonical", test_canonical);
  g_test_add_func ("/codec/write/leaves-defaults-out", test_empty);
  g_test_add_func ("/codec/unknown/is-carried-at-every-level", test_unknown);
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/codec/unusable/is-told-and-carried/%u", i);

      g_test_add_data_func (path, &bad_values[i], test_unusable);
    }
  g_test_add_func ("/codec/unusable/goes-when-the-property-is-set", test_unusable_replaced);
  g_test_add_func ("/codec/strays/are-carried", test_strays);
  g_test_add_func ("/codec/ids/twins-are-both-kept", test_twins);
  g_test_add_func ("/codec/version/newer-is-told", test_newer);
  g_test_add_func ("/codec/refuses/what-is-no-session", test_refused);
  g_test_add_func ("/codec/refuses/a-file-cut-anywhere", test_cut);
  g_test_add_func ("/codec/refuses/deep-nesting", test_deep);
  return g_test_run ();
}

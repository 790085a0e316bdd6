/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-file-error.h"
#include "model/atl-board.h"
#include "model/atl-note.h"
#include "store/rescue/atl-rescue.h"

#include <string.h>

#define HEAD "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\",\"title\":\"T\""

#define FIRST_BOARD "{\"id\":\"b1\",\"title\":\"Eins\",\"areas\":["

static const char small[] = HEAD
  ",\n\"people\":[\n{\"id\":\"p1\",\"name\":\"Ana\",\"silos\":[\"a\",\"b\"],\"rank\":\"V\"},\n"
  "{\"id\":\"p2\",\"name\":\"Bo\"}\n],\n\"boards\":[\n"
  "{\"id\":\"b1\",\"title\":\"Eins\",\"areas\":[\n"
  "{\"id\":\"a1\",\"title\":\"Oui\",\"width\":800}\n],\"notes\":[\n"
  "{\"id\":\"n1\",\"text\":\"Un \\\"mot\\\"\\n[{]}\",\"area\":\"a1\",\"rank\":\"V\"},\n"
  "{\"id\":\"n2\",\"text\":\"Zwei\",\"area\":\"a1\",\"x\":12}\n],\"links\":[\n"
  "{\"id\":\"l1\",\"from\":\"n1\",\"to\":\"n2\"}\n],\"later\":[{\"q\":1}]},\n"
  "{\"id\":\"b2\",\"title\":\"Zwei\",\"notes\":[\n{\"id\":\"n3\",\"text\":\"Drei\",\"area\":\"x\"}\n]}\n],\n"
  "\"rounds\":[\n{\"id\":\"r1\",\"title\":\"R\",\"ballots\":[\n"
  "{\"id\":\"v1\",\"note\":\"n1\",\"votes\":3}\n]}\n],\n"
  "\"mood\":{\"x\":[1,2]}}\n";

static AtlSession *
rescue (const char *data, gsize length, AtlProblems *problems, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return atl_rescue_read (bytes, problems, NULL, error);
}

static char *
write_text (AtlSession *session)
{
  g_autoptr (GBytes) bytes = atl_codec_write (session);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
load_sample (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("ATELIER_DATA"), "samples", "la-serre.atelier", NULL);
  char            *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The lines without the comma at their end. */
static char **
split (const char *text)
{
  char **lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], ","))
      lines[i][strlen (lines[i]) - 1] = '\0';
  return lines;
}

/* What names the item of a line, "{"id":"n1"", or NULL if no item starts on it. */
static char *
dup_start (const char *line)
{
  const char *end = g_str_has_prefix (line, "{\"id\":\"") ? strchr (line + 7, '"') : NULL;

  return end != NULL ? g_strndup (line, (gsize) (end - line)) : NULL;
}

static gboolean
is_element (const char *line)
{
  return g_str_has_prefix (line, "{\"id\"") && g_str_has_suffix (line, "}");
}

/* Every item that stands wholly before the cut is there; nothing is there that was not. */
static void
check_cut (const char *text, gsize length)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlSession)  session = rescue (text, length, problems, &error);
  g_autofree char        *before = g_strndup (text, length);
  g_autofree char        *after = session != NULL ? write_text (session) : g_strdup ("");
  g_auto (GStrv)          lines = split (before);
  g_auto (GStrv)          written = split (after);
  int                     expected = length > 0 ? ATL_FILE_ERROR_CUT : ATL_FILE_ERROR_EMPTY;

  if (session == NULL)
    {
      g_assert_error (error, ATL_FILE_ERROR, expected);
      return;
    }
  g_assert_true (atl_problems_get_n (problems) > 0 || text[length] == '\n' || text[length] == '\0');
  for (guint i = 1; lines[i] != NULL; i++)
    if (lines[i + 1] != NULL && g_str_has_prefix (lines[i], "{\"id\":"))
      g_assert_true (g_strv_contains ((const char *const *) written, lines[i]) ||
                     strstr (lines[i], ":[") != NULL);
  for (guint i = 1; written[i] != NULL; i++)
    if (is_element (written[i]))
      {
        written[i][strlen (written[i]) - 1] = '\0';
        g_assert_nonnull (strstr (text, written[i]));
      }
}

static void
test_cut_everywhere (void)
{
  for (gsize length = 0; length < strlen (small); length++)
    check_cut (small, length);
}

static void
test_cut_sample (void)
{
  g_autofree char  *text = load_sample ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint i = 0; i < 500; i++)
    check_cut (text, (gsize) g_rand_int_range (random, 0, (gint32) strlen (text)));
}

static void
test_cut_keeps_the_open_board (void)
{
  const char             *cut = strstr (small, ",\"area\":\"a1\",\"x\"");
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = rescue (small, (gsize) (cut - small), problems, NULL);
  AtlBoard               *board = atl_list_find (atl_session_get_boards (session), "b1");

  g_assert_cmpstr (atl_board_get_title (board), ==, "Eins");
  g_assert_nonnull (atl_list_find (atl_board_get_notes (board), "n1"));
  g_assert_null (atl_list_find (atl_board_get_notes (board), "n2"));
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 1);
  g_assert_cmpstr (atl_problems_get_path (problems, 0), ==, "line 11");
}

/* Any form of JSON can be cut, not only ours. */
static void
test_cut_pretty (void)
{
  static const char       text[] = "{ \"format\" : \"atelier-session\",\n \"version\": 1, \"id\": \"s\",\n"
                                   " \"boards\": [ { \"id\": \"b\", \"title\": \"B\", \"notes\": [\n"
                                   "   { \"id\": \"n1\", \"text\": \"a\" }, { \"id\": \"n2\", \"te";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = rescue (text, strlen (text), problems, NULL);
  AtlBoard               *board = atl_list_find (atl_session_get_boards (session), "b");

  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (board)), ==, 1);
}

static void
test_zeros_at_the_end (void)
{
  g_autofree char        *text = g_malloc0 (8192);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  g_autofree char        *again = NULL;

  memcpy (text, small, strlen (small));
  session = rescue (text, 8192, problems, NULL);
  again = write_text (session);

  g_assert_cmpstr (again, ==, small);
  g_assert_cmpuint (atl_problems_get_n (problems), >, 0);
}

/* Puts @damage in the place of the first @find, and gives what is read, as text. */
static char *
read_damaged (const char *find, const char *damage, AtlProblems *problems)
{
  g_autoptr (GString)    text = g_string_new (small);
  g_autoptr (AtlSession) session = NULL;

  g_assert_cmpuint (g_string_replace (text, find, damage, 1), ==, 1);
  session = rescue (text->str, text->len, problems, NULL);
  g_assert_nonnull (session);
  return write_text (session);
}

/* A structural line is lost, all items are where they were. */
static void
test_frame (gconstpointer find)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *damage = g_strndup ("<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", strlen (find));
  g_autofree char        *again = read_damaged (find, damage, problems);

  g_assert_cmpstr (again, ==, small);
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 2);
}

static void
test_lost_line (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *again = read_damaged ("\"text\":\"Zwei\",", "\"text\":\"Zwei\"^", problems);
  g_autofree char        *line = atl_problems_dup_line (problems, 1);

  g_assert_null (strstr (again, "n2\",\"text"));
  g_assert_nonnull (strstr (again, "{\"id\":\"l1\",\"from\":\"n1\",\"to\":\"n2\"}"));
  g_assert_cmpstr (line, ==,
                   "line 11: could not be read: a “,” or a “}” should stand here. Lost: “Zwei”");
}

static void
test_patched (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *again = read_damaged ("Zwei\",\"area", "Z\xff"
                                                                        "ei\",\"area",
                                                problems);

  g_assert_nonnull (strstr (again, "\"text\":\"Z\xef\xbf\xbd"
                                   "ei\""));
}

static void
test_lost_board (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *again = read_damaged (FIRST_BOARD, "@@@", problems);

  g_assert_nonnull (strstr (again, "\"areas\":[\n{\"id\":\"a1\",\"title\":\"Oui\",\"width\":800}\n],"
                                   "\"notes\":[\n{\"id\":\"n1\""));
}

static void
test_salvaged_board (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *again = read_damaged ("Eins\",\"areas\"", "Eins\"~\"areas\"", problems);

  g_assert_nonnull (strstr (again, "{\"id\":\"b1\",\"title\":\"Eins\",\"areas\":[\n{\"id\":\"a1\""));
}

static void
test_lost_head (void)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *again = read_damaged ("1,\"id\":\"s\"", "1,^id\":\"s\"", problems);

  g_assert_nonnull (strstr (again, "\"name\":\"Ana\""));
  g_assert_nonnull (strstr (again, "\"votes\":3"));
}

static void
test_empty (gconstpointer data)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlSession)  session = rescue (data, 64, problems, &error);

  g_assert_null (session);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_EMPTY);
}

static void
test_not_ours (gconstpointer data)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlSession)  session = rescue (data, strlen (data), problems, &error);

  g_assert_null (session);
  g_assert_true (atl_rescue_can_help (error));
}

/* Overwrites @n bytes, a page with zeros, and remembers on which lines of the sample. */
static void
damage (GString *text, const char *sample, GRand *random, guint n, GHashTable *lines)
{
  gsize at = (gsize) g_rand_int_range (random, 0, (gint32) (text->len - n));
  guint line = 0;

  for (gsize i = 0; i < at; i++)
    line += sample[i] == '\n';
  for (gsize i = at; i < at + n; i++)
    {
      g_hash_table_add (lines, GUINT_TO_POINTER (line));
      line += sample[i] == '\n';
      text->str[i] = n > 1000 ? '\0' : (char) g_rand_int_range (random, 0, 256);
    }
}

/* An opening line must be damaged beyond its id before its id may be missing. */
static guint
count_missing (const char *original, const char *again, GHashTable *damaged)
{
  g_auto (GStrv) lines = g_strsplit (original, "\n", -1);
  guint          missing = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *start = dup_start (lines[i]);

      if (start == NULL || g_hash_table_contains (damaged, GUINT_TO_POINTER (i)) ||
          strstr (again, start) != NULL)
        continue;
      g_test_message ("lost: line %u %s", i + 1, lines[i]);
      missing++;
    }
  return missing;
}

static void
test_random_damage (gconstpointer data)
{
  guint             size = GPOINTER_TO_UINT (data);
  g_autofree char  *sample = load_sample ();
  g_autoptr (GRand) random = g_rand_new_with_seed (size);

  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (GHashTable)  damaged = g_hash_table_new (NULL, NULL);
      g_autoptr (GString)     text = g_string_new (sample);
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (AtlSession)  session = NULL;
      g_autofree char        *again = NULL;

      for (guint n = 0; n < 1 + i % 4; n++)
        damage (text, sample, random, size, damaged);
      session = rescue (text->str, text->len, problems, NULL);
      g_assert_nonnull (session);
      again = write_text (session);
      g_assert_cmpuint (count_missing (sample, again, damaged), ==, 0);
    }
}

/* Where the line of one item is damaged, everything else is as it was, in its place. */
static void
test_one_item (void)
{
  g_autofree char  *sample = load_sample ();
  g_auto (GStrv)    lines = g_strsplit (sample, "\n", -1);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint             n = g_strv_length (lines);

  for (guint i = 0; i < 100; i++)
    {
      guint                   at = (guint) g_rand_int_range (random, 2, (gint32) n - 2);
      g_autoptr (AtlProblems) problems = atl_problems_new ();
      g_autoptr (AtlSession)  session = NULL;
      g_autofree char        *text = NULL, *again = NULL, *line = lines[at];

      if (!g_str_has_suffix (line, "},") || !g_str_has_prefix (line, "{"))
        {
          g_steal_pointer (&line);
          continue;
        }
      lines[at] = (char *) "{\"id\":\"half";
      text = g_strjoinv ("\n", lines);
      session = rescue (text, strlen (text), problems, NULL);
      again = write_text (session);
      g_assert_null (strstr (again, "half"));
      lines[at] = g_strdup (line);
      {
        g_auto (GStrv) before = split (sample);
        g_auto (GStrv) after = split (again);

        for (guint j = 0, k = 0; before[j] != NULL; j++)
          if (j != at)
            g_assert_cmpstr (before[j], ==, after[k++]);
      }
    }
}

/* A text editor has saved it as it saved all files twenty years ago: nothing of it is lost. */
static void
test_western (void)
{
  const char              text[] = HEAD ",\n\"boards\":[\n{\"id\":\"b1\",\"title\":\"Id\xe9"
                                        "es\",\"notes\":["
                                        "\n{\"id\":\"n1\",\"text\":\"\xc9t\xe9\"}\n]}\n]}\n";
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = rescue (text, strlen (text), problems, NULL);

  g_assert_nonnull (session);
  AtlBoard *board = atl_list_get (atl_session_get_boards (session), 0);
  g_assert_cmpstr (atl_board_get_title (board), ==, "Idées");
  g_assert_cmpstr (atl_note_get_text (atl_list_get (atl_board_get_notes (board), 0)), ==, "Été");
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 1);
  g_assert_nonnull (strstr (atl_problems_get_reason (problems, 0), "not UTF-8"));
}

int
main (int argc, char *argv[])
{
  static const char zeros[64];
  static const char blanks[] = "                                                                 ";

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rescue/cut/at-every-byte/keeps-every-whole-item", test_cut_everywhere);
  g_test_add_func ("/rescue/cut/sample/keeps-every-whole-item", test_cut_sample);
  g_test_add_func ("/rescue/cut/keeps-the-board-that-was-open", test_cut_keeps_the_open_board);
  g_test_add_func ("/rescue/cut/in-any-form-of-json", test_cut_pretty);
  g_test_add_func ("/rescue/zeros-at-the-end/are-skipped", test_zeros_at_the_end);
  g_test_add_func ("/rescue/damaged-line/is-lost-and-named", test_lost_line);
  g_test_add_func ("/rescue/damaged-character/is-shown-as-such", test_patched);
  g_test_add_data_func ("/rescue/lost-list-start/people", "\"people\":[", test_frame);
  g_test_add_data_func ("/rescue/lost-list-start/boards", "\"boards\":[", test_frame);
  g_test_add_data_func ("/rescue/lost-list-start/rounds", "\"rounds\":[", test_frame);
  g_test_add_data_func ("/rescue/lost-list-start/notes", "],\"notes\":[", test_frame);
  g_test_add_data_func ("/rescue/lost-list-start/links", "],\"links\":[", test_frame);
  g_test_add_func ("/rescue/western-text/is-read-and-named", test_western);
  g_test_add_func ("/rescue/lost-board/its-notes-get-another", test_lost_board);
  g_test_add_func ("/rescue/damaged-board/keeps-what-can-be-read", test_salvaged_board);
  g_test_add_func ("/rescue/damaged-start/keeps-the-items", test_lost_head);
  g_test_add_func ("/rescue/one-lost-item/leaves-all-others-in-place", test_one_item);
  g_test_add_data_func ("/rescue/random-bytes/keep-intact-lines", GUINT_TO_POINTER (1), test_random_damage);
  g_test_add_data_func ("/rescue/random-blocks/keep-intact-lines", GUINT_TO_POINTER (40), test_random_damage);
  g_test_add_data_func ("/rescue/zero-pages/keep-intact-lines", GUINT_TO_POINTER (4096), test_random_damage);
  g_test_add_data_func ("/rescue/zeros/are-an-empty-file", zeros, test_empty);
  g_test_add_data_func ("/rescue/blanks/are-an-empty-file", blanks, test_empty);
  g_test_add_data_func ("/rescue/other-text/is-refused", "Dear diary,\nnothing today.\n", test_not_ours);
  g_test_add_data_func ("/rescue/other-json/is-refused", "{\"a\":[{\"id\":\"x\"},\n", test_not_ours);

  return g_test_run ();
}

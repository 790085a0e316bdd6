/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of people as they come from other programs. */
#include "ui/people/atl-people-file.h"
#include "ui/people/atl-people-parser.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* name|silo|role of each person, one a line, ! from outside */
} ParserCase;

static const ParserCase parser_cases[] = {
  { "one-name", "Ada Martin", "Ada Martin||\n" },
  { "one-a-line", "Ada\nBob\r\nÉlodie Roux\n", "Ada||\nBob||\nÉlodie Roux||\n" },
  { "semicolons", "Ada ; DSI ;  Product owner", "Ada|DSI|Product owner\n" },
  { "tabs-win", "Ada\tDSI; réseau\tPO", "Ada|DSI; réseau|PO\n" },
  { "silo-only", "Ada;DSI", "Ada|DSI|\n" },
  { "role-without-silo", "Ada;;PO", "Ada||PO\n" },
  { "empty-lines", "\n  \nAda\n;;\n\t\t\n", "Ada||\n" },
  { "english-heading", "Name;Silo;Role\nAda;DSI;PO", "Ada|DSI|PO\n" },
  { "french-heading", "Nom;Silo;Rôle\nAda;DSI;PO", "Ada|DSI|PO\n" },
  { "heading-orders-columns", "Rôle\tNom\tService\nPO\tAda\tDSI", "Ada|DSI|PO\n" },
  { "unknown-heading-is-left-out", "Name;Phone\nAda;12", "Ada||\n" },
  { "heading-of-spreadsheet", "Nom;Direction;Fonction\nMme Roux;DSI;Cheffe", "Mme Roux|DSI|Cheffe\n" },
  { "first-and-last-name", "Civilité\tNom\tPrénom\tService\nM.\tMartin\tJean\tRH",
    "M. Jean Martin|RH|\n" },
  { "external-column", "Nom;Silo;Externe\nAda;DSI;oui\nBob;DSI;non\nCy;DSI;Accenture",
    "Ada|DSI|!\nBob|DSI|\nCy|DSI|!\n" },
  { "external-without-heading", "Ada;DSI;PO;x\nBob;DSI;PO;", "Ada|DSI|PO!\nBob|DSI|PO\n" },
  { "bar-table", "| Nom | Silo |\n|---|---|\n| Ada | DSI |", "Ada|DSI|\n" },
  { "comma-list", "Ada, Bob, Cléo et Dan", "Ada||\nBob||\nCléo||\nDan||\n" },
  { "comma-list-of-two", "Ada Martin, Karim Benali", "Ada Martin||\nKarim Benali||\n" },
  { "comma-table", "Ada Martin, DSI, PO\nBob Roux, DSI, Dev", "Ada Martin|DSI|PO\nBob Roux|DSI|Dev\n" },
  { "comma-headings", "Name,Silo\nAda,DSI\n\"Roux, Élodie\",RH", "Ada|DSI|\nRoux, Élodie|RH|\n" },
  { "comma-names-a-line", "Martin, Ada\nRoux, Élodie", "Martin, Ada||\nRoux, Élodie||\n" },
  { "comma-lists-a-line", "Ada Martin, Karim Benali\nÉlodie Roux, Jean Petit",
    "Ada Martin||\nKarim Benali||\nÉlodie Roux||\nJean Petit||\n" },
  { "comma-silos-repeat", "Ana, Sales\nBob, IT\nCy, sales\nDan, IT",
    "Ana|Sales|\nBob|IT|\nCy|sales|\nDan|IT|\n" },
  { "comma-silos-of-most", "Ana, Sales\nBob\nCy, Sales\nDan, Sales",
    "Ana|Sales|\nBob||\nCy|Sales|\nDan|Sales|\n" },
  { "comma-first-names-of-a-family", "Martin, Ada\nRoux, Paul\nPetit, Paul\nNoir, Jean",
    "Martin, Ada||\nRoux, Paul||\nPetit, Paul||\nNoir, Jean||\n" },
  { "word-bullets", "•\tAda Martin\n•\tBob\n1.\tCléo", "Ada Martin||\nBob||\nCléo||\n" },
  { "check-boxes", "- [ ] Ada\n- [x] Bob", "Ada||\nBob||\n" },
  { "quoted-cell-of-two-lines", "Ada;\"DSI\nréseau\";PO", "Ada|DSI réseau|PO\n" },
  { "quote-never-closed", "\"Ada;DSI\nBob;RH", "\"Ada|DSI|\nBob|RH|\n" },
  { "mail-list-with-commas", "Ada <a@x.org>, \"Roux, Élodie\" <e@x.org>", "Ada||\nRoux, Élodie||\n" },
  { "tabs-among-semicolons", "Ada\tDSI\nBob;RH", "Ada|DSI|\nBob|RH|\n" },
  { "heading-only-first", "Ada\nName", "Ada||\nName||\n" },
  { "byte-order-mark", "\xef\xbb\xbfNom;Silo\nAda;DSI", "Ada|DSI|\n" },
  { "bullets", "- Ada\n* Bob\n• Cléo\n3. Dan\n4) Eve", "Ada||\nBob||\nCléo||\nDan||\nEve||\n" },
  { "hyphen-inside", "Jean-Luc Le-Gall", "Jean-Luc Le-Gall||\n" },
  { "quotes", "\"Ada Martin\"\t\"DSI\"", "Ada Martin|DSI|\n" },
  { "mail-address", "Ada Martin <ada@example.org>", "Ada Martin||\n" },
  { "mail-list", "Ada <a@x.org>; Bob <b@x.org>; Cléo <c@x.org>", "Ada||\nBob||\nCléo||\n" },
  { "comma-silo-of-one", "Karim Benali, IT", "Karim Benali|IT|\n" },
  { "comma-in-name", "Martin, Ada", "Martin, Ada||\n" },
  { "spaces", "  Ada \xc2\xa0  Martin  ", "Ada Martin||\n" },
  { "arabic", "ليلى حداد;الإدارة", "ليلى حداد|الإدارة|\n" },
  { "broken-bytes", "Ada\xff", "Ada\xef\xbf\xbd||\n" },
  { "nothing", "", "" },
};

static char *
dup_seen (GPtrArray *people)
{
  GString *seen = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      AtlPersonLine *line = g_ptr_array_index (people, i);

      g_string_append_printf (seen, "%s|%s|%s%s\n", line->name, line->silo, line->role,
                              line->external ? "!" : "");
    }
  return g_string_free (seen, FALSE);
}

static void
test_parse (gconstpointer data)
{
  const ParserCase     *c = data;
  g_autoptr (GPtrArray) people = atl_people_parse (c->text);
  g_autofree char      *seen = dup_seen (people);

  g_assert_cmpstr (seen, ==, c->expected);
}

/* What somebody says about commas goes before what the list looks like. */
static void
test_parse_told_commas (void)
{
  static const struct
  {
    AtlPeopleCommas commas;
    const char     *expected;
  } table[] = {
    { ATL_PEOPLE_COMMAS_ANY, "Martin, Ada||\nRoux, Paul||\n" },
    { ATL_PEOPLE_COMMAS_SILO, "Martin|Ada|\nRoux|Paul|\n" },
    { ATL_PEOPLE_COMMAS_NAME, "Martin, Ada||\nRoux, Paul||\n" },
    { ATL_PEOPLE_COMMAS_NAMES, "Martin||\nAda||\nRoux||\nPaul||\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (AtlPeopleText) read = atl_people_text_new ("Martin, Ada\nRoux, Paul", table[i].commas);
      g_autofree char          *seen = dup_seen (read->people);

      g_assert_cmpstr (seen, ==, table[i].expected);
      g_assert_cmpint (read->commas, ==, i == 0 ? ATL_PEOPLE_COMMAS_NAME : table[i].commas);
    }
}

static void
test_parse_cuts_long (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_autoptr (GPtrArray) people = atl_people_parse (text);

  g_assert_cmpuint (people->len, ==, 1);
  g_assert_cmpuint (strlen (((AtlPersonLine *) g_ptr_array_index (people, 0))->name), ==, 120);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length;
  const char *expected; /* NULL: it is refused */
} FileCase;

#define FILE_CASE(name, bytes, expected)      \
  {                                           \
    name, bytes, sizeof (bytes) - 1, expected \
  }

static const FileCase file_cases[] = {
  FILE_CASE ("utf-8-mark", "\xef\xbb\xbfNom,Silo\nÉlodie,DSI\n", "Nom\tSilo\nÉlodie\tDSI\n"),
  FILE_CASE ("utf-16", "\xff\xfe"
                       "A\0;\0\xc9\0\n\0",
             "A\tÉ\n"),
  FILE_CASE ("latin-1", "Andr\xe9;DSI", "André\tDSI\n"),
  FILE_CASE ("told-separator", "sep=;\nAda;a, b\n", "Ada\ta, b\n"),
  FILE_CASE ("cell-of-two-lines", "Ada,\"DSI\nréseau\"", "Ada\tDSI réseau\n"),
  FILE_CASE ("quote-never-closed", "Ada,DSI\n\"Bob,RH", "Ada\tDSI\n\"Bob,RH"),
  FILE_CASE ("empty", "", ""),
  FILE_CASE ("workbook", "PK\3\4\0\0\0\0\1\2\3\4\5\6\0\0", NULL),
};

static void
test_file (gconstpointer data)
{
  const FileCase    *c = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (c->bytes, c->length);
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = atl_people_file_decode (bytes, TRUE, &error);

  g_assert_cmpstr (text, ==, c->expected);
  g_assert_true ((error != NULL) == (c->expected == NULL));
}

/* Whatever is pasted is read in a moment, and every name can be stored. */
static void
test_parse_hostile (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  static const char letters[] = "\t\n\r;,|\"<>@ab -•é\x01\xff=";

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString)       text = g_string_new (NULL);
      g_autoptr (AtlPeopleText) read = NULL;

      for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
        g_string_append_c (text, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);
      read = atl_people_text_new (text->str, ATL_PEOPLE_COMMAS_ANY);
      for (guint j = 0; j < read->people->len; j++)
        {
          AtlPersonLine *line = read->people->pdata[j];

          g_assert_cmpstr (line->name, !=, "");
          g_assert_true (g_utf8_validate (line->name, -1, NULL) && g_utf8_validate (line->silo, -1, NULL));
          g_assert_null (strpbrk (line->name, "\t\n\r"));
        }
    }
}

static void
test_parse_stops_at_limit (void)
{
  g_autoptr (GString)       text = g_string_new (NULL);
  g_autoptr (AtlPeopleText) read = NULL;

  for (guint i = 0; i < ATL_PEOPLE_MOST + 7; i++)
    g_string_append_printf (text, "Ada %u\n", i);
  read = atl_people_text_new (text->str, ATL_PEOPLE_COMMAS_ANY);

  g_assert_cmpuint (read->people->len, ==, ATL_PEOPLE_MOST);
  g_assert_cmpuint (read->n_over, ==, 7);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parser_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/people/parse/", parser_cases[i].name, NULL);

      g_test_add_data_func (path, &parser_cases[i], test_parse);
    }
  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/people/file/", file_cases[i].name, NULL);

      g_test_add_data_func (path, &file_cases[i], test_file);
    }
  g_test_add_func ("/people/parse/told-commas", test_parse_told_commas);
  g_test_add_func ("/people/parse/hostile", test_parse_hostile);
  g_test_add_func ("/people/parse/stops-at-limit", test_parse_stops_at_limit);
  g_test_add_func ("/people/parse/cuts-long-names", test_parse_cuts_long);
  return g_test_run ();
}

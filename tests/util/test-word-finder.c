/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-word-finder.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *words; /* known, separated by | */
  const char *text;
  const char *found; /* as written in the text, separated by | */
} Case;

static const Case cases[] = {
  { "none", "API", "Nothing here", "" },
  { "whole-words-only", "API", "capital apiary API", "API" },
  { "case", "backlog", "The BACKLOG and Backlog", "BACKLOG|Backlog" },
  { "accents", "épopée", "Une epopee, des Épopées", "epopee|Épopées" },
  { "decomposed-accents", "épopée", "une e\xcc\x81pope\xcc\x81"
                                    "e",
    "e\xcc\x81pope\xcc\x81"
    "e" },
  { "plural-of-text", "sprint", "two sprints", "sprints" },
  { "plural-of-word", "Sprints", "one sprint", "sprint" },
  { "acronym-plural", "KPI", "des KPIs, KPI’s", "KPIs|KPI" },
  { "no-plural-of-acronyms", "SAA", "SaaS is not SaaS", "" },
  { "short-words-have-no-plural", "bu", "le bus", "" },
  { "double-s", "process", "processes, process", "processes|process" },
  { "status", "status", "status", "status" },
  { "stories", "user story", "many user stories", "user stories" },
  { "french-plural", "tâche", "les taches", "taches" },
  { "french-aux", "journal", "des journaux, un réseau", "journaux" },
  { "french-eaux", "réseau", "Les réseaux", "réseaux" },
  { "flux-is-flux", "flux", "un flux, des flux", "flux|flux" },
  { "elision", "API", "l’API et l'API", "API|API" },
  { "several-words", "definition of done", "The Definition of  Done!", "Definition of  Done" },
  { "hyphen-or-space", "time-to-market", "Time to market", "Time to market" },
  { "longest-wins", "product|product owner|owner", "the product owner of it", "product owner" },
  { "longest-that-is-whole", "product|product owner guild", "product owner", "product" },
  { "full-stop-parts", "end point", "At the end. Point taken.", "" },
  { "ampersand", "R&D", "R & D, R D, R&D", "R & D|R&D" },
  { "signs", "C++|C|C#|.NET", "C++ is not C#, nor C. .NET", "C++|C#|C|.NET" },
  { "sentence-signs-are-none", "(API).", "an API", "API" },
  { "arabic", "واجهة", "هذه واجهة جديدة", "واجهة" },
  { "hebrew-marks", "שלום", "שָׁלוֹם שלום", "שָׁלוֹם|שלום" },
  { "chinese", "接口", "这是接口文档", "接口" },
  { "ligature", "œuvre", "main d’oeuvre", "oeuvre" },
  { "newline", "value stream", "value\nstream", "value\nstream" },
  { "no-letters", "++|API", "++ API", "API" },
  { "digits", "B2B", "le b2b", "b2b" },
  { "broken-bytes", "API", "API \xff API", "" },
};

static AtlWordFinder *
make_finder (const char *words)
{
  AtlWordFinder *finder = atl_word_finder_new (g_free);
  g_auto (GStrv) all = g_strsplit (words, "|", -1);

  for (guint i = 0; all[i] != NULL; i++)
    atl_word_finder_add (finder, all[i], g_strdup (all[i]));
  return finder;
}

static char *
dup_found (AtlWordFinder *finder,
           const char    *text)
{
  g_autoptr (GArray) matches = atl_word_finder_dup_matches (finder, text);
  GString           *found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      AtlWordMatch *match = &g_array_index (matches, AtlWordMatch, i);

      g_string_append_printf (found, "%s%.*s", i > 0 ? "|" : "", (int) (match->end - match->start),
                              text + match->start);
    }
  return g_string_free (found, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case               *c = data;
  g_autoptr (AtlWordFinder) finder = make_finder (c->words);

  g_autofree char *found = dup_found (finder, c->text);

  g_assert_cmpstr (found, ==, c->found);
  g_assert_cmpint (atl_word_finder_has_match (finder, c->text), ==, *c->found != '\0');
}

static void
test_match_gives_data (void)
{
  g_autoptr (AtlWordFinder) finder = make_finder ("owner|Product Owner");

  g_autoptr (GArray) matches = atl_word_finder_dup_matches (finder, "product owners");

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (g_array_index (matches, AtlWordMatch, 0).data, ==, "Product Owner");
}

static void
test_first_of_same_counts (void)
{
  g_autoptr (AtlWordFinder) finder = atl_word_finder_new (g_free);

  gboolean           first = atl_word_finder_add (finder, "API", g_strdup ("1"));
  gboolean           second = atl_word_finder_add (finder, "Apis", g_strdup ("2"));
  g_autoptr (GArray) matches = atl_word_finder_dup_matches (finder, "api");

  g_assert_true (first);
  g_assert_true (second == FALSE);
  g_assert_cmpuint (atl_word_finder_get_size (finder), ==, 1);
  g_assert_cmpstr (g_array_index (matches, AtlWordMatch, 0).data, ==, "1");
}

static void
test_keys (void)
{
  g_autofree char *one = atl_word_dup_key ("  Time-to-Market ");
  g_autofree char *same = atl_word_dup_key ("time to markets");
  g_autofree char *other = atl_word_dup_key ("time, to market");
  g_autofree char *sharp = atl_word_dup_key ("C#");
  g_autofree char *plus = atl_word_dup_key ("C++");
  g_autofree char *none = atl_word_dup_key ("…");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (sharp, !=, plus);
  g_assert_cmpstr (none, ==, "");
}

/* Ten thousand words that all begin alike, in a long text of the same: linear, not quadratic. */
static void
test_hostile (void)
{
  g_autoptr (AtlWordFinder) finder = atl_word_finder_new (g_free);
  g_autoptr (GString)       text = g_string_new (NULL);

  for (guint i = 0; i < 10000; i++)
    {
      char *word = g_strdup_printf ("alpha beta %u gamma", i);

      atl_word_finder_add (finder, word, word);
    }
  for (guint i = 0; i < 10000; i++)
    atl_word_finder_add (finder, "alpha beta +", g_strdup ("x"));
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "alpha beta ");
  g_string_append (text, "9999 gamma");
  g_assert_false (atl_word_finder_add (finder, text->str, g_strdup ("x")));

  g_test_timer_start ();
  g_autoptr (GArray) matches = atl_word_finder_dup_matches (finder, text->str);

  g_assert_cmpfloat (g_test_timer_elapsed (), <, 2.0);
  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpuint (g_array_index (matches, AtlWordMatch, 0).end, ==, text->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/word-finder/finds/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/word-finder/match-gives-its-data", test_match_gives_data);
  g_test_add_func ("/word-finder/first-of-the-same-counts", test_first_of_same_counts);
  g_test_add_func ("/word-finder/keys-are-equal-for-the-same-word", test_keys);
  g_test_add_func ("/word-finder/ten-thousand-alike-stay-fast", test_hostile);
  return g_test_run ();
}

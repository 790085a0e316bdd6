/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-stack-words.h"

static const struct
{
  const char *path;
  const char *language;
  const char *texts[5];
  const char *title;
} cases[] = {
  { "word-most-have", "en", { "Budget was late", "No budget for tests", "The budgets changed" }, "Budget" },
  { "phrase-first", "fr", { "Le click and collect", "Click and collect lent", "x" }, "Click and collect" },
  { "elision-and-accents", "fr", { "L’équipe n’était pas là", "Pas d'equipe dédiée" }, "Équipe" },
  { "phrase-over-small-words", "fr", { "Chef de projet absent", "Trois chefs de projet" }, "Chef de projet" },
  { "acronyms-count", "fr", { "Le SI ne suit pas", "SI trop lent", "SI" }, "SI" },
  { "several-words", "en", { "Stores and stock", "stock in stores", "stores: no stock!" }, "Stores, stock" },
  { "stop-words-alone-are-nothing", "en", { "It is what it is", "This is it" }, NULL },
  { "numbers-are-nothing", "en", { "2023 was hard", "In 2023, easy" }, NULL },
  { "nothing-in-common", "en", { "Red", "Blue" }, NULL },
  { "same-word-twice-in-one-note", "en", { "Alpha alpha alpha", "Beta" }, NULL },
  { "empty-notes", "en", { "", "" }, NULL },
  { "no-phrase-over-a-full-stop", "en", { "Fast. Delivery", "fast; delivery" }, "Fast, Delivery" },
};

static void
test_case (gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *title = atl_stack_words_suggest (cases[i].texts, cases[i].language);

  g_assert_cmpstr (title, ==, cases[i].title);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/stack-words/", cases[i].path, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}

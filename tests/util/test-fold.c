/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-fold.h"

/* What of a text is found, piece by piece between bars. */
static char *
dup_found (const char *text,
           const char *words)
{
  g_autoptr (GArray) ranges = atl_fold_find_all (text, words);
  GString           *found = g_string_new (NULL);

  for (guint i = 0; i < ranges->len; i++)
    {
      AtlTextRange range = g_array_index (ranges, AtlTextRange, i);

      g_string_append_printf (found, "%s%.*s", i > 0 ? "|" : "", (int) (range.end - range.start),
                              text + range.start);
    }
  return g_string_free (found, FALSE);
}

static void
test_find (void)
{
  static const struct
  {
    const char *text, *words, *found;
  } table[] = {
    { "Décider plus tôt", "decider TOT", "Décider|tôt" },
    { "De\xcc\x81"
      "cider",
      "décider", "De\xcc\x81"
                 "cider" }, /* an accent of its own */
    { "Un œuf", "oe", "œ" },
    { "Un œuf", "o", "œ" },
    { "banana", "an", "anan" },
    { "Straße", "strasse", "Straße" },
    { "قرار مبكر", "مبكر", "مبكر" },
    { "one", "", "" },
    { "one", "two", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *found = dup_found (table[i].text, table[i].words);

      g_assert_cmpstr (found, ==, table[i].found);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/find-all/gives-places-in-the-text-as-written", test_find);
  return g_test_run ();
}

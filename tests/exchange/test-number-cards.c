/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-number-cards.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
run (const char *program,
     const char *path)
{
  const char *argv[] = { program, path, g_str_equal (program, "pdftotext") ? "-" : NULL, NULL };
  char       *output = NULL;

  g_assert_true (
    g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, NULL, NULL));
  return output;
}

static void
test_cards (void)
{
  g_autofree char       *folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  g_autofree char       *path = g_build_filename (folder, "cards.pdf", NULL);
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autofree char       *info = NULL;
  g_autofree char       *text = NULL;
  g_auto (GStrv)         words = NULL;
  guint                  number = 33;

  atl_session_set_title (session, "Atelier de printemps");
  g_assert_true (atl_number_cards_export (session, 33, 12, path, NULL));
  info = run ("pdfinfo", path);
  text = run ("pdftotext", path);

  g_assert_true (g_regex_match_simple ("Pages: +2\\n", info, 0, 0));
  g_assert_true (g_regex_match_simple ("Page size: +595.*A4", info, 0, 0));
  words = g_strsplit_set (text, " \n\f", -1);
  for (guint i = 33; i < 45; i++)
    {
      g_autofree char *digits = g_strdup_printf ("%u", i);

      number += g_strv_contains ((const char *const *) words, digits) ? 1 : 0;
    }
  g_assert_cmpuint (number, ==, 45);
  g_assert_nonnull (strstr (text, "printemps"));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_nowhere (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GError)     error = NULL;

  g_assert_false (atl_number_cards_export (session, 1, 8, "/nowhere/cards.pdf", &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-cards/eight-on-a-page-with-their-numbers", test_cards);
  g_test_add_func ("/number-cards/file-that-cannot-be-written-is-told", test_nowhere);
  return g_test_run ();
}

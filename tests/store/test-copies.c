/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-copies.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *name;
  gboolean    copy;
} NameCase;

static const NameCase names[] = {
  { "retro.sync-conflict-20261121-143000-ABC12DE.atelier", TRUE },
  { "retro (conflicted copy 2026-11-21 143000).atelier", TRUE },
  { "retro.conflict-0badc0de.atelier", TRUE },
  { "retro.conflict-0badc0de.sync-conflict-20261121-143000-ABC12DE.atelier", TRUE },
  { "retro.atelier", FALSE },
  { "retro2.conflict-0badc0de.atelier", FALSE },
  { "other.conflict-0badc0de.atelier", FALSE },
  { "retro.conflict-0badc0d.atelier", FALSE },
  { "retro.conflict-0badc0deX.atelier", FALSE },
  { "retro.conflict-0badc0de.pdf", FALSE },
  { "retro.conflict-0badc0de", FALSE },
  { "retro.sync-conflict-2026112-143000-ABC12DE.atelier", FALSE },
  { "retro (conflicted copy 2026-11-21).atelier", FALSE },
  { "retro (copy).atelier", FALSE },
  { "", FALSE },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i].name);
      g_assert_cmpint (atl_copies_is_name_of (names[i].name, "retro.atelier"), ==, names[i].copy);
    }
}

static void
test_name_of_nothing (void)
{
  g_assert_false (atl_copies_is_name_of (".conflict-0badc0de.atelier", ".atelier"));
  g_assert_false (atl_copies_is_name_of (".conflict-0badc0de.atelier", ""));
}

static void
put (const char *folder, const char *name, const char *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
}

static void
take_away (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_finds_the_same_session (void)
{
  static const char *const files[][2] = {
    { "retro.atelier", "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"one\"}\n" },
    { "retro.conflict-0badc0de.atelier", "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"one\"}\n" },
    { "retro.conflict-11111111.atelier", "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"two\"}\n" },
    { "retro.conflict-22222222.atelier", "{\"format\":\"other\",\"id\":\"one\"}\n" },
    { "retro.conflict-33333333.atelier", "{\"format\":\"atelier-session\",\"ver" },
    { "retro.conflict-44444444.atelier", "[1]" },
    { "retro (conflicted copy 2026-11-21 143000).atelier",
      "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"one\"}\n" },
  };
  g_autofree char      *folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  g_autofree char      *path = g_build_filename (folder, "retro.atelier", NULL);
  g_autofree char      *first = g_build_filename (folder, files[6][0], NULL);
  g_autofree char      *second = g_build_filename (folder, files[1][0], NULL);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    put (folder, files[i][0], files[i][1]);
  found = atl_copies_find (path, "one");

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (found, 0), ==, first);
  g_assert_cmpstr (g_ptr_array_index (found, 1), ==, second);
  g_assert_null (g_ptr_array_index (found, 2));

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    take_away (folder, files[i][0]);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_finds_nothing_in_no_folder (void)
{
  g_autoptr (GPtrArray) found = atl_copies_find ("/nonexistent/retro.atelier", "one");

  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/copies/name/tells-a-conflict-copy", test_names);
  g_test_add_func ("/copies/name/of-nothing-is-no-copy", test_name_of_nothing);
  g_test_add_func ("/copies/find/same-session-only", test_finds_the_same_session);
  g_test_add_func ("/copies/find/no-folder-has-none", test_finds_nothing_in_no_folder);
  return g_test_run ();
}

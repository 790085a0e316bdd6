/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-fixture.h"

#include "file/atl-digest.h"
#include "atl-folder-test.h"

#include <glib/gstdio.h>
#include <string.h>

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->base = g_dir_make_tmp ("atelier-recovery-XXXXXX", &fixture->error);
  g_assert_no_error (fixture->error);
  fixture->root = g_build_filename (fixture->base, "state", "recovery", NULL);
  fixture->path = g_build_filename (fixture->base, "session.atelier", NULL);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  atl_test_remove_folder (fixture->base);
  g_free (fixture->base);
  g_free (fixture->root);
  g_free (fixture->path);
  g_clear_error (&fixture->error);
}

void
fixture_put (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
fixture_digest (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atl_digest_bytes (bytes);
}

/* An opening of an untitled session. */
AtlRecovery *
fixture_begin (Fixture *fixture)
{
  return atl_recovery_new (fixture->root, "s-1", NULL, NULL);
}

gboolean
fixture_write (AtlRecovery *recovery, const char *text, gint64 now, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atl_recovery_write_snapshot (recovery, atl_recovery_take_number (recovery), bytes, now, error);
}

/* The only thing that there is, or NULL. */
AtlRecoverable *
fixture_find_one (Fixture *fixture, gint64 now)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (fixture->root, now);

  g_assert_cmpuint (found->len, <=, 1);
  return found->len == 1 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/* How many files of a folder begin with @prefix; those with a dot first count as well. */
guint
fixture_count (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name;
  guint            n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, prefix);

  return n;
}

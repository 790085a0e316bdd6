/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-durable-prune.h"
#include "file/atl-durable-temporary.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define DAY (24 * 60 * 60)

typedef struct
{
  char *folder;
  int   fd;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->fd = g_open (fixture->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  g_assert_cmpint (fixture->fd, >=, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpint (unlinkat (fixture->fd, name, 0), ==, 0);
  close (fixture->fd);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

static void
put (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static gboolean
is_there (Fixture *fixture, const char *name)
{
  return faccessat (fixture->fd, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static guint
prune_in (Fixture *fixture, gint64 seconds)
{
  return atl_durable_prune_at (fixture->fd, g_get_real_time () / G_USEC_PER_SEC + seconds);
}

/* A name whose tag holds the beginnings of the digests of two texts. */
static char *
name_with (const char *ours, const char *expected)
{
  g_autofree char *one = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ours, -1);
  g_autofree char *other = g_compute_checksum_for_string (G_CHECKSUM_SHA256, expected, -1);
  g_autofree char *tag = g_strdup_printf ("%.8s%.8s", one, other);

  return atl_durable_name_make ("séance.atelier", tag);
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = atl_durable_name_make ("séance.atelier", "0123456789abcdef");
  g_autofree char *plain = atl_durable_name_make ("a.pdf", "");
  g_autofree char *base = NULL;
  g_autofree char *tag = NULL;
  g_autofree char *plain_base = NULL;
  g_autofree char *plain_tag = NULL;

  g_assert_true (atl_durable_name_parse (name, &base, &tag));
  g_assert_true (atl_durable_name_parse (plain, &plain_base, &plain_tag));

  g_assert_cmpstr (base, ==, "séance.atelier");
  g_assert_cmpstr (tag, ==, "0123456789abcdef");
  g_assert_cmpstr (plain_base, ==, "a.pdf");
  g_assert_cmpstr (plain_tag, ==, "");
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *base = g_strnfill (255, 'n');
  g_autofree char *name = atl_durable_name_make (base, "0123456789abcdef");
  g_autofree char *found = NULL;
  g_autofree char *tag = NULL;

  g_assert_cmpuint (strlen (name), <=, 255);
  g_assert_true (atl_durable_name_parse (name, &found, &tag));
  g_assert_true (g_str_has_prefix (base, found));
}

static const char *const not_ours[] = {
  "a.atelier",
  ".a.atelier",
  ".a.atelier.ab12.tmp",
  ".atl-ab12.tmp",
  "a.atl-ab12.tmp",
  ".a.atl-ab1.tmp",
  ".a.atl-AB12.tmp",
  ".a.atl-ab12.tmp~",
  ".a.atl-ab12-0123.tmp",
  ".a.atl-ab12-0123456789abcdeg.tmp",
  ".a.atl-ab12_0123456789abcdef.tmp",
  ".a.atl-",
  "",
};

static void
test_not_ours (Fixture *fixture, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (not_ours); i++)
    {
      char *base = NULL;
      char *tag = NULL;

      g_assert_false (atl_durable_name_parse (not_ours[i], &base, &tag));
      g_assert_null (base);
    }
}

static void
test_old (Fixture *fixture, gconstpointer data)
{
  put (fixture, ".a.pdf.atl-ab12.tmp", "%PDF");

  g_assert_cmpuint (prune_in (fixture, DAY - 60), ==, 0);
  g_assert_cmpuint (prune_in (fixture, DAY + 60), ==, 1);

  g_assert_false (is_there (fixture, ".a.pdf.atl-ab12.tmp"));
}

static void
test_others (Fixture *fixture, gconstpointer data)
{
  put (fixture, ".a.atelier.ab12.tmp", "{}");
  put (fixture, "a.atelier", "{}");
  g_assert_cmpint (symlinkat ("a.atelier", fixture->fd, ".a.atl-ab12.tmp"), ==, 0);

  g_assert_cmpuint (prune_in (fixture, 3 * DAY), ==, 0);

  g_assert_true (is_there (fixture, ".a.atelier.ab12.tmp"));
  g_assert_true (is_there (fixture, "a.atelier"));
  g_assert_true (is_there (fixture, ".a.atl-ab12.tmp"));
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }

  put (fixture, ".a.pdf.atl-ab12.tmp", "%PDF");
  g_assert_cmpint (fchownat (fixture->fd, ".a.pdf.atl-ab12.tmp", 12345, 12345, 0), ==, 0);

  g_assert_cmpuint (prune_in (fixture, 3 * DAY), ==, 0);
  g_assert_true (is_there (fixture, ".a.pdf.atl-ab12.tmp"));
}

/* After a kill the name holds what was being written, or what was replaced. */
static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ours = name_with ("{\"a\":2}\n", "{\"a\":1}\n");
  g_autofree char *expected = name_with ("{\"a\":2}\n", "{\"a\":1}\n");

  put (fixture, ours, "{\"a\":2}\n");
  put (fixture, expected, "{\"a\":1}\n");

  g_assert_cmpuint (prune_in (fixture, 2 * DAY), ==, 2);
  g_assert_false (is_there (fixture, ours));
  g_assert_false (is_there (fixture, expected));
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = name_with ("{\"a\":2}\n", "{\"a\":1}\n");
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "{\"theirs\":3}\n", -1);
  g_autofree char *conflict = g_strdup_printf ("séance.conflict-%.8s.atelier", digest);

  put (fixture, name, "{\"theirs\":3}\n");

  g_assert_cmpuint (prune_in (fixture, 2 * DAY), ==, 1);
  g_assert_false (is_there (fixture, name));
  g_assert_true (is_there (fixture, conflict));
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cut = name_with ("{\"a\":2}\n", "{\"a\":1}\n");
  g_autofree char *empty = name_with ("{\"a\":2}\n", "{\"a\":1}\n");

  put (fixture, cut, "{\"a\":");
  put (fixture, empty, "");

  g_assert_cmpuint (prune_in (fixture, 2 * DAY), ==, 2);
  g_assert_false (is_there (fixture, cut));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/durable-name/is-recognized", test_round_trip);
  ADD ("/durable-name/long-name-finds-room", test_long);
  ADD ("/durable-name/others-are-not-ours", test_not_ours);
  ADD ("/durable-prune/a-day-old-goes", test_old);
  ADD ("/durable-prune/other-names-and-links-stay", test_others);
  ADD ("/durable-prune/files-of-others-stay", test_owner);
  ADD ("/durable-prune/known-contents-go", test_known);
  ADD ("/durable-prune/somebody-elses-version-becomes-a-conflict-copy", test_unknown);
  ADD ("/durable-prune/what-was-never-finished-goes", test_cut);

  return g_test_run ();
}

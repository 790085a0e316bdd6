/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <signal.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "séance.atelier", NULL);
  fixture->other = g_build_filename (fixture->folder, "other.atelier", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_unlink (fixture->other);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->other);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gboolean
write_text (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atl_durable_write (path, bytes, error);
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static mode_t
get_mode (const char *path)
{
  struct stat info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  mode_t             old = umask (027);

  g_assert_true (write_text (fixture->path, "one", &error));
  umask (old);

  g_assert_no_error (error);
  assert_content (fixture->path, "one");
  g_assert_cmpint (get_mode (fixture->path), ==, 0640);
}

static void
test_existing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "a longer text than the next", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0604), ==, 0);
  g_assert_true (write_text (fixture->path, "two", &error));

  g_assert_no_error (error);
  assert_content (fixture->path, "two");
  g_assert_cmpint (get_mode (fixture->path), ==, 0604);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (write_text (fixture->path, "", NULL));

  assert_content (fixture->path, "");
}

static void
test_attributes (Fixture *fixture, gconstpointer data)
{
  char    value[16] = { 0 };
  ssize_t n;

  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  if (setxattr (fixture->path, "user.atelier", "kept", 4, 0) != 0)
    {
      g_test_skip ("no extended attributes here");
      return;
    }

  g_assert_true (write_text (fixture->path, "two", NULL));
  n = getxattr (fixture->path, "user.atelier", value, sizeof value - 1);

  g_assert_cmpint (n, ==, 4);
  g_assert_cmpstr (value, ==, "kept");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->other, "one", -1, NULL));
  g_assert_cmpint (symlink ("other.atelier", fixture->path), ==, 0);

  g_assert_true (write_text (fixture->path, "two", NULL));

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (fixture->other, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->other, "two");
}

static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (symlink (fixture->other, fixture->path), ==, 0);

  g_assert_true (write_text (fixture->path, "one", NULL));

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture->other, "one");
}

static void
test_link_in_circles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (fixture->other, fixture->path), ==, 0);
  g_assert_cmpint (symlink (fixture->path, fixture->other), ==, 0);

  g_assert_false (write_text (fixture->path, "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_WRITE);
}

static void
test_hard_link (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  g_assert_cmpint (link (fixture->path, fixture->other), ==, 0);

  g_assert_true (write_text (fixture->path, "two", NULL));

  assert_content (fixture->path, "two");
  assert_content (fixture->other, "one");
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "gone", "a.atelier", NULL);

  g_assert_false (write_text (path, "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

static void
test_parent_is_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->path, "a.atelier", NULL);

  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  g_assert_false (write_text (path, "two", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  assert_content (fixture->path, "one");
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) device_error = NULL;

  g_assert_false (write_text (fixture->folder, "one", &error));
  g_assert_false (write_text ("/dev/full", "one", &device_error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  g_assert_error (device_error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

/* Permissions mean nothing to root. */
static void
become_nobody (const char *folder)
{
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) file_error = NULL;
  g_autoptr (GError) folder_error = NULL;

  become_nobody (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  g_assert_false (write_text (fixture->path, "two", &file_error));
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (write_text (fixture->other, "two", &folder_error));
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  g_assert_cmpint (seteuid (getuid ()), ==, 0);

  g_assert_error (file_error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  g_assert_error (folder_error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  assert_content (fixture->path, "one");
}

/* A limit on the size of files stands for a disk that fills up in the middle. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *text = g_strnfill (100000, 'x');
  struct rlimit      before, limit;

  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (write_text (fixture->path, text, &error));
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FULL);
  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_full_while_streaming (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (AtlDurableFile) file = atl_durable_file_begin (fixture->path, NULL);
  g_autofree char           *text = g_strnfill (100000, 'x');
  struct rlimit              before, limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = before;
  limit.rlim_cur = 50000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (atl_durable_file_write (file, text, 100000, &error));
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FULL);
}

static void
test_abort (Fixture *fixture, gconstpointer data)
{
  AtlDurableFile *file;

  g_assert_true (g_file_set_contents (fixture->path, "one", -1, NULL));
  file = atl_durable_file_begin (fixture->path, NULL);
  g_assert_true (atl_durable_file_write (file, "two", 3, NULL));
  atl_durable_file_free (file);

  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_stream (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlDurableFile) file = atl_durable_file_begin (fixture->path, NULL);

  g_assert_true (atl_durable_file_write (file, "on", 2, NULL));
  g_assert_cmpint (write (atl_durable_file_get_fd (file), "e", 1), ==, 1);
  g_assert_true (atl_durable_file_reserve (file, 100000, NULL));
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_true (atl_durable_file_commit (file, NULL));

  assert_content (fixture->path, "one");
}

static void
test_somebody_else (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (AtlDurableFile) file = atl_durable_file_begin (fixture->path, NULL);

  g_assert_true (atl_durable_file_write (file, "ours", 4, NULL));
  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_false (atl_durable_file_commit (file, &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  assert_content (fixture->path, "theirs");
}

static void
test_folder_vanishes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)         error = NULL;
  g_autofree char           *folder = g_build_filename (fixture->folder, "sub", NULL);
  g_autofree char           *path = g_build_filename (folder, "a.atelier", NULL);
  g_autoptr (AtlDurableFile) file = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  file = atl_durable_file_begin (path, NULL);
  g_assert_true (atl_durable_file_write (file, "one", 3, NULL));
  if (g_rmdir (folder) != 0)
    {
      g_clear_pointer (&file, atl_durable_file_free);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
      g_test_skip ("no nameless files here");
      return;
    }

  g_assert_false (atl_durable_file_commit (file, &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *name = g_strnfill (255, 'n');
  g_autofree char   *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char   *too_long = g_strconcat (path, "n", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (path, "one", NULL));
  g_assert_true (write_text (path, "two", NULL));
  assert_content (path, "two");
  g_unlink (path);

  g_assert_false (write_text (too_long, "one", &error));
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

static void
test_relative (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_get_current_dir ();

  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  g_assert_true (write_text ("other.atelier", "one", NULL));
  g_assert_cmpint (g_chdir (before), ==, 0);

  assert_content (fixture->other, "one");
}

static gpointer
write_many (gpointer data)
{
  for (int i = 0; i < 20; i++)
    g_assert_true (write_text (data, "one", NULL));

  return NULL;
}

static void
test_threads (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];

  g_assert_true (write_text (fixture->path, "zero", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, write_many, fixture->path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/durable-file/new/obeys-the-umask", test_new);
  ADD ("/durable-file/existing/keeps-the-mode", test_existing);
  ADD ("/durable-file/empty/is-a-file-too", test_empty);
  ADD ("/durable-file/existing/keeps-attributes", test_attributes);
  ADD ("/durable-file/link/is-followed-and-stays", test_link);
  ADD ("/durable-file/link/to-nothing-makes-its-target", test_dangling_link);
  ADD ("/durable-file/link/in-circles-is-refused", test_link_in_circles);
  ADD ("/durable-file/hard-link/is-broken", test_hard_link);
  ADD ("/durable-file/folder/missing-is-told", test_no_folder);
  ADD ("/durable-file/folder/that-is-a-file-is-told", test_parent_is_file);
  ADD ("/durable-file/target/must-be-a-file", test_not_a_file);
  ADD ("/durable-file/read-only/is-told", test_read_only);
  ADD ("/durable-file/full/leaves-the-old-file", test_full);
  ADD ("/durable-file/full/while-streaming-leaves-nothing", test_full_while_streaming);
  ADD ("/durable-file/abort/leaves-no-trace", test_abort);
  ADD ("/durable-file/stream/appears-at-commit", test_stream);
  ADD ("/durable-file/somebody-else/is-not-replaced", test_somebody_else);
  ADD ("/durable-file/folder/vanishing-is-told", test_folder_vanishes);
  ADD ("/durable-file/long-name/finds-room", test_long_name);
  ADD ("/durable-file/relative-name/works", test_relative);
  ADD ("/durable-file/threads/do-not-disturb-each-other", test_threads);

  return g_test_run ();
}

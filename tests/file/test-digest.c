/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-digest.h"
#include "file/atl-file-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The example of FIPS 180-4, and the empty text. */
#define OF_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define OF_NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.atelier", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_known (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char   *of_abc = atl_digest_bytes (abc);
  g_autofree char   *of_nothing = atl_digest_bytes (nothing);

  g_assert_cmpstr (of_abc, ==, OF_ABC);
  g_assert_cmpstr (of_nothing, ==, OF_NOTHING);
  g_assert_cmpuint (strlen (of_abc), ==, ATL_DIGEST_LENGTH);
}

static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char   *text = g_strnfill (200001, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (text, 200001);
  g_autofree char   *of_bytes = atl_digest_bytes (bytes);
  g_autofree char   *of_file = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, 200001, NULL));
  of_file = atl_digest_file (fixture->path, NULL);

  g_assert_cmpstr (of_file, ==, of_bytes);
}

static void
test_position (Fixture *fixture, gconstpointer data)
{
  g_autofree char *digest = NULL;
  int              fd;

  g_assert_true (g_file_set_contents (fixture->path, "abc", 3, NULL));
  fd = g_open (fixture->path, O_RDONLY | O_CLOEXEC, 0);
  g_assert_cmpint (lseek (fd, 2, SEEK_SET), ==, 2);
  digest = atl_digest_descriptor (fd);

  g_assert_cmpstr (digest, ==, OF_ABC);
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, 2);
  close (fd);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (atl_digest_file (fixture->path, &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) pipe_error = NULL;
  g_autoptr (GError) folder_error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_null (atl_digest_file (fixture->path, &pipe_error));
  g_assert_null (atl_digest_file (fixture->folder, &folder_error));

  g_assert_error (pipe_error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE);
  g_assert_error (folder_error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/digest/bytes/known-answers", test_known);
  ADD ("/digest/file/of-several-blocks-is-that-of-its-bytes", test_file);
  ADD ("/digest/descriptor/keeps-its-position", test_position);
  ADD ("/digest/file/missing-is-told", test_missing);
  ADD ("/digest/file/pipe-is-not-waited-for", test_pipe);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

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
  if (data != NULL)
    g_assert_true (g_file_set_contents (fixture->path, data, -1, NULL));
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
test_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (JsonNode) root = atl_json_load (fixture->path, &bytes, &error);

  g_assert_no_error (error);
  g_assert_true (json_node_is_immutable (root));
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "a"), ==, 1);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, strlen (data));
}

static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (JsonNode) root = atl_json_load (fixture->path, &bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CUT);
  g_assert_nonnull (bytes);
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = atl_json_load (fixture->path, NULL, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_EMPTY);
}

static void
test_zeros (void)
{
  static const char    zeros[4096];
  g_autoptr (GBytes)   bytes = g_bytes_new_static (zeros, sizeof zeros);
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = atl_json_parse (bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_EMPTY);
}

static void
test_utf16 (gconstpointer data)
{
  g_autoptr (GBytes)   bytes = g_bytes_new_static (data, 4);
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = atl_json_parse (bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_TEXT);
  g_assert_nonnull (strstr (error->message, "UTF-16"));
}

static void
test_root (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = atl_json_load (fixture->path, NULL, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN);
}

static const struct
{
  const char *name;
  const char *content;
  gsize       length;
  const char *said;
} foreign[] = {
  { "png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "a picture" },
  { "jpeg", "\xff\xd8\xff\xe0\0\x10JFIF", 10, "a picture" },
  { "webp", "RIFF\x10\0\0\0WEBPVP8 ", 16, "a picture" },
  { "pdf", "%PDF-1.7\n%\xb5\xb5", 12, "a PDF document" },
  { "zip", "PK\3\4\x14\0\0\0", 8, "a ZIP archive" },
  { "gzip", "\x1f\x8b\x08\0", 4, "a compressed file" },
  { "html", "<!DOCTYPE html><p>", 18, "a web page" },
  { "random", "\x9c\x02\xf3\x88\x81\x11\xd7\xc0\xaa", 9, "some other program" },
  { "text", "Dear diary, na\xc3\xafve\n", 18, "This is a text" },
  { "brackets", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    72, "This is a text" },
};

/* Nobody who has picked the wrong file wants to read of values and quotes. */
static void
test_foreign (gconstpointer data)
{
  guint                i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes)   bytes = g_bytes_new_static (foreign[i].content, foreign[i].length);
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = atl_json_parse (bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "not an Atelier session"));
  g_assert_nonnull (strstr (error->message, foreign[i].said));
  g_assert_null (strstr (error->message, "olumn"));
}

static void
test_deep (void)
{
  GString             *text = g_string_new (NULL);
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (GError)   error = NULL;
  g_autoptr (JsonNode) root = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "{\"a\":");
  bytes = g_string_free_to_bytes (text);
  root = atl_json_parse (bytes, &error);

  g_assert_null (root);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_DEEP);
  g_assert_true (g_str_has_prefix (error->message, "This is not an Atelier session. Line 1, column "));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (GBytes)   bytes = NULL;
  g_autoptr (JsonNode) root = atl_json_load (fixture->path, &bytes, &error);

  g_assert_null (root);
  g_assert_null (bytes);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = atl_file_read (fixture->folder, &error);

  g_assert_null (bytes);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE);
}

static void
test_pipe (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  bytes = atl_file_read (fixture->path, &error);

  g_assert_null (bytes);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_UNREADABLE);
}

static void
test_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (truncate (fixture->path, 64 * 1024 * 1024 + 1), ==, 0);
  bytes = atl_file_read (fixture->path, &error);

  g_assert_null (bytes);
  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_TOO_LARGE);
}

static void
test_exact_size (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpint (truncate (fixture->path, 200000), ==, 0);
  bytes = atl_file_read (fixture->path, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 200000);
}

#define ADD(path, content, func) g_test_add (path, Fixture, content, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/json-file/load/gives-node-and-bytes", "{\"a\":1}\n", test_load);
  ADD ("/json-file/load/skips-a-byte-order-mark", "\xef\xbb\xbf{\"a\":1}", test_load);
  ADD ("/json-file/cut/gives-the-bytes-and-says-so", "{\"a\":[1,2", test_cut);
  ADD ("/json-file/empty/is-said-to-be-empty", "", test_empty);
  g_test_add_func ("/json-file/zeros/are-said-to-be-empty", test_zeros);
  g_test_add_data_func ("/json-file/utf-16/little-endian/is-named", "\xff\xfe{\0", test_utf16);
  g_test_add_data_func ("/json-file/utf-16/big-endian/is-named", "\xfe\xff\0{", test_utf16);
  g_test_add_data_func ("/json-file/utf-16/without-a-mark/is-named", "{\0\"\0", test_utf16);
  ADD ("/json-file/root/must-be-an-object", "[1]", test_root);
  g_test_add_func ("/json-file/deep/says-first-that-it-is-no-session", test_deep);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_strconcat ("/json-file/foreign/is-named/", foreign[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_foreign);
    }
  ADD ("/json-file/missing/is-not-found", NULL, test_missing);
  ADD ("/json-file/folder/is-unreadable", NULL, test_folder);
  ADD ("/json-file/pipe/is-refused-without-waiting", NULL, test_pipe);
  ADD ("/json-file/large/is-refused", "", test_large);
  ADD ("/json-file/read/gives-every-byte", "", test_exact_size);

  return g_test_run ();
}

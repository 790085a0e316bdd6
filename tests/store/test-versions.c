/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-versions.h"

#include "file/atl-file-error.h"
#include "atl-folder-test.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOON (G_GINT64_CONSTANT (1795262400) * G_TIME_SPAN_SECOND)
#define MINUTE G_TIME_SPAN_MINUTE

/* The versions of one session, whose id would do harm as a name. */
typedef struct
{
  char        *base;
  char        *root;
  AtlVersions *versions;
  GError      *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->base = g_dir_make_tmp ("atelier-versions-XXXXXX", &fixture->error);
  g_assert_no_error (fixture->error);
  fixture->root = g_build_filename (fixture->base, "data", "versions", NULL);
  fixture->versions = atl_versions_new (fixture->root, "../../session");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atl_test_remove_folder (fixture->base);
  atl_versions_unref (fixture->versions);
  g_free (fixture->base);
  g_free (fixture->root);
  g_clear_error (&fixture->error);
}

static gboolean
keep (Fixture *fixture, const char *text, AtlVersionReason reason, gint64 now)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return atl_versions_keep (fixture->versions, bytes, reason, now, &fixture->error);
}

static gboolean
keep_from (Fixture *fixture, const char *text, const char *file, gint64 now)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  AtlVersionOrigin   origin = { ATL_VERSION_OPENED, file, NULL };

  return atl_versions_keep_from (fixture->versions, bytes, &origin, now, &fixture->error);
}

static gboolean
keep_merged (Fixture *fixture, const char *text, const char *label, gint64 now)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  AtlVersionOrigin   origin = { ATL_VERSION_MERGED, "/a/copy.atelier", label };

  return atl_versions_keep_from (fixture->versions, bytes, &origin, now, &fixture->error);
}

static char *
dup_text (const AtlVersion *version)
{
  g_autoptr (GBytes) bytes = atl_version_load (version, NULL);

  return bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* The contents of all versions, newest first, with spaces between. */
static char *
dup_texts (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = atl_versions_list (fixture->versions);
  GString              *out = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *text = dup_text (g_ptr_array_index (list, i));

      g_string_append_printf (out, "%s%s", i > 0 ? " " : "", text);
    }

  return g_string_free (out, FALSE);
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = atl_versions_list (fixture->versions);

  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  const AtlVersion     *version;
  g_autofree char      *text = NULL;
  g_autofree char      *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "hello", -1);

  g_assert_true (keep (fixture, "hello", ATL_VERSION_OPENED, NOON));

  list = atl_versions_list (fixture->versions);
  g_assert_cmpuint (list->len, ==, 1);
  version = g_ptr_array_index (list, 0);
  text = dup_text (version);
  g_assert_cmpstr (text, ==, "hello");
  g_assert_cmpstr (version->digest, ==, digest);
  g_assert_cmpint (version->time, ==, NOON);
  g_assert_cmpint (version->size, ==, 5);
  g_assert_cmpint (version->reason, ==, ATL_VERSION_OPENED);
}

/* An id from a file is not a name: what is written stays inside the root. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char      *name;

  g_assert_true (keep (fixture, "hello", ATL_VERSION_OPENED, NOON));

  dir = g_dir_open (fixture->root, 0, NULL);
  name = g_dir_read_name (dir);
  g_assert_cmpint (strlen (name), ==, 64);
  g_assert_cmpint (strspn (name, "0123456789abcdef"), ==, 64);
  g_assert_null (g_dir_read_name (dir));
}

static void
test_pause (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64      after; /* the first one */
    const char *text;
    const char *kept;
  } cases[] = {
    { 0, "a", "a" },
    { 10 * MINUTE - 1, "b", "a" },
    { 10 * MINUTE, "c", "c a" },
    { 15 * MINUTE, "d", "c a" },
    { 20 * MINUTE, "e", "e c a" },
    { 40 * MINUTE, "e", "e c a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *texts = NULL;

      g_assert_true (keep (fixture, cases[i].text, ATL_VERSION_WORK, NOON + cases[i].after));
      texts = dup_texts (fixture);
      g_assert_cmpstr (texts, ==, cases[i].kept);
    }
}

static void
test_opened (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  g_assert_true (keep (fixture, "a", ATL_VERSION_WORK, NOON));
  g_assert_true (keep (fixture, "b", ATL_VERSION_OPENED, NOON + 1));
  g_assert_true (keep (fixture, "c", ATL_VERSION_DISPLACED, NOON + 2));
  g_assert_true (keep (fixture, "c", ATL_VERSION_OPENED, NOON + 3));

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "c b a");
}

static void
test_ten (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  for (guint i = 0; i < 14; i++)
    {
      const char text[] = { (char) ('a' + i), '\0' };

      g_assert_true (keep (fixture, text, ATL_VERSION_WORK, NOON + i * 10 * MINUTE));
    }

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "n m l k j i h g f e");
}

static void
test_displaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  g_assert_true (keep (fixture, "work", ATL_VERSION_WORK, NOON));
  for (guint i = 0; i < 12; i++)
    {
      const char text[] = { (char) ('a' + i), '\0' };

      g_assert_true (keep (fixture, text, ATL_VERSION_DISPLACED, NOON + i * MINUTE));
    }

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "l k j i h g f e d c work");
}

static void
test_clock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  for (guint i = 0; i < 12; i++)
    {
      const char text[] = { (char) ('a' + i), '\0' };

      g_assert_true (keep (fixture, text, ATL_VERSION_WORK, NOON - i * G_TIME_SPAN_DAY));
    }

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "l k j i h g f e d c");
}

static void
test_strangers (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "x", "1-work-abc.atelier", "-work-.atelier", "a-b-c-d", "1-work-" };
  g_autoptr (GPtrArray)    list = NULL;
  g_autofree char         *folder = NULL;
  g_autofree char         *texts = NULL;

  g_assert_true (keep (fixture, "a", ATL_VERSION_WORK, NOON));
  list = atl_versions_list (fixture->versions);
  folder = g_path_get_dirname (((AtlVersion *) g_ptr_array_index (list, 0))->path);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "stranger", -1, NULL));
    }

  texts = dup_texts (fixture);

  g_assert_cmpstr (texts, ==, "a");
}

/* A name of a file is bytes, not text. */
static void
test_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;

  g_assert_true (keep (fixture, "before there were pages", ATL_VERSION_OPENED, NOON));
  g_assert_true (keep_from (fixture, "a", "/a/caf\xe9 %20.atelier", NOON + 1));
  g_assert_true (keep_merged (fixture, "b", "caf\xe9", NOON + 2));

  list = atl_versions_list (fixture->versions);
  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpstr (((AtlVersion *) list->pdata[0])->label, ==, "caf\xef\xbf\xbd");
  g_assert_cmpstr (((AtlVersion *) list->pdata[1])->file, ==, "/a/caf\xe9 %20.atelier");
  g_assert_null (((AtlVersion *) list->pdata[1])->label);
  g_assert_null (((AtlVersion *) list->pdata[2])->file);
}

static void
test_damaged_page (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "", "[1]", "{\"file\":1,\"label\":[]}",
                                       "{\"file\":\"http://elsewhere/a\"}" };
  g_autoptr (GPtrArray)    list = NULL;
  g_autofree char         *page = NULL;

  g_assert_true (keep_from (fixture, "a", "/a/a.atelier", NOON));
  list = atl_versions_list (fixture->versions);
  page = g_strdup (((AtlVersion *) list->pdata[0])->path);
  strcpy (strrchr (page, '.'), ".json");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GPtrArray) again = NULL;

      g_assert_true (g_file_set_contents (page, pages[i], -1, NULL));
      again = atl_versions_list (fixture->versions);
      g_assert_cmpuint (again->len, ==, 1);
      g_assert_null (((AtlVersion *) again->pdata[0])->file);
    }
}

static guint
count_for_path (Fixture *fixture, const char *path)
{
  g_autoptr (GPtrArray) list = atl_versions_find_for_path (fixture->root, path);

  return list->len;
}

static void
test_for_path (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlVersions) other = atl_versions_new (fixture->root, "other");
  g_autoptr (GBytes)      bytes = g_bytes_new_static ("z", 1);
  AtlVersionOrigin        origin = { ATL_VERSION_CLOSED, "/a/other.atelier", NULL };

  g_assert_cmpuint (count_for_path (fixture, "/a/a.atelier"), ==, 0);
  g_assert_true (keep_from (fixture, "a", "/a/a.atelier", NOON));
  g_assert_true (keep_from (fixture, "b", "/a/a.atelier", NOON + 1));
  g_assert_true (atl_versions_keep_from (other, bytes, &origin, NOON, NULL));

  g_assert_cmpuint (count_for_path (fixture, "/a/a.atelier"), ==, 2);
  g_assert_cmpuint (count_for_path (fixture, "/a/../a/a.atelier"), ==, 2);
  g_assert_cmpuint (count_for_path (fixture, "/a/other.atelier"), ==, 1);
  g_assert_cmpuint (count_for_path (fixture, "/b/a.atelier"), ==, 0);
}

/* Opened under its new name, the file is what it was: no version is kept, but the name is. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_assert_true (keep_from (fixture, "a", "/a/old.atelier", NOON));
  g_assert_true (keep_from (fixture, "a", "/a/new.atelier", NOON + 1));

  g_assert_cmpuint (count_for_path (fixture, "/a/new.atelier"), ==, 1);
}

static guint
count_pages (Fixture *fixture)
{
  g_autoptr (GPtrArray) list = atl_versions_list (fixture->versions);
  g_autofree char      *folder = g_path_get_dirname (((AtlVersion *) list->pdata[0])->path);
  g_autoptr (GDir)      dir = g_dir_open (folder, 0, NULL);
  const char           *name;
  guint                 n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".json");
  return n;
}

static void
test_pages_go (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 14; i++)
    {
      const char text[] = { (char) ('a' + i), '\0' };

      g_assert_true (keep_from (fixture, text, "/a/a.atelier", NOON + i * MINUTE));
    }

  g_assert_cmpuint (count_pages (fixture), ==, ATL_VERSIONS_KEPT);
}

/* Under its name even if it is what was kept last, but not twice; and apart from the work. */
static void
test_merged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  g_assert_true (keep (fixture, "work", ATL_VERSION_WORK, NOON));
  g_assert_true (keep_merged (fixture, "work", "copy", NOON + 1));
  for (guint i = 0; i < 12; i++)
    {
      const char text[] = { (char) ('a' + i), '\0' };

      g_assert_true (keep_merged (fixture, text, "copy", NOON + (i + 1) * MINUTE));
    }
  g_assert_true (keep_merged (fixture, "h", "copy", NOON + 20 * MINUTE));

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "l k j i h g f e d c work");
}

static void
test_merged_same (Fixture *fixture, gconstpointer data)
{
  g_autofree char *texts = NULL;

  g_assert_true (keep (fixture, "work", ATL_VERSION_WORK, NOON));
  g_assert_true (keep_merged (fixture, "work", "copy", NOON + 1));

  texts = dup_texts (fixture);
  g_assert_cmpstr (texts, ==, "work work");
}

/* Of this session, and of no other one; what is kept next is kept as if nothing had been. */
static void
test_delete_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlVersions) other = atl_versions_new (fixture->root, "other");
  g_autoptr (GBytes)      bytes = g_bytes_new_static ("stays", 5);
  g_autoptr (GPtrArray)   of_other = NULL;
  g_autofree char        *before = NULL;
  g_autofree char        *after = NULL;

  g_assert_true (atl_versions_keep (other, bytes, ATL_VERSION_OPENED, NOON, NULL));
  g_assert_true (keep_from (fixture, "a", "/a/a.atelier", NOON));
  g_assert_true (keep_merged (fixture, "b", "copy", NOON + 1));
  g_assert_cmpuint (atl_versions_delete_all (fixture->versions), ==, 0);
  before = dup_texts (fixture);
  g_assert_true (keep (fixture, "a", ATL_VERSION_WORK, NOON + 2));
  after = dup_texts (fixture);
  of_other = atl_versions_list (other);

  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (after, ==, "a");
  g_assert_cmpuint (count_pages (fixture), ==, 0);
  g_assert_cmpuint (of_other->len, ==, 1);
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *in_the_way = g_path_get_dirname (fixture->root);

  g_assert_true (g_file_set_contents (in_the_way, "", -1, NULL));

  g_assert_false (keep (fixture, "a", ATL_VERSION_WORK, NOON));

  g_assert_error (fixture->error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/versions/none/lists-nothing", test_none);
  add ("/versions/keep/comes-back", test_kept);
  add ("/versions/keep/id-is-not-a-name", test_name);
  add ("/versions/keep/one-in-ten-minutes", test_pause);
  add ("/versions/keep/opened-and-displaced-at-once", test_opened);
  add ("/versions/keep/ten", test_ten);
  add ("/versions/keep/displaced-apart", test_displaced);
  add ("/versions/keep/clock-set-back", test_clock);
  add ("/versions/list/strangers", test_strangers);
  add ("/versions/keep/unwritable", test_unwritable);
  add ("/versions/file/comes-back", test_file);
  add ("/versions/file/damaged-page", test_damaged_page);
  add ("/versions/file/pages-go-with-their-versions", test_pages_go);
  add ("/versions/path/finds-what-was-there", test_for_path);
  add ("/versions/path/renamed", test_renamed);
  add ("/versions/delete/all-of-one-session", test_delete_all);
  add ("/versions/merged/apart-and-once", test_merged);
  add ("/versions/merged/under-its-name-although-the-same", test_merged_same);
#undef add

  return g_test_run ();
}

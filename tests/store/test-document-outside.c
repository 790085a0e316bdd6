/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "file/atl-file-error.h"
#include "store/recovery/atl-versions.h"

#include <glib/gstdio.h>

#define assert_title(path, title)                         \
  G_STMT_START                                            \
  {                                                       \
    g_autofree char *found = fixture_dup_title_in (path); \
    g_assert_cmpstr (found, ==, title);                   \
  }                                                       \
  G_STMT_END

static const char *
title_of (Fixture *fixture)
{
  return atl_session_get_title (atl_document_get_session (fixture->document));
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_save_refused (Fixture      *fixture,
                   gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture_write_other (fixture, "Theirs");
  fixture_set_title (fixture, "Ours");

  fixture_save (fixture, NULL);

  g_assert_error (fixture->error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  g_assert_cmpint (atl_document_get_outside (fixture->document), ==, ATL_OUTSIDE_CHANGED);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_CONFLICT);
  g_assert_null (atl_document_get_error_message (fixture->document));
  assert_title (fixture->path, "Theirs");
}

static void
test_seen (Fixture      *fixture,
           gconstpointer data)
{
  guint            n = 0;
  g_autofree char *ours = NULL;
  gsize            length = 0;

  fixture_save (fixture, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &ours, &length, NULL));
  atl_document_keep (fixture->document, &fixture->keeping);
  g_signal_connect_swapped (fixture->document, "notify::outside", G_CALLBACK (count_cb), &n);

  fixture_write_other (fixture, "Theirs");
  fixture_wait (fixture, fixture_is_changed);
  g_assert_true (g_file_set_contents (fixture->path, ours, (gssize) length, NULL));
  fixture_wait (fixture, fixture_is_same);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
}

/* That the watch works is shown by the change that follows. */
static void
test_own_saves (Fixture      *fixture,
                gconstpointer data)
{
  guint n = 0;

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  g_signal_connect_swapped (fixture->document, "notify::outside", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < 5; i++)
    {
      fixture_set_title (fixture, i % 2 == 0 ? "Even" : "Odd");
      fixture_save (fixture, NULL);
      g_assert_no_error (fixture->error);
    }
  fixture_write_other (fixture, "Theirs");
  fixture_wait (fixture, fixture_is_changed);

  g_assert_cmpuint (n, ==, 1);
}

static void
test_link (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.atelier", NULL);

  fixture_save (fixture, fixture->path);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  fixture_drop (fixture);
  fixture->document = atl_document_open (link, NULL);
  atl_document_keep (fixture->document, &fixture->keeping);

  fixture_write_other (fixture, "Theirs");

  fixture_wait (fixture, fixture_is_changed);
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  g_unlink (fixture->path);
  fixture_wait (fixture, fixture_is_gone);

  fixture_save (fixture, NULL);
  g_assert_error (fixture->error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));

  fixture_resolve (fixture, ATL_RESOLVE_OVERWRITE);
  g_assert_no_error (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  assert_title (fixture->path, "Lancement");
}

static void
test_reload (Fixture      *fixture,
             gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture_write_other (fixture, "Theirs");
  fixture_set_title (fixture, "Ours");

  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);

  g_assert_no_error (fixture->error);
  g_assert_cmpstr (title_of (fixture), ==, "Theirs");
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_true (atl_history_undo (atl_document_get_history (fixture->document)));
  g_assert_cmpstr (title_of (fixture), ==, "Ours");
  fixture_save (fixture, NULL);
  g_assert_no_error (fixture->error);
  assert_title (fixture->path, "Ours");
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  AtlSession *session = atl_document_get_session (fixture->document);

  fixture_save (fixture, fixture->path);
  fixture_write_other (fixture, "Theirs");
  atl_session_set_place (session, "Ours");

  fixture_resolve (fixture, ATL_RESOLVE_MERGE);

  g_assert_no_error (fixture->error);
  g_assert_cmpstr (atl_session_get_place (session), ==, "Ours");
  g_assert_cmpint (atl_document_get_outside (fixture->document), ==, ATL_OUTSIDE_SAME);
  g_assert_true (atl_document_get_modified (fixture->document));
  fixture_save (fixture, NULL);
  g_assert_no_error (fixture->error);
}

static void
test_overwrite (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AtlVersions) versions = NULL;
  g_autoptr (GPtrArray)   list = NULL;
  guint                   n = 0;

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_write_other (fixture, "Theirs");
  fixture_set_title (fixture, "Ours");

  fixture_resolve (fixture, ATL_RESOLVE_OVERWRITE);

  g_assert_no_error (fixture->error);
  assert_title (fixture->path, "Ours");
  versions = atl_versions_new (fixture->versions,
                               atl_item_get_id (ATL_ITEM (atl_document_get_session (fixture->document))));
  list = atl_versions_list (versions);
  for (guint i = 0; i < list->len; i++)
    {
      AtlVersion      *version = g_ptr_array_index (list, i);
      g_autofree char *title = fixture_dup_title_in (version->path);

      n += version->reason == ATL_VERSION_DISPLACED && g_strcmp0 (title, "Theirs") == 0;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_unreadable (Fixture      *fixture,
                 gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  g_assert_true (g_file_set_contents (fixture->path, "not a session", -1, NULL));
  fixture_set_title (fixture, "Ours");

  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);
  g_assert_nonnull (fixture->error);
  fixture_resolve (fixture, ATL_RESOLVE_MERGE);

  g_assert_nonnull (fixture->error);
  g_assert_cmpstr (title_of (fixture), ==, "Ours");
}

static void
test_save_as_elsewhere (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "b.atelier", NULL);

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_write_other (fixture, "Theirs");
  fixture_wait (fixture, fixture_is_changed);

  fixture_save (fixture, other);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (atl_document_get_outside (fixture->document), ==, ATL_OUTSIDE_SAME);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  assert_title (fixture->path, "Theirs");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/save/file-changed-by-another-is-not-overwritten", test_save_refused);
  ADD ("/document/watch/sees-a-change-and-its-end", test_seen);
  ADD ("/document/watch/own-saves-are-no-change", test_own_saves);
  ADD ("/document/watch/follows-a-symbolic-link", test_link);
  ADD ("/document/gone/is-seen-and-saved-again-only-when-asked", test_gone);
  ADD ("/document/reload/is-one-undo", test_reload);
  ADD ("/document/merge/keeps-ours-and-may-save", test_merge);
  ADD ("/document/overwrite/keeps-theirs-among-the-versions", test_overwrite);
  ADD ("/document/resolve/unreadable-file-changes-nothing", test_unreadable);
  ADD ("/document/save-as/ends-the-conflict-elsewhere", test_save_as_elsewhere);
  return g_test_run ();
}

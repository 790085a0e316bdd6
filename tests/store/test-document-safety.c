/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "store/codec/atl-codec.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/atl-store-error.h"
#include "store/recovery/atl-versions.h"

#include <glib/gstdio.h>

/* What is safe only if several parts agree: the file, the snapshots, the versions. */

static AtlHistory *
history_of (Fixture *fixture)
{
  return atl_document_get_history (fixture->document);
}

static GPtrArray *
find (Fixture *fixture)
{
  return atl_recovery_find (fixture->recovery, g_get_real_time ());
}

static const AtlRecoverable *
only (GPtrArray *found)
{
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static gboolean
has_version (Fixture *fixture, const char *title)
{
  g_autoptr (AtlVersions) versions = NULL;
  g_autoptr (GPtrArray)   list = NULL;
  gboolean                has = FALSE;

  versions = atl_versions_new (fixture->versions,
                               atl_item_get_id (ATL_ITEM (atl_document_get_session (fixture->document))));
  list = atl_versions_list (versions);
  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *found = fixture_dup_title_in (((AtlVersion *) list->pdata[i])->path);

      has = has || g_strcmp0 (found, title) == 0;
    }
  return has;
}

/* A file that was saved twice within ten minutes, so that only the first is a version. */
static void
save_twice (Fixture *fixture)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_save (fixture, fixture->path);
  fixture_set_title (fixture, "Saved last");
  fixture_save (fixture, NULL);
  g_assert_no_error (fixture->error);
  g_assert_false (has_version (fixture, "Saved last"));
}

static void
test_older_file (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *older = NULL;
  gsize            length = 0;

  fixture_save (fixture, fixture->path);
  g_assert_true (g_file_get_contents (fixture->path, &older, &length, NULL));
  fixture_set_title (fixture, "Newer");
  fixture_save (fixture, NULL);
  atl_document_keep (fixture->document, &fixture->keeping);
  g_assert_true (g_file_set_contents (fixture->path, older, (gssize) length, NULL));
  fixture_wait (fixture, fixture_is_changed);

  fixture_resolve (fixture, ATL_RESOLVE_MERGE);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_UNSAVED);
  g_assert_true (atl_document_needs_saving (fixture->document));
}

static void
test_end_changed (Fixture      *fixture,
                  gconstpointer data)
{
  save_twice (fixture);
  fixture_write_other (fixture, "Theirs");
  fixture_wait (fixture, fixture_is_changed);

  atl_document_end (fixture->document, FALSE);

  g_assert_true (has_version (fixture, "Saved last"));
}

static void
test_end_gone (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char      *title = NULL;

  save_twice (fixture);
  g_unlink (fixture->path);
  fixture_wait (fixture, fixture_is_gone);

  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpint (only (found)->state, ==, ATL_RECOVERABLE_DRAFT);
  g_assert_cmpint (atl_recoverable_look (only (found)), ==, ATL_OFFER_RESTORE);
  title = fixture_dup_title_in (only (found)->snapshot);
  g_assert_cmpstr (title, ==, "Saved last");
}

static void
test_reload (Fixture      *fixture,
             gconstpointer data)
{
  save_twice (fixture);
  fixture_write_other (fixture, "Theirs");
  fixture_set_title (fixture, "Never saved");

  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);
  g_assert_no_error (fixture->error);
  atl_document_end (fixture->document, FALSE);

  g_assert_true (has_version (fixture, "Never saved"));
}

/* What a crash leaves. */
static const AtlRecoverable *
crash (Fixture *fixture, GPtrArray **found)
{
  fixture_drop (fixture);
  *found = find (fixture);
  return only (*found);
}

static void
test_crash_after_reload (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  save_twice (fixture);
  fixture_write_other (fixture, "Theirs");
  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);
  fixture_set_title (fixture, "After the reload");
  g_assert_true (atl_document_snapshot_sync (fixture->document));

  g_assert_cmpint (atl_recoverable_look (crash (fixture, &found)), ==, ATL_OFFER_RESTORE);
}

/* As if it was killed after the file was replaced, before anything else was written. */
static void
test_crash_in_save (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char      *owner = NULL;
  g_autofree char      *text = NULL;

  fixture->keeping.snapshot_after = G_MAXINT;
  fixture->keeping.snapshot_within = G_MAXINT;
  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Earlier");
  g_assert_true (atl_document_snapshot_sync (fixture->document));
  before = find (fixture);
  owner = g_build_filename (only (before)->folder, "owner.json", NULL);
  g_assert_true (g_file_get_contents (owner, &text, NULL, NULL));
  fixture_set_title (fixture, "Saved");
  fixture_save (fixture, NULL);
  g_assert_true (g_file_set_contents (owner, text, -1, NULL));

  g_assert_cmpint (atl_recoverable_look (crash (fixture, &found)), ==, ATL_OFFER_NONE);
}

static void
test_crash_after_first_save (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Untitled no more");
  g_assert_true (atl_document_snapshot_sync (fixture->document));
  fixture_save (fixture, fixture->path);

  g_assert_cmpint (atl_recoverable_look (crash (fixture, &found)), ==, ATL_OFFER_NONE);
  g_assert_cmpstr (only (found)->path, ==, fixture->path);
}

static void
test_undo_of_reload (Fixture      *fixture,
                     gconstpointer data)
{
  save_twice (fixture);
  fixture_write_other (fixture, "Theirs");
  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);

  g_assert_true (atl_history_undo (history_of (fixture)));

  g_assert_true (atl_document_needs_saving (fixture->document));
}

static void
save_as_over (Fixture *fixture, const char *path)
{
  AtlSession        *session = atl_session_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  atl_session_set_title (session, "Somebody else's");
  bytes = atl_codec_write (session);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      NULL));
  fixture_save (fixture, path);
  g_object_unref (session);
}

static void
test_save_as_over_another (Fixture      *fixture,
                           gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other.atelier", NULL);

  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_save (fixture, fixture->path);
  save_as_over (fixture, other);

  g_assert_no_error (fixture->error);
  g_assert_true (has_version (fixture, "Somebody else's"));
}

static void
copied_cb (GObject      *document,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (atl_document_save_finish (ATL_DOCUMENT (document), result, error));
  g_assert_nonnull (*error);
}

static void
test_copy_over_itself (Fixture      *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_save (fixture, fixture->path);
  fixture_write_other (fixture, "Theirs");
  atl_document_save_copy_async (fixture->document, fixture->path, NULL, copied_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_OWN_FILE);
  g_autofree char *title = fixture_dup_title_in (fixture->path);
  g_assert_cmpstr (title, ==, "Theirs");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/merge/with-an-older-file-is-not-saved", test_older_file);
  ADD ("/document/end/what-another-replaced-is-a-version", test_end_changed);
  ADD ("/document/end/what-lost-its-file-is-a-draft", test_end_gone);
  ADD ("/document/reload/ours-is-a-version", test_reload);
  ADD ("/document/reload/undone-is-not-saved", test_undo_of_reload);
  ADD ("/document/crash/after-a-reload-is-no-conflict", test_crash_after_reload);
  ADD ("/document/crash/inside-a-save-is-no-conflict", test_crash_in_save);
  ADD ("/document/crash/after-the-first-save-offers-nothing", test_crash_after_first_save);
  ADD ("/document/save-as/what-it-replaces-is-a-version", test_save_as_over_another);
  ADD ("/document/copy/never-over-the-file-itself", test_copy_over_itself);
  return g_test_run ();
}

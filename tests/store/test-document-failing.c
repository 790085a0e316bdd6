/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "store/recovery/atl-recovery-list.h"
#include "store/atl-store-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define NEVER 100000 /* milliseconds: longer than any test */
#define LARGEST 4096 /* bytes of a file where the disk is as good as full */

/* When nothing can be written, for a while or at all. */

static void
fill_disk (void)
{
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit){ LARGEST, RLIM_INFINITY }), ==, 0);
}

static void
free_disk (void)
{
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit){ RLIM_INFINITY, RLIM_INFINITY }), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  free_disk ();
  fixture_tear_down (fixture, data);
}

static void
set_long_place (Fixture *fixture)
{
  g_autofree char *place = g_strnfill (2 * LARGEST, 'x');

  atl_session_set_place (atl_document_get_session (fixture->document), place);
}

/* Saved once, and then the disk is full. */
static void
fail_to_save (Fixture *fixture, guint within)
{
  fixture->keeping.save_after = NEVER;
  fixture->keeping.save_within = within;
  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  fill_disk ();
  set_long_place (fixture);
  fixture_save (fixture, NULL);
  g_assert_nonnull (fixture->error);
  g_assert_nonnull (atl_document_get_error_message (fixture->document));
}

static gboolean
is_saved (Fixture *fixture)
{
  return atl_document_get_state (fixture->document) == ATL_DOCUMENT_SAVED;
}

static gboolean
is_at_rest (Fixture *fixture)
{
  return atl_document_get_state (fixture->document) != ATL_DOCUMENT_SAVING;
}

static void
count_cb (guint *count)
{
  ++*count;
}

static void
test_retry_by_itself (Fixture *fixture, gconstpointer data)
{
  fail_to_save (fixture, 50);
  free_disk ();

  fixture_wait (fixture, is_saved);

  g_assert_null (atl_document_get_error_message (fixture->document));
}

static void
test_retry_on_look (Fixture *fixture, gconstpointer data)
{
  fail_to_save (fixture, NEVER);
  free_disk ();

  atl_document_look (fixture->document);
  fixture_wait (fixture, is_saved);

  g_assert_null (atl_document_get_error_message (fixture->document));
}

/* The bar stays and says the same: nobody is told a second time. */
static void
test_retry_in_vain (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  fail_to_save (fixture, NEVER);
  g_signal_connect_swapped (fixture->document, "notify::error-message", G_CALLBACK (count_cb), &n);

  for (guint i = 0; i < 3; i++)
    {
      atl_document_look (fixture->document);
      g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVING);
      fixture_wait (fixture, is_at_rest);
    }

  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_FAILED);
}

/* What could not be saved was undone: there is nothing to say any more. */
static void
test_nothing_left (Fixture *fixture, gconstpointer data)
{
  fail_to_save (fixture, NEVER);
  atl_history_undo (atl_document_get_history (fixture->document));

  atl_document_look (fixture->document);

  g_assert_null (atl_document_get_error_message (fixture->document));
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
}

/* The folder of a file comes back, a stick for instance: nobody can watch what was not there. */
static void
test_folder_back (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "a.atelier", NULL);
  g_autofree char *stick = g_path_get_dirname (folder);
  g_autofree char *away = g_strconcat (stick, ".away", NULL);

  fixture->keeping.save_after = 50;
  fixture->keeping.save_within = 50;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fixture_save (fixture, path);
  atl_document_keep (fixture->document, &fixture->keeping);
  g_assert_cmpint (g_rename (stick, away), ==, 0);
  atl_document_look (fixture->document);
  fixture_wait (fixture, fixture_is_gone);
  fixture_set_title (fixture, "Meanwhile");
  g_assert_cmpint (g_rename (away, stick), ==, 0);

  fixture_wait (fixture, is_saved);
}

static AtlRecoverableState
only_state (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (fixture->recovery, g_get_real_time ());

  g_assert_cmpuint (found->len, ==, 1);
  return ((AtlRecoverable *) found->pdata[0])->state;
}

static void
test_discard_asks_again (Fixture *fixture, gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  g_assert_true (g_file_set_contents (fixture->recovery, "", 0, NULL));
  fixture_set_title (fixture, "Unwanted");

  g_assert_false (atl_document_discard (fixture->document, &fixture->error));

  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_NOT_KEPT);
  g_assert_null (strstr (fixture->error->message, fixture->folder));
  g_assert_null (strstr (atl_document_get_recovery_message (fixture->document), fixture->folder));
  g_unlink (fixture->recovery);
  g_assert_true (atl_document_discard (fixture->document, NULL));
  g_assert_cmpint (only_state (fixture), ==, ATL_RECOVERABLE_DISCARDED);
}

static void
test_discard_full (Fixture *fixture, gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Short");
  g_assert_true (atl_document_snapshot_sync (fixture->document));
  fill_disk ();
  set_long_place (fixture);

  g_assert_false (atl_document_discard (fixture->document, &fixture->error));
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_NOT_KEPT);
  atl_document_end (fixture->document, TRUE);

  g_assert_cmpint (only_state (fixture), ==, ATL_RECOVERABLE_DISCARDED);
}

static void
test_discard_nothing (Fixture *fixture, gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  g_assert_true (g_file_set_contents (fixture->recovery, "", 0, NULL));

  g_assert_true (atl_document_discard (fixture->document, &fixture->error));

  g_assert_no_error (fixture->error);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/failed-save/is-tried-again-by-itself", test_retry_by_itself);
  ADD ("/document/failed-save/is-tried-again-when-the-user-is-back", test_retry_on_look);
  ADD ("/document/failed-save/in-vain-tells-nobody-twice", test_retry_in_vain);
  ADD ("/document/failed-save/nothing-left-to-save", test_nothing_left);
  ADD ("/document/gone/comes-back-and-is-saved", test_folder_back);
  ADD ("/document/discard/asks-again-where-nothing-can-be-kept", test_discard_asks_again);
  ADD ("/document/discard/for-good-where-nothing-can-be-kept", test_discard_full);
  ADD ("/document/discard/of-nothing-is-always-possible", test_discard_nothing);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-merge.h"
#include "store/recovery/atl-versions.h"

#include <string.h>

/* What a document leaves among the earlier versions. */

static AtlSession *
session_of (Fixture *fixture)
{
  return atl_document_get_session (fixture->document);
}

static GPtrArray *
list (Fixture *fixture)
{
  g_autoptr (AtlVersions) versions =
    atl_versions_new (fixture->versions, atl_item_get_id (ATL_ITEM (session_of (fixture))));

  return atl_versions_list (versions);
}

static guint
count (Fixture *fixture, AtlVersionReason reason, const char *title)
{
  g_autoptr (GPtrArray) versions = list (fixture);
  guint                 n = 0;

  for (guint i = 0; i < versions->len; i++)
    {
      AtlVersion      *version = g_ptr_array_index (versions, i);
      g_autofree char *its_title = fixture_dup_title_in (version->path);

      n += version->reason == reason && g_strcmp0 (its_title, title) == 0;
    }
  return n;
}

static void
save_titled (Fixture *fixture, const char *title)
{
  fixture_set_title (fixture, title);
  fixture_save (fixture, fixture->path);
  g_assert_no_error (fixture->error);
}

/* The second save is within ten minutes of the first, so it is no version of the work. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "First");
  save_titled (fixture, "Last");
  g_assert_cmpuint (count (fixture, ATL_VERSION_CLOSED, "Last"), ==, 0);

  atl_document_end (fixture->document, FALSE);

  g_assert_cmpuint (count (fixture, ATL_VERSION_CLOSED, "Last"), ==, 1);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  found = atl_versions_find_for_path (fixture->versions, fixture->path);
  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpint (((AtlVersion *) found->pdata[0])->reason, ==, ATL_VERSION_CLOSED);
  g_assert_cmpstr (((AtlVersion *) found->pdata[0])->file, ==, fixture->path);
}

static void
test_closed_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "Only");
  atl_document_end (fixture->document, FALSE);

  versions = list (fixture);
  g_assert_cmpuint (versions->len, ==, 1);
}

/* What was saved last is in the file, not on the screen. */
static void
test_closed_discarding (Fixture *fixture, gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "First");
  save_titled (fixture, "Last");
  fixture_set_title (fixture, "Unwanted");

  atl_document_end (fixture->document, TRUE);

  g_assert_cmpuint (count (fixture, ATL_VERSION_CLOSED, "Last"), ==, 1);
  g_assert_cmpuint (count (fixture, ATL_VERSION_CLOSED, "Unwanted"), ==, 0);
}

/* Nobody has looked since the file was damaged. */
static void
test_closed_damaged (Fixture *fixture, gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "First");
  save_titled (fixture, "Last");
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));

  atl_document_end (fixture->document, FALSE);

  g_assert_cmpuint (count (fixture, ATL_VERSION_OURS, "Last"), ==, 1);
}

static void
test_reloaded (Fixture *fixture, gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "Ours");
  fixture_write_other (fixture, "Theirs");

  fixture_resolve (fixture, ATL_RESOLVE_RELOAD);
  g_assert_no_error (fixture->error);
  g_assert_true (atl_history_undo (atl_document_get_history (fixture->document)));
  fixture_save (fixture, NULL);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (count (fixture, ATL_VERSION_OPENED, "Theirs"), ==, 1);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  fixture->done = atl_document_keep_copy_finish (ATL_DOCUMENT (source), result, &fixture->error);
}

static gboolean
is_kept (Fixture *fixture)
{
  return fixture->done || fixture->error != NULL;
}

static void
test_merged_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char      *copy = g_build_filename (fixture->folder, "a (conflicted copy).atelier", NULL);
  g_autoptr (GPtrArray) versions = NULL;
  const AtlVersion     *newest;

  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "Same");
  fixture_save_copy (fixture, copy);
  fixture->done = FALSE;

  atl_document_keep_copy_async (fixture->document, copy, kept_cb, fixture);
  fixture_wait (fixture, is_kept);

  g_assert_no_error (fixture->error);
  versions = list (fixture);
  newest = g_ptr_array_index (versions, 0);
  g_assert_cmpint (newest->reason, ==, ATL_VERSION_MERGED);
  g_assert_cmpstr (newest->label, ==, "a (conflicted copy).atelier");
  g_assert_cmpstr (newest->file, ==, copy);
}

static void
test_merged_copy_gone (Fixture *fixture, gconstpointer data)
{
  fixture->done = FALSE;
  atl_document_keep (fixture->document, &fixture->keeping);

  atl_document_keep_copy_async (fixture->document, "/nowhere/a.atelier", kept_cb, fixture);
  fixture_wait (fixture, is_kept);

  g_assert_nonnull (fixture->error);
}

/* The version that was chosen takes the place of the broken file only when the user says so, and that file is
 * kept. */
static void
test_in_place_of_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlSession) version = NULL;
  g_autoptr (GPtrArray)  versions = NULL;
  g_autoptr (GBytes)     broken = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "Earlier");
  version = g_object_ref (session_of (fixture));
  fixture_drop (fixture);
  g_assert_true (g_file_set_contents (fixture->path, "{\"broken\"", -1, NULL));

  fixture->document = atl_document_new_recovered (version, fixture->path, NULL, NULL);
  g_clear_object (&version);
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_wait (fixture, fixture_is_changed);
  g_assert_true (atl_document_get_modified (fixture->document));
  fixture_resolve (fixture, ATL_RESOLVE_OVERWRITE);

  g_assert_no_error (fixture->error);
  versions = list (fixture);
  g_assert_cmpint (((AtlVersion *) versions->pdata[0])->reason, ==, ATL_VERSION_DISPLACED);
  broken = atl_version_load (versions->pdata[0], NULL);
  g_assert_cmpmem (g_bytes_get_data (broken, NULL), g_bytes_get_size (broken), "{\"broken\"", 9);
}

static void
add_note (AtlSession *session, const char *id)
{
  g_autoptr (AtlBoard) board = atl_board_new ("b");
  g_autoptr (AtlNote)  note = atl_note_new (id);

  if (atl_list_get_length (atl_session_get_boards (session)) == 0)
    atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  atl_list_insert (atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0)), ATL_ITEM (note));
}

static guint
count_notes (Fixture *fixture)
{
  AtlBoard *board = atl_list_get (atl_session_get_boards (session_of (fixture)), 0);

  return atl_list_get_length (atl_board_get_notes (board));
}

/* Another program adds a note and knows nothing of stamps. */
static AtlSession *
write_without_stamps (Fixture *fixture)
{
  g_autoptr (AtlDocument) other = atl_document_open (fixture->path, NULL);
  g_autoptr (GBytes)      bytes = NULL;

  add_note (atl_document_get_session (other), "theirs");
  bytes = atl_codec_write (atl_document_get_session (other));
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return g_object_ref (atl_document_get_session (other));
}

/* As MERGE.md says: the undo is a deletion that every copy without stamps counts as having seen. What was
 * merged is among the versions. */
static void
test_undone_merge_without_stamps (Fixture *fixture, gconstpointer data)
{
  AtlHistory            *history = atl_document_get_history (fixture->document);
  g_autoptr (AtlSession) theirs = NULL;
  g_autoptr (AtlMerge)   plan = NULL;

  add_note (session_of (fixture), "ours");
  atl_document_keep (fixture->document, &fixture->keeping);
  save_titled (fixture, "Base");
  theirs = write_without_stamps (fixture);
  fixture_resolve (fixture, ATL_RESOLVE_MERGE);
  g_assert_cmpuint (count_notes (fixture), ==, 2);
  fixture_save (fixture, NULL);
  g_assert_true (atl_history_undo (history));
  g_assert_cmpuint (count_notes (fixture), ==, 1);
  fixture_save (fixture, NULL);
  g_assert_no_error (fixture->error);

  plan = atl_document_plan_merge (fixture->document, theirs, NULL);

  g_assert_nonnull (plan);
  g_assert_true (atl_merge_is_empty (plan));
  g_assert_cmpuint (count (fixture, ATL_VERSION_DISPLACED, "Base"), ==, 1);
  g_assert_true (atl_history_redo (history));
  g_assert_cmpuint (count_notes (fixture), ==, 2);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/versions/what-was-saved-last-at-closing", test_closed);
  ADD ("/document/versions/nothing-new-at-closing", test_closed_once);
  ADD ("/document/versions/discarding-keeps-what-was-saved-last", test_closed_discarding);
  ADD ("/document/versions/ours-where-the-file-was-damaged-unseen", test_closed_damaged);
  ADD ("/document/versions/reloaded-outlives-the-undo", test_reloaded);
  ADD ("/document/versions/merged-copy-under-its-name", test_merged_copy);
  ADD ("/document/versions/merged-copy-that-is-gone-is-told", test_merged_copy_gone);
  ADD ("/document/versions/one-in-place-of-a-broken-file", test_in_place_of_broken);
  ADD ("/document/versions/undone-merge-without-stamps", test_undone_merge_without_stamps);
  return g_test_run ();
}

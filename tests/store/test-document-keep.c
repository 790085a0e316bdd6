/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-versions.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#define LARGEST 4096 /* bytes of a file where the disk is as good as full */

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

/* The newest snapshot says what the session says. */
static gboolean
is_recorded (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = find (fixture);
  const AtlRecoverable *newest = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;
  g_autofree char      *title = NULL;

  if (newest == NULL || *newest->snapshot == '\0')
    return FALSE;
  title = fixture_dup_title_in (newest->snapshot);
  return g_strcmp0 (title, atl_session_get_title (atl_document_get_session (fixture->document))) == 0;
}

static gboolean
has_draft (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = find (fixture);
  const AtlRecoverable *newest = found->len > 0 ? g_ptr_array_index (found, 0) : NULL;

  return newest != NULL && newest->draft != NULL;
}

static gboolean
has_no_draft (Fixture *fixture)
{
  return !has_draft (fixture);
}

static gboolean
is_in_file (Fixture *fixture)
{
  g_autofree char *title = fixture_dup_title_in (fixture->path);

  return g_strcmp0 (title, atl_session_get_title (atl_document_get_session (fixture->document))) == 0;
}

static gboolean
is_failing (Fixture *fixture)
{
  return atl_document_get_recovery_message (fixture->document) != NULL;
}

static gboolean
is_well (Fixture *fixture)
{
  return atl_document_get_recovery_message (fixture->document) == NULL;
}

static void
test_first_change (Fixture      *fixture,
                   gconstpointer data)
{
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "L");

  fixture_wait (fixture, is_recorded);

  fixture_set_title (fixture, "La");
  fixture_wait (fixture, is_recorded);
}

static void
test_before_keeping (Fixture      *fixture,
                     gconstpointer data)
{
  fixture_set_title (fixture, "Typed while it was opened");

  atl_document_keep (fixture->document, &fixture->keeping);

  fixture_wait (fixture, is_recorded);
}

static void
test_at_once (Fixture      *fixture,
              gconstpointer data)
{
  fixture->keeping.snapshot_after = G_MAXINT;
  fixture->keeping.snapshot_within = G_MAXINT;
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Before something large");

  atl_document_snapshot (fixture->document);
  fixture_wait (fixture, is_recorded);
  fixture_set_title (fixture, "Before the end");
  g_assert_true (atl_document_snapshot_sync (fixture->document));

  g_assert_true (is_recorded (fixture));
}

static void
test_draft (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  atl_document_set_draft (fixture->document, "Half a th", "area-1", NULL);
  fixture_wait (fixture, has_draft);
  found = find (fixture);
  g_assert_cmpstr (only (found)->draft->text, ==, "Half a th");
  g_assert_cmpstr (only (found)->draft->area, ==, "area-1");

  atl_document_set_draft (fixture->document, "", "area-1", NULL);

  fixture_wait (fixture, has_no_draft);
}

static void
test_untouched (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_untitled_end (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  fixture->keeping.snapshot_after = G_MAXINT;
  fixture->keeping.snapshot_within = G_MAXINT;
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Never saved");
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpint (only (found)->state, ==, ATL_RECOVERABLE_DRAFT);
  g_assert_true (is_recorded (fixture));
}

static void
test_discarded (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Not wanted");
  atl_document_end (fixture->document, TRUE);

  found = find (fixture);
  g_assert_cmpint (only (found)->state, ==, ATL_RECOVERABLE_DISCARDED);
  g_assert_true (is_recorded (fixture));
}

static void
test_saved_end (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Saved");
  fixture_wait (fixture, is_recorded);
  fixture_save (fixture, fixture->path);
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_draft_end (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  atl_document_set_draft (fixture->document, "Made a note and saved", NULL, NULL);
  fixture_wait (fixture, has_draft);
  atl_document_set_draft (fixture->document, NULL, NULL, NULL);
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpuint (found->len, ==, 0);
}

/* The first words stand in the bar of a session that is in no file: its boards come back with them. */
static void
test_draft_of_untitled (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  atl_document_keep (fixture->document, &fixture->keeping);
  atl_document_set_draft (fixture->document, "First words", NULL, NULL);
  fixture_wait (fixture, has_draft);
  g_assert_true (is_recorded (fixture));
  atl_document_set_draft (fixture->document, NULL, NULL, NULL);
  fixture_wait (fixture, has_no_draft);
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpuint (found->len, ==, 0);
}

/* A snapshot that cannot be written leaves the words where they were. */
static void
test_draft_stays (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char      *draft = NULL;
  g_autofree char      *title = g_strnfill (LARGEST, 'x');

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  atl_document_set_draft (fixture->document, "Soon a note", NULL, NULL);
  fixture_wait (fixture, has_draft);
  found = find (fixture);
  draft = g_build_filename (only (found)->folder, "draft.json", NULL);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &(struct rlimit){ LARGEST, RLIM_INFINITY }), ==, 0);
  fixture_set_title (fixture, title);
  atl_document_set_draft (fixture->document, NULL, NULL, NULL);
  g_assert_false (atl_document_snapshot_sync (fixture->document));

  g_assert_true (g_file_test (draft, G_FILE_TEST_EXISTS));
  setrlimit (RLIMIT_FSIZE, &(struct rlimit){ RLIM_INFINITY, RLIM_INFINITY });
}

static void
test_undone_end (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  fixture_save (fixture, fixture->path);
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Undone");
  fixture_wait (fixture, is_recorded);
  atl_history_undo (atl_document_get_history (fixture->document));
  atl_document_end (fixture->document, FALSE);

  found = find (fixture);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_saves_itself (Fixture      *fixture,
                   gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture->keeping.save_after = 1;
  fixture->keeping.save_within = 1;
  atl_document_keep (fixture->document, &fixture->keeping);

  fixture_set_title (fixture, "By itself");
  fixture_wait (fixture, is_in_file);
  fixture_set_title (fixture, "And again");
  fixture_wait (fixture, is_in_file);
}

/* Without a conflict it would be in the file long before. */
static void
test_conflict_pauses (Fixture      *fixture,
                      gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture->keeping.save_after = 1;
  fixture->keeping.save_within = 1;
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_write_other (fixture, "Theirs");
  fixture_wait (fixture, fixture_is_changed);

  fixture_set_title (fixture, "Ours");
  fixture_wait (fixture, is_recorded);
  g_assert_false (is_in_file (fixture));

  fixture_resolve (fixture, ATL_RESOLVE_MERGE);
  fixture_wait (fixture, is_in_file);
}

static void
test_failing_snapshots (Fixture      *fixture,
                        gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->recovery, "in the way", -1, NULL));
  atl_document_keep (fixture->document, &fixture->keeping);
  fixture_set_title (fixture, "Unsafe");
  fixture_wait (fixture, is_failing);
  g_assert_false (atl_document_snapshot_sync (fixture->document));

  g_unlink (fixture->recovery);
  fixture_set_title (fixture, "Safe again");
  fixture_wait (fixture, is_well);

  fixture_wait (fixture, is_recorded);
}

static void
test_recovered (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AtlSession) session = NULL;
  g_autofree char       *digest = NULL;

  fixture_save (fixture, fixture->path);
  digest = g_strdup (atl_document_get_digest (fixture->document));
  session = g_object_ref (atl_document_get_session (fixture->document));
  fixture_drop (fixture);

  fixture->document = atl_document_new_recovered (session, fixture->path, digest, NULL);
  g_assert_true (atl_document_get_modified (fixture->document));
  g_assert_cmpstr (atl_document_get_path (fixture->document), ==, fixture->path);
  fixture_set_title (fixture, "Recovered");
  fixture_save (fixture, NULL);

  g_assert_no_error (fixture->error);
  g_assert_true (is_in_file (fixture));
}

static void
test_recovered_changed (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (AtlSession) session = NULL;
  g_autofree char       *digest = NULL;

  fixture_save (fixture, fixture->path);
  digest = g_strdup (atl_document_get_digest (fixture->document));
  session = g_object_ref (atl_document_get_session (fixture->document));
  fixture_write_other (fixture, "Theirs");
  fixture_drop (fixture);

  fixture->document = atl_document_new_recovered (session, fixture->path, digest, NULL);
  atl_document_keep (fixture->document, &fixture->keeping);

  fixture_wait (fixture, fixture_is_changed);
}

static gboolean
has_version (Fixture *fixture)
{
  const char             *id = atl_item_get_id (ATL_ITEM (atl_document_get_session (fixture->document)));
  g_autoptr (AtlVersions) versions = atl_versions_new (fixture->versions, id);
  g_autoptr (GPtrArray)   list = atl_versions_list (versions);

  return list->len == 1;
}

static void
test_opened_version (Fixture      *fixture,
                     gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture_drop (fixture);
  fixture->document = atl_document_open (fixture->path, NULL);

  atl_document_keep (fixture->document, &fixture->keeping);

  fixture_wait (fixture, has_version);
}

static void
test_become (Fixture      *fixture,
             gconstpointer data)
{
  AtlSession            *session = atl_document_get_session (fixture->document);
  g_autoptr (AtlSession) other = atl_session_new (atl_item_get_id (ATL_ITEM (session)));
  AtlHistory            *history = atl_document_get_history (fixture->document);

  atl_session_set_title (other, "Earlier");
  atl_document_become (fixture->document, other, "Restore");

  g_assert_cmpstr (atl_session_get_title (session), ==, "Earlier");
  g_assert_cmpstr (atl_history_get_undo_label (history), ==, "Restore");
  atl_history_undo (history);
  g_assert_cmpstr (atl_session_get_title (session), ==, "Lancement");
  g_assert_false (atl_history_get_can_undo (history));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/snapshot/follows-the-first-change", test_first_change);
  ADD ("/document/snapshot/has-what-came-before-keeping", test_before_keeping);
  ADD ("/document/snapshot/at-once-when-asked", test_at_once);
  ADD ("/document/snapshot/failing-is-told-and-tried-again", test_failing_snapshots);
  ADD ("/document/draft/is-kept-while-it-stands", test_draft);
  ADD ("/document/end/untouched-leaves-nothing", test_untouched);
  ADD ("/document/draft/of-no-file-comes-with-its-boards", test_draft_of_untitled);
  ADD ("/document/draft/stays-until-its-note-is-written", test_draft_stays);
  ADD ("/document/end/untitled-stays-as-a-draft", test_untitled_end);
  ADD ("/document/end/discarded-stays-for-a-while", test_discarded);
  ADD ("/document/end/saved-leaves-nothing", test_saved_end);
  ADD ("/document/end/draft-that-became-a-note-leaves-nothing", test_draft_end);
  ADD ("/document/end/all-undone-leaves-nothing", test_undone_end);
  ADD ("/document/saving-itself/goes-on", test_saves_itself);
  ADD ("/document/saving-itself/waits-while-there-is-a-conflict", test_conflict_pauses);
  ADD ("/document/recovered/is-saved-where-it-was", test_recovered);
  ADD ("/document/recovered/sees-that-the-file-was-changed", test_recovered_changed);
  ADD ("/document/versions/one-at-opening", test_opened_version);
  ADD ("/document/become/is-one-undo", test_become);
  return g_test_run ();
}

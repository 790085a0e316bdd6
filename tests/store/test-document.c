/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "store/atl-codec.h"
#include "store/atl-document.h"
#include "store/atl-store-error.h"

#include <glib/gstdio.h>

typedef struct
{
  char        *folder;
  char        *path;
  AtlDocument *document;
  GError      *error;
  gboolean     done;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);

  atl_session_set_title (session, "Lancement");
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.atelier", NULL);
  fixture->document = atl_document_new (session);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  /* The thread that saved may be about to drop its reference. */
  while (g_atomic_int_get (&G_OBJECT (fixture->document)->ref_count) > 1)
    g_thread_yield ();
  g_assert_finalize_object (fixture->document);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_clear_error (&fixture->error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  atl_document_save_finish (ATL_DOCUMENT (source), result, &fixture->error);
  fixture->done = TRUE;
}

static void
wait_for_save (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  fixture->done = FALSE;
}

static void
save (Fixture *fixture, const char *path)
{
  atl_document_save_async (fixture->document, path, NULL, saved_cb, fixture);
  wait_for_save (fixture);
}

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AtlDocument) again = NULL;
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_UNSAVED);
  g_assert_false (atl_document_get_modified (fixture->document));

  save (fixture, fixture->path);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_cmpstr (atl_document_get_path (fixture->document), ==, fixture->path);
  again = atl_document_open (fixture->path, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (atl_session_get_title (atl_document_get_session (again)), ==, "Lancement");
  g_assert_cmpint (atl_document_get_state (again), ==, ATL_DOCUMENT_SAVED);
}

static void
test_typed_meanwhile (Fixture      *fixture,
                      gconstpointer data)
{
  AtlSession             *session = atl_document_get_session (fixture->document);
  g_autoptr (AtlDocument) again = NULL;

  atl_document_save_async (fixture->document, fixture->path, NULL, saved_cb, fixture);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVING);
  atl_session_set_title (session, "Later");
  wait_for_save (fixture);

  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_UNSAVED);
  again = atl_document_open (fixture->path, NULL);
  g_assert_cmpstr (atl_session_get_title (atl_document_get_session (again)), ==, "Lancement");
}

static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  save (fixture, "/nonexistent/folder/a.atelier");

  g_assert_nonnull (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_FAILED);
  g_assert_cmpstr (atl_document_get_error_message (fixture->document), ==, fixture->error->message);
  g_assert_null (atl_document_get_path (fixture->document));

  save (fixture, fixture->path);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_null (atl_document_get_error_message (fixture->document));
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  atl_session_set_title (atl_document_get_session (fixture->document), "Changed");

  atl_document_save_copy_async (fixture->document, fixture->path, NULL, saved_cb, fixture);
  wait_for_save (fixture);

  g_assert_no_error (fixture->error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (atl_document_get_path (fixture->document));
  g_assert_true (atl_document_get_modified (fixture->document));
}

static void
test_no_path (Fixture      *fixture,
              gconstpointer data)
{
  save (fixture, NULL);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  static const char text[] = "{\"format\":\"atelier-session\",\"version\":9,\"id\":\"s\","
                             "\"title\":\"Next\"}\n";
  g_file_set_contents (fixture->path, text, -1, NULL);
  g_clear_object (&fixture->document);

  fixture->document = atl_document_open (fixture->path, NULL);
  g_assert_true (atl_document_get_read_only (fixture->document));
  save (fixture, NULL);

  g_autofree char *after = NULL;
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY);
  g_file_get_contents (fixture->path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, text);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/save/reads-back-equal", test_round_trip);
  ADD ("/document/save/is-behind-what-was-typed-meanwhile", test_typed_meanwhile);
  ADD ("/document/save/tells-a-failure-and-recovers", test_failure);
  ADD ("/document/save-copy/stays-with-its-own-file", test_copy);
  ADD ("/document/save/needs-a-file", test_no_path);
  ADD ("/document/newer/is-never-overwritten", test_newer);
  return g_test_run ();
}

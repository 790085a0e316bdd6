/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "store/codec/atl-codec.h"
#include "store/atl-document.h"
#include "store/atl-store-error.h"

#include <glib/gstdio.h>

static void
test_round_trip (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AtlDocument) again = NULL;
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_UNSAVED);
  g_assert_false (atl_document_get_modified (fixture->document));

  fixture_save (fixture, fixture->path);

  g_assert_no_error (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_cmpstr (atl_document_get_path (fixture->document), ==, fixture->path);
  again = atl_document_open (fixture->path, &fixture->error);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (atl_session_get_title (atl_document_get_session (again)), ==, "Lancement");
  g_assert_cmpint (atl_document_get_state (again), ==, ATL_DOCUMENT_SAVED);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  atl_document_save_finish (ATL_DOCUMENT (source), result, NULL);
}

static gboolean
is_saved (Fixture *fixture)
{
  return atl_document_get_state (fixture->document) != ATL_DOCUMENT_SAVING;
}

static void
test_typed_meanwhile (Fixture      *fixture,
                      gconstpointer data)
{
  AtlSession             *session = atl_document_get_session (fixture->document);
  g_autoptr (AtlDocument) again = NULL;

  atl_document_save_async (fixture->document, fixture->path, NULL, saved_cb, NULL);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVING);
  atl_session_set_title (session, "Later");
  fixture_wait (fixture, is_saved);

  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_UNSAVED);
  again = atl_document_open (fixture->path, NULL);
  g_assert_cmpstr (atl_session_get_title (atl_document_get_session (again)), ==, "Lancement");
}

static void
test_failure (Fixture      *fixture,
              gconstpointer data)
{
  fixture_save (fixture, "/nonexistent/folder/a.atelier");

  g_assert_nonnull (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_FAILED);
  g_assert_cmpstr (atl_document_get_error_message (fixture->document), ==, fixture->error->message);
  g_assert_null (atl_document_get_path (fixture->document));

  fixture_save (fixture, fixture->path);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_null (atl_document_get_error_message (fixture->document));
}

static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  atl_session_set_title (atl_document_get_session (fixture->document), "Changed");

  fixture_save_copy (fixture, fixture->path);

  g_assert_no_error (fixture->error);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_null (atl_document_get_path (fixture->document));
  g_assert_true (atl_document_get_modified (fixture->document));
}

static void
test_copy_failure (Fixture      *fixture,
                   gconstpointer data)
{
  fixture_save (fixture, fixture->path);
  fixture_save_copy (fixture, "/nonexistent/folder/a.atelier");

  g_assert_nonnull (fixture->error);
  g_assert_cmpint (atl_document_get_state (fixture->document), ==, ATL_DOCUMENT_SAVED);
  g_assert_null (atl_document_get_error_message (fixture->document));
}

static void
test_no_path (Fixture      *fixture,
              gconstpointer data)
{
  fixture_save (fixture, NULL);

  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
}

static void
test_newer (Fixture      *fixture,
            gconstpointer data)
{
  static const char text[] = "{\"format\":\"atelier-session\",\"version\":9,\"id\":\"s\","
                             "\"title\":\"Next\"}\n";
  g_file_set_contents (fixture->path, text, -1, NULL);
  fixture_drop (fixture);

  fixture->document = atl_document_open (fixture->path, NULL);
  g_assert_true (atl_document_get_read_only (fixture->document));
  fixture_save (fixture, NULL);

  g_autofree char *after = NULL;
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY);
  g_file_get_contents (fixture->path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, text);
}

static void
test_cut (Fixture      *fixture,
          gconstpointer data)
{
  static const char text[] = "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s\","
                             "\"title\":\"Cut\",\"boards\":[\n{\"id\":\"b\",\"ti";
  g_autofree char  *copy = g_build_filename (fixture->folder, "copy.atelier", NULL);
  g_autofree char  *after = NULL;

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  fixture_drop (fixture);
  fixture->document = atl_document_open (fixture->path, NULL);

  g_assert_true (atl_document_get_read_only (fixture->document));
  g_assert_nonnull (atl_document_get_damage_message (fixture->document));
  g_assert_cmpstr (atl_session_get_title (atl_document_get_session (fixture->document)), ==, "Cut");
  fixture_save (fixture, NULL);
  g_assert_error (fixture->error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY);
  fixture_save_copy (fixture, copy);
  g_assert_no_error (fixture->error);
  g_file_get_contents (fixture->path, &after, NULL, NULL);
  g_assert_cmpstr (after, ==, text);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/document/save/reads-back-equal", test_round_trip);
  ADD ("/document/save/is-behind-what-was-typed-meanwhile", test_typed_meanwhile);
  ADD ("/document/save/tells-a-failure-and-recovers", test_failure);
  ADD ("/document/save-copy/stays-with-its-own-file", test_copy);
  ADD ("/document/save-copy/that-fails-says-nothing-about-the-file", test_copy_failure);
  ADD ("/document/save/needs-a-file", test_no_path);
  ADD ("/document/newer/is-never-overwritten", test_newer);
  ADD ("/document/cut/opens-as-far-as-it-goes-to-be-copied", test_cut);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-fixture.h"

#include "store/codec/atl-codec.h"
#include "atl-folder-test.h"
#include "atl-waiting-test.h"

void
fixture_set_up (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);

  atl_session_set_title (session, "Lancement");
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.atelier", NULL);
  fixture->recovery = g_build_filename (fixture->folder, "recovery", NULL);
  fixture->versions = g_build_filename (fixture->folder, "versions", NULL);
  fixture->keeping = (AtlKeeping){ fixture->recovery, fixture->versions, 0, 0, 0, 0 };
  fixture->document = atl_document_new (session);
}

/* The thread that wrote may be about to drop its reference. */
void
fixture_drop (Fixture *fixture)
{
  if (fixture->document == NULL)
    return;
  while (g_main_context_pending (NULL) || g_atomic_int_get (&G_OBJECT (fixture->document)->ref_count) > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&fixture->document));
}

void
fixture_tear_down (Fixture      *fixture,
                   gconstpointer data)
{
  fixture_drop (fixture);
  atl_test_remove_folder (fixture->folder);
  g_free (fixture->versions);
  g_free (fixture->recovery);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_clear_error (&fixture->error);
}

void
fixture_wait (Fixture  *fixture,
              Condition condition)
{
  atl_test_wait_for ((AtlTestCondition) condition, fixture);
}

static gboolean
is_done (Fixture *fixture)
{
  return fixture->done;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  atl_document_save_finish (ATL_DOCUMENT (source), result, &fixture->error);
  fixture->done = TRUE;
}

void
fixture_save (Fixture    *fixture,
              const char *path)
{
  fixture->done = FALSE;
  atl_document_save_async (fixture->document, path, NULL, saved_cb, fixture);
  fixture_wait (fixture, is_done);
}

void
fixture_save_copy (Fixture    *fixture,
                   const char *path)
{
  fixture->done = FALSE;
  atl_document_save_copy_async (fixture->document, path, NULL, saved_cb, fixture);
  fixture_wait (fixture, is_done);
}

static void
resolved_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  atl_document_resolve_finish (ATL_DOCUMENT (source), result, &fixture->error);
  fixture->done = TRUE;
}

void
fixture_resolve (Fixture   *fixture,
                 AtlResolve how)
{
  fixture->done = FALSE;
  atl_document_resolve_async (fixture->document, how, resolved_cb, fixture);
  fixture_wait (fixture, is_done);
}

void
fixture_set_title (Fixture    *fixture,
                   const char *title)
{
  atl_session_set_title (atl_document_get_session (fixture->document), title);
}

char *
fixture_dup_title_in (const char *path)
{
  g_autoptr (AtlDocument) document = atl_document_open (path, NULL);

  return document != NULL ? g_strdup (atl_session_get_title (atl_document_get_session (document))) : NULL;
}

/* Another program changes the title in the file, as an editor does that replaces it. */
void
fixture_write_other (Fixture    *fixture,
                     const char *title)
{
  g_autoptr (AtlDocument) other = atl_document_open (fixture->path, NULL);
  g_autoptr (GBytes)      bytes = NULL;

  atl_session_set_title (atl_document_get_session (other), title);
  bytes = atl_codec_write (atl_document_get_session (other));
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

gboolean
fixture_is_changed (Fixture *fixture)
{
  return atl_document_get_outside (fixture->document) == ATL_OUTSIDE_CHANGED;
}

gboolean
fixture_is_same (Fixture *fixture)
{
  return atl_document_get_outside (fixture->document) == ATL_OUTSIDE_SAME;
}

gboolean
fixture_is_gone (Fixture *fixture)
{
  return atl_document_get_outside (fixture->document) == ATL_OUTSIDE_GONE;
}

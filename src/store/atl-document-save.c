/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-private.h"

#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "store/atl-store-error.h"

#include <glib/gi18n-lib.h>

/* What a saving thread gets: nothing in it is shared with the session. */
typedef struct
{
  char        *path;
  GBytes      *bytes;
  char        *expected; /* digest of what is in the file, or NULL for anything */
  guint64      position; /* of the history when the bytes were taken */
  guint64      serial;   /* of the last change in them */
  guint64      number;   /* among the snapshots */
  gboolean     is_copy;
  AtlRecorder *recorder; /* nullable */
  AtlVersions *versions; /* nullable */
  char        *digest;   /* of the bytes; out */
  char        *kept;     /* where somebody else's version is, or NULL; out */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_free (saving->path);
  g_bytes_unref (saving->bytes);
  g_free (saving->expected);
  g_clear_object (&saving->recorder);
  g_clear_pointer (&saving->versions, atl_versions_unref);
  g_free (saving->digest);
  g_free (saving->kept);
  g_free (saving);
}

static void
keep_version (Saving *saving, GBytes *bytes, AtlVersionReason reason)
{
  AtlVersionOrigin   origin = { reason, saving->path, NULL };
  g_autoptr (GError) error = NULL;

  if (saving->versions == NULL || bytes == NULL)
    return;
  if (!atl_versions_keep_from (saving->versions, bytes, &origin, g_get_real_time (), &error))
    g_info ("Cannot keep an earlier version: %s", error->message);
}

/* The file is safe: from now on the snapshots before it are not needed, and it may become a version. */
static void
settle (Saving *saving)
{
  saving->digest = atl_digest_bytes (saving->bytes);
  if (saving->kept != NULL)
    {
      g_autoptr (GBytes) other = atl_file_read (saving->kept, NULL);

      keep_version (saving, other, ATL_VERSION_DISPLACED);
    }
  if (saving->is_copy)
    return;
  if (saving->recorder != NULL)
    atl_recorder_settle (saving->recorder, saving->serial, saving->number, saving->path, saving->digest);
  keep_version (saving, saving->bytes, ATL_VERSION_WORK);
}

/* Another file than the document's own is replaced whatever it holds; what it held becomes an earlier
 * version. */
static void
keep_replaced (Saving *saving)
{
  g_autoptr (GBytes) other = saving->expected == NULL ? atl_file_read (saving->path, NULL) : NULL;

  if (other != NULL && g_bytes_get_size (other) > 0 && !g_bytes_equal (other, saving->bytes))
    keep_version (saving, other, ATL_VERSION_DISPLACED);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (saving->recorder != NULL && !saving->is_copy)
    atl_recorder_secure (saving->recorder, saving->serial, saving->number, saving->bytes);
  keep_replaced (saving);
  if (!atl_durable_replace (saving->path, saving->bytes, saving->expected, &saving->kept, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  settle (saving);
  g_task_return_boolean (task, TRUE);
}

static Saving *
saving_new (AtlDocument *self, const char *path, const char *expected, gboolean is_copy)
{
  Saving *saving = g_new0 (Saving, 1);

  atl_history_break (self->history);
  saving->path = g_strdup (path);
  saving->expected = g_strdup (expected);
  saving->is_copy = is_copy;
  /* What is half done and may be cancelled is in no position. */
  saving->position =
    atl_history_get_is_open (self->history) ? G_MAXUINT64 - 1 : atl_history_get_position (self->history);
  saving->serial = self->serial;
  if (self->care.recorder != NULL)
    {
      saving->recorder = g_object_ref (self->care.recorder);
      saving->number = atl_recorder_take_number (self->care.recorder);
    }
  if (self->care.versions != NULL)
    saving->versions = atl_versions_ref (self->care.versions);
  saving->bytes = atl_document_take_bytes (self);
  return saving;
}

static void
start_save (AtlDocument *self, const char *path, const char *expected, gboolean is_copy, GTask *task)
{
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving_new (self, path, expected, is_copy), saving_free);
  self->saving = TRUE;
  if (!is_copy)
    atl_document_rest (self);
  atl_document_update (self);
  g_task_run_in_thread (task, save_in_thread);
}

static gboolean
may_write (AtlDocument *self, gboolean is_copy, GError **error)
{
  if (!self->read_only || (is_copy && self->damage_message != NULL))
    return TRUE;
  if (self->damage_message != NULL)
    g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY,
                 _ ("The file is damaged and could be read only in part. Save a copy to go on with what "
                    "could be read; the file stays as it is."));
  else
    g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY,
                 _ ("This session was made by a newer version of Atelier. It can be read here, but "
                    "saving it would lose what this version does not know."));
  return FALSE;
}

static gboolean
may_save (AtlDocument *self, const char *path, gboolean is_copy, GError **error)
{
  if (self->saving)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The session is being saved already."));
  else if (!may_write (self, is_copy, error))
    return FALSE;
  else if (path == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, _ ("The session has no file yet."));
  else if (is_copy && g_strcmp0 (path, self->file.path) == 0)
    g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_OWN_FILE,
                 _ ("This is the file of the session itself. Choose another name for the copy."));
  else
    return TRUE;
  return FALSE;
}

/* For the files of the document: saves in its own file if that holds what is expected. */
void
atl_document_save_expecting (AtlDocument *self, const char *expected, GTask *task)
{
  GError *error = NULL;

  if (may_save (self, self->file.path, FALSE, &error))
    start_save (self, self->file.path, expected, FALSE, task);
  else
    g_task_return_error (task, error);
}

/**
 * atl_document_save_async:
 * @self: a document
 * @path: (nullable): where to, or %NULL for its own file
 * @cancellable: (nullable): ignored once writing has begun
 * @callback: called in the main loop; it calls atl_document_save_finish()
 * @user_data: for @callback
 *
 * Takes a copy of the session as it is now and writes it durably, in a thread. Once that is done, @path is
 * the document's own file. Its own file is written only if it still is what was loaded or saved last; another
 * @path is replaced whatever it holds, which becomes an earlier version of this session. One save runs at a
 * time: a second one fails with %G_IO_ERROR_PENDING.
 */
void
atl_document_save_async (AtlDocument        *self,
                         const char         *path,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError           *error = NULL;

  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (path == NULL || g_strcmp0 (path, self->file.path) == 0)
    atl_document_save_expecting (self, self->file.digest, task);
  else if (may_save (self, path, FALSE, &error))
    start_save (self, path, NULL, FALSE, task);
  else
    g_task_return_error (task, error);
}

/**
 * atl_document_save_copy_async:
 * @self: a document
 * @path: where to
 * @cancellable: (nullable): ignored once writing has begun
 * @callback: called in the main loop; it calls atl_document_save_finish()
 * @user_data: for @callback
 *
 * Like atl_document_save_async(), but the document stays with its own file, and stays unsaved if it was. Its
 * own file is no place for a copy: %ATL_STORE_ERROR_OWN_FILE.
 */
void
atl_document_save_copy_async (AtlDocument        *self,
                              const char         *path,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError           *error = NULL;

  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (may_save (self, path, TRUE, &error))
    start_save (self, path, NULL, TRUE, task);
  else
    g_task_return_error (task, error);
}

static void
note_saved (AtlDocument *self, Saving *saving)
{
  if (saving->is_copy)
    return;
  atl_document_set_text (self, &self->error_message, NULL, "error-message");
  g_free (self->file.digest);
  self->file.digest = g_strdup (saving->digest);
  atl_document_set_text (self, &self->file.path, saving->path, "path");
  atl_document_set_outside (self, ATL_OUTSIDE_SAME);
  if (saving->kept != NULL)
    atl_document_set_text (self, &self->file.conflict_copy, saving->kept, "conflict-copy");
  atl_history_mark_saved (self->history, saving->position);
  atl_document_watch (self);
}

/* That somebody else was there is not a failure, but a question; and a copy says nothing about the file. */
static void
note_failed (AtlDocument *self, Saving *saving, const GError *error)
{
  gboolean own = saving->expected != NULL;
  gboolean changed = own && g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  gboolean gone = own && g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);

  if (saving->is_copy)
    return;
  atl_document_set_text (self, &self->error_message, changed || gone ? NULL : error->message,
                         "error-message");
  if (changed || gone)
    atl_document_set_outside (self, changed ? ATL_OUTSIDE_CHANGED : ATL_OUTSIDE_GONE);
}

/**
 * atl_document_save_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for an error of the file layer or the store
 *
 * Sets %ATL_FILE_ERROR_CHANGED or %ATL_FILE_ERROR_NOT_FOUND where its own file is not what was loaded or
 * saved last; then #AtlDocument:outside says so, and atl_document_resolve_async() is the way on.
 *
 * Returns: whether the copy is durably in the file; if not, the old file is as it was
 */
gboolean
atl_document_save_finish (AtlDocument *self, GAsyncResult *result, GError **error)
{
  Saving            *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) failure = NULL;
  gboolean           done = g_task_propagate_boolean (G_TASK (result), &failure);

  if (saving != NULL)
    {
      self->saving = FALSE;
      if (done)
        note_saved (self, saving);
      else
        note_failed (self, saving, failure);
      atl_document_update (self);
      atl_document_resume_pace (self);
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return done;
}

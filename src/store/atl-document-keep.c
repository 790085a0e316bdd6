/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-private.h"

#include "file/atl-digest.h"
#include "file/atl-json-file.h"
#include "store/atl-store-error.h"

#define SNAPSHOT_AFTER 1000 /* milliseconds */
#define SNAPSHOT_WITHIN 2000
#define SAVE_AFTER 10000
#define SAVE_WITHIN 30000

static gint64
get_now (void)
{
  return g_get_monotonic_time () / 1000;
}

static void
saved_by_itself_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!atl_document_save_finish (ATL_DOCUMENT (source), result, &error))
    g_info ("Cannot save by itself: %s", error->message);
}

static void
save_by_itself (AtlDocument *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_by_itself_cb, NULL);

  atl_document_save_expecting (self, self->file.digest, task);
}

static gboolean
may_save_by_itself (AtlDocument *self)
{
  return self->care.kept && !self->care.ended && self->care.pace.after > 0 && self->file.path != NULL &&
         !self->read_only && !self->saving && self->file.outside == ATL_OUTSIDE_SAME;
}

static gboolean
save_timed_out_cb (gpointer data)
{
  AtlDocument *self = data;

  self->care.timer = 0;
  if (may_save_by_itself (self) && self->modified && atl_pace_get_due (&self->care.pace) <= get_now ())
    save_by_itself (self);
  else if (self->modified)
    atl_document_resume_pace (self);
  return G_SOURCE_REMOVE;
}

/* For the files of the document: nothing is to be saved until the next change. */
void
atl_document_rest (AtlDocument *self)
{
  atl_pace_rest (&self->care.pace, get_now ());
  g_clear_handle_id (&self->care.timer, g_source_remove);
}

/* For the files of the document: waits for the time to save by itself, if there is anything to save. */
void
atl_document_resume_pace (AtlDocument *self)
{
  gint64 due = atl_pace_get_due (&self->care.pace);

  if (due < 0 || self->care.timer != 0 || !may_save_by_itself (self))
    return;
  self->care.timer = g_timeout_add ((guint) MAX (due - get_now (), 0), save_timed_out_cb, self);
}

/* For the files of the document: what kept it from saving by itself is over. */
void
atl_document_try_again (AtlDocument *self)
{
  if (self->modified)
    atl_pace_touch (&self->care.pace, get_now ());
  atl_document_resume_pace (self);
}

static gboolean
retry_cb (gpointer data)
{
  atl_document_look (data);
  return G_SOURCE_CONTINUE;
}

/* For the files of the document: whoever mends what kept it from being saved need not say so. */
void
atl_document_mind_retry (AtlDocument *self)
{
  gboolean stuck = self->error_message != NULL || self->file.outside == ATL_OUTSIDE_GONE;
  gboolean minds = self->care.kept && !self->care.ended && !self->read_only && self->file.path != NULL;

  if (!stuck || !minds || self->care.pace.within == 0)
    g_clear_handle_id (&self->care.retry, g_source_remove);
  else if (self->care.retry == 0)
    self->care.retry = g_timeout_add (self->care.pace.within, retry_cb, self);
}

/* For the files of the document: tries again what failed, if there still is anything to do. */
void
atl_document_retry (AtlDocument *self)
{
  if (self->error_message == NULL || !may_save_by_itself (self))
    return;
  if (self->modified)
    {
      save_by_itself (self);
      return;
    }
  atl_document_set_text (self, &self->error_message, NULL, "error-message");
  atl_document_update (self);
}

/* For the files of the document: the session has changed. */
void
atl_document_touched (AtlDocument *self)
{
  self->serial++;
  if (!self->care.kept || self->care.ended || self->read_only)
    return;
  if (self->care.recorder != NULL)
    atl_recorder_touch (self->care.recorder, self->serial);
  atl_pace_touch (&self->care.pace, get_now ());
  atl_document_resume_pace (self);
}

static const char *
path_of (AtlDocument *self)
{
  return self->file.path != NULL ? self->file.path : "";
}

static GBytes *
take_bytes_cb (gpointer data)
{
  AtlDocument *self = data;

  atl_recovery_describe (self->care.recovery, atl_item_get_id (ATL_ITEM (self->session)), path_of (self),
                         atl_session_get_title (self->session));
  return atl_document_take_bytes (self);
}

static void
recorder_failed_cb (AtlDocument *self)
{
  g_object_notify (G_OBJECT (self), "recovery-message");
}

static void
start_recorder (AtlDocument *self, const AtlKeeping *keeping)
{
  if (self->care.recovery == NULL)
    self->care.recovery = atl_recovery_new (keeping->recovery, atl_item_get_id (ATL_ITEM (self->session)),
                                            path_of (self),
                                            self->file.digest != NULL ? self->file.digest : "");
  self->care.recorder =
    atl_recorder_new (self->care.recovery, keeping->snapshot_after, keeping->snapshot_within);
  atl_recorder_set_source (self->care.recorder, take_bytes_cb, self);
  g_signal_connect_object (self->care.recorder, "notify::error-message", G_CALLBACK (recorder_failed_cb),
                           self, G_CONNECT_SWAPPED);
  /* What was changed before is in no snapshot yet. */
  if (self->serial > 0)
    atl_recorder_touch (self->care.recorder, self->serial);
}

/* What a thread gets to keep as the first version. */
typedef struct
{
  AtlVersions *versions;
  GBytes      *bytes;
  char        *path; /* of the file */
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  atl_versions_unref (opened->versions);
  g_bytes_unref (opened->bytes);
  g_free (opened->path);
  g_free (opened);
}

static void
keep_opened_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opened          *opened = data;
  AtlVersionOrigin origin = { ATL_VERSION_OPENED, opened->path, NULL };
  GError          *error = NULL;

  if (atl_versions_keep_from (opened->versions, opened->bytes, &origin, g_get_real_time (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
keep_opened (AtlDocument *self)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Opened           *opened = g_new0 (Opened, 1);

  opened->versions = atl_versions_ref (self->care.versions);
  opened->bytes = g_steal_pointer (&self->care.opened);
  opened->path = g_strdup (self->file.path);
  g_task_set_task_data (task, opened, opened_free);
  g_task_run_in_thread (task, keep_opened_in_thread);
}

/**
 * atl_keeping_get_default:
 *
 * Returns: (transfer none): the folders of the user and the times of the product
 */
AtlKeeping
atl_keeping_get_default (void)
{
  g_autofree char *recovery = atl_recovery_dup_user_root ();
  g_autofree char *versions = atl_versions_dup_user_root ();

  return (AtlKeeping){ g_intern_string (recovery), g_intern_string (versions),
                       SNAPSHOT_AFTER, SNAPSHOT_WITHIN, SAVE_AFTER, SAVE_WITHIN };
}

/**
 * atl_document_keep:
 * @self: a document that nobody keeps yet
 * @keeping: folders and times
 *
 * Begins to keep every word: from now on each change is soon in a recovery snapshot, a document with a file
 * saves itself, earlier versions are kept, and the file is watched. One that can only be read is left alone.
 */
void
atl_document_keep (AtlDocument *self, const AtlKeeping *keeping)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));
  g_return_if_fail (keeping != NULL);

  if (self->care.kept || self->care.ended)
    return;
  self->care.kept = TRUE;
  if (self->read_only)
    return;
  atl_pace_init (&self->care.pace, keeping->save_after, keeping->save_within, keeping->save_within);
  if (keeping->recovery != NULL)
    start_recorder (self, keeping);
  if (keeping->versions != NULL)
    self->care.versions = atl_versions_new (keeping->versions, atl_item_get_id (ATL_ITEM (self->session)));
  if (self->care.versions != NULL && self->care.opened != NULL)
    keep_opened (self);
  g_clear_pointer (&self->care.opened, g_bytes_unref);
  atl_document_watch (self);
  atl_document_look (self);
}

/**
 * atl_document_set_draft:
 * @self: a document
 * @text: (nullable): what stands in the capture bar; %NULL or "" for nothing
 * @area: (nullable): id of the area it is meant for
 * @author: (nullable): id of the person who says it
 *
 * Keeps what is typed but is no note yet, as fast as a change of the session.
 */
void
atl_document_set_draft (AtlDocument *self, const char *text, const char *area, const char *author)
{
  AtlDraft *draft = NULL;

  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (self->care.recorder == NULL || self->care.ended)
    return;
  if (text != NULL && *text != '\0')
    draft = atl_draft_new (text, area != NULL ? area : "", author != NULL ? author : "");
  /* The boards of a session that is nowhere yet come back with the words. */
  if (draft != NULL && self->serial == 0 && self->file.path == NULL)
    atl_document_touched (self);
  atl_recorder_set_draft (self->care.recorder, draft);
}

/**
 * atl_document_snapshot:
 * @self: a document
 *
 * Writes a recovery snapshot now, in a thread: before something large happens, or when the user turns away.
 */
void
atl_document_snapshot (AtlDocument *self)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (self->care.recorder != NULL && !self->care.ended)
    atl_recorder_flush (self->care.recorder);
}

/**
 * atl_document_snapshot_sync:
 * @self: a document
 *
 * Writes a recovery snapshot now and waits for it.
 *
 * Returns: whether every word is in a snapshot or in the file
 */
gboolean
atl_document_snapshot_sync (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);

  if (self->care.recorder == NULL || self->care.ended)
    return !self->modified;
  return atl_recorder_flush_sync (self->care.recorder, NULL);
}

/**
 * atl_document_needs_saving:
 * @self: a document
 *
 * Returns: whether there is anything that a save could write
 */
gboolean
atl_document_needs_saving (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);
  return self->modified && !self->read_only;
}

/* For the files of the document: no timer and no thread calls back from now on. */
void
atl_document_stop_keeping (AtlDocument *self)
{
  self->care.ended = TRUE;
  g_clear_handle_id (&self->care.timer, g_source_remove);
  g_clear_handle_id (&self->care.retry, g_source_remove);
  g_clear_object (&self->file.watch);
  if (self->care.recorder != NULL)
    atl_recorder_set_source (self->care.recorder, NULL, NULL);
  g_clear_object (&self->care.recorder);
  g_clear_pointer (&self->care.versions, atl_versions_unref);
}

static gboolean
keep_version (AtlDocument *self, GBytes *bytes, AtlVersionReason reason, GError **error)
{
  AtlVersionOrigin origin = { reason, self->file.path, NULL };

  return atl_versions_keep_from (self->care.versions, bytes, &origin, g_get_real_time (), error);
}

/* The file may be damaged after we are gone: what was saved last lies in a second place then. Nothing is to
 * be done if it does already. */
static void
keep_closed (AtlDocument *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *digest = NULL;
  AtlVersionReason   reason = ATL_VERSION_CLOSED;

  if (self->care.versions == NULL || self->file.outside != ATL_OUTSIDE_SAME || self->file.path == NULL ||
      *self->file.digest == '\0')
    return;
  bytes = atl_file_read (self->file.path, NULL);
  digest = bytes != NULL ? atl_digest_bytes (bytes) : NULL;
  if (g_strcmp0 (digest, self->file.digest) != 0)
    {
      /* Nobody has noticed yet that it is something else. */
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = self->modified ? NULL : atl_document_take_bytes (self);
      reason = ATL_VERSION_OURS;
    }
  if (bytes != NULL && !keep_version (self, bytes, reason, &error))
    g_info ("Cannot keep what was saved last as a version: %s", error->message);
}

/* What was saved last is not in the file any more: it stays, although nothing was changed since. */
static gboolean
keep_last_saved (AtlDocument *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->file.outside == ATL_OUTSIDE_GONE && self->care.recorder != NULL)
    atl_recorder_touch (self->care.recorder, ++self->serial);
  if (self->file.outside != ATL_OUTSIDE_CHANGED || self->care.versions == NULL)
    return TRUE;
  bytes = atl_document_take_bytes (self);
  return keep_version (self, bytes, ATL_VERSION_OURS, error);
}

static gboolean
end_recorder (AtlDocument *self, gboolean discard, GError **error)
{
  gboolean gone = self->file.outside == ATL_OUTSIDE_GONE;

  if (!discard && !self->modified && !keep_last_saved (self, error))
    return FALSE;
  return self->care.recorder == NULL ||
         atl_recorder_end (self->care.recorder, self->modified || gone, self->file.digest, discard, error);
}

/**
 * atl_document_end:
 * @self: a document
 * @discard: whether the user wants none of what is not saved
 *
 * Ends the keeping, when the document is closed. What is not in a file stays as a draft, also where the file
 * is gone; what another program replaced, and what was saved last, as an earlier version; what is discarded
 * stays for seven days if that is possible, see atl_document_discard(). Does nothing the second time.
 */
void
atl_document_end (AtlDocument *self, gboolean discard)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (self->care.ended)
    return;
  keep_closed (self);
  if (!end_recorder (self, discard, &error))
    g_message ("Cannot keep what is not saved: %s", error->message);
  atl_document_stop_keeping (self);
}

/**
 * atl_document_discard:
 * @self: a document
 * @error: return location for why it cannot be kept for seven days
 *
 * Writes the last safety copy and ends the keeping, when the user wants none of what is not saved. If the
 * safety copy cannot be written, the document is as it was and the user is to be asked again: then a copy can
 * be saved somewhere else, or atl_document_end() discards it for good.
 *
 * Sets %ATL_STORE_ERROR_NOT_KEPT, in the user's words and without the names of our own folders.
 *
 * Returns: whether it has ended, and what is discarded is kept for seven days
 */
gboolean
atl_document_discard (AtlDocument *self, GError **error)
{
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);

  if (!self->care.ended && atl_document_needs_saving (self) &&
      (self->care.recorder == NULL || !atl_recorder_flush_sync (self->care.recorder, &why)))
    {
      atl_store_error_set_not_kept (error, why);
      return FALSE;
    }
  atl_document_end (self, TRUE);
  return TRUE;
}

/**
 * atl_document_get_recovery_message:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why no recovery snapshot could be written, or %NULL
 */
const char *
atl_document_get_recovery_message (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->care.recorder != NULL ? atl_recorder_get_error_message (self->care.recorder) : NULL;
}

/**
 * atl_document_get_damage_message:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why its file could be read only in part, or %NULL
 */
const char *
atl_document_get_damage_message (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->damage_message;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-private.h"

#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-merge.h"

#include <glib/gi18n-lib.h>

/* What a thread finds in the file. */
typedef struct
{
  AtlResolve   how;
  char        *path;
  char        *known;    /* digest of what was loaded or saved last */
  AtlVersions *versions; /* nullable */
  GBytes      *ours;     /* what reloading takes away, else NULL */
  char        *digest;   /* "" for no file; out */
  AtlSession  *session;  /* NULL for overwriting; out */
  AtlSession  *base;     /* what both sides come from, if it is among the versions; out */
} Found;

static void look (AtlDocument *self);

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->path);
  g_clear_pointer (&found->versions, atl_versions_unref);
  g_clear_pointer (&found->ours, g_bytes_unref);
  g_free (found->known);
  g_free (found->digest);
  g_clear_object (&found->session);
  g_clear_object (&found->base);
  g_free (found);
}

/* For the files of the document: sets how the file is. */
void
atl_document_set_outside (AtlDocument *self, AtlOutside outside)
{
  if (self->file.outside == outside)
    return;
  self->file.outside = outside;
  /* Why a save failed before is not what stands in the way now. */
  if (outside != ATL_OUTSIDE_SAME)
    atl_document_set_text (self, &self->error_message, NULL, "error-message");
  g_object_notify (G_OBJECT (self), "outside");
  atl_document_update (self);
  if (outside == ATL_OUTSIDE_SAME)
    atl_document_try_again (self);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  char   *digest = atl_digest_file (path, &error);

  if (digest != NULL)
    g_task_return_pointer (task, digest, g_free);
  else
    g_task_return_error (task, error);
}

static AtlOutside
compare (AtlDocument *self, const char *digest, const GError *error)
{
  if (digest != NULL)
    return g_str_equal (digest, self->file.digest) ? ATL_OUTSIDE_SAME : ATL_OUTSIDE_CHANGED;
  if (g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND) && *self->file.digest != '\0')
    return ATL_OUTSIDE_GONE;
  return self->file.outside;
}

/* That the file was changed once more is news, too. */
static void
note_seen (AtlDocument *self, const char *digest, const GError *error)
{
  AtlOutside before = self->file.outside;
  gboolean   same = g_strcmp0 (digest, self->file.seen) == 0;

  g_free (self->file.seen);
  self->file.seen = g_strdup (digest);
  atl_document_set_outside (self, compare (self, digest, error));
  if (!same && before == ATL_OUTSIDE_CHANGED && self->file.outside == ATL_OUTSIDE_CHANGED)
    g_object_notify (G_OBJECT (self), "outside");
}

/* What was seen while we wrote ourselves, or before that, is no longer so. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlDocument       *self = ATL_DOCUMENT (source);
  g_autofree char   *before = data;
  g_autoptr (GError) error = NULL;
  g_autofree char   *digest = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean           current = !self->saving && g_strcmp0 (before, self->file.digest) == 0;

  self->file.looking = FALSE;
  if (current)
    note_seen (self, digest, error);
  if ((!current || self->file.look_again) && !self->saving && !self->care.ended)
    look (self);
}

static void
look (AtlDocument *self)
{
  g_autoptr (GTask) task = NULL;

  self->file.look_again = self->file.looking || self->saving;
  if (self->file.look_again || self->file.path == NULL)
    return;
  self->file.looking = TRUE;
  task = g_task_new (self, NULL, looked_cb, g_strdup (self->file.digest));
  g_task_set_task_data (task, g_strdup (self->file.path), g_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* For the files of the document: watches its file, wherever that is now. */
void
atl_document_watch (AtlDocument *self)
{
  if (!self->care.kept || self->care.ended || self->file.path == NULL || self->read_only)
    return;
  if (self->file.watch != NULL && g_str_equal (atl_watch_get_path (self->file.watch), self->file.path))
    {
      if (self->file.look_again)
        look (self);
      return;
    }
  g_clear_object (&self->file.watch);
  self->file.watch = atl_watch_new (self->file.path);
  g_signal_connect_object (self->file.watch, "stirred", G_CALLBACK (look), self, G_CONNECT_SWAPPED);
}

/**
 * atl_document_look:
 * @self: a document
 *
 * Looks in a thread whether another program has changed its file, for folders that cannot be watched; and
 * tries once more to save what could not be saved. To be called when the user turns to its window; while
 * something stands in the way, the document does it by itself from time to time.
 */
void
atl_document_look (AtlDocument *self)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));

  if (!self->care.kept || self->care.ended || self->read_only)
    return;
  atl_document_retry (self);
  look (self);
}

static gboolean
keep_version (Found *found, GBytes *bytes, AtlVersionReason reason, GError **error)
{
  AtlVersionOrigin origin = { reason, found->path, NULL };

  if (found->versions == NULL)
    return TRUE;
  return atl_versions_keep_from (found->versions, bytes, &origin, g_get_real_time (), error);
}

/* The undo of a reload ends with the window, and what was reloaded or merged may be undone and saved over. */
static void
keep_both (Found *found, GBytes *theirs)
{
  AtlVersionReason   reason = found->how == ATL_RESOLVE_RELOAD ? ATL_VERSION_OPENED : ATL_VERSION_DISPLACED;
  g_autoptr (GError) error = NULL;

  if ((found->ours != NULL && !keep_version (found, found->ours, ATL_VERSION_OURS, &error)) ||
      !keep_version (found, theirs, reason, &error))
    g_info ("Cannot keep a version: %s", error->message);
}

/* Programs that know no stamps are merged by what both sides come from. */
static AtlSession *
find_base (Found *found)
{
  g_autoptr (GPtrArray) list = found->versions != NULL ? atl_versions_list (found->versions) : NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      AtlVersion             *version = g_ptr_array_index (list, i);
      g_autoptr (AtlProblems) problems = NULL;
      g_autoptr (GBytes)      bytes = NULL;
      AtlCodecAge             age;

      if (g_strcmp0 (version->digest, found->known) != 0)
        continue;
      problems = atl_problems_new ();
      bytes = atl_version_load (version, NULL);
      return bytes != NULL ? atl_codec_read (bytes, problems, &age, NULL) : NULL;
    }
  return NULL;
}

static gboolean
find (Found *found, GError **error)
{
  g_autoptr (GError)      fault = NULL;
  g_autoptr (GBytes)      bytes = atl_file_read (found->path, &fault);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  if (bytes == NULL && found->how == ATL_RESOLVE_OVERWRITE &&
      g_error_matches (fault, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND))
    {
      found->digest = g_strdup ("");
      return TRUE;
    }
  if (bytes == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  found->digest = atl_digest_bytes (bytes);
  if (found->how == ATL_RESOLVE_OVERWRITE)
    return keep_version (found, bytes, ATL_VERSION_DISPLACED, error);
  found->session = atl_codec_read (bytes, problems, &age, error);
  if (found->how == ATL_RESOLVE_MERGE)
    found->base = find_base (found);
  if (found->session != NULL && age == ATL_CODEC_NEWER)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("The file was written by a newer version of Atelier. Save a copy under another "
                      "name, or update Atelier."));
      return FALSE;
    }
  if (found->session != NULL)
    keep_both (found, bytes);
  return found->session != NULL;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (find (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* From now on the file as it was found is the one that a save replaces. */
static void
accept (AtlDocument *self, Found *found)
{
  g_free (self->file.digest);
  self->file.digest = g_strdup (found->digest);
  if (self->care.recovery != NULL)
    atl_recovery_set_base (self->care.recovery, found->digest);
  atl_document_set_text (self, &self->error_message, NULL, "error-message");
  atl_document_set_outside (self, ATL_OUTSIDE_SAME);
}

static void
reload (AtlDocument *self, Found *found)
{
  atl_document_become (self, found->session, _ ("Reload"));
  accept (self, found);
  atl_history_mark_saved (self->history, atl_history_get_position (self->history));
}

/* The file may hold less than we do even where merging changed nothing here: an older version was put
 * back. */
static void
mark_merged (AtlDocument *self, Found *found)
{
  g_autoptr (GBytes) bytes = atl_document_take_bytes (self);
  g_autofree char   *digest = atl_digest_bytes (bytes);
  gboolean           same = g_str_equal (digest, found->digest);

  atl_history_mark_saved (self->history, same ? atl_history_get_position (self->history) : G_MAXUINT64);
}

static gboolean
merge (AtlDocument *self, Found *found, GError **error)
{
  if (!atl_document_merge_with_base (self, found->session, found->base, _ ("Merge"), error))
    return FALSE;
  mark_merged (self, found);
  accept (self, found);
  return TRUE;
}

static void
overwritten_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError           *error = NULL;

  if (atl_document_save_finish (ATL_DOCUMENT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
overwrite (AtlDocument *self, Found *found, GTask *task)
{
  g_autoptr (GTask) saving = g_task_new (self, NULL, overwritten_cb, g_object_ref (task));

  atl_document_save_expecting (self, found->digest, saving);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AtlDocument      *self = ATL_DOCUMENT (source);
  g_autoptr (GTask) task = data;
  Found            *found = g_task_get_task_data (G_TASK (result));
  GError           *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }
  if (found->how == ATL_RESOLVE_OVERWRITE)
    {
      overwrite (self, found, task);
      return;
    }
  if (found->how == ATL_RESOLVE_RELOAD)
    reload (self, found);
  else if (!merge (self, found, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  atl_document_update (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * atl_document_resolve_async:
 * @self: a document with a file
 * @how: what to do
 * @callback: called in the main loop; it calls atl_document_resolve_finish()
 * @user_data: for @callback
 *
 * Settles the difference between the session and a file that another program has changed. Whatever is
 * chosen, nothing is lost: reloading and merging are one undo, after a recovery snapshot; what is overwritten
 * is among the earlier versions.
 */
void
atl_document_resolve_async (AtlDocument        *self,
                            AtlResolve          how,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GTask) finding = NULL;
  Found            *found;

  g_return_if_fail (ATL_IS_DOCUMENT (self));
  g_return_if_fail (self->file.path != NULL);

  finding = g_task_new (self, NULL, found_cb, g_object_ref (task));
  found = g_new0 (Found, 1);
  found->how = how;
  found->path = g_strdup (self->file.path);
  found->known = g_strdup (self->file.digest);
  found->versions = self->care.versions != NULL ? atl_versions_ref (self->care.versions) : NULL;
  if (how == ATL_RESOLVE_RELOAD && found->versions != NULL)
    found->ours = atl_document_take_bytes (self);
  g_task_set_task_data (finding, found, found_free);
  g_task_run_in_thread (finding, find_in_thread);
}

/**
 * atl_document_resolve_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for an error of the file layer, the codec or the store
 *
 * Returns: whether it was done; if not, session and file are as they were
 */
gboolean
atl_document_resolve_finish (AtlDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * atl_document_become:
 * @self: a document
 * @other: a session
 * @label: what the user did, translated
 *
 * Makes the session equal to @other, as one undo; a recovery snapshot is written first.
 */
void
atl_document_become (AtlDocument *self, AtlSession *other, const char *label)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));

  atl_document_snapshot (self);
  atl_history_begin (self->history, label);
  atl_session_become (self->session, other);
  atl_history_end (self->history);
}

/**
 * atl_document_get_outside:
 * @self: a document
 *
 * Returns: what has become of its file since it was loaded or saved
 */
AtlOutside
atl_document_get_outside (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), ATL_OUTSIDE_SAME);
  return self->file.outside;
}

/**
 * atl_document_get_conflict_copy:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where the version of another program lies that came in between a save
 */
const char *
atl_document_get_conflict_copy (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->file.conflict_copy;
}

/**
 * atl_document_forget_conflict_copy:
 * @self: a document
 *
 * Tells that the user knows of the other version, or has merged it. The file stays where it is.
 */
void
atl_document_forget_conflict_copy (AtlDocument *self)
{
  g_return_if_fail (ATL_IS_DOCUMENT (self));
  atl_document_set_text (self, &self->file.conflict_copy, NULL, "conflict-copy");
}

/**
 * atl_document_get_digest:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the digest of its file as it was loaded or saved last
 */
const char *
atl_document_get_digest (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->file.digest;
}

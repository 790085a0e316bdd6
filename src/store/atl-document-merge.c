/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-document-merge.h"

#include "file/atl-json-file.h"
#include "store/atl-document-private.h"

/* What a thread gets to keep a copy that was merged. */
typedef struct
{
  AtlVersions *versions;
  char        *path;
} Copy;

/**
 * atl_document_plan_merge:
 * @self: a document
 * @theirs: another file of its session
 * @error: return location for an error of the store
 *
 * Finds out what merging @theirs would do. Nothing changes but that edits since the last snapshot are
 * stamped: only then can they be told from what the other side knows.
 *
 * Returns: (transfer full) (nullable): the plan, good until the session changes
 */
AtlMerge *
atl_document_plan_merge (AtlDocument *self, AtlSession *theirs, GError **error)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self) && ATL_IS_SESSION (theirs), NULL);

  atl_history_break (self->history);
  atl_stamper_stamp (self->stamper);
  return atl_merge_new (self->session, theirs, NULL, error);
}

/**
 * atl_document_merge:
 * @self: a document
 * @theirs: another file of its session
 * @label: what the user did, translated
 * @error: return location for an error of the store
 *
 * Merges @theirs into the document, as one undo; a recovery snapshot is written first.
 *
 * Returns: whether that could be done
 */
gboolean
atl_document_merge (AtlDocument *self, AtlSession *theirs, const char *label, GError **error)
{
  return atl_document_merge_with_base (self, theirs, NULL, label, error);
}

/**
 * atl_document_merge_with_base:
 * @self: a document
 * @theirs: another file of its session
 * @base: (nullable): what both come from, for what has no stamps
 * @label: what the user did, translated
 * @error: return location for an error of the store
 *
 * Like atl_document_merge(), also for files that a program has changed which knows no stamps.
 *
 * Returns: whether that could be done
 */
gboolean
atl_document_merge_with_base (AtlDocument *self,
                              AtlSession  *theirs,
                              AtlSession  *base,
                              const char  *label,
                              GError     **error)
{
  g_autoptr (AtlMerge) plan = NULL;
  g_autofree char     *group = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (self) && ATL_IS_SESSION (theirs), FALSE);

  group = g_strdup (atl_session_get_group (self->session));
  atl_history_break (self->history);
  atl_stamper_stamp (self->stamper);
  plan = atl_merge_new (self->session, theirs, base, error);
  if (plan == NULL)
    return FALSE;
  atl_document_snapshot (self);
  atl_history_begin (self->history, label);
  atl_merge_apply (plan);
  /* Merged files are everybody's. What is open here stays the group's own: it goes on working in it. */
  atl_session_set_group (self->session, group);
  atl_history_end (self->history);
  return TRUE;
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  atl_versions_unref (copy->versions);
  g_free (copy->path);
  g_free (copy);
}

static void
keep_copy_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Copy              *copy = data;
  GError            *error = NULL;
  g_autofree char   *label = g_filename_display_basename (copy->path);
  g_autoptr (GBytes) bytes = atl_file_read (copy->path, &error);
  AtlVersionOrigin   origin = { ATL_VERSION_MERGED, copy->path, label };

  if (bytes != NULL && atl_versions_keep_from (copy->versions, bytes, &origin, g_get_real_time (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atl_document_keep_copy_async:
 * @self: a document
 * @path: another file of its session, which is merged
 * @callback: called in the main loop; it calls atl_document_keep_copy_finish()
 * @user_data: for @callback
 *
 * Keeps a copy among the earlier versions, as %ATL_VERSION_MERGED with its name, before it is moved to the
 * trash: who undoes the merge finds it there.
 */
void
atl_document_keep_copy_async (AtlDocument        *self,
                              const char         *path,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Copy             *copy;

  g_return_if_fail (ATL_IS_DOCUMENT (self) && path != NULL);

  if (self->care.versions == NULL)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  copy = g_new0 (Copy, 1);
  copy->versions = atl_versions_ref (self->care.versions);
  copy->path = g_canonicalize_filename (path, NULL);
  g_task_set_task_data (task, copy, copy_free);
  g_task_run_in_thread (task, keep_copy_in_thread);
}

/**
 * atl_document_keep_copy_finish:
 * @self: a document
 * @result: what the callback got
 * @error: return location for an error of the file layer
 *
 * Returns: whether it is kept; if not, without an error, no earlier versions are kept of this document
 */
gboolean
atl_document_keep_copy_finish (AtlDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

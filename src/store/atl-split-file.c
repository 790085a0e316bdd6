/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-split-file.h"

#include "file/atl-durable-file.h"
#include "store/atl-codec.h"
#include "store/atl-document-private.h"

/* What the writing thread gets: nothing in it is shared with the session. */
typedef struct
{
  GBytes  *bytes;
  char    *group;
  char    *path;
  gboolean replace;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job->group);
  g_free (job->path);
  g_free (job);
}

/**
 * atl_split_file_make:
 * @bytes: a session file, stamped
 * @group: the id of a break-out group of the session
 * @error: return location for an error of the codec
 *
 * Makes the file of a break-out group. Nothing differs from @bytes but whose copy it is, so that merging it
 * back brings what the group did, and no more.
 *
 * Returns: (transfer full) (nullable): the content of the group's file
 */
GBytes *
atl_split_file_make (GBytes *bytes, const char *group, GError **error)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  copy = NULL;
  AtlCodecAge             age;

  copy = atl_codec_read (bytes, problems, &age, error);
  if (copy == NULL)
    return NULL;
  atl_session_set_group (copy, group);
  return atl_codec_write (copy);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job               *job = data;
  GError            *error = NULL;
  g_autoptr (GBytes) bytes = atl_split_file_make (job->bytes, job->group, &error);

  if (bytes != NULL && atl_durable_replace (job->path, bytes, job->replace ? NULL : "", NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atl_split_file_write_async:
 * @document: a document whose session has the group
 * @group: the id of a break-out group
 * @path: where to
 * @replace: whether a file that is there already may be replaced
 * @callback: called in the main loop; it calls atl_split_file_write_finish()
 * @user_data: for @callback
 *
 * Takes a copy of the session as it is now and writes it durably as the group's, in a thread. The document
 * and its own file stay as they are.
 */
void
atl_split_file_write_async (AtlDocument        *document,
                            const char         *group,
                            const char         *path,
                            gboolean            replace,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (document, NULL, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  g_return_if_fail (ATL_IS_DOCUMENT (document));

  job->bytes = atl_document_take_bytes (document);
  job->group = g_strdup (group);
  job->path = g_strdup (path);
  job->replace = replace;
  g_task_set_source_tag (task, atl_split_file_write_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * atl_split_file_write_finish:
 * @result: what the callback got
 * @error: return location for an error of the file layer, in the user's words
 *
 * Returns: whether the file is on the disk
 */
gboolean
atl_split_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

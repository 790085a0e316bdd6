/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-version-reader.h"

#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/rescue/atl-rescue.h"
#include "store/recovery/atl-versions.h"

/* Everything here that takes time happens in threads. */

typedef struct
{
  char   *session_id;
  GBytes *bytes;
} Finding;

typedef struct
{
  AtlSession *now;
  char       *path;
} Comparing;

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_free (finding->session_id);
  g_bytes_unref (finding->bytes);
  g_free (finding);
}

static void
comparing_free (gpointer data)
{
  Comparing *comparing = data;

  g_object_unref (comparing->now);
  g_free (comparing->path);
  g_free (comparing);
}

/* Reads what can be read: a damaged session as far as it goes. */
static AtlSession *
parse (GBytes  *bytes,
       GError **error)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      reason = NULL;
  AtlCodecAge             age;
  AtlSession             *session = atl_codec_read (bytes, problems, &age, &reason);

  if (session == NULL && atl_rescue_can_help (reason))
    return atl_rescue_read (bytes, problems, &age, error);
  if (session == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return session;
}

static AtlSession *
load (const char *path,
      GError    **error)
{
  g_autoptr (GBytes) bytes = atl_file_read (path, error);

  return bytes != NULL ? parse (bytes, error) : NULL;
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Finding                *finding = data;
  g_autofree char        *root = atl_versions_dup_user_root ();
  g_autoptr (AtlVersions) versions = atl_versions_new (root, finding->session_id);
  g_autoptr (AtlSession)  now = NULL;
  GError                 *error = NULL;
  AtlVersionsFound       *found = NULL;

  now = parse (finding->bytes, &error);
  if (now == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  found = g_new0 (AtlVersionsFound, 1);
  found->versions = atl_versions_list (versions);
  found->now = g_steal_pointer (&now);
  g_task_return_pointer (task, found, (GDestroyNotify) atl_versions_found_free);
}

static void
compare_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Comparing             *comparing = data;
  GError                *error = NULL;
  g_autoptr (AtlSession) then = load (comparing->path, &error);
  AtlDifference         *difference = NULL;

  if (then == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  difference = g_new0 (AtlDifference, 1);
  atl_difference_compute (then, comparing->now, difference);
  g_task_return_pointer (task, difference, g_free);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  GError     *error = NULL;
  AtlSession *session = load (path, &error);

  if (session != NULL)
    g_task_return_pointer (task, session, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * atl_versions_found_free:
 * @self: (transfer full): what was found
 */
void
atl_versions_found_free (AtlVersionsFound *self)
{
  g_ptr_array_unref (self->versions);
  g_clear_object (&self->now);
  g_free (self);
}

/**
 * atl_version_reader_find_async:
 * @session: a session
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_version_reader_find_finish()
 * @user_data: for @callback
 *
 * Lists the earlier versions of @session, and takes a copy of it.
 */
void
atl_version_reader_find_async (AtlSession         *session,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Finding          *finding = g_new0 (Finding, 1);

  finding->session_id = g_strdup (atl_item_get_id (ATL_ITEM (session)));
  finding->bytes = atl_codec_write (session);
  g_task_set_source_tag (task, atl_version_reader_find_async);
  g_task_set_task_data (task, finding, finding_free);
  g_task_run_in_thread (task, find_in_thread);
}

static void
find_for_path_in_thread (GTask        *task,
                         gpointer      source,
                         gpointer      path,
                         GCancellable *cancellable)
{
  g_autofree char  *root = atl_versions_dup_user_root ();
  AtlVersionsFound *found = g_new0 (AtlVersionsFound, 1);

  found->versions = atl_versions_find_for_path (root, path);
  g_task_return_pointer (task, found, (GDestroyNotify) atl_versions_found_free);
}

/**
 * atl_version_reader_find_for_path_async:
 * @path: (type filename): a session file that cannot be read
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_version_reader_find_finish()
 * @user_data: for @callback
 *
 * Lists the earlier versions of what was in @path.
 */
void
atl_version_reader_find_for_path_async (const char         *path,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, atl_version_reader_find_for_path_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, find_for_path_in_thread);
}

/**
 * atl_version_reader_find_finish:
 * @result: what the callback got
 * @error: return location for an error of the file layer or the codec
 *
 * Returns: (transfer full) (nullable): the versions, or %NULL
 */
AtlVersionsFound *
atl_version_reader_find_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atl_version_reader_compare_async:
 * @now: the session as it is now; nobody else may use it meanwhile
 * @path: (type filename): an earlier version
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_version_reader_compare_finish()
 * @user_data: for @callback
 *
 * Finds out what has become different since @path was kept.
 */
void
atl_version_reader_compare_async (AtlSession         *now,
                                  const char         *path,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Comparing        *comparing = g_new0 (Comparing, 1);

  comparing->now = g_object_ref (now);
  comparing->path = g_strdup (path);
  g_task_set_source_tag (task, atl_version_reader_compare_async);
  g_task_set_task_data (task, comparing, comparing_free);
  g_task_run_in_thread (task, compare_in_thread);
}

/**
 * atl_version_reader_compare_finish:
 * @result: what the callback got
 * @difference: (out caller-allocates): what has become different
 * @error: return location for an error of the file layer or the codec
 *
 * Returns: whether the version could be read
 */
gboolean
atl_version_reader_compare_finish (GAsyncResult  *result,
                                   AtlDifference *difference,
                                   GError       **error)
{
  g_autofree AtlDifference *computed = g_task_propagate_pointer (G_TASK (result), error);

  if (computed == NULL)
    return FALSE;
  *difference = *computed;
  return TRUE;
}

/**
 * atl_version_reader_read_async:
 * @path: (type filename): a version or a snapshot
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_version_reader_read_finish()
 * @user_data: for @callback
 *
 * Reads a session, a damaged one as far as it goes.
 */
void
atl_version_reader_read_async (const char         *path,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, atl_version_reader_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * atl_version_reader_read_finish:
 * @result: what the callback got
 * @error: return location for an error of the file layer or the codec
 *
 * Returns: (transfer full) (nullable): the session, or %NULL
 */
AtlSession *
atl_version_reader_read_finish (GAsyncResult *result,
                                GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

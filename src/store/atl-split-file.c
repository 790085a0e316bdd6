/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-split-file.h"

#include "config.h"
#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-file-error.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/atl-document-private.h"
#include "store/merge/atl-merge.h"
#include "store/atl-store-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".atelier"
#define LAST_NUMBER 99

/* What the writing thread gets: nothing in it is shared with the session. */
typedef struct
{
  GBytes      *bytes;
  char        *group;
  char        *path;
  AtlVersions *versions; /* nullable */
  gboolean     replace;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_bytes_unref (job->bytes);
  g_free (job->group);
  g_free (job->path);
  g_clear_pointer (&job->versions, atl_versions_unref);
  g_free (job);
}

/* Nothing differs from bytes but whose copy it is. */
static GBytes *
make_split_file (GBytes *bytes, const char *group, GError **error)
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

static AtlSession *
read_session (GBytes *bytes)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  session = atl_codec_read (bytes, problems, &age, NULL);
  return age == ATL_CODEC_NEWER ? NULL : g_steal_pointer (&session);
}

/* Asks the merge: it alone knows what of a copy we have seen already. */
static AtlSplitTarget
compare (GBytes *ours, GBytes *found)
{
  g_autoptr (AtlSession) mine = read_session (ours);
  g_autoptr (AtlSession) theirs = read_session (found);
  g_autoptr (AtlMerge)   plan = NULL;

  if (mine != NULL && theirs != NULL)
    plan = atl_merge_new (mine, theirs, NULL, NULL);
  if (plan == NULL)
    return ATL_SPLIT_TARGET_OTHER;
  return atl_merge_is_empty (plan) ? ATL_SPLIT_TARGET_KNOWN : ATL_SPLIT_TARGET_WORK;
}

/* @found: what is there, if it can be read. */
static AtlSplitTarget
look (GBytes *ours, const char *path, GBytes **found)
{
  g_autoptr (GError) error = NULL;

  *found = atl_file_read (path, &error);
  if (*found != NULL)
    return compare (ours, *found);
  return g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND) ? ATL_SPLIT_TARGET_FREE
                                                                           : ATL_SPLIT_TARGET_OTHER;
}

/* The copy of a group that has brought back what it did. If it was written again just now, that stays beside
 * it as a conflict copy. */
static gboolean
replace (Job *job, GBytes *bytes, GBytes *found, GError **error)
{
  g_autofree char *digest = atl_digest_bytes (found);
  AtlVersionOrigin origin = { ATL_VERSION_DISPLACED, job->path, NULL };

  if (g_bytes_equal (bytes, found))
    return TRUE;
  if (job->versions != NULL &&
      !atl_versions_keep_from (job->versions, found, &origin, g_get_real_time (), error))
    return FALSE;
  return atl_durable_replace (job->path, bytes, digest, NULL, error);
}

static char *
dup_numbered (const char *path, guint number)
{
  gsize stem = strlen (path) - (g_str_has_suffix (path, SUFFIX) ? strlen (SUFFIX) : 0);

  return g_strdup_printf ("%.*s (%u)%s", (int) stem, path, number, path + stem);
}

/* Another file has the name. */
static gboolean
write_beside (Job *job, GBytes *bytes, GError **error)
{
  for (guint i = 2; i <= LAST_NUMBER; i++)
    {
      g_autofree char   *path = dup_numbered (job->path, i);
      g_autoptr (GError) refused = NULL;

      if (atl_durable_replace (path, bytes, "", NULL, &refused))
        return TRUE;
      if (!g_error_matches (refused, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED))
        {
          g_propagate_error (error, g_steal_pointer (&refused));
          return FALSE;
        }
    }
  atl_file_error_set_writing (error, job->path, EEXIST);
  return FALSE;
}

static gboolean
refuse_work (Job *job, GError **error)
{
  g_autofree char *name = g_filename_display_basename (job->path);

  g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_GROUP_WORK,
               _ ("“%s” holds work of a group. Merge it first."), name);
  return FALSE;
}

static gboolean
write_file (Job *job, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) found = NULL;

  if (!job->replace)
    return atl_durable_replace (job->path, bytes, "", NULL, error);
  switch (look (job->bytes, job->path, &found))
    {
    case ATL_SPLIT_TARGET_KNOWN:
      return replace (job, bytes, found, error);
    case ATL_SPLIT_TARGET_WORK:
      return refuse_work (job, error);
    case ATL_SPLIT_TARGET_OTHER:
      return write_beside (job, bytes, error);
    case ATL_SPLIT_TARGET_FREE:
    default:
      return atl_durable_replace (job->path, bytes, "", NULL, error);
    }
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job               *job = data;
  GError            *error = NULL;
  g_autoptr (GBytes) bytes = make_split_file (job->bytes, job->group, &error);

  if (bytes != NULL && write_file (job, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * atl_split_file_write_async:
 * @document: a document whose session has the group
 * @group: the id of a break-out group
 * @path: where to
 * @replace: whether to go on where a file is there already
 * @callback: called in the main loop; it calls atl_split_file_write_finish()
 * @user_data: for @callback
 *
 * Takes a copy of the session as it is now and writes it durably as the group's, in a thread. The document
 * and its own file stay as they are. No work of a group is ever replaced: a copy of this session that holds
 * anything we have not is refused, also with @replace. One that holds nothing new is kept as an earlier
 * version, then replaced; beside any other file ours gets a number.
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
  job->versions = document->care.versions != NULL ? atl_versions_ref (document->care.versions) : NULL;
  job->replace = replace;
  g_task_set_source_tag (task, atl_split_file_write_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * atl_split_file_write_finish:
 * @result: what the callback got
 * @error: return location for an error of the file layer or %ATL_STORE_ERROR_GROUP_WORK, in the user's words
 *
 * Returns: whether the file is on the disk
 */
gboolean
atl_split_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What the looking thread gets. */
typedef struct
{
  GBytes *bytes;
  char  **paths;
} Looking;

static void
looking_free (gpointer data)
{
  Looking *looking = data;

  g_bytes_unref (looking->bytes);
  g_strfreev (looking->paths);
  g_free (looking);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Looking *looking = data;
  GArray  *targets = g_array_new (FALSE, FALSE, sizeof (AtlSplitTarget));

  for (guint i = 0; looking->paths[i] != NULL; i++)
    {
      g_autoptr (GBytes) found = NULL;
      AtlSplitTarget     target = look (looking->bytes, looking->paths[i], &found);

      g_array_append_val (targets, target);
    }
  g_task_return_pointer (task, targets, (GDestroyNotify) g_array_unref);
}

/**
 * atl_split_file_look_async:
 * @document: a document
 * @paths: (array zero-terminated=1) (element-type filename): where files of groups are to be written
 * @callback: called in the main loop; it calls atl_split_file_look_finish()
 * @user_data: for @callback
 *
 * Looks in a thread what is there already, and compares it with the session as it is now.
 */
void
atl_split_file_look_async (AtlDocument        *document,
                           const char *const  *paths,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (document, NULL, callback, user_data);
  Looking          *looking = g_new0 (Looking, 1);

  g_return_if_fail (ATL_IS_DOCUMENT (document) && paths != NULL);

  looking->bytes = atl_document_take_bytes (document);
  looking->paths = g_strdupv ((GStrv) paths);
  g_task_set_source_tag (task, atl_split_file_look_async);
  g_task_set_task_data (task, looking, looking_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * atl_split_file_look_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full) (element-type AtlSplitTarget): what is at each of the paths
 */
GArray *
atl_split_file_look_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

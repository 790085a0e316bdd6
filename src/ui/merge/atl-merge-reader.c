/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-merge-reader.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char  *session_id;
  char **paths;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->session_id);
  g_strfreev (job->paths);
  g_free (job);
}

/**
 * atl_merge_input_free:
 * @self: (transfer full): what was read
 */
void
atl_merge_input_free (AtlMergeInput *self)
{
  g_clear_object (&self->session);
  g_ptr_array_unref (self->refused);
  g_ptr_array_unref (self->read);
  g_free (self);
}

static AtlMergeInput *
input_new (void)
{
  AtlMergeInput *self = g_new0 (AtlMergeInput, 1);

  self->refused = g_ptr_array_new_with_free_func (g_free);
  self->read = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
refuse (AtlMergeInput *self,
        const char    *path,
        const char    *reason)
{
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: the name of a file, and a sentence why it cannot be merged */
  g_ptr_array_add (self->refused, g_strdup_printf (_ ("“%s” is left out. %s"), name, reason));
}

static void
refuse_other (AtlMergeInput *self,
              const char    *path,
              AtlSession    *other)
{
  const char      *title = atl_session_get_title (other);
  g_autofree char *reason =
    g_strdup_printf (_ ("It is another session, “%s”: only copies of the same session can be merged."),
                     *title != '\0' ? title : _ ("Untitled Session"));

  refuse (self, path, reason);
}

static AtlSession *
read_file (AtlMergeInput *self,
           const char    *path)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (GBytes)      bytes = atl_file_read (path, &error);
  AtlSession             *session = NULL;
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  if (bytes != NULL)
    session = atl_codec_read (bytes, problems, &age, &error);
  if (session == NULL)
    refuse (self, path, error->message);
  else if (age == ATL_CODEC_NEWER)
    {
      refuse (self, path, _ ("It was made by a newer version of Atelier."));
      g_clear_object (&session);
    }
  return session;
}

/* Several files are one before ours is touched: in which order they come makes no difference. */
static void
take_in (AtlMergeInput *self,
         const char    *path,
         AtlSession    *other)
{
  g_autoptr (AtlMerge) plan = NULL;
  g_autoptr (GError)   error = NULL;

  if (self->session == NULL)
    self->session = g_object_ref (other);
  else if ((plan = atl_merge_new (self->session, other, NULL, &error)) != NULL)
    atl_merge_apply (plan);
  else
    {
      refuse (self, path, error->message);
      return;
    }
  g_ptr_array_add (self->read, g_strdup (path));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job           *job = data;
  AtlMergeInput *input = input_new ();

  for (guint i = 0; job->paths[i] != NULL; i++)
    {
      g_autoptr (AtlSession) other = read_file (input, job->paths[i]);

      if (other == NULL)
        continue;
      if (g_str_equal (atl_item_get_id (ATL_ITEM (other)), job->session_id))
        take_in (input, job->paths[i], other);
      else
        refuse_other (input, job->paths[i], other);
    }
  g_task_return_pointer (task, input, (GDestroyNotify) atl_merge_input_free);
}

/**
 * atl_merge_read_async:
 * @session_id: the id of our session
 * @paths: (array zero-terminated=1): other files of it
 * @callback: called in the main loop; it calls atl_merge_read_finish()
 * @user_data: for @callback
 *
 * Reads files in a thread and merges them with each other.
 */
void
atl_merge_read_async (const char         *session_id,
                      const char *const  *paths,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->session_id = g_strdup (session_id);
  job->paths = g_strdupv ((GStrv) paths);
  g_task_set_source_tag (task, atl_merge_read_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * atl_merge_read_finish:
 * @result: what the callback got
 *
 * Returns: (transfer full): what came of it
 */
AtlMergeInput *
atl_merge_read_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

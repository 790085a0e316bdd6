/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-split-job.h"

#include "store/atl-split-file.h"

struct _AtlSplitJob
{
  AtlDocument        *document;
  GPtrArray          *groups; /* ids */
  GPtrArray          *paths;
  guint               done;
  gboolean            replace;
  char               *error; /* why it ended, or NULL */
  AtlSplitJobCallback callback;
  gpointer            user_data;
};

static void write_next (AtlSplitJob *self);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlSplitJob       *self = user_data;
  g_autoptr (GError) error = NULL;

  if (atl_split_file_write_finish (result, &error))
    self->done++;
  else
    {
      self->error = g_strdup (error->message);
      self->callback (self->done, error, self->user_data);
      return;
    }
  if (self->done < self->paths->len)
    write_next (self);
  self->callback (self->done, NULL, self->user_data);
}

static void
write_next (AtlSplitJob *self)
{
  atl_split_file_write_async (self->document, self->groups->pdata[self->done], self->paths->pdata[self->done],
                              self->replace, written_cb, self);
}

/**
 * atl_split_job_new:
 * @document: a document whose session has the groups
 *
 * Returns: (transfer full): a job with nothing to write yet; it must live until its last callback
 */
AtlSplitJob *
atl_split_job_new (AtlDocument *document)
{
  AtlSplitJob *self = g_new0 (AtlSplitJob, 1);

  self->document = g_object_ref (document);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->paths = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * atl_split_job_free:
 * @self: (transfer full): a job that is not running
 */
void
atl_split_job_free (AtlSplitJob *self)
{
  g_object_unref (self->document);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->paths);
  g_free (self->error);
  g_free (self);
}

/**
 * atl_split_job_add:
 * @self: a job
 * @group: the id of a group
 * @path: (type filename): its file
 */
void
atl_split_job_add (AtlSplitJob *self,
                   const char  *group,
                   const char  *path)
{
  g_ptr_array_add (self->groups, g_strdup (group));
  g_ptr_array_add (self->paths, g_strdup (path));
}

/**
 * atl_split_job_get_n:
 * @self: a job
 *
 * Returns: how many files it writes
 */
guint
atl_split_job_get_n (AtlSplitJob *self)
{
  return self->paths->len;
}

/**
 * atl_split_job_dup_left:
 * @self: a job
 *
 * Returns: (transfer full) (element-type filename): the files that are not written yet
 */
GPtrArray *
atl_split_job_dup_left (AtlSplitJob *self)
{
  GPtrArray *left = g_ptr_array_new_with_free_func (g_free);

  for (guint i = self->done; i < self->paths->len; i++)
    g_ptr_array_add (left, g_strdup (self->paths->pdata[i]));
  return left;
}

/**
 * atl_split_job_get_error:
 * @self: a job
 *
 * Returns: (transfer none) (nullable): why it ended before its last file
 */
const char *
atl_split_job_get_error (AtlSplitJob *self)
{
  return self->error;
}

/**
 * atl_split_job_run:
 * @self: a job with something to write
 * @replace: whether to go on where files are there already, see atl_split_file_write_async()
 * @callback: called after each file with how many there are now, and when one could not be written
 * @user_data: for @callback
 *
 * Writes the files that are not written yet.
 */
void
atl_split_job_run (AtlSplitJob        *self,
                   gboolean            replace,
                   AtlSplitJobCallback callback,
                   gpointer            user_data)
{
  g_return_if_fail (self->done < self->paths->len);

  g_clear_pointer (&self->error, g_free);
  self->replace = replace;
  self->callback = callback;
  self->user_data = user_data;
  write_next (self);
}

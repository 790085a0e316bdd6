/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-finder.h"

#include "ui/compare/atl-compare-source.h"

#include <glib/gstdio.h>

#define MOST_FILES 32
#define MOST_BYTES (8 * 1024 * 1024) /* larger files are not opened just to be offered */
#define SUFFIX ".atelier"

typedef struct
{
  char  *own; /* nullable */
  char **recents;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->own);
  g_strfreev (job->recents);
  g_free (job);
}

/**
 * atl_compare_found_free:
 * @self: (transfer full): a file that was found
 */
void
atl_compare_found_free (AtlCompareFound *self)
{
  g_free (self->path);
  g_free (self->title);
  g_free (self->day);
  g_free (self);
}

static void
add_path (GPtrArray  *paths,
          const char *path,
          const char *own)
{
  if (g_strcmp0 (path, own) == 0 || paths->len >= MOST_FILES)
    return;
  if (!g_ptr_array_find_with_equal_func (paths, path, g_str_equal, NULL))
    g_ptr_array_add (paths, g_strdup (path));
}

static void
add_folder (GPtrArray  *paths,
            const char *own)
{
  g_autofree char *folder = g_path_get_dirname (own);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char      *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_str_has_suffix (name, SUFFIX) ? g_build_filename (folder, name, NULL) : NULL;

      if (path != NULL)
        add_path (paths, path, own);
    }
}

/* A file that cannot be read is not offered; whoever chooses it by hand is told why. */
static AtlCompareFound *
look_at (const char *path)
{
  g_autoptr (AtlCompareSource) source = NULL;
  AtlCompareFound             *found = NULL;
  GStatBuf                     status;

  if (g_stat (path, &status) == 0 && status.st_size <= MOST_BYTES)
    source = atl_compare_source_load (path, NULL);
  if (source == NULL)
    return NULL;
  found = g_new0 (AtlCompareFound, 1);
  found->path = g_strdup (path);
  found->title = g_strdup (atl_compare_source_get_title (source));
  found->day = g_strdup (atl_compare_source_get_day (source));
  found->n_maps = atl_compare_source_get_n_maps (source);
  found->n_nodes = atl_compare_source_get_map_size (source, 0);
  return found;
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const AtlCompareFound *first = *(AtlCompareFound *const *) a;
  const AtlCompareFound *second = *(AtlCompareFound *const *) b;
  int                    order = g_strcmp0 (second->day, first->day);

  return order != 0 ? order : g_strcmp0 (first->path, second->path);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job                  *job = data;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GPtrArray            *found = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_compare_found_free);

  for (guint i = 0; job->recents[i] != NULL; i++)
    add_path (paths, job->recents[i], job->own);
  if (job->own != NULL)
    add_folder (paths, job->own);
  for (guint i = 0; i < paths->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      AtlCompareFound *file = look_at (paths->pdata[i]);

      if (file != NULL)
        g_ptr_array_add (found, file);
    }
  g_ptr_array_sort (found, compare_found);
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * atl_compare_find_async:
 * @own: (nullable): the file of the open session, which is not offered
 * @recents: (array zero-terminated=1): files that were open lately
 * @cancellable: (nullable): to give up
 * @callback: called in the main loop; it calls atl_compare_find_finish()
 * @user_data: for @callback
 *
 * Looks in a thread which of the recent sessions, and of those in the same folder, have maps.
 */
void
atl_compare_find_async (const char         *own,
                        const char *const  *recents,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job              *job = g_new0 (Job, 1);

  job->own = g_strdup (own);
  job->recents = g_strdupv ((GStrv) recents);
  g_task_set_source_tag (task, atl_compare_find_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * atl_compare_find_finish:
 * @result: what the callback got
 * @error: set when it was cancelled
 *
 * Returns: (transfer full) (element-type AtlCompareFound) (nullable): the files, the latest day first
 */
GPtrArray *
atl_compare_find_finish (GAsyncResult *result,
                         GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

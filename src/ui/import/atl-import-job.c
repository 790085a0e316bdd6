/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/atl-import-job.h"

#include <glib/gi18n-lib.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-import.h"

static gboolean
read_file (AtlNetworkTable *table,
           const char      *path,
           GError         **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (atl_network_import_read_file (table, path, ATL_NETWORK_FORMAT_ANY, error))
    return TRUE;
  /* Translators: a file name, then what is wrong with it */
  g_prefix_error (error, _ ("“%s”: "), name);
  return FALSE;
}

static AtlNetworkTable *
read_all (const char *const *paths,
          GCancellable      *cancellable,
          GError           **error)
{
  g_autoptr (AtlNetworkTable) table = atl_network_table_new ();

  for (guint i = 0; paths[i] != NULL; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !read_file (table, paths[i], error))
      return NULL;
  atl_network_table_end (table);
  if (table->rows->len > 0)
    return g_steal_pointer (&table);
  g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_EMPTY,
                       _ ("There are no people and no links in it."));
  return NULL;
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  GError          *error = NULL;
  AtlNetworkTable *table = read_all (data, cancellable, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) atl_network_table_free);
  else
    g_task_return_error (task, error);
}

/**
 * atl_import_read_async:
 * @paths: (array zero-terminated=1) (element-type filename): files of other programs: links, people
 * @cancellable: (nullable): to give up
 * @callback: called when all are read, or why not; at once when given up
 * @user_data: for @callback
 *
 * Reads networks in a thread. Nothing of the session is touched.
 */
void
atl_import_read_async (const char *const  *paths,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (paths != NULL && paths[0] != NULL);

  g_task_set_source_tag (task, atl_import_read_async);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, g_strdupv ((char **) paths), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, run);
}

/**
 * atl_import_read_finish:
 * @result: what the callback got
 * @error: (out) (optional): why not, a sentence for the user
 *
 * Returns: (transfer full) (nullable): what was read
 */
AtlNetworkTable *
atl_import_read_finish (GAsyncResult *result,
                        GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * atl_import_is_network:
 * @path: (type filename): a file
 *
 * Returns: whether it is called like one of those that are read here
 */
gboolean
atl_import_is_network (const char *path)
{
  static const char *const suffixes[] = { ".csv", ".tsv", ".graphml", ".net", ".paj", ".json" };
  g_autofree char         *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (lower, suffixes[i]))
      return TRUE;
  return FALSE;
}

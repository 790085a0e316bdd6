/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-merge-copies.h"

#include "store/atl-copies.h"
#include "store/atl-document-keep.h"
#include "ui/session/atl-saver.h"

typedef struct
{
  AtlDocument *document;
  GPtrArray   *paths;
} Job;

static gboolean
is_copy (AtlDocument *document,
         const char  *path)
{
  const char      *own = atl_document_get_path (document);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *own_name = own != NULL ? g_path_get_basename (own) : NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *own_folder = own != NULL ? g_path_get_dirname (own) : NULL;

  return own != NULL && g_str_equal (folder, own_folder) && atl_copies_is_name_of (name, own_name);
}

static void
trashed_cb (GObject      *file,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  /* Where there is no trash the copy stays: nothing is lost, and merging it again changes nothing. */
  if (!g_file_trash_finish (G_FILE (file), result, &error))
    g_info ("Cannot move a conflict copy to the trash: %s", error->message);
}

static void
saved_cb (gboolean done,
          gpointer user_data)
{
  Job *job = user_data;

  for (guint i = 0; done && i < job->paths->len; i++)
    {
      const char       *path = job->paths->pdata[i];
      g_autoptr (GFile) file = g_file_new_for_path (path);

      if (g_strcmp0 (path, atl_document_get_conflict_copy (job->document)) == 0)
        atl_document_forget_conflict_copy (job->document);
      g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, NULL);
    }
  g_object_unref (job->document);
  g_ptr_array_unref (job->paths);
  g_free (job);
}

/**
 * atl_merge_copies_settle:
 * @window: (nullable): the window of the document
 * @document: a document
 * @paths: (element-type filename): files that were just merged into it
 *
 * Saves the document if conflict copies of its own file are among @paths, and moves those to the trash once
 * what they held is durably in the file. Other files, those of break-out groups, stay where they are.
 */
void
atl_merge_copies_settle (GtkWindow   *window,
                         AtlDocument *document,
                         GPtrArray   *paths)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  Job                  *job;

  for (guint i = 0; i < paths->len; i++)
    if (is_copy (document, paths->pdata[i]))
      g_ptr_array_add (copies, g_strdup (paths->pdata[i]));
  if (copies->len == 0 || window == NULL)
    return;
  job = g_new0 (Job, 1);
  *job = (Job){ g_object_ref (document), g_steal_pointer (&copies) };
  atl_saver_save (window, document, saved_cb, job);
}

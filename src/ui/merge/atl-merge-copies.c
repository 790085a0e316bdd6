/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-merge-copies.h"

#include "config.h"
#include "store/merge/atl-copies.h"
#include "store/atl-document-keep.h"
#include "store/atl-document-merge.h"
#include "ui/common/atl-toast.h"
#include "ui/session/atl-saver.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Copies that were merged, on their way into the earlier versions, then to the trash. */
typedef struct
{
  AtlDocument *document; /* NULL once they are there */
  GWeakRef     teller;
  GPtrArray   *paths;
  guint64      before; /* position of the history before the merge */
  guint        next;   /* of the paths */
  guint        n_kept;
} Job;

static void keep_next (Job *job);

static void
job_free (Job *job)
{
  g_clear_object (&job->document);
  g_weak_ref_clear (&job->teller);
  g_ptr_array_unref (job->paths);
  g_free (job);
}

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
versions_clicked_cb (AdwToast  *toast,
                     GtkWidget *teller)
{
  gtk_widget_activate_action (teller, "win.restore-version", NULL);
}

/* Who undoes the merge has the copy neither in the session nor beside the file. */
static void
tell_if_undone (Job        *job,
                AtlHistory *history)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&job->teller);
  const char           *text = ngettext ("The copy that was merged is among the earlier versions",
                                         "The copies that were merged are among the earlier versions",
                                         job->n_kept);

  if (teller == NULL || atl_history_get_position (history) != job->before)
    return;
  atl_toast_show_button (teller, text, _ ("Earlier Versions…"),
                         g_cclosure_new_object (G_CALLBACK (versions_clicked_cb), G_OBJECT (teller)));
}

static void
applied_cb (AtlHistory *history,
            GPtrArray  *items,
            Job        *job)
{
  tell_if_undone (job, history);
}

static void
forget_history (gpointer  data,
                GClosure *closure)
{
  job_free (data);
}

/* The job lives with the history from now on. */
static void
follow_history (Job *job)
{
  AtlHistory *history = atl_document_get_history (job->document);

  tell_if_undone (job, history);
  g_signal_connect_data (history, "applied", G_CALLBACK (applied_cb), job, forget_history, 0);
  g_clear_object (&job->document);
}

static void
trash (Job        *job,
       const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_strcmp0 (path, atl_document_get_conflict_copy (job->document)) == 0)
    atl_document_forget_conflict_copy (job->document);
  g_file_trash_async (file, G_PRIORITY_DEFAULT, NULL, trashed_cb, NULL);
  job->n_kept++;
}

/* A copy that could not be kept stays where it is. */
static void
kept_cb (GObject      *document,
         GAsyncResult *result,
         gpointer      user_data)
{
  Job               *job = user_data;
  g_autoptr (GError) error = NULL;

  if (atl_document_keep_copy_finish (job->document, result, &error))
    trash (job, job->paths->pdata[job->next]);
  else
    g_info ("Cannot keep a conflict copy: %s", error != NULL ? error->message : "no earlier versions");
  job->next++;
  keep_next (job);
}

static void
keep_next (Job *job)
{
  if (job->next < job->paths->len)
    atl_document_keep_copy_async (job->document, job->paths->pdata[job->next], kept_cb, job);
  else if (job->n_kept == 0)
    job_free (job);
  else
    follow_history (job);
}

static void
saved_cb (gboolean done,
          gpointer user_data)
{
  if (done)
    keep_next (user_data);
  else
    job_free (user_data);
}

/**
 * atl_merge_copies_settle:
 * @teller: (nullable): a widget of the window of the document
 * @document: a document
 * @paths: (element-type filename): files that were just merged into it
 * @before: the position of its history before that
 *
 * Saves the document if conflict copies of its own file are among @paths. Once what they held is durably in
 * the file they are kept among the earlier versions, then moved to the trash; undoing the merge tells where
 * they are. Other files, those of break-out groups, stay where they are.
 */
void
atl_merge_copies_settle (GtkWidget   *teller,
                         AtlDocument *document,
                         GPtrArray   *paths,
                         guint64      before)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  Job                  *job;

  for (guint i = 0; i < paths->len; i++)
    if (is_copy (document, paths->pdata[i]))
      g_ptr_array_add (copies, g_strdup (paths->pdata[i]));
  if (copies->len == 0 || teller == NULL)
    return;
  job = g_new0 (Job, 1);
  job->document = g_object_ref (document);
  job->paths = g_steal_pointer (&copies);
  job->before = before;
  g_weak_ref_init (&job->teller, teller);
  atl_saver_save (GTK_WINDOW (gtk_widget_get_root (teller)), document, saved_cb, job);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-saver.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "file/atl-durable-file.h"
#include "ui/common/atl-toast.h"
#include "ui/compare/atl-compare-paper.h"

#include <glib/gi18n-lib.h>

/* A document on its way to a file. */
typedef struct
{
  AtlCompareResult *result;
  GWeakRef          teller;
  char             *path;
  GBytes           *bytes;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  atl_compare_result_unref (saving->result);
  g_weak_ref_clear (&saving->teller);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving->path);
  g_free (saving);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (atl_durable_write (saving->path, saving->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Saving               *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError)    error = NULL;
  gboolean              written = g_task_propagate_boolean (G_TASK (result), &error);
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&saving->teller);
  g_autofree char      *name = g_filename_display_basename (saving->path);
  /* Translators: %s is the name of a file */
  g_autofree char *done = g_strdup_printf (_ ("Saved “%s”"), name);

  if (teller == NULL)
    return;
  if (written)
    atl_toast_show_open (teller, done, saving->path);
  else
    atl_toast_show (teller, error->message);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  Saving               *saving = user_data;
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&saving->teller);
  g_autoptr (GTask)     task = g_task_new (NULL, NULL, written_cb, NULL);
  g_autoptr (GError)    error = NULL;

  g_task_set_task_data (task, saving, saving_free);
  if (path == NULL || teller == NULL)
    return;
  saving->path = g_strdup (path);
  saving->bytes = atl_compare_paper_draw (saving->result, &error);
  if (saving->bytes == NULL)
    atl_toast_show (teller, error->message);
  else
    g_task_run_in_thread (task, write_in_thread);
}

/**
 * atl_compare_saver_ask:
 * @teller: what toasts show over
 * @result: two maps compared
 * @folder: (nullable): where to start
 *
 * Asks for a file and writes the comparison to it as a PDF that names silos only.
 */
void
atl_compare_saver_ask (GtkWidget        *teller,
                       AtlCompareResult *result,
                       const char       *folder)
{
  const char *title = atl_session_get_title (result->after.session);
  const char *shown = *title != '\0' ? title : _ ("Untitled Session");
  /* Translators: the name of a file; %s is the title of a session */
  g_autofree char *name = g_strdup_printf (_ ("%s - before and after.pdf"), shown);
  AtlFileRequest   request = { ATL_FILE_SAVE, _ ("Save Comparison"), _ ("_Save"), folder, NULL,
                               _ ("PDF documents"), "*.pdf" };
  Saving          *saving = g_new0 (Saving, 1);

  g_strdelimit (name, "/\\:", '-');
  request.name = name;
  saving->result = atl_compare_result_ref (result);
  g_weak_ref_init (&saving->teller, teller);
  atl_file_dialog_ask (GTK_WINDOW (gtk_widget_get_root (teller)), &request, path_chosen_cb, saving);
}

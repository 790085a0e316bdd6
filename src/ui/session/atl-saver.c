/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-saver.h"

#include "compat/atl-alert.h"
#include "compat/atl-file-dialog.h"
#include "config.h"
#include "ui/common/atl-toast.h"
#include "ui/start/atl-recents.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".atelier"
#define LONGEST_NAME 80 /* characters */

/* A save on its way: through the chooser, then through the disk. */
typedef struct
{
  GtkWindow       *window;
  AtlDocument     *document;
  AtlSaverCallback callback;
  gpointer         user_data;
  gboolean         is_copy;
  gboolean         is_new;  /* a file that was not its own */
  char            *path;    /* where to, NULL for its own file */
  gulong           waiting; /* for another save that is under way */
} Job;

static Job *
job_new (GtkWindow       *window,
         AtlDocument     *document,
         AtlSaverCallback callback,
         gpointer         user_data)
{
  Job *job = g_new0 (Job, 1);

  job->window = g_object_ref (window);
  job->document = g_object_ref (document);
  job->callback = callback;
  job->user_data = user_data;
  return job;
}

static void
job_end (Job     *job,
         gboolean done)
{
  if (job->callback != NULL)
    job->callback (done, job->user_data);
  g_object_unref (job->window);
  g_object_unref (job->document);
  g_free (job->path);
  g_free (job);
}

/* That the copy has another name tells that the work goes on in the file as before. */
static void
tell_copy (Job *job)
{
  g_autofree char *name = g_filename_display_basename (job->path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_ ("Copy saved as “%s”"), name);

  atl_toast_show (GTK_WIDGET (job->window), text);
}

/* Errors show in the bar above the board, which follows the document; a copy has nothing but the toast. */
static void
saved_cb (GObject      *document,
          GAsyncResult *result,
          gpointer      user_data)
{
  Job               *job = user_data;
  g_autoptr (GError) error = NULL;
  gboolean           done = atl_document_save_finish (job->document, result, &error);

  /* A file that was opened is among the recent ones already. */
  if (done && job->is_new)
    atl_recents_add_session (atl_document_get_path (job->document), atl_document_get_session (job->document));
  else if (done && job->is_copy)
    tell_copy (job);
  else if (!done && job->is_copy)
    atl_toast_show (GTK_WIDGET (job->window), error->message);
  else if (!done)
    g_info ("Cannot save: %s", error->message);
  job_end (job, done);
}

static void
write_file (Job *job)
{
  if (job->is_copy)
    atl_document_save_copy_async (job->document, job->path, NULL, saved_cb, job);
  else
    atl_document_save_async (job->document, job->path, NULL, saved_cb, job);
}

static void
state_changed_cb (AtlDocument *document,
                  GParamSpec  *pspec,
                  Job         *job)
{
  if (atl_document_get_state (document) == ATL_DOCUMENT_SAVING)
    return;
  g_signal_handler_disconnect (document, job->waiting);
  write_file (job);
}

/* The document may just be saving itself. */
static void
start (Job        *job,
       const char *path)
{
  job->path = g_strdup (path);
  if (atl_document_get_state (job->document) == ATL_DOCUMENT_SAVING)
    job->waiting = g_signal_connect (job->document, "notify::state", G_CALLBACK (state_changed_cb), job);
  else
    write_file (job);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  Job             *job = user_data;
  g_autofree char *full = NULL;

  if (path == NULL)
    {
      job_end (job, FALSE);
      return;
    }
  job->is_new = !job->is_copy;
  full = g_str_has_suffix (path, SUFFIX) ? g_strdup (path) : g_strconcat (path, SUFFIX, NULL);
  start (job, full);
}

static char *
dup_folder (AtlDocument *document)
{
  const char *path = atl_document_get_path (document);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (path != NULL)
    return g_path_get_dirname (path);
  return g_strdup (documents != NULL ? documents : g_get_home_dir ());
}

static void
ask_path (Job        *job,
          const char *title)
{
  g_autofree char *name =
    atl_saver_suggest_name (atl_session_get_title (atl_document_get_session (job->document)), SUFFIX);
  g_autofree char *folder = dup_folder (job->document);
  AtlFileRequest   request = { ATL_FILE_SAVE, title, _ ("_Save"), folder, name,
                               _ ("Atelier sessions"), "*" SUFFIX };

  atl_file_dialog_ask (job->window, &request, path_chosen_cb, job);
}

/**
 * atl_saver_suggest_name:
 * @title: a title
 * @suffix: what the name ends with
 *
 * Returns: (transfer full): a file name that says @title
 */
char *
atl_saver_suggest_name (const char *title,
                        const char *suffix)
{
  g_autofree char *name = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), LONGEST_NAME));

  for (char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || strchr ("/\\:*?\"<>|", *p) != NULL)
      memset (p, '-', (gsize) (g_utf8_next_char (p) - p));
  g_strstrip (name);
  if (*name == '.')
    *name = '-';
  return g_strconcat (*name != '\0' ? name : _ ("Session"), suffix, NULL);
}

/**
 * atl_saver_save:
 * @window: the window of the document
 * @document: a document
 * @callback: (nullable): called once, with whether the document was saved
 * @user_data: data for @callback
 *
 * Saves a document in its file, or asks for one if it has none yet.
 */
void
atl_saver_save (GtkWindow       *window,
                AtlDocument     *document,
                AtlSaverCallback callback,
                gpointer         user_data)
{
  Job *job = job_new (window, document, callback, user_data);

  if (atl_document_get_path (document) != NULL)
    start (job, NULL);
  else
    ask_path (job, _ ("Save Session"));
}

/**
 * atl_saver_save_as:
 * @window: the window of the document
 * @document: a document
 * @callback: (nullable): called once, with whether the document was saved
 * @user_data: data for @callback
 *
 * Asks for a file, which becomes the document's own.
 */
void
atl_saver_save_as (GtkWindow       *window,
                   AtlDocument     *document,
                   AtlSaverCallback callback,
                   gpointer         user_data)
{
  ask_path (job_new (window, document, callback, user_data), _ ("Save Session As"));
}

/**
 * atl_saver_save_copy:
 * @window: the window of the document
 * @document: a document
 *
 * Asks for a file and writes a copy there; the document stays with its own file.
 */
void
atl_saver_save_copy (GtkWindow   *window,
                     AtlDocument *document)
{
  Job *job = job_new (window, document, NULL, NULL);

  job->is_copy = TRUE;
  ask_path (job, _ ("Save a Copy"));
}

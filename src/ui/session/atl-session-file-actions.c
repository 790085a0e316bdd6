/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "file/atl-file-error.h"
#include "store/atl-document-keep.h"
#include "ui/common/atl-toast.h"
#include "ui/session/atl-saver.h"

#include <glib/gi18n-lib.h>

/* What to do about the file, while it is done. */
typedef struct
{
  GtkWidget  *page;
  AtlResolve  how;
  const char *done; /* what to say then, with an undo, or NULL */
  gboolean    told; /* whether the user was told before that it cannot be saved */
} Job;

static gboolean
get_told (AtlSessionPage *self)
{
  AtlNotices *notices = ATL_NOTICES (self->notices);

  return atl_notices_get_shown (notices, ATL_TOPIC_SAVING) ||
         atl_notices_get_shown (notices, ATL_TOPIC_OUTSIDE);
}

static Job *
job_new (AtlSessionPage *self,
         AtlResolve      how,
         const char     *done)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ g_object_ref (GTK_WIDGET (self)), how, done, get_told (self) };
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  g_free (job);
}

/* What another program wrote is kept before it is replaced; that failed, in a folder that says nothing to
 * the user. */
static gboolean
is_about_keeping (AtlResolve    how,
                  const GError *error)
{
  static const AtlFileError codes[] = { ATL_FILE_ERROR_FULL, ATL_FILE_ERROR_WRITE,
                                        ATL_FILE_ERROR_NOT_WRITABLE };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (how == ATL_RESOLVE_OVERWRITE && g_error_matches (error, ATL_FILE_ERROR, (int) codes[i]))
      return TRUE;
  return FALSE;
}

static char *
dup_failure (AtlSessionPage *self,
             AtlResolve      how,
             const GError   *error)
{
  g_autofree char *name = g_filename_display_basename (atl_document_get_path (self->document));

  if (is_about_keeping (how, error))
    return g_strdup_printf (_ ("The other version of “%s” could not be kept among the earlier versions, so "
                               "nothing was overwritten. Free some space, or save a copy."),
                            name);
  if (strstr (error->message, name) != NULL)
    return g_strdup (error->message);
  /* Translators: the name of a file, then what is wrong with it, as a sentence */
  return g_strdup_printf (_ ("“%s” cannot be used. %s"), name, error->message);
}

static void
show_failure (AtlSessionPage *self,
              AtlResolve      how,
              const GError   *error)
{
  AtlNoticeButton  buttons[] = { { _ ("_Overwrite"), "win.overwrite" },
                                 { _ ("Save a _Copy…"), "win.save-copy" } };
  guint            skipped = how == ATL_RESOLVE_OVERWRITE ? 1 : 0;
  g_autofree char *text = dup_failure (self, how, error);

  atl_notices_set (ATL_NOTICES (self->notices), ATL_TOPIC_SAVING, ATL_NOTICE_ERROR, text, buttons + skipped,
                   G_N_ELEMENTS (buttons) - skipped);
}

/* A failed save tells by itself, the first time, and so does a file that was changed once more; one that
 * cannot be read is told here. */
static void
tell_failure (AtlSessionPage *self,
              Job            *job,
              const GError   *error)
{
  gboolean raced = job->how == ATL_RESOLVE_OVERWRITE &&
                   (g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED) ||
                    g_error_matches (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND));

  if (atl_document_get_error_message (self->document) == NULL && !raced)
    show_failure (self, job->how, error);
  if (job->told)
    atl_notices_repeat (ATL_NOTICES (self->notices));
}

static void
resolved_cb (GObject      *document,
             GAsyncResult *result,
             gpointer      user_data)
{
  Job               *job = user_data;
  AtlSessionPage    *self = ATL_SESSION_PAGE (job->page);
  g_autoptr (GError) error = NULL;
  gboolean           done = atl_document_resolve_finish (ATL_DOCUMENT (document), result, &error);

  if (self->document != ATL_DOCUMENT (document))
    done = FALSE;
  else if (!done)
    tell_failure (self, job, error);
  if (done && job->done != NULL)
    atl_toast_show_undo (self->canvas, job->done, atl_document_get_history (self->document));
  job_free (job);
}

static void
saved_cb (gboolean done,
          gpointer user_data)
{
  Job            *job = user_data;
  AtlSessionPage *self = ATL_SESSION_PAGE (job->page);

  if (!done && job->told && self->document != NULL)
    atl_notices_repeat (ATL_NOTICES (self->notices));
  job_free (job);
}

static void
resolve (AtlSessionPage *self,
         AtlResolve      how,
         const char     *done)
{
  if (self->document == NULL || atl_document_get_path (self->document) == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_document_resolve_async (self->document, how, resolved_cb, job_new (self, how, done));
}

static void
reload (GSimpleAction  *action,
        GVariant       *parameter,
        AtlSessionPage *self)
{
  resolve (self, ATL_RESOLVE_RELOAD, _ ("Reloaded from the file"));
}

static void
merge_outside (GSimpleAction  *action,
               GVariant       *parameter,
               AtlSessionPage *self)
{
  resolve (self, ATL_RESOLVE_MERGE, _ ("Both versions are merged"));
}

static void
overwrite (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  resolve (self, ATL_RESOLVE_OVERWRITE, NULL);
}

static void
save (GSimpleAction  *action,
      GVariant       *parameter,
      AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_saver_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, saved_cb,
                    job_new (self, ATL_RESOLVE_OVERWRITE, NULL));
}

static void
save_as (GSimpleAction  *action,
         GVariant       *parameter,
         AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_saver_save_as (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, NULL, NULL);
}

static void
save_copy (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_saver_save_copy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document);
}

/* What the page does with the file of its document. */
void
atl_session_page_add_file_actions (AtlSessionPage *self,
                                   GActionMap     *map)
{
  static const GActionEntry entries[] = {
    { "save", (gpointer) save },
    { "save-as", (gpointer) save_as },
    { "save-copy", (gpointer) save_copy },
    { "reload", (gpointer) reload },
    { "merge-outside", (gpointer) merge_outside },
    { "overwrite", (gpointer) overwrite },
  };

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

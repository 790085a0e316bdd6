/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
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
} Job;

static Job *
job_new (AtlSessionPage *self,
         AtlResolve      how,
         const char     *done)
{
  Job *job = g_new0 (Job, 1);

  *job = (Job){ g_object_ref (GTK_WIDGET (self)), how, done };
  return job;
}

static void
job_free (Job *job)
{
  g_object_unref (job->page);
  g_free (job);
}

static void
show_failure (AtlSessionPage *self,
              const GError   *error)
{
  AtlNoticeButton buttons[] = { { _ ("Save a _Copy…"), "win.save-copy" } };

  atl_notices_set (ATL_NOTICES (self->notices), ATL_TOPIC_SAVING, ATL_NOTICE_ERROR, error->message, buttons,
                   G_N_ELEMENTS (buttons));
}

/* A failed save tells by itself; a file that cannot be read is told here. */
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
  else if (!done && atl_document_get_error_message (self->document) == NULL)
    show_failure (self, error);
  if (done && job->done != NULL)
    atl_toast_show_undo (self->canvas, job->done, atl_document_get_history (self->document));
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
    atl_saver_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, NULL, NULL);
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

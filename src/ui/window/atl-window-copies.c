/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-private.h"

#include "config.h"
#include "store/merge/atl-copies.h"
#include "ui/merge/atl-merge-window.h"
#include "ui/session/atl-session-page.h"

#include <glib/gi18n-lib.h>

/* What a thread needs to know. */
typedef struct
{
  char *path;
  char *session_id;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->path);
  g_free (look->session_id);
  g_free (look);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Look                 *look = data;
  g_autoptr (GPtrArray) found = atl_copies_find (look->path, look->session_id);
  gpointer             *paths = g_ptr_array_steal (found, NULL);

  g_task_return_pointer (task, paths, (GDestroyNotify) g_strfreev);
}

static void
show_copies (AtlWindow *self)
{
  AtlNotices      *notices = atl_session_page_get_notices (ATL_SESSION_PAGE (self->session));
  guint            n = g_strv_length (self->copies);
  AtlNoticeButton  merge = { _ ("_Merge…"), "win.merge-copies" };
  g_autofree char *text = g_strdup_printf (ngettext ("%u other version of this session lies beside it.",
                                                     "%u other versions of this session lie beside it.", n),
                                           n);

  if (n > 0)
    atl_notices_set (notices, ATL_TOPIC_COPIES, ATL_NOTICE_INFO, text, &merge, 1);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlWindow     *self = ATL_WINDOW (source);
  g_auto (GStrv) copies = g_task_propagate_pointer (G_TASK (result), NULL);
  Look          *look = g_task_get_task_data (G_TASK (result));
  AtlDocument   *document = self->session != NULL ? atl_window_get_document (self) : NULL;

  if (copies == NULL || document == NULL || g_strcmp0 (atl_document_get_path (document), look->path) != 0)
    return;
  g_strfreev (self->copies);
  self->copies = g_steal_pointer (&copies);
  show_copies (self);
}

/* For the files of the window: a file was opened; conflict copies may lie beside it. */
void
atl_window_look_for_copies (AtlWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);
  AtlDocument      *document = atl_window_get_document (self);
  Look             *look = g_new0 (Look, 1);

  look->path = g_strdup (atl_document_get_path (document));
  look->session_id = g_strdup (atl_item_get_id (ATL_ITEM (atl_document_get_session (document))));
  g_task_set_source_tag (task, atl_window_look_for_copies);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* For the files of the window. */
void
atl_window_forget_copies (AtlWindow *self)
{
  g_clear_pointer (&self->copies, g_strfreev);
  if (self->session != NULL)
    atl_notices_clear (atl_session_page_get_notices (ATL_SESSION_PAGE (self->session)), ATL_TOPIC_COPIES);
}

/* What was merged is no other version any more; a merge that was called off changes nothing. */
static void
merge_closed_cb (AtlWindow *self)
{
  AtlDocument *document = self->session != NULL ? atl_window_get_document (self) : NULL;

  if (document != NULL &&
      atl_history_get_position (atl_document_get_history (document)) != self->merging_from)
    atl_window_forget_copies (self);
}

static void
merge_copies (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AtlWindow   *self = user_data;
  AtlDocument *document = atl_window_get_document (self);
  GtkWidget   *window = NULL;

  if (self->copies == NULL || document == NULL)
    return;
  self->merging_from = atl_history_get_position (atl_document_get_history (document));
  window = atl_merge_window_open (GTK_WINDOW (self), document, (const char *const *) self->copies);
  g_signal_connect_object (window, "unmap", G_CALLBACK (merge_closed_cb), self, G_CONNECT_SWAPPED);
}

/* For the files of the window. */
void
atl_window_add_copies_actions (AtlWindow *self)
{
  static const GActionEntry entries[] = {
    { "merge-copies", merge_copies },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

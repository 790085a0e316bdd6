/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-private.h"

#include "compat/atl-announce.h"
#include "compat/atl-file-dialog.h"
#include "config.h"
#include "store/atl-document-keep.h"
#include "ui/restore/atl-restore-window.h"
#include "ui/session/atl-add-board.h"
#include "ui/session/atl-document-notices.h"
#include "ui/session/atl-saver.h"
#include "ui/session/atl-session-page.h"
#include "ui/start/atl-draft-list.h"
#include "ui/start/atl-recents.h"
#include "ui/start/atl-start-page.h"
#include "ui/window/atl-digit-keys.h"
#include "ui/window/atl-focus-keeper.h"
#include "ui/window/atl-shortcuts-window.h"
#include "ui/window/atl-window-state.h"
#include "util/atl-direction.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/"

/**
 * AtlWindow:
 *
 * A window: the start page until it has a session, then that session.
 */
G_DEFINE_FINAL_TYPE (AtlWindow, atl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_actions (AtlWindow *self)
{
  static const char *const names[] = { "restore-version", "save-template" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])),
                                 atl_window_get_document (self) != NULL);
}

static void
show_title (AtlWindow *self)
{
  AtlDocument     *document = atl_window_get_document (self);
  AtlSession      *session = document != NULL ? atl_document_get_session (document) : NULL;
  g_autofree char *title = atl_direction_dup_shown (session != NULL ? atl_session_get_title (session) : "");
  g_autofree char *text = *title != '\0' ? g_strdup_printf (_ ("%s — Atelier"), title) : g_strdup ("Atelier");

  gtk_window_set_title (GTK_WINDOW (self), text);
}

/* For the files of the window: leaves the session. */
void
atl_window_show_start (AtlWindow *self)
{
  AtlDocument *document = atl_window_get_document (self);

  if (document != NULL)
    {
      atl_window_settle_recovered (self);
      g_signal_handlers_disconnect_by_data (document, self);
      g_signal_handlers_disconnect_by_data (atl_document_get_session (document), self);
    }
  atl_window_forget_recovered (self);
  atl_window_forget_copies (self);
  atl_gallery_restart (atl_start_page_get_gallery (ATL_START_PAGE (self->start)));
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->start);
  atl_session_page_set_document (ATL_SESSION_PAGE (self->session), NULL);
  show_title (self);
  update_actions (self);
  atl_draft_list_refresh (atl_draft_list_get_default ());
  /* The stack has given it back to what had it last, a page of the gallery that is hidden now. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (self->start, GTK_DIR_TAB_FORWARD);
}

/* For the files of the window: the window that has a file open, or is opening it. */
AtlWindow *
atl_window_find_path (AtlWindow  *self,
                      const char *path)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      AtlDocument *document = ATL_IS_WINDOW (l->data) ? atl_window_get_document (l->data) : NULL;
      const char  *opening = g_object_get_data (l->data, "opening");

      if ((document != NULL && g_strcmp0 (atl_document_get_path (document), path) == 0) ||
          g_strcmp0 (opening, path) == 0)
        return l->data;
    }
  return NULL;
}

/* For the files of the window: this window if it still shows the start page, else a new one. */
AtlWindow *
atl_window_get_free (AtlWindow *self)
{
  AtlWindow *window = NULL;

  if (atl_window_get_document (self) == NULL && g_object_get_data (G_OBJECT (self), "opening") == NULL)
    return self;
  window = atl_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->catalogue);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* The page of sessions is large: it and its actions are made once the start page is on the screen, or when
 * they are needed. A window that is disposed of has no catalogue any more and gets none. */
static void
ensure_session (AtlWindow *self)
{
  if (self->session != NULL || self->catalogue == NULL)
    return;
  self->session = atl_session_page_new ();
  gtk_stack_add_child (GTK_STACK (self->pages), self->session);
  atl_session_page_add_actions (ATL_SESSION_PAGE (self->session), G_ACTION_MAP (self));
  atl_window_add_recovery_actions (self);
  atl_window_add_copies_actions (self);
  atl_window_add_template_actions (self);
  update_actions (self);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AtlWindow)   self = user_data;
  g_autoptr (GError)      error = NULL;
  g_autofree char        *path = g_object_steal_data (G_OBJECT (self), "opening");
  g_autoptr (AtlDocument) document = atl_document_open_finish (result, &error);

  gtk_spinner_stop (GTK_SPINNER (self->spinner));
  gtk_widget_set_visible (self->spinner, FALSE);
  ensure_session (self);
  if (document == NULL)
    {
      atl_window_show_open_error (self, path, error);
      return;
    }
  atl_recents_add_session (path, atl_document_get_session (document));
  atl_window_set_document (self, document);
  atl_window_look_for_work (self);
  atl_window_look_for_copies (self);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  g_autoptr (AtlWindow) self = user_data;

  if (path != NULL)
    atl_window_open_path (self, path);
}

static void
session_created_cb (AtlWindow  *self,
                    AtlSession *session)
{
  g_autoptr (AtlDocument) document = atl_document_new (session);

  atl_window_set_document (self, document);
}

static void
draft_chosen_cb (AtlWindow     *self,
                 AtlDraftEntry *entry)
{
  atl_window_open_draft (self, atl_draft_entry_get_found (entry));
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  AtlWindow       *self = user_data;
  AtlFileRequest   request = { ATL_FILE_OPEN, _ ("Open Session"), _ ("_Open"), NULL,
                               NULL, _ ("Atelier sessions"), "*.atelier" };
  AtlDocument     *document = atl_window_get_document (self);
  const char      *path = document != NULL ? atl_document_get_path (document) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  request.folder = folder;
  atl_file_dialog_ask (GTK_WINDOW (self), &request, path_chosen_cb, g_object_ref (self));
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  AtlWindow *self = user_data;
  AtlWindow *window = atl_window_new (gtk_window_get_application (GTK_WINDOW (self)), self->catalogue);

  gtk_window_present (GTK_WINDOW (window));
}

/* The user has seen that it cannot be saved, and stays. */
static void
remind (AtlWindow *self)
{
  if (self->session != NULL && atl_window_get_document (self) != NULL)
    atl_document_notices_remind (atl_session_page_get_notices (ATL_SESSION_PAGE (self->session)),
                                 atl_window_get_document (self));
}

static void
left_cb (gboolean done,
         gpointer user_data)
{
  g_autoptr (AtlWindow) self = user_data;

  if (done)
    atl_window_show_start (self);
  else
    remind (self);
}

static void
start_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AtlWindow *self = user_data;

  if (atl_window_get_document (self) == NULL)
    return;
  atl_session_page_keep_draft (ATL_SESSION_PAGE (self->session));
  atl_saver_guard (GTK_WINDOW (self), atl_window_get_document (self), left_cb, g_object_ref (self));
}

static void
show_help_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (atl_shortcuts_window_new (GTK_WINDOW (user_data))));
}

static void
board_added_cb (AtlBoard *board,
                gpointer  user_data)
{
  AtlWindow *self = user_data;

  atl_session_page_set_board (ATL_SESSION_PAGE (self->session), board);
  atl_session_page_focus (ATL_SESSION_PAGE (self->session));
}

static void
add_board_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  AtlWindow *self = user_data;

  if (atl_window_get_document (self) != NULL)
    atl_add_board_open (GTK_WINDOW (self), self->catalogue, atl_window_get_document (self), board_added_cb,
                        self);
}

static void
open_copy_cb (AtlWindow  *self,
              AtlSession *session)
{
  g_autoptr (AtlDocument) document = atl_document_new_recovered (session, NULL, NULL, NULL);

  atl_window_set_document (atl_window_get_free (self), document);
}

static void
restore_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  AtlWindow        *self = user_data;
  AtlDocument      *document = atl_window_get_document (self);
  AtlRestoreWindow *window = NULL;

  if (document == NULL)
    return;
  if (atl_document_get_damage_message (document) != NULL)
    {
      atl_window_show_versions (self, atl_document_get_path (document));
      return;
    }
  window = atl_restore_window_open (self->session, document);
  g_signal_connect_object (window, "open-copy", G_CALLBACK (open_copy_cb), self, G_CONNECT_SWAPPED);
}

static void
closed_cb (gboolean done,
           gpointer user_data)
{
  g_autoptr (AtlWindow) self = user_data;

  self->may_close = done;
  if (done)
    gtk_window_close (GTK_WINDOW (self));
  else
    remind (self);
}

static gboolean
frame_shown_cb (gpointer user_data)
{
  ensure_session (user_data);
  return G_SOURCE_REMOVE;
}

/* The first frame is about to be painted. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_LOW, frame_shown_cb, g_object_ref (widget), g_object_unref);
  return G_SOURCE_REMOVE;
}

static gboolean
atl_window_close_request (GtkWindow *window)
{
  AtlWindow   *self = ATL_WINDOW (window);
  AtlDocument *document = atl_window_get_document (self);

  if (!self->may_close && document != NULL)
    {
      atl_session_page_keep_draft (ATL_SESSION_PAGE (self->session));
      if (atl_document_needs_saving (document))
        {
          atl_saver_guard (window, document, closed_cb, g_object_ref (self));
          /* A draft is kept at once; closing again from within would have no effect. */
          if (!self->may_close)
            return GDK_EVENT_STOP;
        }
    }
  if (document != NULL)
    atl_window_settle_recovered (self);
  atl_window_state_keep (window);
  return GTK_WINDOW_CLASS (atl_window_parent_class)->close_request (window);
}

static void
atl_window_dispose (GObject *object)
{
  AtlWindow *self = ATL_WINDOW (object);

  if (self->session != NULL)
    atl_session_page_set_document (ATL_SESSION_PAGE (self->session), NULL);
  self->session = NULL;
  g_clear_pointer (&self->recovered, atl_recovered_unref);
  g_clear_pointer (&self->applied, atl_recovered_unref);
  g_clear_pointer (&self->copies, g_strfreev);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (atl_window_parent_class)->dispose (object);
}

static void
atl_window_class_init (AtlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atl_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCES "atl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AtlWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlWindow, menu);
}

static void
atl_window_init (AtlWindow *self)
{
  static const GActionEntry entries[] = {
    { "new", new_action },
    { "open", open_action },
    { "start", start_action },
    { "add-board", add_board_action },
    { "restore-version", restore_action },
    { "show-help-overlay", show_help_action },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), atl_announcer_new ());
  atl_digit_keys_add (GTK_WIDGET (self), "win.pick-area");
  atl_focus_keeper_add (GTK_WINDOW (self));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  atl_window_state_restore (GTK_WINDOW (self));
}

/**
 * atl_window_new:
 * @application: the application
 * @catalogue: the templates and programs
 *
 * Returns: (transfer none): a window that shows the start page
 */
AtlWindow *
atl_window_new (GtkApplication *application,
                AtlCatalogue   *catalogue)
{
  AtlWindow *self = g_object_new (ATL_TYPE_WINDOW, "application", application, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->start = atl_start_page_new (catalogue, atl_recents_get_default ());
  atl_start_page_set_menu (ATL_START_PAGE (self->start), self->menu);
  g_signal_connect_object (self->start, "create", G_CALLBACK (session_created_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "open-path", G_CALLBACK (atl_window_open_path), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "open-draft", G_CALLBACK (draft_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (GTK_STACK (self->pages), self->start);
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->start);
  return self;
}

/**
 * atl_window_open_path:
 * @self: a window
 * @path: a session file
 *
 * Opens a session: in this window if it has none, else in another one. A file that is open already is
 * brought to the front.
 */
void
atl_window_open_path (AtlWindow  *self,
                      const char *path)
{
  AtlWindow *window = NULL;

  g_return_if_fail (ATL_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  window = atl_window_find_path (self, path);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  window = atl_window_get_free (self);
  if (g_object_get_data (G_OBJECT (window), "opening") != NULL)
    return;
  g_object_set_data_full (G_OBJECT (window), "opening", g_strdup (path), g_free);
  gtk_widget_set_visible (window->spinner, TRUE);
  gtk_spinner_start (GTK_SPINNER (window->spinner));
  atl_document_open_async (path, NULL, opened_cb, g_object_ref (window));
}

/**
 * atl_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document it shows
 */
AtlDocument *
atl_window_get_document (AtlWindow *self)
{
  g_return_val_if_fail (ATL_IS_WINDOW (self), NULL);
  return self->session != NULL ? atl_session_page_get_document (ATL_SESSION_PAGE (self->session)) : NULL;
}

/**
 * atl_window_set_document:
 * @self: a window that shows the start page
 * @document: the document to show
 */
void
atl_window_set_document (AtlWindow   *self,
                         AtlDocument *document)
{
  g_return_if_fail (ATL_IS_WINDOW (self));
  g_return_if_fail (ATL_IS_DOCUMENT (document));

  ensure_session (self);
  atl_session_page_set_document (ATL_SESSION_PAGE (self->session), document);
  g_signal_connect_object (atl_document_get_session (document), "notify::title", G_CALLBACK (show_title),
                           self, G_CONNECT_SWAPPED);
  atl_window_follow_state (self);
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->session);
  show_title (self);
  update_actions (self);
  atl_session_page_focus (ATL_SESSION_PAGE (self->session));
}

/**
 * atl_window_get_session_page:
 * @self: a window
 *
 * Returns: (transfer none): the page that shows its document
 */
GtkWidget *
atl_window_get_session_page (AtlWindow *self)
{
  g_return_val_if_fail (ATL_IS_WINDOW (self), NULL);
  ensure_session (self);
  return self->session;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-add-board.h"

#include "catalogue/atl-board-maker.h"
#include "config.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/start/atl-gallery.h"

#include <glib/gi18n-lib.h>

/* The window while it is open. */
typedef struct
{
  GtkWindow       *window;
  GtkWidget       *gallery;
  GtkWidget       *back;
  AtlCatalogue    *catalogue;
  AtlDocument     *document;
  AtlBoardCallback callback;
  gpointer         user_data;
} AddBoard;

static void
add_board_free (gpointer data)
{
  AddBoard *self = data;

  g_object_unref (self->catalogue);
  g_object_unref (self->document);
  g_free (self);
}

static void
create_cb (AddBoard   *self,
           AtlChoice  *choice,
           const char *title,
           const char *language)
{
  AtlHistory *history = atl_document_get_history (self->document);
  AtlBoard   *board = NULL;

  atl_history_begin (history, _ ("Add Board"));
  board = atl_board_maker_add (atl_choice_get_template (choice), atl_document_get_session (self->document),
                               *title != '\0' ? title : NULL);
  atl_history_end (history);
  if (board != NULL)
    self->callback (board, self->user_data);
  gtk_window_destroy (self->window);
}

static void
details_changed_cb (AddBoard *self)
{
  gtk_widget_set_visible (self->back, atl_gallery_get_in_details (ATL_GALLERY (self->gallery)));
}

static void
back_clicked_cb (AddBoard *self)
{
  atl_gallery_back (ATL_GALLERY (self->gallery));
}

/* The gallery leaves its details on Escape by itself; what comes through is for the window. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
add_escape (GtkWindow *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/**
 * atl_add_board_open:
 * @parent: the window of the document
 * @catalogue: the templates
 * @document: a document
 * @callback: called with the new board
 * @user_data: data for @callback, which must live as long as @parent
 *
 * Lets the user choose a template, and adds a board made from it to the session.
 */
void
atl_add_board_open (GtkWindow       *parent,
                    AtlCatalogue    *catalogue,
                    AtlDocument     *document,
                    AtlBoardCallback callback,
                    gpointer         user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;
  AddBoard              *self = g_new0 (AddBoard, 1);

  g_type_ensure (ATL_TYPE_NARROW_BIN);
  builder = gtk_builder_new_from_resource ("/io/github/atelier_app/Atelier/ui/atl-add-board.ui");
  *self = (AddBoard){ GTK_WINDOW (gtk_builder_get_object (builder, "window")),
                      NULL,
                      NULL,
                      g_object_ref (catalogue),
                      g_object_ref (document),
                      callback,
                      user_data };
  self->back = GTK_WIDGET (gtk_builder_get_object (builder, "back"));
  self->gallery = atl_gallery_new (catalogue, ATL_GALLERY_BOARD,
                                   atl_session_get_language (atl_document_get_session (document)));
  atl_gallery_set_capture (ATL_GALLERY (self->gallery), GTK_WIDGET (self->window));
  adw_bin_set_child (ADW_BIN (gtk_builder_get_object (builder, "body")), self->gallery);
  g_object_set_data_full (G_OBJECT (self->window), "add-board", self, add_board_free);
  g_signal_connect_swapped (self->gallery, "create", G_CALLBACK (create_cb), self);
  g_signal_connect_swapped (self->gallery, "notify::in-details", G_CALLBACK (details_changed_cb), self);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb), self);
  add_escape (self->window);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_present (self->window);
}

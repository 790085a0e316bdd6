/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-private.h"

#include "config.h"
#include "ui/common/atl-toast.h"
#include "ui/session/atl-session-page.h"
#include "ui/templates/atl-save-template.h"
#include "ui/templates/atl-template-editor.h"

#include <glib/gi18n-lib.h>

/* What the button of a toast opens. */
typedef struct
{
  AtlWindow *window;
  char      *id;
} Edit;

static void
edit_free (gpointer  data,
           GClosure *closure)
{
  Edit *edit = data;

  g_object_unref (edit->window);
  g_free (edit->id);
  g_free (edit);
}

static void
edit_clicked_cb (gpointer toast,
                 gpointer user_data)
{
  Edit *edit = user_data;
  AtlTemplate *template = atl_catalogue_find_template (edit->window->catalogue, edit->id);

  if (template != NULL)
    gtk_window_present (GTK_WINDOW (atl_template_editor_new (
      GTK_WINDOW (edit->window), atl_catalogue_get_personal (edit->window->catalogue), template)));
}

static void
saved_cb (AtlWindow *self,
          AtlTemplate *template)
{
  g_autofree char *text = g_strdup_printf (_ ("“%s” is one of your templates now"),
                                           atl_template_get_name (template, g_get_language_names ()[0]));
  Edit            *edit = g_new0 (Edit, 1);

  edit->window = g_object_ref (self);
  edit->id = g_strdup (atl_template_get_id (template));
  atl_toast_show_button (GTK_WIDGET (self), text, _ ("Edit…"),
                         g_cclosure_new (G_CALLBACK (edit_clicked_cb), edit, edit_free));
}

static void
save_template_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  AtlWindow *self = user_data;
  AtlBoard  *board = atl_session_page_get_board (ATL_SESSION_PAGE (self->session));
  GtkWidget *dialog = NULL;

  if (board == NULL)
    return;
  dialog = atl_save_template_new (GTK_WINDOW (self), self->catalogue, board);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* For the files of the window: templates that are made of boards. */
void
atl_window_add_template_actions (AtlWindow *self)
{
  static const GActionEntry entries[] = { { "save-template", save_template_action } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

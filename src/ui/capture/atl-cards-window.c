/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-cards-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "exchange/atl-number-cards.h"
#include "model/atl-numbers.h"
#include "ui/common/atl-wheel.h"
#include "ui/common/atl-toast.h"
#include "ui/export/atl-export-name.h"

#include <glib/gi18n-lib.h>

/**
 * AtlCardsWindow:
 *
 * Makes a PDF of blank cards with numbers, which are typed in again by them.
 */
struct _AtlCardsWindow
{
  AdwWindow parent_instance;

  GtkWidget   *count;
  GtkWidget   *first;
  GtkWidget   *pages;
  AtlDocument *document;
  GWeakRef     teller;
};

G_DEFINE_FINAL_TYPE (AtlCardsWindow, atl_cards_window, ADW_TYPE_WINDOW)

static guint
get_count (AtlCardsWindow *self)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
}

static guint
get_first (AtlCardsWindow *self)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->first));
}

static void
show_pages (AtlCardsWindow *self)
{
  guint            n = (get_count (self) + ATL_NUMBER_CARDS_PER_PAGE - 1) / ATL_NUMBER_CARDS_PER_PAGE;
  g_autofree char *pages = g_strdup_printf (ngettext ("%u page of A4", "%u pages of A4", n), n);
  /* Translators: the numbers of the first and the last card, then how many pages that takes */
  g_autofree char *text = g_strdup_printf (_ ("Cards %u to %u, %s"), get_first (self),
                                           get_first (self) + get_count (self) - 1, pages);

  gtk_label_set_text (GTK_LABEL (self->pages), text);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  g_autoptr (AtlCardsWindow) self = user_data;
  g_autoptr (GtkWidget)      teller = g_weak_ref_get (&self->teller);
  g_autofree char           *complete = path != NULL ? atl_export_name_complete (path, ".pdf") : NULL;
  g_autofree char           *name = NULL;
  g_autofree char           *text = NULL;
  g_autoptr (GError)         error = NULL;

  if (complete == NULL)
    return;
  if (!atl_number_cards_export (atl_document_get_session (self->document), get_first (self), get_count (self),
                                complete, &error))
    {
      gtk_label_set_text (GTK_LABEL (self->pages), error->message);
      return;
    }
  name = g_filename_display_basename (complete);
  text = g_strdup_printf (_ ("Cards written to %s"), name);
  if (teller != NULL)
    atl_toast_show_open (teller, text, complete);
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  AtlCardsWindow  *self = ATL_CARDS_WINDOW (widget);
  AtlSession      *session = atl_document_get_session (self->document);
  g_autofree char *folder = atl_export_folder_suggest (atl_document_get_path (self->document));
  g_autofree char *name = atl_export_name_suggest (atl_session_get_title (session), _ ("cards"), ".pdf");
  AtlFileRequest   request = { ATL_FILE_SAVE, _ ("Save Numbered Cards"), _ ("_Save"), folder, name,
                               _ ("PDF documents"), "*.pdf" };

  gtk_spin_button_update (GTK_SPIN_BUTTON (self->count));
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->first));
  atl_file_dialog_ask (GTK_WINDOW (self), &request, path_chosen_cb, g_object_ref (self));
}

static void
atl_cards_window_finalize (GObject *object)
{
  AtlCardsWindow *self = ATL_CARDS_WINDOW (object);

  g_clear_object (&self->document);
  g_weak_ref_clear (&self->teller);
  G_OBJECT_CLASS (atl_cards_window_parent_class)->finalize (object);
}

static void
atl_cards_window_class_init (AtlCardsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_cards_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-cards-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCardsWindow, count);
  gtk_widget_class_bind_template_child (widget_class, AtlCardsWindow, first);
  gtk_widget_class_bind_template_child (widget_class, AtlCardsWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, show_pages);
  gtk_widget_class_install_action (widget_class, "cards.save", NULL, save);
}

static void
atl_cards_window_init (AtlCardsWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
}

/**
 * atl_cards_window_open:
 * @widget: a widget of the window it belongs to, which tells of the file
 * @document: whose cards
 *
 * Opens it, with the next numbers that no note has yet.
 */
void
atl_cards_window_open (GtkWidget   *widget,
                       AtlDocument *document)
{
  GtkRoot        *root = gtk_widget_get_root (widget);
  AtlCardsWindow *self = g_object_new (ATL_TYPE_CARDS_WINDOW, "transient-for", root, NULL);

  self->document = g_object_ref (document);
  g_weak_ref_set (&self->teller, widget);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->first), 1, ATL_NUMBER_MOST);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->first),
                             atl_session_find_next_number (atl_document_get_session (document)));
  show_pages (self);
  gtk_window_present (GTK_WINDOW (self));
}

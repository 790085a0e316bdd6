/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-header.h"

#include "config.h"
#include "model/atl-board.h"
#include "model/atl-splits.h"
#include "store/atl-document-keep.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define NARROW_DECORATION ":close"

/**
 * AtlSessionHeader:
 *
 * The header of a session: what it is called, which board is open, whether all is saved, and the main
 * commands.
 */
struct _AtlSessionHeader
{
  GtkWidget parent_instance;

  AtlDocument *document;
  AtlBoard    *board;
  GtkWidget   *bar;
  GtkWidget   *title_button;
  GtkWidget   *title;
  GtkWidget   *subtitle;
  GtkWidget   *dot;
  GtkWidget   *state;
  GtkWidget   *add_board;
  GtkWidget   *undo;
  GtkWidget   *redo;
  GtkWidget   *pdf;
  gboolean     narrow;
};

G_DEFINE_FINAL_TYPE (AtlSessionHeader, atl_session_header, GTK_TYPE_WIDGET)

static const char *
get_unsaved_text (AtlDocument *document)
{
  gboolean modified = atl_document_get_modified (document);

  if (atl_document_get_recovery_message (document) != NULL && modified)
    return _ ("Not safe yet");
  if (atl_document_get_path (document) != NULL)
    return _ ("Unsaved changes");
  return modified ? _ ("Draft, kept safe") : _ ("Not saved yet");
}

static const char *
get_state_text (AtlSessionHeader *self)
{
  if (atl_document_get_read_only (self->document))
    return _ ("Read only");
  switch (atl_document_get_state (self->document))
    {
    case ATL_DOCUMENT_SAVED:
      return _ ("Saved");
    case ATL_DOCUMENT_SAVING:
      return _ ("Saving…");
    case ATL_DOCUMENT_FAILED:
      return _ ("Could not be saved");
    case ATL_DOCUMENT_CONFLICT:
      return atl_document_get_outside (self->document) == ATL_OUTSIDE_GONE ? _ ("File is gone")
                                                                           : _ ("File was changed");
    case ATL_DOCUMENT_UNSAVED:
    default:
      return get_unsaved_text (self->document);
    }
}

/* Where something is wrong with the file, which one: a copy that was saved elsewhere is not the one. */
static char *
dup_state_text (AtlSessionHeader *self)
{
  const char      *path = atl_document_get_path (self->document);
  AtlDocumentState state = atl_document_get_state (self->document);
  g_autofree char *name = NULL;

  if (path == NULL || self->narrow ||
      (state != ATL_DOCUMENT_FAILED && state != ATL_DOCUMENT_CONFLICT))
    return g_strdup (get_state_text (self));
  name = g_filename_display_basename (path);
  /* Translators: what is wrong with the file, then its name */
  return g_strdup_printf (_ ("%s: “%s”"), get_state_text (self), name);
}

/* The board; in the copy of a break-out group whose copy it is, too. */
static char *
dup_place (AtlSessionHeader *self,
           const char       *board)
{
  AtlSession *session = atl_document_get_session (self->document);
  AtlGroup   *group = atl_session_find_group (session, atl_session_get_group (session));
  const char *title = group != NULL ? atl_group_get_title (group) : "";

  if (*title == '\0' || *board == '\0')
    return g_strdup (*title != '\0' ? title : board);
  return g_strdup_printf ("%s · %s", title, board);
}

/* What the button says: title, board, whether all is saved. */
static void
describe_title (AtlSessionHeader *self,
                const char       *place,
                const char       *state)
{
  const char      *title = gtk_label_get_label (GTK_LABEL (self->title));
  g_autofree char *all = *place != '\0' ? g_strdup_printf ("%s. %s. %s.", title, place, state)
                                        : g_strdup_printf ("%s. %s.", title, state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title_button), GTK_ACCESSIBLE_PROPERTY_LABEL, all,
                                  -1);
}

static void
show_title (AtlSessionHeader *self)
{
  const char      *title = atl_session_get_title (atl_document_get_session (self->document));
  const char      *board = self->board != NULL ? atl_board_get_title (self->board) : "";
  g_autofree char *place = dup_place (self, board);
  g_autofree char *state = dup_state_text (self);

  gtk_label_set_label (GTK_LABEL (self->title), *title != '\0' ? title : _ ("Untitled Session"));
  gtk_label_set_label (GTK_LABEL (self->subtitle), place);
  gtk_widget_set_visible (self->dot, *place != '\0' && gtk_widget_get_visible (self->subtitle));
  gtk_label_set_label (GTK_LABEL (self->state), state);
  describe_title (self, place, state);
}

static void
show_button (GtkWidget  *button,
             const char *text)
{
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_history (AtlSessionHeader *self)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  const char      *undo_label = atl_history_get_undo_label (history);
  const char      *redo_label = atl_history_get_redo_label (history);
  g_autofree char *undo = undo_label != NULL ? g_strdup_printf (_ ("Undo %s"), undo_label) : NULL;
  g_autofree char *redo = redo_label != NULL ? g_strdup_printf (_ ("Redo %s"), redo_label) : NULL;

  show_button (self->undo, undo != NULL ? undo : _ ("Undo"));
  show_button (self->redo, redo != NULL ? redo : _ ("Redo"));
  gtk_widget_set_sensitive (self->undo, atl_history_get_can_undo (history));
  gtk_widget_set_sensitive (self->redo, atl_history_get_can_redo (history));
}

static void
undo_clicked_cb (AtlSessionHeader *self)
{
  atl_history_undo (atl_document_get_history (self->document));
}

static void
redo_clicked_cb (AtlSessionHeader *self)
{
  atl_history_redo (atl_document_get_history (self->document));
}

static void
forget_document (AtlSessionHeader *self)
{
  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (atl_document_get_session (self->document), self);
  g_signal_handlers_disconnect_by_data (atl_document_get_history (self->document), self);
  g_clear_object (&self->document);
}

static void
forget_board (AtlSessionHeader *self)
{
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
}

static void
atl_session_header_dispose (GObject *object)
{
  AtlSessionHeader *self = ATL_SESSION_HEADER (object);

  forget_board (self);
  forget_document (self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_session_header_parent_class)->dispose (object);
}

static void
atl_session_header_class_init (AtlSessionHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_session_header_dispose;
  g_type_ensure (ADW_TYPE_BUTTON_CONTENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-session-header.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, title_button);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, title);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, dot);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, state);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, add_board);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, undo);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, redo);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionHeader, pdf);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, redo_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_session_header_init (AtlSessionHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_session_header_set_document:
 * @self: a header
 * @document: (nullable): the document it is about
 */
void
atl_session_header_set_document (AtlSessionHeader *self,
                                 AtlDocument      *document)
{
  g_return_if_fail (ATL_IS_SESSION_HEADER (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atl_document_get_session (document), "notify::title", G_CALLBACK (show_title),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (atl_document_get_history (document), "notify", G_CALLBACK (show_history), self,
                           G_CONNECT_SWAPPED);
  show_title (self);
  show_history (self);
}

/**
 * atl_session_header_set_board:
 * @self: a header with a document
 * @board: (nullable): the board that is open
 */
void
atl_session_header_set_board (AtlSessionHeader *self,
                              AtlBoard         *board)
{
  g_return_if_fail (ATL_IS_SESSION_HEADER (self));

  forget_board (self);
  if (board != NULL)
    {
      self->board = g_object_ref (board);
      g_signal_connect_object (board, "notify::title", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
    }
  if (self->document != NULL)
    show_title (self);
}

/**
 * atl_session_header_set_narrow:
 * @self: a header
 * @narrow: whether there is room for the most needed commands only; the others are in the menu
 */
void
atl_session_header_set_narrow (AtlSessionHeader *self,
                               gboolean          narrow)
{
  g_return_if_fail (ATL_IS_SESSION_HEADER (self));

  self->narrow = narrow;
  gtk_widget_set_visible (self->add_board, !narrow);
  gtk_widget_set_visible (self->redo, !narrow);
  gtk_widget_set_visible (self->pdf, !narrow);
  /* Whether all is saved matters more than which board is open. */
  gtk_widget_set_visible (self->subtitle, !narrow);
  gtk_widget_set_visible (self->dot, !narrow && *gtk_label_get_label (GTK_LABEL (self->subtitle)) != '\0');
  if (self->document != NULL)
    show_title (self);
  adw_header_bar_set_decoration_layout (ADW_HEADER_BAR (self->bar), narrow ? NARROW_DECORATION : NULL);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (self->bar),
                                       narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/glossary/atl-term-row.h"

#include "canvas/notes/atl-term-words.h"
#include "config.h"
#include "model/atl-glossary.h"
#include "ui/glossary/atl-term-form.h"

#include <glib/gi18n-lib.h>

/**
 * AtlTermRow:
 *
 * A word of the glossary: what it means and whether the room agreed on that; open, the form to change it.
 */
struct _AtlTermRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *content, *summary, *title, *state, *meaning;
  GtkWidget *form; /* NULL while it is closed */

  AtlTerm    *item;
  AtlHistory *history;
  gboolean    read_only;
};

G_DEFINE_FINAL_TYPE (AtlTermRow, atl_term_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CLOSED,
  DELETE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
show_summary (AtlTermRow *self)
{
  gboolean agreed = atl_term_is_agreed (self->item);
  gboolean known = agreed || *atl_term_get_business (self->item) != '\0' ||
                   *atl_term_get_technical (self->item) != '\0';
  g_autofree char *meaning = agreed ? g_strdup (atl_term_get_agreed (self->item))
                                    : atl_term_dup_sides (self->item);
  g_autofree char *spoken = atl_term_dup_definition (self->item);

  gtk_label_set_text (GTK_LABEL (self->title), atl_term_get_term (self->item));
  gtk_label_set_text (GTK_LABEL (self->state), agreed ? _ ("Agreed") : _ ("Not agreed yet"));
  gtk_label_set_text (GTK_LABEL (self->meaning), known ? meaning : _ ("Nobody has said yet what it means"));
  if (agreed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "agreed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "agreed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
term_notify_cb (AtlTermRow *self)
{
  show_summary (self);
}

static void
form_closed_cb (AtlTermRow *self)
{
  atl_term_row_set_open (self, FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
form_delete_cb (AtlTermRow *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
atl_term_row_dispose (GObject *object)
{
  AtlTermRow *self = ATL_TERM_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_term_row_parent_class)->dispose (object);
}

static void
atl_term_row_class_init (AtlTermRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_term_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/glossary/atl-term-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlTermRow, content);
  gtk_widget_class_bind_template_child (widget_class, AtlTermRow, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlTermRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlTermRow, state);
  gtk_widget_class_bind_template_child (widget_class, AtlTermRow, meaning);

  /**
   * AtlTermRow::closed:
   *
   * The user is done with the form.
   */
  signals[CLOSED] = g_signal_new ("closed", ATL_TYPE_TERM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  /**
   * AtlTermRow::delete:
   *
   * The word shall go.
   */
  signals[DELETE] = g_signal_new ("delete", ATL_TYPE_TERM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
atl_term_row_init (AtlTermRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_term_row_new:
 * @term: a term of a session
 * @history: of that session
 * @read_only: whether nothing can be changed
 *
 * Returns: (transfer floating): a row that follows @term, closed
 */
GtkWidget *
atl_term_row_new (AtlTerm    *term,
                  AtlHistory *history,
                  gboolean    read_only)
{
  AtlTermRow *self = g_object_new (ATL_TYPE_TERM_ROW, NULL);

  self->item = g_object_ref (term);
  self->history = g_object_ref (history);
  g_signal_connect_object (term, "notify", G_CALLBACK (term_notify_cb), self, G_CONNECT_SWAPPED);
  self->read_only = read_only;
  show_summary (self);
  return GTK_WIDGET (self);
}

/**
 * atl_term_row_get_term:
 * @self: a row
 *
 * Returns: (transfer none): the term it shows
 */
AtlTerm *
atl_term_row_get_term (AtlTermRow *self)
{
  return self->item;
}

static void
add_form (AtlTermRow *self)
{
  self->form = atl_term_form_new (self->item, self->history, self->read_only);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "delete", G_CALLBACK (form_delete_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->content), self->form);
}

/**
 * atl_term_row_set_open:
 * @self: a row
 * @open: whether the form is shown
 */
void
atl_term_row_set_open (AtlTermRow *self,
                       gboolean    open)
{
  if (atl_term_row_get_open (self) == open)
    return;
  gtk_widget_set_visible (self->summary, !open);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), !open);
  if (open)
    add_form (self);
  else
    {
      gtk_box_remove (GTK_BOX (self->content), g_steal_pointer (&self->form));
      atl_history_break (self->history);
    }
}

/**
 * atl_term_row_get_open:
 * @self: a row
 *
 * Returns: whether the form is shown
 */
gboolean
atl_term_row_get_open (AtlTermRow *self)
{
  return self->form != NULL;
}

/**
 * atl_term_row_focus_field:
 * @self: an open row
 * @field: ATL_TERM_TERM to ATL_TERM_AGREED
 *
 * Gives the focus to where that is typed.
 */
void
atl_term_row_focus_field (AtlTermRow  *self,
                          AtlTermField field)
{
  if (self->form != NULL)
    atl_term_form_focus_field (ATL_TERM_FORM (self->form), field);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-slip-list-row.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSlipListRow:
 *
 * How far the slip of one person is.
 */
struct _AtlSlipListRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *name;
  GtkWidget *state;
  GtkWidget *mark;
  guint      index;
};

G_DEFINE_FINAL_TYPE (AtlSlipListRow, atl_slip_list_row, GTK_TYPE_LIST_BOX_ROW)

static void
atl_slip_list_row_class_init (AtlSlipListRowClass *klass)
{
}

static GtkWidget *
make_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
atl_slip_list_row_init (AtlSlipListRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->name = make_label (texts);
  self->state = make_label (texts);
  gtk_widget_add_css_class (self->state, "caption");
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  self->mark = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * atl_slip_list_row_new:
 * @index: who it is, in the roster
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
atl_slip_list_row_new (guint index)
{
  AtlSlipListRow *self = g_object_new (ATL_TYPE_SLIP_LIST_ROW, NULL);

  self->index = index;
  return GTK_WIDGET (self);
}

/**
 * atl_slip_list_row_get_index:
 * @self: a row
 *
 * Returns: who it is, in the roster
 */
guint
atl_slip_list_row_get_index (AtlSlipListRow *self)
{
  g_return_val_if_fail (ATL_IS_SLIP_LIST_ROW (self), 0);
  return self->index;
}

/**
 * atl_slip_list_row_show:
 * @self: a row
 * @name: (nullable): of the person, %NULL to hide it
 * @n_answers: how many answers there are
 * @done: whether the slip is typed in
 *
 * Says how far the slip is.
 */
void
atl_slip_list_row_show (AtlSlipListRow *self,
                        const char     *name,
                        guint           n_answers,
                        gboolean        done)
{
  g_autofree char *answers = g_strdup_printf (ngettext ("%u answer", "%u answers", n_answers), n_answers);
  g_autofree char *label = NULL;
  const char      *state = done ? answers : _ ("Not typed in yet");

  g_return_if_fail (ATL_IS_SLIP_LIST_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->name), name != NULL ? name : state);
  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_set_visible (self->state, name != NULL);
  gtk_widget_set_opacity (self->mark, done ? 1 : 0);
  label = name != NULL ? g_strdup_printf ("%s, %s", name, state) : g_strdup (state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

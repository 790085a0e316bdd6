/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-values-popover.h"

#include "canvas/notes/atl-field-row.h"
#include "model/atl-board-options.h"

#include <glib/gi18n-lib.h>

/**
 * AtlValuesPopover:
 *
 * The numbers that the template asks for on a note, one row for each: Tab goes on, Enter is done.
 */
struct _AtlValuesPopover
{
  GtkPopover parent_instance;

  GtkWidget    *title, *fields, *wrong;
  AtlBoardView *view;
  AtlNote      *note;
};

G_DEFINE_FINAL_TYPE (AtlValuesPopover, atl_values_popover, GTK_TYPE_POPOVER)

static void
note_changed_cb (AtlValuesPopover *self)
{
  GtkWidget *row;

  gtk_label_set_label (GTK_LABEL (self->wrong), "");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_label_set_label (GTK_LABEL (self->title),
                       atl_note_get_hidden (self->note) ? _ ("Hidden note") : atl_note_get_text (self->note));
  for (row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    atl_field_row_update (ATL_FIELD_ROW (row));
}

static gboolean
check_rows (AtlValuesPopover *self)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (!atl_field_row_check (ATL_FIELD_ROW (row)))
      return FALSE;
  return TRUE;
}

/* Enter is done, unless something that was typed is no number: that would be lost. */
static gboolean
key_pressed_cb (AtlValuesPopover *self,
                guint             keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if (check_rows (self))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  gtk_widget_set_visible (self->wrong, TRUE);
  gtk_label_set_label (GTK_LABEL (self->wrong), _ ("That is no number yet"));
  return GDK_EVENT_STOP;
}

static void
atl_values_popover_dispose (GObject *object)
{
  AtlValuesPopover *self = ATL_VALUES_POPOVER (object);

  if (self->note != NULL)
    g_signal_handlers_disconnect_by_data (self->note, self);
  g_clear_object (&self->note);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_values_popover_parent_class)->dispose (object);
}

static void
atl_values_popover_class_init (AtlValuesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_values_popover_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/atelier_app/Atelier/canvas/atl-values-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlValuesPopover, title);
  gtk_widget_class_bind_template_child (widget_class, AtlValuesPopover, fields);
  gtk_widget_class_bind_template_child (widget_class, AtlValuesPopover, wrong);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
atl_values_popover_init (AtlValuesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_values_popover_new:
 * @view: the view of a board that asks for numbers on notes
 * @note: a note of the board
 *
 * Returns: (transfer floating): where they are typed
 */
GtkWidget *
atl_values_popover_new (AtlBoardView *view,
                        AtlNote      *note)
{
  AtlValuesPopover *self = g_object_new (ATL_TYPE_VALUES_POPOVER, NULL);
  g_auto (GStrv)    fields = atl_board_dup_names (atl_board_view_get_board (view), "noteFields");

  self->view = g_object_ref (view);
  self->note = g_object_ref (note);
  atl_field_rows_fill (self->fields, view, ATL_ITEM (note), (const char *const *) fields, TRUE);
  note_changed_cb (self);
  g_signal_connect_swapped (note, "notify", G_CALLBACK (note_changed_cb), self);
  return GTK_WIDGET (self);
}

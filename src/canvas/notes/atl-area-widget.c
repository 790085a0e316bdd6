/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-area-widget.h"

#include "canvas/notes/atl-note-label.h"

/**
 * AtlAreaWidget:
 *
 * Stands for an area before assistive technology: the list that its notes' widgets are children of. Draws
 * nothing. It takes the focus only where it has no note that could.
 */
struct _AtlAreaWidget
{
  GtkWidget parent_instance;

  AtlBoardView *view; /* not owned */
  AtlBox       *box;
};

G_DEFINE_FINAL_TYPE (AtlAreaWidget, atl_area_widget, GTK_TYPE_WIDGET)

static void
atl_area_widget_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
}

static void
atl_area_widget_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atl_area_widget_parent_class)->dispose (object);
}

static void
atl_area_widget_class_init (AtlAreaWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_area_widget_dispose;
  widget_class->snapshot = atl_area_widget_snapshot;
  gtk_widget_class_set_css_name (widget_class, "area");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
atl_area_widget_init (AtlAreaWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * atl_area_widget_new:
 * @view: the view of a board; outlives the widget
 * @box: the box of an area; outlives the widget
 *
 * Returns: (transfer floating): a widget for the area, empty and not described yet
 */
GtkWidget *
atl_area_widget_new (AtlBoardView *view,
                     AtlBox       *box)
{
  AtlAreaWidget *self = g_object_new (ATL_TYPE_AREA_WIDGET, NULL);

  self->view = view;
  self->box = box;
  return GTK_WIDGET (self);
}

/**
 * atl_area_widget_describe:
 * @self: an area's widget
 * @size: how many notes it shows
 *
 * Gives the widget its accessible name.
 */
void
atl_area_widget_describe (AtlAreaWidget *self,
                          guint          size)
{
  g_autofree char *label = atl_area_label_dup (self->view, self->box, size);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan-drag.h"

#include <graphene.h>

/* Rows of a list that are put in another order by dragging them. */
typedef struct
{
  GtkListBox         *list;
  AtlPlanDropCallback callback;
  gpointer            user_data;
  GtkWidget          *dragged; /* only compared, the list may be made anew meanwhile */
  GtkWidget          *marked;
} Drag;

static void
drag_free (gpointer  drag,
           GClosure *closure)
{
  g_free (drag);
}

static void
unmark (Drag *drag)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (drag->list));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (row == drag->marked)
      {
        gtk_widget_remove_css_class (row, "drop-before");
        gtk_widget_remove_css_class (row, "drop-after");
      }
  drag->marked = NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            Drag          *drag)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (drag->list, (int) y);

  if (row == NULL)
    return NULL;
  drag->dragged = GTK_WIDGET (row);
  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *gdk_drag,
          Drag          *drag)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (drag->dragged);

  gtk_drag_source_set_icon (source, picture, 16, 16);
}

static void
end_cb (GtkDragSource *source,
        GdkDrag       *gdk_drag,
        gboolean       delete_data,
        Drag          *drag)
{
  unmark (drag);
  drag->dragged = NULL;
}

/* Whether the pointer is in the lower half of the row: it then goes after it. */
static gboolean
is_lower_half (Drag          *drag,
               GtkListBoxRow *row,
               double         y)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (drag->list), &bounds) &&
         y > bounds.origin.y + bounds.size.height / 2;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           Drag          *drag)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (drag->list, (int) y);

  unmark (drag);
  if (drag->dragged == NULL || row == NULL || GTK_WIDGET (row) == drag->dragged)
    return 0;
  drag->marked = GTK_WIDGET (row);
  gtk_widget_add_css_class (drag->marked, is_lower_half (drag, row, y) ? "drop-after" : "drop-before");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drag          *drag)
{
  GtkListBoxRow *dragged = g_value_get_object (value);
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (drag->list, (int) y);
  int            from = 0;
  int            to = 0;

  unmark (drag);
  if (row == NULL || GTK_WIDGET (dragged) != drag->dragged)
    return FALSE;
  from = gtk_list_box_row_get_index (dragged);
  to = gtk_list_box_row_get_index (row) + (is_lower_half (drag, row, y) ? 1 : 0);
  if (to > from)
    to--;
  drag->callback (drag->user_data, from, to);
  return TRUE;
}

/**
 * atl_plan_drag_add:
 * @list: a list
 * @callback: called when a row was dropped; the list is as it was
 * @user_data: data for @callback, which must live as long as @list
 *
 * Lets the user drag the rows of a list to another place in it.
 */
void
atl_plan_drag_add (GtkListBox         *list,
                   AtlPlanDropCallback callback,
                   gpointer            user_data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);
  Drag          *drag = g_new0 (Drag, 1);

  *drag = (Drag){ list, callback, user_data, NULL, NULL };
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), drag, drag_free, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), drag);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), drag);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), drag);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (unmark), drag);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}

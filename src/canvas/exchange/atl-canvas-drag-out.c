/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-canvas-exchange.h"

#include "canvas/atl-commands.h"

#include <glib/gi18n-lib.h>

#define BEYOND 12 /* pixels outside the window that mean to go out */
#define DRAG "drag-out"

static void
finished_cb (AtlCanvas *self,
             GdkDrag   *drag)
{
  g_object_set_data (G_OBJECT (self), DRAG, NULL);
}

static gboolean
is_outside (AtlCanvas *self,
            AtlPoint   pointer)
{
  GtkWidget       *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) pointer.x, (float) pointer.y);

  if (root == NULL || !gtk_widget_compute_point (GTK_WIDGET (self), root, &at, &at))
    return FALSE;
  return at.x < -BEYOND || at.y < -BEYOND || at.x > (float) (gtk_widget_get_width (root) + BEYOND) ||
         at.y > (float) (gtk_widget_get_height (root) + BEYOND);
}

/* How many notes are on their way. */
static void
show_icon (GdkDrag *drag,
           guint    n)
{
  GtkWidget       *icon = gtk_drag_icon_get_for_drag (drag);
  g_autofree char *text = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  GtkWidget       *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "drag-out");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
  gdk_drag_set_hotspot (drag, -12, -12);
}

static GdkDrag *
begin (AtlCanvas  *self,
       GtkGesture *gesture)
{
  g_autoptr (GdkContentProvider) content = atl_canvas_new_content (self);
  GtkNative                     *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkDevice                     *device = NULL;

  device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));
  if (content == NULL || device == NULL)
    return NULL;
  return gdk_drag_begin (gtk_native_get_surface (native), device, content, GDK_ACTION_COPY, 0, 0);
}

/**
 * atl_canvas_drag_out:
 * @self: a canvas that notes are dragged on
 * @gesture: what drags them
 * @pointer: where it is, in pixels
 *
 * Once notes have left the window they are a list on its way to another program; on the board they stay where
 * they were.
 *
 * Returns: whether they have; the drag on the board is over then
 */
gboolean
atl_canvas_drag_out (AtlCanvas  *self,
                     GtkGesture *gesture,
                     AtlPoint    pointer)
{
  g_autoptr (GPtrArray) notes = NULL;
  GdkDrag              *drag = NULL;

  if (self->tool == NULL || atl_select_tool_get_load (self->tool) == NULL || !is_outside (self, pointer))
    return FALSE;
  notes = atl_commands_dup_targets (self->view);
  drag = begin (self, gesture);
  if (drag == NULL)
    return FALSE;
  show_icon (drag, notes->len);
  g_object_set_data_full (G_OBJECT (self), DRAG, drag, g_object_unref);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  return TRUE;
}

/**
 * atl_canvas_drags_out:
 * @self: a canvas
 *
 * Returns: whether notes of it are on their way to another program
 */
gboolean
atl_canvas_drags_out (AtlCanvas *self)
{
  return g_object_get_data (G_OBJECT (self), DRAG) != NULL;
}

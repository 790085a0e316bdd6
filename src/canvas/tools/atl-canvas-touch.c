/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-canvas-touch.h"

#include "canvas/atl-canvas-private.h"
#include "canvas/tools/atl-tap-tool.h"

/* What two fingers do to a canvas: they move and zoom the board, and a short tap takes back the last step. */
typedef struct
{
  AtlCanvas  *canvas;
  GtkGesture *gesture;
  AtlTapTool  tap;
  AtlPoint    last;       /* the middle between the fingers, pixels */
  double      zoom_start; /* when the fingers came down */
} Touch;

static AtlPoint
get_middle (Touch *self)
{
  AtlPoint middle = self->last;

  if (gtk_gesture_is_active (self->gesture))
    gtk_gesture_get_bounding_box_center (self->gesture, &middle.x, &middle.y);
  return middle;
}

static guint32
get_time (Touch *self)
{
  return gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (self->gesture));
}

/* On a touchpad a tap of two fingers is the other button of the mouse. */
static gboolean
is_touchpad (Touch *self)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (self->gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHPAD;
}

static void
begun_cb (Touch *self)
{
  atl_canvas_input_cancel (self->canvas->input);
  self->last = get_middle (self);
  self->zoom_start = atl_camera_get_zoom (self->canvas->camera);
  atl_tap_tool_begin (&self->tap, get_time (self), self->last);
  if (is_touchpad (self))
    atl_tap_tool_cancel (&self->tap);
}

/* As long as it may become a tap the board stays where it is. */
static void
moved_cb (GtkGestureZoom *gesture,
          double          scale,
          Touch          *self)
{
  AtlPoint middle = get_middle (self);

  if (atl_tap_tool_move (&self->tap, middle, scale))
    return;
  atl_camera_pan (self->canvas->camera, self->last.x - middle.x, self->last.y - middle.y);
  atl_camera_zoom_at (self->canvas->camera, self->zoom_start * scale, middle);
  self->last = middle;
}

static void
ended_cb (Touch *self)
{
  if (atl_tap_tool_end (&self->tap, get_time (self)))
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "canvas.undo", NULL);
}

static void
canceled_cb (Touch *self)
{
  atl_tap_tool_cancel (&self->tap);
}

/**
 * atl_canvas_touch_add:
 * @canvas: a canvas
 *
 * Lets two fingers move, zoom and undo.
 */
void
atl_canvas_touch_add (AtlCanvas *canvas)
{
  Touch *self = g_new0 (Touch, 1);

  self->canvas = canvas;
  self->gesture = gtk_gesture_zoom_new ();
  g_signal_connect_swapped (self->gesture, "begin", G_CALLBACK (begun_cb), self);
  g_signal_connect (self->gesture, "scale-changed", G_CALLBACK (moved_cb), self);
  g_signal_connect_swapped (self->gesture, "end", G_CALLBACK (ended_cb), self);
  g_signal_connect_swapped (self->gesture, "cancel", G_CALLBACK (canceled_cb), self);
  g_object_set_data_full (G_OBJECT (self->gesture), "touch", self, g_free);
  gtk_widget_add_controller (GTK_WIDGET (canvas), GTK_EVENT_CONTROLLER (self->gesture));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/exchange/atl-canvas-exchange.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-terms.h"
#include "canvas/notes/atl-canvas-values.h"
#include "canvas/tools/atl-pan-tool.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SLOP 6          /* pixels that a press may tremble */
#define WHEEL_STEP 60   /* pixels per notch */
#define WHEEL_ZOOM 1.15 /* per notch */
#define PAD_ZOOM 0.01   /* per pixel, natural logarithm */
#define EDGE 28         /* pixels at the edge where a drag scrolls the board */
#define EDGE_SPEED 14   /* pixels per frame */

typedef enum
{
  HAND_NONE,
  HAND_SELECT,
  HAND_PAN,
  HAND_LINK,
} Hand;

/* What the pointer, the fingers and the wheel do to a canvas: turned into events for the tools. */
struct _AtlCanvasInput
{
  AtlCanvas       *canvas;
  GtkGesture      *drag;
  GtkGesture      *click;
  AtlPanTool       pan;
  Hand             hand; /* who hears of the press that is going on */
  AtlPoint         pointer;
  AtlPoint         pressed;
  AtlPoint         scrolled; /* how far the edge has scrolled the board since the press, pixels */
  AtlToolModifiers modifiers;
  gboolean         space;   /* the space bar is held */
  gboolean         pointed; /* the last thing done was a click where no note is */
  guint            edge_tick;
  const char      *cursor;
};

static AtlToolModifiers
modifiers_of (GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  return ((state & GDK_SHIFT_MASK) != 0 ? ATL_TOOL_SHIFT : 0) | ((state & GDK_CONTROL_MASK) != 0
                                                                   ? ATL_TOOL_CONTROL
                                                                   : 0);
}

static AtlLinkTool *
get_link_tool (AtlCanvasInput *self)
{
  return self->canvas->links != NULL ? atl_canvas_links_get_tool (self->canvas->links) : NULL;
}

static gboolean
is_on_handle (AtlCanvasInput *self)
{
  AtlLinkTool *tool = get_link_tool (self);

  return tool != NULL &&
         atl_link_tool_takes (tool, atl_camera_to_board (self->canvas->camera, self->pointer));
}

static void
feed (AtlCanvasInput  *self,
      AtlToolEventKind kind,
      AtlPoint         screen)
{
  AtlCanvas   *canvas = self->canvas;
  AtlToolEvent event = {
    .kind = kind,
    .point = atl_camera_to_board (canvas->camera, screen),
    .screen = screen,
    .modifiers = self->modifiers,
    .slop = SLOP / atl_camera_get_zoom (canvas->camera),
    .time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (self->drag)),
  };

  if (self->hand == HAND_PAN)
    atl_pan_tool_feed (&self->pan, canvas->camera, &event);
  else if (self->hand == HAND_SELECT && canvas->tool != NULL)
    atl_select_tool_feed (canvas->tool, &event);
  else if (self->hand == HAND_LINK && canvas->links != NULL)
    atl_link_tool_feed (atl_canvas_links_get_tool (canvas->links), &event);
}

static gboolean
is_dragging (AtlCanvasInput *self)
{
  AtlSelectState state = self->canvas->tool != NULL ? atl_select_tool_get_state (self->canvas->tool)
                                                    : ATL_SELECT_IDLE;

  if (self->hand == HAND_LINK)
    return get_link_tool (self) != NULL && atl_link_tool_get_state (get_link_tool (self)) == ATL_LINKING_PULL;
  return self->hand == HAND_SELECT && (state == ATL_SELECT_DRAG || state == ATL_SELECT_BAND);
}

static void
set_cursor (AtlCanvasInput *self)
{
  const char *name = NULL;

  if (self->hand == HAND_PAN)
    name = "grabbing";
  else if (is_dragging (self) && self->hand == HAND_SELECT &&
           atl_select_tool_get_load (self->canvas->tool) != NULL)
    name = (self->modifiers & ATL_TOOL_CONTROL) != 0 ? "copy" : "grabbing";
  else if (self->space)
    name = "grab";
  else if (self->hand == HAND_LINK || (self->hand == HAND_NONE && is_on_handle (self)))
    name = "crosshair";
  if (g_strcmp0 (name, self->cursor) == 0)
    return;
  self->cursor = name;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), name);
}

static double
edge_speed (double at,
            double size)
{
  if (at < EDGE)
    return -EDGE_SPEED;
  return at > size - EDGE ? EDGE_SPEED : 0;
}

/* A drag that reaches the edge of the viewport scrolls on while it is held there. */
static gboolean
edge_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  AtlCanvasInput *self = data;
  double          dx = edge_speed (self->pointer.x, gtk_widget_get_width (widget));
  double          dy = edge_speed (self->pointer.y, gtk_widget_get_height (widget));

  if (!is_dragging (self) || (dx == 0 && dy == 0))
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }
  atl_camera_pan (self->canvas->camera, dx, dy);
  self->scrolled = (AtlPoint){ self->scrolled.x + dx, self->scrolled.y + dy };
  feed (self, ATL_TOOL_MOTION, self->pointer);
  return G_SOURCE_CONTINUE;
}

static void
watch_edge (AtlCanvasInput *self)
{
  if (self->edge_tick == 0 && (self->hand == HAND_SELECT || self->hand == HAND_LINK))
    self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), edge_tick_cb, self, NULL);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static gboolean
is_within (GtkWidget *widget,
           GtkWidget *ancestor)
{
  return ancestor != NULL && (widget == ancestor || gtk_widget_is_ancestor (widget, ancestor));
}

/* Whether the point is in a text field or the strip, which know what to do themselves. */
static gboolean
is_in_editor (AtlCanvasInput *self,
              double          x,
              double          y)
{
  AtlCanvas *canvas = self->canvas;
  GtkWidget *picked = NULL;

  if (canvas->view != NULL && atl_canvas_is_typing (canvas))
    picked = gtk_widget_pick (GTK_WIDGET (canvas), x, y, GTK_PICK_DEFAULT);
  return picked != NULL && (is_within (picked, canvas->editor) ||
                            is_within (picked, atl_canvas_links_get_strip (canvas->links)) ||
                            is_within (picked, atl_canvas_areas_get_title (canvas->areas)));
}

/* How near to a line a finger means it, in board units. */
static double
reach_of_links (AtlCanvasInput *self)
{
  return 2 * SLOP / atl_camera_get_zoom (self->canvas->camera);
}

/* A finger on empty space moves the board; a mouse draws a band. */
static Hand
choose_hand (AtlCanvasInput *self,
             AtlPoint        screen)
{
  AtlCanvas *canvas = self->canvas;
  guint      button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (self->drag));
  AtlPoint   point = atl_camera_to_board (canvas->camera, screen);
  AtlBox    *box;

  if (self->space || button == GDK_BUTTON_MIDDLE)
    return HAND_PAN;
  if (button != GDK_BUTTON_PRIMARY || canvas->view == NULL)
    return HAND_NONE;
  if (atl_canvas_links_press (canvas->links, point))
    return HAND_NONE;
  if (is_on_handle (self))
    return HAND_LINK;
  box = atl_board_view_hit (canvas->view, point);
  if (!is_touch (self->drag) || (box != NULL && box->kind != ATL_BOX_AREA))
    return HAND_SELECT;
  return atl_board_view_hit_link (canvas->view, point, reach_of_links (self)) != NULL ? HAND_SELECT
                                                                                      : HAND_PAN;
}

static void
take_focus (AtlCanvas *canvas)
{
  AtlNote *cursor = canvas->view != NULL
                      ? atl_selection_get_cursor (atl_board_view_get_selection (canvas->view))
                      : NULL;

  atl_canvas_end_editing (canvas);
  if (canvas->tree == NULL || !atl_note_tree_focus (canvas->tree, cursor))
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

static void
drag_begun_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               AtlCanvasInput *self)
{
  self->pointer = (AtlPoint){ x, y };
  self->modifiers = modifiers_of (GTK_EVENT_CONTROLLER (gesture));
  self->scrolled = (AtlPoint){ 0, 0 };
  self->hand = is_in_editor (self, x, y) ? HAND_NONE : choose_hand (self, self->pointer);
  if (self->hand == HAND_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  if (self->hand != HAND_PAN)
    atl_canvas_end_editing (self->canvas);
  feed (self, ATL_TOOL_PRESS, self->pointer);
  if (self->hand != HAND_PAN)
    take_focus (self->canvas);
  set_cursor (self);
}

static AtlPoint
drag_point (GtkGestureDrag *gesture,
            double          dx,
            double          dy)
{
  double x = 0, y = 0;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  return (AtlPoint){ x + dx, y + dy };
}

static void
drag_moved_cb (GtkGestureDrag *gesture,
               double          dx,
               double          dy,
               AtlCanvasInput *self)
{
  self->pointer = drag_point (gesture, dx, dy);
  self->modifiers = modifiers_of (GTK_EVENT_CONTROLLER (gesture));
  if (self->hand == HAND_SELECT && atl_canvas_drag_out (self->canvas, GTK_GESTURE (gesture), self->pointer))
    {
      /* On the way out of the window nobody meant to scroll. */
      atl_camera_pan (self->canvas->camera, -self->scrolled.x, -self->scrolled.y);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
      return;
    }
  feed (self, ATL_TOOL_MOTION, self->pointer);
  set_cursor (self);
  watch_edge (self);
}

/* What is dropped into a tall area may find its place far from the pointer. */
static void
follow_dropped (AtlCanvas *canvas)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (canvas->view));
  AtlRect    visible = atl_camera_get_visible (canvas->camera);

  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = atl_board_view_find_box (canvas->view, notes->pdata[i]);

      if (box != NULL && atl_rect_intersects (box->rect, visible))
        return;
    }
  atl_canvas_reveal_selection (canvas);
}

static void
drag_ended_cb (GtkGestureDrag *gesture,
               double          dx,
               double          dy,
               AtlCanvasInput *self)
{
  gboolean carried = self->hand == HAND_SELECT && self->canvas->tool != NULL &&
                     atl_select_tool_get_load (self->canvas->tool) != NULL;

  self->modifiers = modifiers_of (GTK_EVENT_CONTROLLER (gesture));
  feed (self, ATL_TOOL_RELEASE, drag_point (gesture, dx, dy));
  self->hand = HAND_NONE;
  if (carried && self->canvas->view != NULL)
    follow_dropped (self->canvas);
  set_cursor (self);
}

static void
drag_canceled_cb (GtkGesture       *gesture,
                  GdkEventSequence *sequence,
                  AtlCanvasInput   *self)
{
  atl_canvas_input_cancel (self);
}

/* A cell of a matrix, with no note over it. */
static gboolean
is_on_cell (AtlCanvasInput *self,
            double          x,
            double          y)
{
  AtlCanvas *canvas = self->canvas;
  AtlPoint   point = { x, y };
  AtlBox    *box;

  if (canvas->view == NULL || self->space)
    return FALSE;
  point = atl_camera_to_board (canvas->camera, point);
  box = atl_board_view_hit (canvas->view, point);
  return box != NULL && box->kind == ATL_BOX_AREA && atl_canvas_has_cell (canvas, point);
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            AtlCanvasInput  *self)
{
  self->pressed = (AtlPoint){ x, y };
  self->pointed = FALSE;
  if (is_on_cell (self, x, y))
    return;
  if (n_press != 2 || self->space || self->canvas->tool == NULL || is_in_editor (self, x, y))
    return;
  self->hand = HAND_SELECT;
  feed (self, ATL_TOOL_DOUBLE, (AtlPoint){ x, y });
  self->hand = HAND_NONE;
}

/* Neither a note nor a link is picked. */
static gboolean
means_nothing (AtlBoardView *view)
{
  AtlSelection *selection = atl_board_view_get_selection (view);

  return atl_selection_get_size (selection) == 0 && atl_selection_get_cursor (selection) == NULL &&
         atl_board_view_get_link (view) == NULL;
}

/* A press on the mark of a note that has not become a drag. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             AtlCanvasInput  *self)
{
  AtlCanvas *canvas = self->canvas;
  AtlBox    *box;

  if (self->space || canvas->view == NULL || is_in_editor (self, x, y) ||
      gtk_drag_check_threshold (GTK_WIDGET (canvas), (int) self->pressed.x, (int) self->pressed.y, (int) x,
                                (int) y))
    return;
  if (n_press != 1)
    return;
  self->pointed = means_nothing (canvas->view);
  if (is_on_cell (self, x, y))
    atl_canvas_open_cell (canvas, atl_camera_to_board (canvas->camera, (AtlPoint){ x, y }));
  box = atl_board_view_find_mark (canvas->view, atl_camera_to_board (canvas->camera, (AtlPoint){ x, y }));
  if (box != NULL)
    g_signal_emit_by_name (canvas, "versions-activated", box->item);
}

static gboolean
open_link_menu_at (AtlCanvasInput *self,
                   double          x,
                   double          y)
{
  AtlCanvas *canvas = self->canvas;
  AtlPoint   point = atl_camera_to_board (canvas->camera, (AtlPoint){ x, y });
  AtlBox    *box = atl_board_view_hit_link (canvas->view, point, reach_of_links (self));

  atl_canvas_links_close_strip (canvas->links);
  atl_board_view_set_link (canvas->view, box != NULL ? ATL_LINK (box->item) : NULL);
  if (box == NULL)
    return FALSE;
  take_focus (canvas);
  atl_canvas_popup_menu (canvas, NULL, atl_rect (x, y, 1, 1));
  return TRUE;
}

/* The menu is about what is under the pointer. */
static void
open_menu_at (AtlCanvasInput *self,
              double          x,
              double          y)
{
  AtlCanvas    *canvas = self->canvas;
  AtlSelection *selection;
  AtlBox       *box;
  AtlArea      *area = NULL;

  if (canvas->view == NULL)
    return;
  atl_canvas_end_editing (canvas);
  selection = atl_board_view_get_selection (canvas->view);
  if (open_link_menu_at (self, x, y))
    return;
  box = atl_board_view_hit (canvas->view, atl_camera_to_board (canvas->camera, (AtlPoint){ x, y }));
  if (box != NULL && box->kind != ATL_BOX_AREA && !atl_selection_contains (selection, ATL_NOTE (box->item)))
    atl_selection_set_one (selection, ATL_NOTE (box->item));
  if (box != NULL && box->kind != ATL_BOX_AREA)
    atl_selection_set_cursor (selection, ATL_NOTE (box->item));
  else
    atl_selection_set_one (selection, NULL);
  if (box != NULL && box->kind == ATL_BOX_AREA && box->item != NULL)
    area = ATL_AREA (box->item);
  if (area != NULL)
    atl_board_view_set_area (canvas->view, area);
  take_focus (canvas);
  atl_canvas_popup_menu (canvas, area, atl_rect (x, y, 1, 1));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 AtlCanvasInput  *self)
{
  if (is_in_editor (self, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu_at (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 AtlCanvasInput      *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  atl_canvas_input_cancel (self);
  open_menu_at (self, x, y);
}

static void
hover (AtlCanvasInput *self,
       const AtlPoint *pointer)
{
  AtlLinkTool *tool = get_link_tool (self);
  AtlPoint     point = { 0, 0 };

  if (tool == NULL)
    return;
  if (pointer != NULL)
    point = atl_camera_to_board (self->canvas->camera, *pointer);
  atl_link_tool_set_pixel (tool, 1 / atl_camera_get_zoom (self->canvas->camera));
  atl_link_tool_hover (tool, pointer != NULL && self->hand == HAND_NONE ? &point : NULL);
  set_cursor (self);
}

static void
pointer_moved_cb (GtkEventControllerMotion *motion,
                  double                    x,
                  double                    y,
                  AtlCanvasInput           *self)
{
  self->pointer = (AtlPoint){ x, y };
  hover (self, &self->pointer);
}

static void
pointer_left_cb (AtlCanvasInput *self)
{
  hover (self, NULL);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll,
             double                    dx,
             double                    dy,
             AtlCanvasInput           *self)
{
  AtlToolModifiers modifiers = modifiers_of (GTK_EVENT_CONTROLLER (scroll));
  gboolean         wheel = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL;
  AtlCamera       *camera = self->canvas->camera;
  double           step = wheel ? WHEEL_STEP : 1;

  if ((modifiers & ATL_TOOL_CONTROL) != 0)
    {
      double factor = wheel ? pow (WHEEL_ZOOM, -dy) : exp (-dy * PAD_ZOOM);

      atl_camera_zoom_at (camera, atl_camera_get_zoom (camera) * factor, self->pointer);
      return GDK_EVENT_STOP;
    }
  if ((modifiers & ATL_TOOL_SHIFT) != 0 && dx == 0)
    atl_camera_pan (camera, dy * step, 0);
  else
    atl_camera_pan (camera, dx * step, dy * step);
  return GDK_EVENT_STOP;
}

/* Ctrl makes a copy of what is dragged, also when nothing moves just then. */
static gboolean
take_control (AtlCanvasInput *self,
              guint           keyval,
              gboolean        down)
{
  if ((keyval != GDK_KEY_Control_L && keyval != GDK_KEY_Control_R) || !is_dragging (self) ||
      self->hand != HAND_SELECT || atl_select_tool_get_load (self->canvas->tool) == NULL)
    return FALSE;
  self->modifiers = (self->modifiers & ~ATL_TOOL_CONTROL) | (down ? ATL_TOOL_CONTROL : 0);
  feed (self, ATL_TOOL_MOTION, self->pointer);
  set_cursor (self);
  return TRUE;
}

static gboolean
begins_word (guint           keyval,
             GdkModifierType state)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean accent = keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay;

  return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 && keyval != GDK_KEY_space &&
         (accent || (letter != 0 && g_unichar_isgraph (letter)));
}

/* Who clicks into an area and types means words for it. With a note picked, or come here by keys, letters are
 * keys. */
static gboolean
give_word (AtlCanvasInput     *self,
           GtkEventController *keys,
           guint               keyval,
           GdkModifierType     state)
{
  GtkWidget *entry;

  if (!self->pointed || self->hand != HAND_NONE || self->canvas->view == NULL ||
      !means_nothing (self->canvas->view) || atl_canvas_get_editing (self->canvas))
    return FALSE;
  if (!begins_word (keyval, state))
    {
      self->pointed = keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R;
      return FALSE;
    }
  gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.focus-capture", NULL);
  entry = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self->canvas)));
  if (entry == NULL || is_within (entry, GTK_WIDGET (self->canvas)))
    return FALSE;
  self->pointed = FALSE;
  return gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (keys), entry);
}

static gboolean
key_pressed_cb (AtlCanvasInput     *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *keys)
{
  if (give_word (self, keys, keyval, state))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape && (self->hand == HAND_SELECT || self->hand == HAND_LINK))
    {
      feed (self, ATL_TOOL_CANCEL, self->pointer);
      return GDK_EVENT_STOP;
    }
  if (take_control (self, keyval, TRUE))
    return GDK_EVENT_STOP;
  if (self->canvas->links != NULL && atl_canvas_links_take_key (self->canvas->links, keyval, keycode, state))
    return GDK_EVENT_STOP;
  if (keyval != GDK_KEY_space || (state & GDK_CONTROL_MASK) != 0 ||
      (self->canvas->view != NULL && atl_canvas_is_typing (self->canvas)))
    if (atl_canvas_take_digit (self->canvas, keyval, keycode, state))
      return GDK_EVENT_STOP;
  if (keyval != GDK_KEY_space || (state & GDK_CONTROL_MASK) != 0 || atl_canvas_get_editing (self->canvas) ||
      (self->canvas->links != NULL && atl_canvas_links_get_strip (self->canvas->links) != NULL))
    return GDK_EVENT_PROPAGATE;
  self->space = TRUE;
  set_cursor (self);
  return GDK_EVENT_STOP;
}

static void
key_released_cb (AtlCanvasInput *self,
                 guint           keyval)
{
  if (take_control (self, keyval, FALSE) || keyval != GDK_KEY_space)
    return;
  self->space = FALSE;
  set_cursor (self);
}

static void
focus_left_cb (AtlCanvasInput *self)
{
  self->space = FALSE;
  set_cursor (self);
}

static void
add_drag (AtlCanvasInput *self)
{
  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (drag_canceled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (self->drag));
  gtk_gesture_group (self->drag, self->click);
}

static void
add_clicks (AtlCanvasInput *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));
  self->click = click;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (menu));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (hold));
}

static void
add_wheel (AtlCanvasInput *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), scroll);
}

static gboolean
tooltip_queried_cb (AtlCanvasInput *self,
                    int             x,
                    int             y,
                    gboolean        by_keyboard,
                    GtkTooltip     *tooltip)
{
  AtlLinkTool *tool = get_link_tool (self);
  AtlPoint     point = atl_camera_to_board (self->canvas->camera, (AtlPoint){ x, y });

  if (by_keyboard || tool == NULL || self->hand != HAND_NONE || is_in_editor (self, x, y))
    return FALSE;
  if (!atl_link_tool_takes (tool, point))
    return atl_canvas_show_term_tooltip (self->canvas, point, tooltip);
  gtk_tooltip_set_text (tooltip, _ ("Drag to another node to link it, or click to type names (L)"));
  return TRUE;
}

static void
add_tooltip (AtlCanvasInput *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->canvas), TRUE);
  g_signal_connect_swapped (self->canvas, "query-tooltip", G_CALLBACK (tooltip_queried_cb), self);
}

static void
add_keys (AtlCanvasInput *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), focus);
}

/**
 * atl_canvas_input_new:
 * @canvas: a canvas; outlives the input
 *
 * Returns: (transfer full): its gestures, connected
 */
AtlCanvasInput *
atl_canvas_input_new (AtlCanvas *canvas)
{
  AtlCanvasInput *self = g_new0 (AtlCanvasInput, 1);

  self->canvas = canvas;
  add_clicks (self);
  add_drag (self); /* hears of a press before the clicks do: later controllers come first */
  add_wheel (self);
  add_keys (self);
  add_tooltip (self);
  return self;
}

/**
 * atl_canvas_input_free:
 * @self: (transfer full) (nullable): the input of a canvas whose controllers are gone
 */
void
atl_canvas_input_free (AtlCanvasInput *self)
{
  g_free (self);
}

/**
 * atl_canvas_input_cancel:
 * @self: the input of a canvas
 *
 * Whatever one finger began is not meant: a second one came.
 */
void
atl_canvas_input_cancel (AtlCanvasInput *self)
{
  feed (self, ATL_TOOL_CANCEL, self->pointer);
  self->hand = HAND_NONE;
  set_cursor (self);
}

/**
 * atl_canvas_input_is_busy:
 * @self: the input of a canvas
 *
 * Returns: whether a button or a finger holds something: notes, a band, a line, or the board itself
 */
gboolean
atl_canvas_input_is_busy (AtlCanvasInput *self)
{
  return self->hand != HAND_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-grid-private.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "ui/common/atl-theme.h"
#include "ui/common/atl-toast.h"
#include "ui/templates/atl-area-edits.h"
#include "ui/templates/atl-area-tile.h"

#include <glib/gi18n-lib.h>

#define RATIO 0.625 /* 1600 × 1000 */
#define LEAST_WIDTH 240
#define NATURAL_WIDTH 720

/**
 * AtlAreaGrid:
 *
 * The board with its areas, to be arranged: by the mouse, which moves, resizes and draws them, and by the
 * keyboard, one cell at a time. A drag shows where it would lead, and is one step of the history.
 */
G_DEFINE_FINAL_TYPE (AtlAreaGrid, atl_area_grid, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  EDIT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/**
 * atl_area_grid_find_tile:
 * @self: a grid
 * @area: (nullable): an area
 *
 * Returns: (transfer none) (nullable): the tile that shows it
 */
GtkWidget *
atl_area_grid_find_tile (AtlAreaGrid *self,
                         AtlArea     *area)
{
  g_return_val_if_fail (ATL_IS_AREA_GRID (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL && area != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (atl_area_tile_get_area (ATL_AREA_TILE (child)) == area)
      return child;
  return NULL;
}

static void
changed (AtlAreaGrid *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
area_notify_cb (AtlAreaGrid *self)
{
  changed (self);
}

static void
tile_focused_cb (GtkWidget   *tile,
                 GParamSpec  *pspec,
                 AtlAreaGrid *self)
{
  if (gtk_widget_has_focus (tile))
    atl_area_grid_set_selected (self, atl_area_tile_get_area (ATL_AREA_TILE (tile)));
}

static void
add_tile (AtlAreaGrid *self,
          AtlArea     *area)
{
  GtkWidget *tile = atl_area_tile_new (area);

  g_signal_connect_object (tile, "notify::has-focus", G_CALLBACK (tile_focused_cb), self, 0);
  g_signal_connect_object (area, "notify", G_CALLBACK (area_notify_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (tile, GTK_WIDGET (self), NULL);
}

static void
remove_tile (AtlAreaGrid *self,
             GtkWidget   *tile)
{
  AtlArea *area = atl_area_tile_get_area (ATL_AREA_TILE (tile));

  g_signal_handlers_disconnect_by_func (area, area_notify_cb, self);
  if (area == self->selected)
    atl_area_grid_set_selected (self, NULL);
  gtk_widget_unparent (tile);
}

static void
remove_strangers (AtlAreaGrid *self)
{
  AtlList   *areas = atl_board_get_areas (self->board);
  GtkWidget *next = NULL;

  for (GtkWidget *tile = gtk_widget_get_first_child (GTK_WIDGET (self)); tile != NULL; tile = next)
    {
      next = gtk_widget_get_next_sibling (tile);
      if (!atl_list_get_position (areas, ATL_ITEM (atl_area_tile_get_area (ATL_AREA_TILE (tile))), NULL))
        remove_tile (self, tile);
    }
}

/* Tab goes through the areas in their order. */
static void
areas_changed_cb (AtlAreaGrid *self)
{
  AtlList *areas = atl_board_get_areas (self->board);
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  remove_strangers (self);
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      GtkWidget *tile = atl_area_grid_find_tile (self, atl_list_get (areas, i));

      if (tile == NULL)
        add_tile (self, atl_list_get (areas, i));
      else
        gtk_widget_insert_before (tile, GTK_WIDGET (self), NULL);
    }
  if (self->selected == NULL && atl_list_get_length (areas) > 0)
    atl_area_grid_set_selected (self, atl_list_get (areas, 0));
  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    atl_area_grid_focus (self);
  changed (self);
}

static void
drag_begun_cb (AtlAreaGrid    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  if (self->board != NULL)
    atl_area_grid_begin_drag (self, x, y);
}

static void
drag_updated_cb (AtlAreaGrid    *self,
                 double          x,
                 double          y,
                 GtkGestureDrag *gesture)
{
  atl_area_grid_update_drag (self, x, y);
  if (self->moved)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
drag_ended_cb (AtlAreaGrid    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  atl_area_grid_finish_drag (self);
}

static void
pressed_cb (AtlAreaGrid *self,
            int          n_press)
{
  if (n_press == 2 && self->selected != NULL)
    g_signal_emit (self, signals[EDIT], 0);
}

static const char *
get_cursor_name (AtlAreaGrid *self,
                 double       x,
                 double       y)
{
  guint    edges = atl_area_grid_find_edges (self, x, y);
  gboolean across = (edges & (ATL_EDGE_LEFT | ATL_EDGE_RIGHT)) != 0;
  gboolean down = (edges & (ATL_EDGE_TOP | ATL_EDGE_BOTTOM)) != 0;

  if (across && down)
    return ((edges & ATL_EDGE_LEFT) != 0) == ((edges & ATL_EDGE_TOP) != 0) ? "nwse-resize" : "nesw-resize";
  if (across || down)
    return across ? "ew-resize" : "ns-resize";
  return atl_area_grid_find_area (self, x, y) != NULL ? "grab" : "crosshair";
}

static void
pointer_moved_cb (AtlAreaGrid *self,
                  double       x,
                  double       y)
{
  if (self->board != NULL && self->drag == ATL_DRAG_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), get_cursor_name (self, x, y));
}

/* Says where the area is now: the eye sees it, the ear would not know. */
static void
tell_place (AtlAreaGrid *self,
            gboolean     size)
{
  AtlCells         cells = atl_cells_of_area (self->selected);
  g_autofree char *text = size ? g_strdup_printf (_ ("Width %d, height %d"), cells.width, cells.height)
                               : g_strdup_printf (_ ("Left %d, top %d"), cells.x, cells.y);

  atl_announce (GTK_WIDGET (self), text);
}

static gboolean
arrow_pressed (AtlAreaGrid *self,
               guint        key,
               gboolean     resize)
{
  int      x = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right) - (key == GDK_KEY_Left ||
                                                               key == GDK_KEY_KP_Left);
  int      y = (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) - (key == GDK_KEY_Up || key == GDK_KEY_KP_Up);
  AtlCells cells = { 0 };

  if ((x == 0 && y == 0) || self->selected == NULL)
    return GDK_EVENT_PROPAGATE;
  cells = atl_cells_of_area (self->selected);
  if (resize)
    cells = atl_cells_resize (cells, ATL_EDGE_RIGHT | ATL_EDGE_BOTTOM, x, y);
  else
    cells = atl_cells_move (cells, x, y);
  if (atl_area_edits_place (self->history, self->selected, cells, TRUE))
    tell_place (self, resize);
  return GDK_EVENT_STOP;
}

static void
add_area (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  AtlAreaGrid *self = ATL_AREA_GRID (widget);
  AtlArea     *area = atl_area_edits_add_somewhere (self->history, self->board, self->selected);

  if (area == NULL)
    {
      atl_toast_show (widget, _ ("There is no room: make an area smaller first"));
      return;
    }
  atl_area_grid_set_selected (self, area);
  atl_area_grid_focus (self);
}

static void
split_area (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AtlAreaGrid *self = ATL_AREA_GRID (widget);
  AtlArea     *area = NULL;

  if (self->selected == NULL)
    return;
  area = atl_area_edits_split (self->history, self->selected, g_variant_get_boolean (parameter));
  if (area == NULL)
    {
      atl_toast_show (widget, _ ("This area is too small to be split"));
      return;
    }
  atl_area_grid_set_selected (self, area);
  atl_area_grid_focus (self);
}

static void
delete_area (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AtlAreaGrid     *self = ATL_AREA_GRID (widget);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  guint            n = 0;

  if (self->selected == NULL)
    return;
  title = g_strdup (atl_area_get_title (self->selected));
  n = atl_area_edits_delete (self->history, self->selected);
  if (n > 0)
    text = g_strdup_printf (ngettext ("“%s” deleted; its %u note stays on the board, unplaced",
                                      "“%s” deleted; its %u notes stay on the board, unplaced", n),
                            title, n);
  else
    text = g_strdup_printf (_ ("“%s” deleted"), title);
  atl_toast_show_undo (widget, text, self->history);
}

static gboolean
letter_pressed (AtlAreaGrid *self,
                guint        key)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_BackSpace)
    return gtk_widget_activate_action (widget, "areas.delete", NULL);
  if (key == GDK_KEY_n || key == GDK_KEY_Insert)
    return gtk_widget_activate_action (widget, "areas.add", NULL);
  if (key == GDK_KEY_s)
    return gtk_widget_activate_action (widget, "areas.split", "b", TRUE);
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_F2)
    return GDK_EVENT_PROPAGATE;
  if (self->selected != NULL)
    g_signal_emit (self, signals[EDIT], 0);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (AtlAreaGrid    *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (self->board == NULL)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape && self->drag != ATL_DRAG_NONE)
    {
      atl_area_grid_end_drag (self);
      return GDK_EVENT_STOP;
    }
  if (modifiers == 0 || modifiers == GDK_SHIFT_MASK)
    if (arrow_pressed (self, key, modifiers == GDK_SHIFT_MASK))
      return GDK_EVENT_STOP;
  if (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_S)
    return gtk_widget_activate_action (GTK_WIDGET (self), "areas.split", "b", FALSE);
  return modifiers == 0 ? letter_pressed (self, key) : GDK_EVENT_PROPAGATE;
}

static void
atl_area_grid_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  AtlAreaGrid *self = ATL_AREA_GRID (widget);

  atl_area_grid_draw_below (self, snapshot);
  GTK_WIDGET_CLASS (atl_area_grid_parent_class)->snapshot (widget, snapshot);
  atl_area_grid_draw_above (self, snapshot);
}

static GtkSizeRequestMode
atl_area_grid_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atl_area_grid_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = LEAST_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  if (for_size < 0 || for_size > 16384)
    for_size = LEAST_WIDTH;
  *minimum = (int) (LEAST_WIDTH * RATIO);
  *natural = MAX (*minimum, (int) (for_size * RATIO));
}

static void
atl_area_grid_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AtlAreaGrid *self = ATL_AREA_GRID (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AtlArea        *area = atl_area_tile_get_area (ATL_AREA_TILE (child));
      graphene_rect_t rect = atl_area_grid_to_pixels (self, atl_cells_of_area (area));
      GtkAllocation   place = { (int) rect.origin.x, (int) rect.origin.y, (int) rect.size.width,
                                (int) rect.size.height };

      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
forget_board (AtlAreaGrid *self)
{
  GtkWidget *tile = NULL;

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (atl_board_get_areas (self->board), self);
  while ((tile = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    remove_tile (self, tile);
  g_clear_object (&self->board);
  g_clear_object (&self->history);
}

static void
atl_area_grid_dispose (GObject *object)
{
  forget_board (ATL_AREA_GRID (object));
  G_OBJECT_CLASS (atl_area_grid_parent_class)->dispose (object);
}

static void
atl_area_grid_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, ATL_AREA_GRID (object)->selected);
}

static void
atl_area_grid_class_init (AtlAreaGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atl_area_grid_get_property;
  object_class->dispose = atl_area_grid_dispose;
  widget_class->get_request_mode = atl_area_grid_get_request_mode;
  widget_class->measure = atl_area_grid_measure;
  widget_class->size_allocate = atl_area_grid_size_allocate;
  widget_class->snapshot = atl_area_grid_snapshot;

  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, ATL_TYPE_AREA,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlAreaGrid::changed:
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
  /**
   * AtlAreaGrid::edit:
   */
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "areas.add", NULL, add_area);
  gtk_widget_class_install_action (widget_class, "areas.split", "b", split_area);
  gtk_widget_class_install_action (widget_class, "areas.delete", NULL, delete_area);
  gtk_widget_class_set_css_name (widget_class, "areagrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
add_controllers (AtlAreaGrid *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (atl_area_grid_end_drag), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
atl_area_grid_init (AtlAreaGrid *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Areas of the board"), -1);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
  add_controllers (self);
}

/**
 * atl_area_grid_set_board:
 * @self: a grid
 * @board: the board to edit
 * @history: of its session
 */
void
atl_area_grid_set_board (AtlAreaGrid *self,
                         AtlBoard    *board,
                         AtlHistory  *history)
{
  g_return_if_fail (ATL_IS_AREA_GRID (self) && ATL_IS_BOARD (board) && ATL_IS_HISTORY (history));

  forget_board (self);
  self->board = g_object_ref (board);
  self->history = g_object_ref (history);
  g_signal_connect_object (atl_board_get_areas (board), "items-changed", G_CALLBACK (areas_changed_cb), self,
                           G_CONNECT_SWAPPED);
  areas_changed_cb (self);
}

/**
 * atl_area_grid_get_selected:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the area that is being edited
 */
AtlArea *
atl_area_grid_get_selected (AtlAreaGrid *self)
{
  g_return_val_if_fail (ATL_IS_AREA_GRID (self), NULL);

  return self->selected;
}

static void
show_selected (AtlAreaGrid *self,
               gboolean     selected)
{
  GtkWidget *tile = atl_area_grid_find_tile (self, self->selected);

  if (tile != NULL)
    atl_area_tile_set_selected (ATL_AREA_TILE (tile), selected);
}

/**
 * atl_area_grid_set_selected:
 * @self: a grid
 * @area: (nullable): the area to edit
 */
void
atl_area_grid_set_selected (AtlAreaGrid *self,
                            AtlArea     *area)
{
  g_return_if_fail (ATL_IS_AREA_GRID (self));

  if (self->selected == area)
    return;
  show_selected (self, FALSE);
  self->selected = area;
  show_selected (self, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.split", area != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.delete", area != NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * atl_area_grid_focus:
 * @self: a grid
 *
 * Gives the selected area the keyboard focus.
 */
void
atl_area_grid_focus (AtlAreaGrid *self)
{
  GtkWidget *tile = NULL;

  g_return_if_fail (ATL_IS_AREA_GRID (self));

  tile = atl_area_grid_find_tile (self, self->selected);
  if (tile != NULL)
    gtk_widget_grab_focus (tile);
}

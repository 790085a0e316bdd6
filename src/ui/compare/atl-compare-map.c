/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-map-private.h"

#include "ui/common/atl-theme.h"

#define MARGIN 60.0 /* board units around what is shown */
#define ZOOM_STEP 1.25
#define PAN_STEP 40
#define SMALLEST 160
#define NATURAL_WIDTH 400
#define WIDEST 1200 /* GTK asks for absurd widths to learn how low a widget can get */
#define PROPORTION 0.8

/**
 * AtlCompareMap:
 *
 * A map with what changed drawn over it: by default all that did, and one line of the list when it is lit.
 * It draws copies; no board is edited here.
 */
G_DEFINE_FINAL_TYPE (AtlCompareMap, atl_compare_map, GTK_TYPE_WIDGET)

static void
atl_compare_map_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AtlCompareMap *self = ATL_COMPARE_MAP (widget);
  float          width = (float) gtk_widget_get_width (widget);
  float          height = (float) gtk_widget_get_height (widget);
  cairo_t       *cr = NULL;

  if (self->scene == NULL || self->camera == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  atl_compare_map_draw (self, cr, atl_rect (0, 0, width, height), atl_theme_get ());
  cairo_destroy (cr);
}

static AtlRect
join (AtlRect a,
      AtlRect b)
{
  if (atl_rect_is_empty (a))
    return b;
  return atl_rect_is_empty (b) ? a : atl_rect_union (a, b);
}

static void
measure_nodes (AtlCompareMap *self)
{
  AtlCompareSide *side = atl_compare_map_get_side (self);

  g_array_set_size (self->nodes, 0);
  g_array_set_size (self->silos, 0);
  g_array_set_size (self->silos, side->network->n_silos);
  for (guint i = 0; i < side->network->n_nodes; i++)
    {
      AtlNote *note = atl_compare_side_find_note (side, i);
      AtlBox  *box = note != NULL ? atl_scene_find_box (self->scene, note) : NULL;
      AtlRect  rect = box != NULL ? box->rect : atl_rect (0, 0, 0, 0);
      int      silo = side->network->nodes[i].silo;

      g_array_append_val (self->nodes, rect);
      if (silo >= 0)
        g_array_index (self->silos, AtlRect, silo) = join (g_array_index (self->silos, AtlRect, silo), rect);
    }
}

static GtkSizeRequestMode
atl_compare_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atl_compare_map_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  int width = for_size > 0 ? MIN (for_size, WIDEST) : NATURAL_WIDTH;

  *minimum = SMALLEST;
  *natural = NATURAL_WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = MAX ((int) (width * PROPORTION), SMALLEST);
}

static void
atl_compare_map_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  AtlCompareMap *self = ATL_COMPARE_MAP (widget);

  if (self->camera != NULL)
    atl_camera_set_viewport (self->camera, width, height);
}

static void
theme_changed_cb (AtlCompareMap *self)
{
  if (self->scene != NULL)
    atl_scene_set_theme (self->scene, atl_theme_get ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (AtlCompareMap *self,
           double         x,
           double         y)
{
  self->pointer = (AtlPoint){ x, y };
}

/* The wheel goes on scrolling the window; with Ctrl it zooms, as on the board. */
static gboolean
scroll_cb (AtlCompareMap      *self,
           double              dx,
           double              dy,
           GtkEventController *scroll)
{
  double zoom = self->camera != NULL ? atl_camera_get_zoom (self->camera) : 1;

  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (self->camera != NULL)
    atl_camera_zoom_at (self->camera, zoom * (dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP), self->pointer);
  return GDK_EVENT_STOP;
}

static void
drag_begin_cb (AtlCompareMap *self)
{
  self->dragged = (AtlPoint){ 0, 0 };
}

static void
drag_update_cb (AtlCompareMap *self,
                double         x,
                double         y)
{
  if (self->camera != NULL)
    atl_camera_pan (self->camera, self->dragged.x - x, self->dragged.y - y);
  self->dragged = (AtlPoint){ x, y };
}

static void
pinch_begin_cb (AtlCompareMap *self)
{
  self->pinched = self->camera != NULL ? atl_camera_get_zoom (self->camera) : 1;
}

static void
pinch_cb (AtlCompareMap *self,
          double         scale)
{
  if (self->camera != NULL)
    atl_camera_zoom_at (self->camera, self->pinched * scale, atl_camera_get_center (self->camera));
}

static gboolean
pan_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   data)
{
  AtlCompareMap *self = ATL_COMPARE_MAP (widget);
  double         dx = 0;
  double         dy = 0;

  g_variant_get (arguments, "(dd)", &dx, &dy);
  if (self->camera != NULL)
    atl_camera_pan (self->camera, dx * PAN_STEP, dy * PAN_STEP);
  return TRUE;
}

static void
drop_result (AtlCompareMap *self)
{
  g_clear_object (&self->lit);
  g_clear_object (&self->rows);
  g_clear_object (&self->scene);
  g_clear_pointer (&self->result, atl_compare_result_unref);
}

static void
atl_compare_map_dispose (GObject *object)
{
  AtlCompareMap *self = ATL_COMPARE_MAP (object);

  drop_result (self);
  g_clear_object (&self->camera);
  G_OBJECT_CLASS (atl_compare_map_parent_class)->dispose (object);
}

static void
atl_compare_map_finalize (GObject *object)
{
  AtlCompareMap *self = ATL_COMPARE_MAP (object);

  g_array_unref (self->nodes);
  g_array_unref (self->silos);
  G_OBJECT_CLASS (atl_compare_map_parent_class)->finalize (object);
}

static void
atl_compare_map_class_init (AtlCompareMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_compare_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_compare_map_finalize;
  widget_class->snapshot = atl_compare_map_snapshot;
  widget_class->get_request_mode = atl_compare_map_get_request_mode;
  widget_class->measure = atl_compare_map_measure;
  widget_class->size_allocate = atl_compare_map_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "compare-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, pan_cb, "(dd)", -1.0, 0.0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, pan_cb, "(dd)", 1.0, 0.0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, pan_cb, "(dd)", 0.0, -1.0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, pan_cb, "(dd)", 0.0, 1.0);
}

static void
add_gestures (AtlCompareMap *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

static void
atl_compare_map_init (AtlCompareMap *self)
{
  self->nodes = g_array_new (FALSE, TRUE, sizeof (AtlRect));
  self->silos = g_array_new (FALSE, TRUE, sizeof (AtlRect));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (theme_changed_cb));
  add_gestures (self);
}

/**
 * atl_compare_map_set_camera:
 * @self: a map
 * @camera: which part of the board is in view; the other map has the same
 */
void
atl_compare_map_set_camera (AtlCompareMap *self,
                            AtlCamera     *camera)
{
  g_return_if_fail (ATL_IS_COMPARE_MAP (self) && self->camera == NULL);

  self->camera = g_object_ref (camera);
  g_signal_connect_object (camera, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * atl_compare_map_set_result:
 * @self: a map
 * @result: two maps compared; the later one is set first, and the earlier one takes its places from it
 * @then: whether this is the earlier one
 */
void
atl_compare_map_set_result (AtlCompareMap    *self,
                            AtlCompareResult *result,
                            gboolean          then)
{
  g_return_if_fail (ATL_IS_COMPARE_MAP (self) && result != NULL);

  atl_compare_result_ref (result);
  drop_result (self);
  self->result = result;
  self->then = then;
  self->scene = atl_scene_new (atl_compare_map_get_side (self)->board);
  atl_scene_set_theme (self->scene, atl_theme_get ());
  atl_scene_update (self->scene);
  measure_nodes (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_compare_map_set_rows:
 * @self: a map
 * @rows: (nullable): the list of what changed
 * @silos_only: neither nodes nor names of people are drawn
 */
void
atl_compare_map_set_rows (AtlCompareMap *self,
                          GListModel    *rows,
                          gboolean       silos_only)
{
  g_return_if_fail (ATL_IS_COMPARE_MAP (self));

  g_clear_object (&self->lit);
  g_set_object (&self->rows, rows);
  self->silos_only = silos_only;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_compare_map_set_lit:
 * @self: a map
 * @row: (nullable): the line of the list to light, a heading for its group, %NULL for all
 */
void
atl_compare_map_set_lit (AtlCompareMap *self,
                         AtlCompareRow *row)
{
  g_return_if_fail (ATL_IS_COMPARE_MAP (self));

  if (g_set_object (&self->lit, row))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_compare_map_print:
 * @self: a map that has a result and a camera
 * @cr: where to draw, in points
 * @room: where there is room, from its top left
 *
 * Draws the part that the camera shows, on paper.
 */
void
atl_compare_map_print (AtlCompareMap *self,
                       cairo_t       *cr,
                       AtlRect        room)
{
  g_return_if_fail (ATL_IS_COMPARE_MAP (self) && self->scene != NULL && self->camera != NULL);

  atl_scene_set_theme (self->scene, ATL_THEME_PRINT);
  atl_compare_map_draw (self, cr, room, ATL_THEME_PRINT);
}

/**
 * atl_compare_map_get_scene:
 * @self: a map
 *
 * Returns: (transfer none) (nullable): its layout
 */
AtlScene *
atl_compare_map_get_scene (AtlCompareMap *self)
{
  return self->scene;
}

/**
 * atl_compare_map_get_extent:
 * @self: a map
 *
 * Returns: what its nodes cover, with a margin; board units, empty without nodes
 */
AtlRect
atl_compare_map_get_extent (AtlCompareMap *self)
{
  AtlRect extent = atl_rect (0, 0, 0, 0);

  for (guint i = 0; i < self->nodes->len; i++)
    extent = join (extent, g_array_index (self->nodes, AtlRect, i));
  return atl_rect_is_empty (extent) ? extent : atl_rect_inset (extent, -MARGIN);
}

/**
 * atl_compare_map_count_drawn:
 * @self: a map
 *
 * Returns: how many changes it drew last
 */
guint
atl_compare_map_count_drawn (AtlCompareMap *self)
{
  return self->n_drawn;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-map.h"

#include "scene/atl-cairo-player.h"
#include "ui/common/atl-theme.h"
#include "ui/compare/atl-compare-ink.h"
#include "ui/compare/atl-compare-names.h"

#define FULL_ZOOM 0.2
#define BARS_ZOOM 0.1
#define MARGIN 34.0 /* board units around what is shown */
#define FAINT 0.26
#define MOST_SIGNS 60 /* on lines; where there are more they are in each other's way */
#define MOST_LINES 1500
#define ZOOM_STEP 1.25
#define PAN_STEP 40
#define SMALLEST 160
#define NATURAL_WIDTH 400
#define WIDEST 1200 /* GTK asks for absurd widths to learn how low a widget can get */
#define PROPORTION 0.8
#define SMALL_SIGN 6.0 /* radius, where there are many */
#define LARGE_SIGN 9.0
#define FEW_SIGNS 12

/**
 * AtlCompareMap:
 *
 * A map with what changed drawn over it: by default all that did, and one line of the list when it is lit.
 * It draws copies; no board is edited here.
 */
struct _AtlCompareMap
{
  GtkWidget parent_instance;

  AtlCamera        *camera;
  AtlCompareResult *result;
  AtlScene         *scene;
  GListModel       *rows;
  AtlCompareRow    *lit;
  GArray           *nodes; /* AtlRect: where each node stands, board units */
  GArray           *silos; /* AtlRect: what each silo covers */
  AtlPoint          dragged;
  AtlPoint          pointer;
  double            pinched;
  guint             n_drawn;
  gboolean          then;
  gboolean          silos_only;
};

G_DEFINE_FINAL_TYPE (AtlCompareMap, atl_compare_map, GTK_TYPE_WIDGET)

/* What one turn of drawing needs. */
typedef struct
{
  AtlCompareMap *self;
  cairo_t       *cr;
  AtlTheme       theme;
  AtlRect        room;
  GArray        *lines; /* AtlCompareLine with a sign */
  GArray        *signs; /* AtlCompareGroup of each */
} Painting;

static AtlCompareSide *
get_side (AtlCompareMap *self)
{
  return self->then ? &self->result->before : &self->result->after;
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
  AtlCompareSide *side = get_side (self);

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

/* A node of this map for one of the later map. */
static guint
find_node (AtlCompareMap *self,
           guint          node)
{
  return self->then ? self->result->matching->before[node] : node;
}

/* In pixels, what stands for a node of the later map here; empty if it is not on this map. */
static AtlRect
find_end (AtlCompareMap *self,
          guint          node)
{
  AtlCompareSide *side = get_side (self);
  guint           own = find_node (self, node);
  int             silo = own != ATL_MATCHING_NONE ? side->network->nodes[own].silo : -1;
  AtlRect         rect = atl_rect (0, 0, 0, 0);

  if (own == ATL_MATCHING_NONE)
    return rect;
  rect = self->silos_only && silo >= 0 ? g_array_index (self->silos, AtlRect, silo)
                                       : g_array_index (self->nodes, AtlRect, own);
  return atl_rect_is_empty (rect) ? rect : atl_camera_rect_to_screen (self->camera, rect);
}

static AtlDetail
choose_detail (AtlCompareMap *self)
{
  double zoom = atl_camera_get_zoom (self->camera);

  if (zoom >= FULL_ZOOM)
    return ATL_DETAIL_FULL;
  return zoom >= BARS_ZOOM ? ATL_DETAIL_BARS : ATL_DETAIL_PLAIN;
}

static void
draw_box (Painting *painting,
          AtlBox   *box,
          AtlDetail detail)
{
  AtlCompareMap *self = painting->self;

  if (!atl_rect_intersects (atl_scene_get_ink (self->scene, box), atl_camera_get_visible (self->camera)))
    return;
  cairo_save (painting->cr);
  cairo_translate (painting->cr, box->rect.x, box->rect.y);
  atl_cairo_player_draw (painting->cr, atl_scene_get_display_list (self->scene, box, detail));
  cairo_restore (painting->cr);
}

static void
draw_boxes (Painting  *painting,
            AtlBoxKind kind,
            AtlDetail  detail)
{
  GPtrArray *boxes = atl_scene_get_boxes (painting->self->scene, kind);

  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    draw_box (painting, boxes->pdata[i], detail);
}

/* From here on the context is in board units, until cairo_restore(). */
static void
go_to_board (Painting *painting)
{
  AtlCamera *camera = painting->self->camera;
  AtlPoint   origin = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  double     zoom = atl_camera_get_zoom (camera);

  cairo_save (painting->cr);
  cairo_translate (painting->cr, origin.x, origin.y);
  cairo_scale (painting->cr, zoom, zoom);
}

/* Links that are as they were give the picture, not more. */
static void
draw_ground (Painting *painting)
{
  AtlRgba paper = atl_palette_get_ink (painting->theme, ATL_INK_BACKGROUND);

  cairo_set_source_rgba (painting->cr, paper.red, paper.green, paper.blue, paper.alpha);
  cairo_paint (painting->cr);
  go_to_board (painting);
  draw_boxes (painting, ATL_BOX_AREA, ATL_DETAIL_FULL);
  if (!painting->self->silos_only)
    {
      cairo_push_group (painting->cr);
      draw_boxes (painting, ATL_BOX_LINK, choose_detail (painting->self));
      cairo_pop_group_to_source (painting->cr);
      cairo_paint_with_alpha (painting->cr, painting->self->lit != NULL ? FAINT / 2 : FAINT);
    }
  cairo_restore (painting->cr);
}

static void
get_ends (AtlCompareMap  *self,
          AtlCompareGroup group,
          guint           change,
          guint          *from,
          guint          *to)
{
  AtlComparison *comparison = self->result->comparison;
  gboolean       need = atl_compare_group_is_need (group);

  *from = need ? comparison->needs[change].a : comparison->links[change].from;
  *to = need ? comparison->needs[change].b : comparison->links[change].to;
}

static gboolean
is_drawn_here (AtlCompareMap  *self,
               AtlCompareGroup group)
{
  return group != ATL_COMPARE_NEW || !self->then;
}

static double
get_width (AtlCompareMap *self,
           AtlCompareRow *row,
           guint          change)
{
  AtlComparison *comparison = self->result->comparison;
  double         zoom = atl_camera_get_zoom (self->camera);
  guint          strength;

  if (self->silos_only)
    return 2 + MIN (atl_compare_row_get_count (row), 8);
  if (atl_compare_group_is_need (atl_compare_row_get_group (row)))
    strength = comparison->needs[change].level;
  else
    strength = self->then ? comparison->links[change].before : comparison->links[change].after;
  if (strength == 0)
    strength = MAX (comparison->links[change].before, comparison->links[change].after);
  return MAX ((1.4 + 0.9 * (CLAMP (strength, 1, 5) - 1)) * zoom, 1.5);
}

/* What is not there any more, or not yet, is dashed: in more than color. */
static gboolean
is_dashed (AtlCompareMap  *self,
           AtlCompareGroup group)
{
  return group == ATL_COMPARE_OPEN || (group == ATL_COMPARE_MET && self->then) ||
         (group == ATL_COMPARE_LOST && !self->then);
}

static AtlCompareLine
make_line (Painting      *painting,
           AtlCompareRow *row,
           guint          change)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareGroup group = atl_compare_row_get_group (row);
  gboolean        asked = group == ATL_COMPARE_MET && self->then;
  AtlCompareLine  line = { .bend = 0.14 };
  guint           from;
  guint           to;

  get_ends (self, group, change, &from, &to);
  line.width = get_width (self, row, change);
  line.dashed = is_dashed (self, group);
  line.color = atl_compare_ink_get_color (asked ? ATL_COMPARE_OPEN : group, painting->theme);
  line.from = find_end (self, from);
  line.to = find_end (self, to);
  line.arrow = !atl_compare_group_is_need (group);
  if (self->silos_only)
    line.bend += 0.06 * group;
  return line;
}

static void
draw_change (Painting      *painting,
             AtlCompareRow *row,
             guint          change,
             gboolean       faint)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareGroup group = atl_compare_row_get_group (row);
  AtlCompareLine  line = make_line (painting, row, change);

  if (atl_rect_is_empty (line.from) || atl_rect_is_empty (line.to) || !is_drawn_here (self, group))
    return;
  if (self->lit != NULL && !faint)
    line.width += 1.5;
  if (faint)
    line.color = atl_rgba_with_alpha (line.color, (float) FAINT);
  atl_compare_ink_line (painting->cr, &line);
  self->n_drawn++;
  if (faint || (self->then && group != ATL_COMPARE_LOST))
    return;
  g_array_append_val (painting->lines, line);
  g_array_append_val (painting->signs, group);
}

static void
draw_row (Painting      *painting,
          AtlCompareRow *row,
          gboolean       faint)
{
  GArray *changes = atl_compare_row_get_changes (row);
  guint   n = painting->self->silos_only ? MIN (changes->len, 1) : changes->len;

  for (guint i = 0; i < n; i++)
    draw_change (painting, row, g_array_index (changes, guint, i), faint);
}

/* Requests are lines only while they are lit: most of them are links by now. */
static gboolean
is_shown (AtlCompareMap *self,
          AtlCompareRow *row)
{
  AtlCompareGroup group = atl_compare_row_get_group (row);

  if (self->lit == NULL)
    return !atl_compare_group_is_need (group);
  return row == self->lit ||
         (atl_compare_row_is_heading (self->lit) && group == atl_compare_row_get_group (self->lit));
}

/* First what is faint, so that what is lit stands over it. */
static void
draw_changes (Painting *painting)
{
  AtlCompareMap *self = painting->self;
  guint          n = self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;

  self->n_drawn = 0;
  for (int strong = self->lit == NULL; strong <= 1; strong++)
    for (guint i = 0; i < n && self->n_drawn < MOST_LINES; i++)
      {
        g_autoptr (AtlCompareRow) row = g_list_model_get_item (self->rows, i);
        gboolean                  need = atl_compare_group_is_need (atl_compare_row_get_group (row));
        gboolean                  shown = is_shown (self, row);

        if (shown == strong && (shown || !need))
          draw_row (painting, row, !shown);
      }
}

static gboolean
is_lit (AtlCompareMap *self,
        guint          node)
{
  GArray *changes = self->lit != NULL ? atl_compare_row_get_changes (self->lit) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      guint from;
      guint to;

      get_ends (self, atl_compare_row_get_group (self->lit), g_array_index (changes, guint, i), &from, &to);
      if (find_node (self, from) == node || find_node (self, to) == node)
        return TRUE;
    }
  return self->lit == NULL || atl_compare_row_is_heading (self->lit);
}

static gboolean
is_common (AtlCompareMap *self,
           guint          node)
{
  AtlMatching *matching = self->result->matching;

  return (self->then ? matching->after[node] : matching->before[node]) != ATL_MATCHING_NONE;
}

/* Who is on this map only, and so not compared, is dimmed. */
static void
draw_nodes (Painting *painting,
            gboolean  strong)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareSide *side = get_side (self);
  AtlDetail       detail = choose_detail (self);

  go_to_board (painting);
  cairo_push_group (painting->cr);
  for (guint i = 0; i < side->network->n_nodes; i++)
    {
      AtlNote *note = atl_compare_side_find_note (side, i);
      AtlBox  *box = note != NULL ? atl_scene_find_box (self->scene, note) : NULL;

      if (box != NULL && (is_common (self, i) && is_lit (self, i)) == strong)
        draw_box (painting, box, detail);
    }
  cairo_pop_group_to_source (painting->cr);
  cairo_paint_with_alpha (painting->cr, strong ? 1 : 0.4);
  cairo_restore (painting->cr);
}

static PangoLayout *
make_sign (AtlCompareMap  *self,
           AtlCompareGroup group,
           double          radius)
{
  const char    *sign = atl_compare_ink_get_sign (group);
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), sign);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (1.7 * radius * PANGO_SCALE)));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
draw_signs (Painting *painting)
{
  AtlRgba paper = atl_palette_get_ink (painting->theme, ATL_INK_BACKGROUND);
  double  radius = painting->lines->len > FEW_SIGNS ? SMALL_SIGN : LARGE_SIGN;

  if (painting->lines->len > MOST_SIGNS)
    return;
  for (guint i = 0; i < painting->lines->len; i++)
    {
      AtlCompareLine         *line = &g_array_index (painting->lines, AtlCompareLine, i);
      AtlCompareGroup         group = g_array_index (painting->signs, AtlCompareGroup, i);
      g_autoptr (PangoLayout) layout = make_sign (painting->self, group, radius);

      atl_compare_ink_sign (painting->cr, layout, line, radius, paper);
    }
}

static void
draw_end (Painting *painting,
          guint     node)
{
  AtlCompareMap          *self = painting->self;
  AtlRect                 over = find_end (self, node);
  g_autofree char        *name = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (atl_rect_is_empty (over))
    return;
  name = self->silos_only ? atl_compare_names_dup_silo (self->result, node, self->then)
                          : atl_compare_names_dup_node (self->result, node);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  atl_compare_ink_label (painting->cr, layout, over, painting->room, painting->theme);
}

/* The ends of what is lit are named in letters that can be read from the back of the room. */
static void
draw_names (Painting *painting)
{
  AtlCompareMap *self = painting->self;
  GArray        *changes = self->lit != NULL ? atl_compare_row_get_changes (self->lit) : NULL;
  guint          from;
  guint          to;

  if (changes == NULL || changes->len == 0)
    return;
  get_ends (self, atl_compare_row_get_group (self->lit), g_array_index (changes, guint, 0), &from, &to);
  draw_end (painting, from);
  draw_end (painting, to);
}

static void
draw (Painting *painting)
{
  draw_ground (painting);
  draw_changes (painting);
  if (!painting->self->silos_only)
    {
      draw_nodes (painting, FALSE);
      draw_nodes (painting, TRUE);
    }
  draw_names (painting);
  draw_signs (painting);
}

static void
atl_compare_map_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AtlCompareMap     *self = ATL_COMPARE_MAP (widget);
  float              width = (float) gtk_widget_get_width (widget);
  float              height = (float) gtk_widget_get_height (widget);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AtlCompareLine));
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (AtlCompareGroup));
  AtlRect            room = atl_rect (0, 0, width, height);
  Painting           painting = { self, NULL, atl_theme_get (), room, lines, signs };

  if (self->scene == NULL || self->camera == NULL)
    return;
  painting.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw (&painting);
  cairo_destroy (painting.cr);
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
  self->scene = atl_scene_new (get_side (self)->board);
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

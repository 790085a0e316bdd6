/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-sheets.h"

#include <math.h>

#define STEADY 2  /* frames in which the board moves before pictures are worth their making */
#define AHEAD 192 /* pixels painted beyond what has come into view */
#define LARGE 0.6 /* of what is in view: painting all of it is hardly more work */
#define MOST 2.5  /* times what is in view: all sheets together */
#define BAND 32   /* pixels */

/* Places are in pixels of the board at the zoom that all sheets have. */
typedef struct
{
  cairo_rectangle_int_t place;
  cairo_surface_t      *surface;
  GskRenderNode        *node;
} Sheet;

/**
 * AtlSheets:
 *
 * While a board moves under the eye and stays the same otherwise, what is in view was painted before, but
 * for an edge. So it is painted on sheets, which are copied from frame to frame pixel by pixel; where the
 * board comes into view, another sheet is added. They serve renderers that draw on the processor. Any
 * change makes them useless, and so does rest: then the board is drawn from nodes, so that what is
 * edited next repaints only itself, and no memory is held.
 */
struct _AtlSheets
{
  AtlSheetsPaint        paint;
  gpointer              data;
  GPtrArray            *sheets; /* of Sheet */
  double                zoom;
  int                   scale; /* device pixels per pixel */
  cairo_rectangle_int_t view;
  AtlPoint              step;  /* since the last frame, pixels */
  guint                 moves; /* frames since it began to move */
  gboolean              shown; /* in the last frame */
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  gsk_render_node_unref (sheet->node);
  cairo_surface_destroy (sheet->surface);
  g_free (sheet);
}

/* The node that the frame would draw there, so that pictures look the same to the last pixel. */
static GskRenderNode *
dup_board (AtlSheets                   *self,
           AtlCamera                   *camera,
           const cairo_rectangle_int_t *place)
{
  AtlPoint     corner = { place->x - self->view.x, place->y - self->view.y };
  AtlPoint     start = atl_camera_to_board (camera, corner);
  AtlRect      part = atl_rect (start.x, start.y, place->width / self->zoom, place->height / self->zoom);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  self->paint (self->data, snapshot, camera, part);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
paint_sheet (AtlSheets *self,
             Sheet     *sheet,
             AtlCamera *camera)
{
  g_autoptr (GskRenderNode) board = dup_board (self, camera, &sheet->place);
  cairo_t                  *cr = cairo_create (sheet->surface);

  cairo_translate (cr, self->view.x - sheet->place.x, self->view.y - sheet->place.y);
  if (board != NULL)
    gsk_render_node_draw (board, cr);
  cairo_destroy (cr);
}

/* The renderer copies what a node paints twice, so each has no more of the sheet than fits into the cache of
 * the processor. */
static GskRenderNode *
make_node (Sheet *sheet)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  for (int y = 0; y < sheet->place.height; y += BAND)
    {
      int             height = MIN (BAND, sheet->place.height - y);
      graphene_rect_t band = GRAPHENE_RECT_INIT (0, (float) y, (float) sheet->place.width, (float) height);
      cairo_t        *cr = gtk_snapshot_append_cairo (snapshot, &band);

      cairo_set_source_surface (cr, sheet->surface, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

static void
add_sheet (AtlSheets            *self,
           AtlCamera            *camera,
           cairo_rectangle_int_t place)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->place = place;
  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, place.width * self->scale,
                                               place.height * self->scale);
  cairo_surface_set_device_scale (sheet->surface, self->scale, self->scale);
  paint_sheet (self, sheet, camera);
  sheet->node = make_node (sheet);
  g_ptr_array_add (self->sheets, sheet);
}

static cairo_region_t *
find_missing (AtlSheets *self)
{
  cairo_region_t *missing = cairo_region_create_rectangle (&self->view);

  for (guint i = 0; i < self->sheets->len; i++)
    cairo_region_subtract_rectangle (missing, &((Sheet *) self->sheets->pdata[i])->place);
  return missing;
}

/* Widens what has come into view to where the board is going, as more of it will come. */
static cairo_rectangle_int_t
look_ahead (AtlSheets            *self,
            cairo_rectangle_int_t place)
{
  const cairo_rectangle_int_t *view = &self->view;
  gboolean                     left = self->step.x < 0 && place.x == view->x;
  gboolean                     right = self->step.x > 0 && place.x + place.width == view->x + view->width;
  gboolean                     up = self->step.y < 0 && place.y == view->y;
  gboolean                     down = self->step.y > 0 && place.y + place.height == view->y + view->height;

  place.x -= left ? AHEAD : 0;
  place.y -= up ? AHEAD : 0;
  place.width += left || right ? AHEAD : 0;
  place.height += up || down ? AHEAD : 0;
  return place;
}

static double
get_size (const cairo_rectangle_int_t *place)
{
  return (double) place->width * place->height;
}

static void
drop_unseen (AtlSheets *self)
{
  for (guint i = self->sheets->len; i > 0; i--)
    {
      Sheet *sheet = self->sheets->pdata[i - 1];

      if (!gdk_rectangle_intersect (&sheet->place, &self->view, NULL))
        g_ptr_array_remove_index (self->sheets, i - 1);
    }
}

/* Whether adding to what is there would take as long as beginning anew, or more memory than it should. */
static gboolean
is_too_much (AtlSheets      *self,
             cairo_region_t *missing)
{
  double added = 0;
  double all = 0;

  for (int i = 0; i < cairo_region_num_rectangles (missing); i++)
    {
      cairo_rectangle_int_t place;

      cairo_region_get_rectangle (missing, i, &place);
      place = look_ahead (self, place);
      added += get_size (&place);
    }
  for (guint i = 0; i < self->sheets->len; i++)
    all += get_size (&((Sheet *) self->sheets->pdata[i])->place);
  return added > LARGE * get_size (&self->view) || all + added > MOST * get_size (&self->view);
}

static void
add_missing (AtlSheets *self,
             AtlCamera *camera)
{
  cairo_region_t *missing = find_missing (self);

  if (is_too_much (self, missing))
    {
      g_ptr_array_set_size (self->sheets, 0);
      add_sheet (self, camera, self->view);
    }
  else
    for (int i = 0; i < cairo_region_num_rectangles (missing); i++)
      {
        cairo_rectangle_int_t place;

        cairo_region_get_rectangle (missing, i, &place);
        add_sheet (self, camera, look_ahead (self, place));
      }
  cairo_region_destroy (missing);
}

static void
show (AtlSheets   *self,
      GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      Sheet *sheet = self->sheets->pdata[i];
      float  x = (float) (sheet->place.x - self->view.x);
      float  y = (float) (sheet->place.y - self->view.y);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
      gtk_snapshot_append_node (snapshot, sheet->node);
      gtk_snapshot_restore (snapshot);
    }
}

/* Returns how many device pixels a pixel has, or 0 where a graphics card draws. */
static int
find_scale (GtkWidget *widget)
{
  GtkNative   *native = gtk_widget_get_native (widget);
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer) ? gtk_widget_get_scale_factor (widget) : 0;
}

static cairo_rectangle_int_t
find_view (AtlCamera *camera)
{
  AtlRect visible = atl_camera_get_visible (camera);
  double  zoom = atl_camera_get_zoom (camera);

  return (cairo_rectangle_int_t){ (int) round (CLAMP (visible.x * zoom, -1e9, 1e9)),
                                  (int) round (CLAMP (visible.y * zoom, -1e9, 1e9)),
                                  (int) round (visible.width * zoom), (int) round (visible.height * zoom) };
}

/* Takes in where the board stands now. Returns whether it has done nothing but move, and that for long
 * enough. */
static gboolean
follow (AtlSheets *self,
        AtlCamera *camera,
        int        scale)
{
  cairo_rectangle_int_t view = find_view (camera);
  double                zoom = atl_camera_get_zoom (camera);
  gboolean              same = zoom == self->zoom && scale == self->scale;

  self->step = (AtlPoint){ view.x - self->view.x, view.y - self->view.y };
  if (!same)
    atl_sheets_clear (self);
  else if (self->step.x != 0 || self->step.y != 0)
    self->moves++;
  self->zoom = zoom;
  self->scale = scale;
  self->view = view;
  return scale > 0 && self->moves >= STEADY;
}

/**
 * atl_sheets_new:
 * @paint: paints what lies in a part of the board, in pixels of the viewport, on an opaque ground
 * @data: for @paint; outlives the sheets
 *
 * Returns: (transfer full): no sheet yet
 */
AtlSheets *
atl_sheets_new (AtlSheetsPaint paint,
                gpointer       data)
{
  AtlSheets *self = g_new0 (AtlSheets, 1);

  self->paint = paint;
  self->data = data;
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return self;
}

/**
 * atl_sheets_free:
 * @self: (transfer full) (nullable): sheets
 */
void
atl_sheets_free (AtlSheets *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * atl_sheets_clear:
 * @self: sheets
 *
 * Forgets all pictures: the board looks different, or rests.
 *
 * Returns: whether the last frame showed them
 */
gboolean
atl_sheets_clear (AtlSheets *self)
{
  gboolean shown = self->shown;

  g_ptr_array_set_size (self->sheets, 0);
  self->moves = 0;
  self->shown = FALSE;
  return shown;
}

/**
 * atl_sheets_snapshot:
 * @self: sheets
 * @snapshot: a snapshot in pixels of the viewport
 * @camera: the view; it stands on whole pixels
 * @viewport: the widget that is drawn
 *
 * Draws the board from pictures if it is moving, and no graphics card draws.
 *
 * Returns: whether it did; otherwise the board is to be drawn
 */
gboolean
atl_sheets_snapshot (AtlSheets   *self,
                     GtkSnapshot *snapshot,
                     AtlCamera   *camera,
                     GtkWidget   *viewport)
{
  self->shown = follow (self, camera, find_scale (viewport));
  if (!self->shown)
    return FALSE;
  drop_unseen (self);
  add_missing (self, camera);
  show (self, snapshot);
  return TRUE;
}

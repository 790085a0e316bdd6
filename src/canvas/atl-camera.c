/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-camera.h"

#include <math.h>

#define DOT 4      /* what is less than this part of the view, wide and high, is hardly seen */
#define GROWN 1.35 /* a board that grew up to so many times is still shown as a whole */

/* What follows the size of the viewport until the user moves. */
typedef enum
{
  FOLLOW_NOTHING,
  FOLLOW_RECT,  /* a rectangle is shown as a whole */
  FOLLOW_BOARD, /* the board is shown so that it can be read */
} Follow;

/**
 * AtlCamera:
 *
 * Which part of the board stands in the viewport. It owns both directions of the mapping between board
 * units and pixels of the widget, and knows no widget.
 */
struct _AtlCamera
{
  GObject parent_instance;

  double   width, height; /* viewport, pixels */
  AtlPoint origin;        /* board units at the top left of the viewport */
  double   zoom;          /* pixels per board unit */
  AtlRect  bounds;        /* the center of the view stays in here; empty for no limit */
  AtlRect  home;          /* the part of the board that was there before it grew; empty for all of it */
  Follow   follow;
  AtlRect  fitted; /* the rectangle that is followed */
  double   fitted_margin;
  gboolean held; /* what was fitted waits for the viewport to get its size back */
};

G_DEFINE_FINAL_TYPE (AtlCamera, atl_camera, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static double
keep_between (double value,
              double low,
              double high)
{
  return low > high ? (low + high) / 2 : CLAMP (value, low, high);
}

/* Goes to a view, kept within the limits and on whole pixels, and tells if it is another one. Returns
 * whether it is. */
static gboolean
go_to (AtlCamera *self,
       AtlPoint   origin,
       double     zoom)
{
  double half_width, half_height;

  if (!isfinite (origin.x) || !isfinite (origin.y) || !isfinite (zoom))
    return FALSE;
  zoom = CLAMP (zoom, ATL_ZOOM_MIN, ATL_ZOOM_MAX);
  half_width = self->width / zoom / 2;
  half_height = self->height / zoom / 2;
  if (!atl_rect_is_empty (self->bounds))
    {
      origin.x = keep_between (origin.x + half_width, self->bounds.x,
                               self->bounds.x + self->bounds.width) -
                 half_width;
      origin.y = keep_between (origin.y + half_height, self->bounds.y,
                               self->bounds.y + self->bounds.height) -
                 half_height;
    }
  origin = (AtlPoint){ round (origin.x * zoom) / zoom, round (origin.y * zoom) / zoom };
  if (origin.x == self->origin.x && origin.y == self->origin.y && zoom == self->zoom)
    return FALSE;
  self->origin = origin;
  self->zoom = zoom;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static double
zoom_to_fit (AtlCamera *self,
             AtlRect    rect,
             double     margin)
{
  double wide = MAX (self->width - 2 * margin, 1) / MAX (rect.width, 1);
  double high = MAX (self->height - 2 * margin, 1) / MAX (rect.height, 1);

  return CLAMP (MIN (wide, high), ATL_ZOOM_MIN, ATL_ZOOM_MAX);
}

static gboolean
center_on (AtlCamera *self,
           AtlRect    rect,
           double     zoom)
{
  AtlPoint center = atl_rect_center (rect);

  return go_to (self, (AtlPoint){ center.x - self->width / zoom / 2, center.y - self->height / zoom / 2 },
                zoom);
}

static double
zoom_for_board (AtlCamera *self)
{
  double whole = zoom_to_fit (self, self->bounds, self->fitted_margin);
  double home = zoom_to_fit (self, self->home, self->fitted_margin);
  double wide = MAX (self->width - 2 * self->fitted_margin, 1) / MAX (self->bounds.width, 1);

  if (atl_rect_is_empty (self->home) || whole * GROWN >= home)
    return whole;
  return CLAMP (wide, home, MAX (home, 1));
}

/* Where the view of a span begins: the span is in the middle if it fits, otherwise the view stays where it
 * is, but not beyond its ends. */
static double
place_view (double at,
            double view,
            double start,
            double length,
            double margin)
{
  if (length + 2 * margin <= view)
    return start - (view - length) / 2;
  return CLAMP (at, start - margin, start + length + margin - view);
}

static gboolean
show_board (AtlCamera *self,
            gboolean   from_start)
{
  double   zoom = zoom_for_board (self);
  double   margin = self->fitted_margin / zoom;
  AtlRect  board = self->bounds;
  AtlPoint at = from_start ? (AtlPoint){ board.x - margin, board.y - margin } : self->origin;

  at.x = place_view (at.x, self->width / zoom, board.x, board.width, margin);
  at.y = place_view (at.y, self->height / zoom, board.y, board.height, margin);
  return go_to (self, at, zoom);
}

static gboolean
follow_size (AtlCamera *self,
             gboolean   from_start,
             gboolean   held)
{
  if (held || self->follow == FOLLOW_NOTHING)
    return go_to (self, self->origin, self->zoom);
  if (self->follow == FOLLOW_BOARD)
    return show_board (self, from_start);
  return center_on (self, self->fitted, zoom_to_fit (self, self->fitted, self->fitted_margin));
}

/* Who scrolls a board that is too tall for the view has not chosen another view of it. */
static gboolean
is_scrolling (AtlCamera *self,
              double     dx)
{
  return self->follow == FOLLOW_BOARD && dx == 0 &&
         self->bounds.height * self->zoom + 2 * self->fitted_margin > self->height + 1;
}

/* Whether @rect is out of view, or no more than a dot in it. */
static gboolean
is_lost (AtlCamera *self,
         AtlRect    rect)
{
  gboolean narrow = rect.width * self->zoom * DOT < self->width;
  gboolean low = rect.height * self->zoom * DOT < self->height;

  return (narrow && low) || !atl_rect_intersects (atl_camera_get_visible (self), rect);
}

static void
atl_camera_class_init (AtlCameraClass *klass)
{
  /**
   * AtlCamera::changed:
   *
   * The view is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
atl_camera_init (AtlCamera *self)
{
  self->zoom = 1;
}

/**
 * atl_camera_new:
 *
 * Returns: (transfer full): a camera at 100 %, its top left at the board's origin
 */
AtlCamera *
atl_camera_new (void)
{
  return g_object_new (ATL_TYPE_CAMERA, NULL);
}

/**
 * atl_camera_get_zoom:
 * @self: a camera
 *
 * Returns: pixels per board unit
 */
double
atl_camera_get_zoom (AtlCamera *self)
{
  g_return_val_if_fail (ATL_IS_CAMERA (self), 1);
  return self->zoom;
}

/**
 * atl_camera_to_board:
 * @self: a camera
 * @screen: a point in pixels of the viewport
 *
 * Returns: the point in board units
 */
AtlPoint
atl_camera_to_board (AtlCamera *self,
                     AtlPoint   screen)
{
  return (AtlPoint){ self->origin.x + screen.x / self->zoom, self->origin.y + screen.y / self->zoom };
}

/**
 * atl_camera_to_screen:
 * @self: a camera
 * @board: a point in board units
 *
 * Returns: the point in pixels of the viewport
 */
AtlPoint
atl_camera_to_screen (AtlCamera *self,
                      AtlPoint   board)
{
  return (AtlPoint){ (board.x - self->origin.x) * self->zoom, (board.y - self->origin.y) * self->zoom };
}

/**
 * atl_camera_rect_to_screen:
 * @self: a camera
 * @board: a rectangle in board units
 *
 * Returns: the rectangle in pixels of the viewport
 */
AtlRect
atl_camera_rect_to_screen (AtlCamera *self,
                           AtlRect    board)
{
  AtlPoint corner = atl_camera_to_screen (self, (AtlPoint){ board.x, board.y });

  return atl_rect (corner.x, corner.y, board.width * self->zoom, board.height * self->zoom);
}

/**
 * atl_camera_get_visible:
 * @self: a camera
 *
 * Returns: the part of the board in view, in board units
 */
AtlRect
atl_camera_get_visible (AtlCamera *self)
{
  return atl_rect (self->origin.x, self->origin.y, self->width / self->zoom, self->height / self->zoom);
}

/**
 * atl_camera_get_center:
 * @self: a camera
 *
 * Returns: the middle of the viewport in pixels: the anchor of a zoom without a pointer
 */
AtlPoint
atl_camera_get_center (AtlCamera *self)
{
  return (AtlPoint){ self->width / 2, self->height / 2 };
}

/**
 * atl_camera_set_viewport:
 * @self: a camera
 * @width: width in pixels
 * @height: height in pixels
 *
 * Follows the size of the widget. What was fitted and not moved since stays fitted, and a board that is
 * scrolled stays scrolled; otherwise the top left stays, as it does while the view is held and its height
 * only is another one.
 */
void
atl_camera_set_viewport (AtlCamera *self,
                         double     width,
                         double     height)
{
  gboolean first, held;

  g_return_if_fail (ATL_IS_CAMERA (self));

  if (width == self->width && height == self->height)
    return;
  held = self->held && width == self->width;
  first = self->width <= 0 || self->height <= 0;
  self->width = width;
  self->height = height;
  if (!follow_size (self, first, held))
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Whether all of @rect is in view. */
static gboolean
is_seen (AtlCamera *self,
         AtlRect    rect)
{
  AtlRect view = atl_camera_get_visible (self);

  return rect.x >= view.x && rect.y >= view.y && rect.x + rect.width <= view.x + view.width &&
         rect.y + rect.height <= view.y + view.height;
}

/**
 * atl_camera_resize:
 * @self: a camera
 * @width: width in pixels
 * @height: height in pixels
 * @kept: where the user is, in board units
 * @margin: pixels left free around it
 *
 * Follows the size of the widget, as atl_camera_set_viewport() does. Where the user has chosen the zoom it
 * stays, and the view moves no further than needed for @kept to stay in view if it was.
 */
void
atl_camera_resize (AtlCamera *self,
                   double     width,
                   double     height,
                   AtlRect    kept,
                   double     margin)
{
  gboolean seen;

  g_return_if_fail (ATL_IS_CAMERA (self));

  seen = is_seen (self, kept);
  atl_camera_set_viewport (self, width, height);
  if (seen && self->follow != FOLLOW_RECT && !self->held && !is_seen (self, kept))
    atl_camera_reveal (self, kept, margin);
}

/**
 * atl_camera_set_held:
 * @self: a camera
 * @held: whether the view stays as it is when the viewport gets another height, even if it was fitted
 *
 * For what comes and goes above the board: it may cover a little of it, but the board does not move. What is
 * opened at its side meanwhile takes too much to cover, and has what was fitted follow as ever.
 */
void
atl_camera_set_held (AtlCamera *self,
                     gboolean   held)
{
  g_return_if_fail (ATL_IS_CAMERA (self));

  self->held = held;
}

/**
 * atl_camera_set_bounds:
 * @self: a camera
 * @bounds: what there is to see, in board units; empty for no limit
 *
 * From now on the middle of the view stays within @bounds, so that nobody gets lost in the void. The view
 * does not move.
 *
 * Returns: whether there is less to see than before, and the view shows nothing of it, or hardly anything
 */
gboolean
atl_camera_set_bounds (AtlCamera *self,
                       AtlRect    bounds)
{
  AtlRect  before = self->bounds;
  gboolean shrunk;

  g_return_val_if_fail (ATL_IS_CAMERA (self), FALSE);

  self->bounds = bounds;
  shrunk = bounds.width < before.width || bounds.height < before.height;
  return shrunk && !atl_rect_is_empty (bounds) && self->width > 0 && is_lost (self, bounds);
}

/**
 * atl_camera_set_home:
 * @self: a camera
 * @home: where the board stands before its notes make it grow, in board units; empty if it is all of it
 *
 * The view does not move; see atl_camera_fit_board().
 */
void
atl_camera_set_home (AtlCamera *self,
                     AtlRect    home)
{
  g_return_if_fail (ATL_IS_CAMERA (self));

  self->home = home;
}

/**
 * atl_camera_pan:
 * @self: a camera
 * @dx: pixels by which the board moves to the left
 * @dy: pixels by which the board moves up
 */
void
atl_camera_pan (AtlCamera *self,
                double     dx,
                double     dy)
{
  g_return_if_fail (ATL_IS_CAMERA (self));

  if (!is_scrolling (self, dx))
    self->follow = FOLLOW_NOTHING;
  go_to (self, (AtlPoint){ self->origin.x + dx / self->zoom, self->origin.y + dy / self->zoom }, self->zoom);
}

/**
 * atl_camera_zoom_at:
 * @self: a camera
 * @zoom: pixels per board unit, kept between ATL_ZOOM_MIN and ATL_ZOOM_MAX
 * @anchor: the point, in pixels, that stays where it is
 */
void
atl_camera_zoom_at (AtlCamera *self,
                    double     zoom,
                    AtlPoint   anchor)
{
  AtlPoint fixed;

  g_return_if_fail (ATL_IS_CAMERA (self));

  if (!isfinite (zoom))
    return;
  zoom = CLAMP (zoom, ATL_ZOOM_MIN, ATL_ZOOM_MAX);
  fixed = atl_camera_to_board (self, anchor);
  self->follow = FOLLOW_NOTHING;
  go_to (self, (AtlPoint){ fixed.x - anchor.x / zoom, fixed.y - anchor.y / zoom }, zoom);
}

/**
 * atl_camera_fit:
 * @self: a camera
 * @rect: what shall be in view, in board units
 * @margin: pixels left free around it
 *
 * Shows the whole of @rect, in the middle, and keeps doing so while the viewport is resized and nobody moves.
 */
void
atl_camera_fit (AtlCamera *self,
                AtlRect    rect,
                double     margin)
{
  g_return_if_fail (ATL_IS_CAMERA (self));

  self->follow = atl_rect_is_empty (rect) ? FOLLOW_NOTHING : FOLLOW_RECT;
  self->fitted = rect;
  self->fitted_margin = margin;
  if (self->width > 0 && self->height > 0)
    center_on (self, rect, zoom_to_fit (self, rect, margin));
}

/**
 * atl_camera_fit_board:
 * @self: a camera that was given the bounds of its board
 * @margin: pixels left free around it
 *
 * Shows the board so that it can be read, and keeps doing so while the viewport is resized and nobody moves.
 * One that has not grown, or by little only, is shown as a whole. One that three hundred notes have made six
 * times as tall would be a stripe in which nobody reads a word: it fills the width instead, at no smaller
 * zoom than it would have without these notes, is shown from its top, and scrolls. atl_camera_fit() is for
 * people who ask to see all of it.
 */
void
atl_camera_fit_board (AtlCamera *self,
                      double     margin)
{
  g_return_if_fail (ATL_IS_CAMERA (self));

  self->follow = FOLLOW_BOARD;
  self->fitted_margin = margin;
  if (self->width > 0 && self->height > 0)
    show_board (self, TRUE);
}

/* How far a span must move to stand within another; its start wins where both ends cannot. */
static double
move_into (double start,
           double length,
           double low,
           double high)
{
  if (start < low || length > high - low)
    return start - low;
  return MAX (start + length - high, 0);
}

/* Widens a span by a margin, but not into the void beyond the board. */
static void
widen (double *start,
       double *length,
       double  margin,
       double  low,
       double  high)
{
  double end = *start + *length;
  double first = MIN (*start, MAX (*start - margin, low));

  *length = MAX (end, MIN (end + margin, high)) - first;
  *start = first;
}

/* What to bring into view so that @rect is not at its very edge. */
static AtlRect
add_margin (AtlCamera *self,
            AtlRect    rect,
            double     margin)
{
  AtlRect board = atl_rect_inset (self->bounds, -self->fitted_margin / self->zoom);

  margin /= self->zoom;
  if (atl_rect_is_empty (self->bounds))
    return atl_rect_inset (rect, -margin);
  widen (&rect.x, &rect.width, margin, board.x, board.x + board.width);
  widen (&rect.y, &rect.height, margin, board.y, board.y + board.height);
  return rect;
}

/**
 * atl_camera_reveal:
 * @self: a camera
 * @rect: what shall be in view, in board units
 * @margin: pixels left free around it, where the board goes on
 *
 * Pans no further than needed; the zoom stays.
 *
 * Returns: whether the view had to move
 */
gboolean
atl_camera_reveal (AtlCamera *self,
                   AtlRect    rect,
                   double     margin)
{
  AtlRect view = atl_camera_get_visible (self);
  AtlRect wanted = add_margin (self, rect, margin);
  double  dx = move_into (wanted.x, wanted.width, view.x, view.x + view.width);
  double  dy = move_into (wanted.y, wanted.height, view.y, view.y + view.height);

  /* The view stands on whole pixels. */
  dx = fabs (dx) * self->zoom < 1 ? 0 : dx;
  dy = fabs (dy) * self->zoom < 1 ? 0 : dy;
  if (dx == 0 && dy == 0)
    return FALSE;
  if (!is_scrolling (self, dx))
    self->follow = FOLLOW_NOTHING;
  return go_to (self, (AtlPoint){ self->origin.x + dx, self->origin.y + dy }, self->zoom);
}

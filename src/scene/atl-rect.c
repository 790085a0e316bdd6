/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-rect.h"

#include <math.h>

/**
 * atl_rect:
 * @x: left edge
 * @y: upper edge
 * @width: width
 * @height: height
 *
 * Returns: the rectangle
 */
AtlRect
atl_rect (double x,
          double y,
          double width,
          double height)
{
  return (AtlRect){ x, y, width, height };
}

/**
 * atl_rect_inset:
 * @rect: a rectangle
 * @by: how far each side moves inward; outward if negative
 *
 * Returns: the smaller rectangle, of width and height 0 at least
 */
AtlRect
atl_rect_inset (AtlRect rect,
                double  by)
{
  return atl_rect (rect.x + by, rect.y + by, MAX (rect.width - 2 * by, 0), MAX (rect.height - 2 * by, 0));
}

/**
 * atl_rect_moved:
 * @rect: a rectangle
 * @dx: how far to the right
 * @dy: how far down
 *
 * Returns: @rect, elsewhere
 */
AtlRect
atl_rect_moved (AtlRect rect,
                double  dx,
                double  dy)
{
  return atl_rect (rect.x + dx, rect.y + dy, rect.width, rect.height);
}

/**
 * atl_rect_union:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the smallest rectangle around both; an empty one does not count
 */
AtlRect
atl_rect_union (AtlRect a,
                AtlRect b)
{
  double left = MIN (a.x, b.x);
  double top = MIN (a.y, b.y);

  if (atl_rect_is_empty (a))
    return b;
  if (atl_rect_is_empty (b))
    return a;
  return atl_rect (left, top, MAX (a.x + a.width, b.x + b.width) - left,
                   MAX (a.y + a.height, b.y + b.height) - top);
}

/**
 * atl_rect_center:
 * @rect: a rectangle
 *
 * Returns: the point in its middle
 */
AtlPoint
atl_rect_center (AtlRect rect)
{
  return (AtlPoint){ rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

/**
 * atl_rect_is_empty:
 * @rect: a rectangle
 *
 * Tells whether nothing fits in it.
 */
gboolean
atl_rect_is_empty (AtlRect rect)
{
  return rect.width <= 0 || rect.height <= 0;
}

/**
 * atl_rect_contains:
 * @rect: a rectangle
 * @point: a point
 *
 * Tells whether @point is in it. Of two rectangles side by side, exactly one has the points of the common
 * edge.
 */
gboolean
atl_rect_contains (AtlRect  rect,
                   AtlPoint point)
{
  return point.x >= rect.x && point.x < rect.x + rect.width && point.y >= rect.y &&
         point.y < rect.y + rect.height;
}

/**
 * atl_rect_intersects:
 * @a: a rectangle
 * @b: another
 *
 * Tells whether they share more than an edge.
 */
gboolean
atl_rect_intersects (AtlRect a,
                     AtlRect b)
{
  return atl_rect_overlap (a, b) > 0;
}

/**
 * atl_rect_equal:
 * @a: a rectangle
 * @b: another
 *
 * Tells whether they are the same.
 */
gboolean
atl_rect_equal (AtlRect a,
                AtlRect b)
{
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

/**
 * atl_rect_overlap:
 * @a: a rectangle
 * @b: another
 *
 * Returns: the area that they share, in square units
 */
double
atl_rect_overlap (AtlRect a,
                  AtlRect b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return width > 0 && height > 0 ? width * height : 0;
}

/**
 * atl_rect_leave:
 * @rect: a rectangle
 * @target: a point
 *
 * Returns: where the line from the middle of @rect toward @target leaves @rect; @target if it lies inside
 */
AtlPoint
atl_rect_leave (AtlRect  rect,
                AtlPoint target)
{
  AtlPoint middle = atl_rect_center (rect);
  double   dx = target.x - middle.x;
  double   dy = target.y - middle.y;
  double   part = MIN (fabs (dx) > 0.01 ? rect.width / 2 / fabs (dx) : G_MAXDOUBLE,
                     fabs (dy) > 0.01 ? rect.height / 2 / fabs (dy) : G_MAXDOUBLE);

  part = MIN (part, 1);
  return (AtlPoint){ middle.x + dx * part, middle.y + dy * part };
}

/**
 * atl_point_get_distance:
 * @point: a point
 * @start: an end of a straight line
 * @end: its other end
 *
 * Returns: how far @point is from the line
 */
double
atl_point_get_distance (AtlPoint point,
                        AtlPoint start,
                        AtlPoint end)
{
  double dx = end.x - start.x;
  double dy = end.y - start.y;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((point.x - start.x) * dx + (point.y - start.y) * dy) / square, 0, 1) : 0;

  return hypot (point.x - start.x - t * dx, point.y - start.y - t * dy);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-curve.h"

#include <math.h>

#define SEGMENTS 24 /* of the polyline that stands for the curve when distances are taken */

/**
 * atl_curve_get_point:
 * @curve: (array fixed-size=4): a curve
 * @at: 0 for its beginning to 1 for its end
 *
 * Returns: the point there
 */
AtlPoint
atl_curve_get_point (const AtlPoint *p,
                     double          t)
{
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (AtlPoint){ a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                     a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y };
}

/**
 * atl_curve_get_direction:
 * @curve: (array fixed-size=4): a curve
 * @at: 0 for its beginning to 1 for its end
 *
 * Returns: a vector of length 1 along the curve there
 */
AtlPoint
atl_curve_get_direction (const AtlPoint *p,
                         double          t)
{
  double u = 1 - t;
  double a = u * u, b = 2 * u * t, c = t * t;
  double x = a * (p[1].x - p[0].x) + b * (p[2].x - p[1].x) + c * (p[3].x - p[2].x);
  double y = a * (p[1].y - p[0].y) + b * (p[2].y - p[1].y) + c * (p[3].y - p[2].y);
  double length = hypot (x, y);

  return length > 0 ? (AtlPoint){ x / length, y / length } : (AtlPoint){ 1, 0 };
}

/**
 * atl_curve_get_distance:
 * @curve: (array fixed-size=4): a curve
 * @point: a point
 *
 * Returns: how far @point is from the curve
 */
double
atl_curve_get_distance (const AtlPoint *curve,
                        AtlPoint        point)
{
  double   distance = G_MAXDOUBLE;
  AtlPoint last = curve[0];

  for (guint i = 1; i <= SEGMENTS; i++)
    {
      AtlPoint next = atl_curve_get_point (curve, (double) i / SEGMENTS);

      distance = MIN (distance, atl_point_get_distance (point, last, next));
      last = next;
    }
  return distance;
}

/**
 * atl_curve_get_extents:
 * @curve: (array fixed-size=4): a curve
 * @margin: to add on all sides
 *
 * Returns: a rectangle around the curve
 */
AtlRect
atl_curve_get_extents (const AtlPoint *curve,
                       double          margin)
{
  double left = curve[0].x, right = left, top = curve[0].y, bottom = top;

  for (guint i = 1; i < 4; i++)
    {
      left = MIN (left, curve[i].x);
      right = MAX (right, curve[i].x);
      top = MIN (top, curve[i].y);
      bottom = MAX (bottom, curve[i].y);
    }
  return atl_rect (left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
}

/**
 * atl_curve_bend:
 * @from: where a line begins
 * @to: where it ends
 * @part: how far to bend it, in lengths of the line; to the left of who goes along it
 *
 * Returns: the point that the line is drawn toward
 */
AtlPoint
atl_curve_bend (AtlPoint from,
                AtlPoint to,
                double   part)
{
  return (AtlPoint){ (from.x + to.x) / 2 + (to.y - from.y) * part,
                     (from.y + to.y) / 2 - (to.x - from.x) * part };
}

/**
 * atl_curve_through:
 * @curve: (out caller-allocates) (array fixed-size=4): the curve
 * @from: where it begins
 * @to: where it ends
 * @middle: a point that it is drawn toward
 * @pull: how strongly, 2/3 for an even arc, up to 1
 *
 * Makes a curve that leaves and arrives in the direction of @middle.
 */
void
atl_curve_through (AtlPoint *curve,
                   AtlPoint  from,
                   AtlPoint  to,
                   AtlPoint  middle,
                   double    pull)
{
  curve[0] = from;
  curve[1] = (AtlPoint){ from.x + (middle.x - from.x) * pull, from.y + (middle.y - from.y) * pull };
  curve[2] = (AtlPoint){ to.x + (middle.x - to.x) * pull, to.y + (middle.y - to.y) * pull };
  curve[3] = to;
}

/**
 * atl_curve_move:
 * @curve: (array fixed-size=4) (inout): a curve
 * @dx: how far to the right
 * @dy: how far down
 */
void
atl_curve_move (AtlPoint *curve,
                double    dx,
                double    dy)
{
  for (guint i = 0; i < 4; i++)
    {
      curve[i].x += dx;
      curve[i].y += dy;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-navigation.h"

#include <math.h>

#define SIDEWAYS 2.5 /* how much farther something aside counts than something straight ahead */

/* Turns a vector so that @direction is to the right. */
static AtlPoint
turn (AtlPoint     vector,
      AtlDirection direction)
{
  switch (direction)
    {
    case ATL_DIRECTION_LEFT:
      return (AtlPoint){ -vector.x, vector.y };
    case ATL_DIRECTION_UP:
      return (AtlPoint){ -vector.y, vector.x };
    case ATL_DIRECTION_DOWN:
      return (AtlPoint){ vector.y, vector.x };
    case ATL_DIRECTION_RIGHT:
    default:
      return vector;
    }
}

/* The distance to go, or a negative number if @to is not in that direction at all. */
static double
distance (AtlRect      from,
          AtlRect      to,
          AtlDirection direction)
{
  AtlPoint a = atl_rect_center (from);
  AtlPoint b = atl_rect_center (to);
  AtlPoint way = turn ((AtlPoint){ b.x - a.x, b.y - a.y }, direction);

  if (way.x <= 1 || fabs (way.y) > 4 * way.x)
    return -1;
  return way.x + SIDEWAYS * fabs (way.y);
}

/**
 * atl_navigation_find:
 * @boxes: (element-type AtlBox): where one can go
 * @from: where one is, in board units
 * @except: (nullable): the box one is in
 * @direction: where to
 *
 * Returns: (transfer none) (nullable): the nearest box in that direction, one straight ahead preferred
 */
AtlBox *
atl_navigation_find (GPtrArray   *boxes,
                     AtlRect      from,
                     AtlBox      *except,
                     AtlDirection direction)
{
  AtlBox *best = NULL;
  double  best_distance = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      AtlBox *box = boxes->pdata[i];
      double  d = box != except ? distance (from, box->rect, direction) : -1;

      if (d >= 0 && (best == NULL || d < best_distance))
        {
          best = box;
          best_distance = d;
        }
    }
  return best;
}

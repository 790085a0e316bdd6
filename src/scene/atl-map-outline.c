/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-shape.h"

#include <math.h>
#include <stdlib.h>

#define QUARTER 0.5522847498 /* of the radius: how long the handles of a quarter of a circle are */

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const AtlPoint *one = a;
  const AtlPoint *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static gboolean
turns_left (AtlPoint a,
            AtlPoint b,
            AtlPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

/* Andrew's monotone chain. Orders @points along their convex hull and drops the others. */
static void
make_convex (GArray *points)
{
  guint                n = points->len;
  AtlPoint            *in = (AtlPoint *) (gpointer) points->data;
  g_autofree AtlPoint *out = g_new (AtlPoint, 2 * n + 1);
  guint                m = 0;

  qsort (in, n, sizeof (AtlPoint), compare_points);
  for (guint i = 0; i < n; i++)
    {
      while (m >= 2 && !turns_left (out[m - 2], out[m - 1], in[i]))
        m--;
      out[m++] = in[i];
    }
  for (guint i = n - 1, lower = m + 1; i > 0; i--)
    {
      while (m >= lower && !turns_left (out[m - 2], out[m - 1], in[i - 1]))
        m--;
      out[m++] = in[i - 1];
    }
  g_array_set_size (points, 0);
  g_array_append_vals (points, out, m > 1 ? m - 1 : m);
}

static AtlPoint
around (AtlPoint corner,
        double   radius,
        double   angle)
{
  return (AtlPoint){ corner.x + radius * cos (angle), corner.y + radius * sin (angle) };
}

/* From one angle to another around a corner, in pieces of a quarter at most. */
static void
add_arc (GArray  *outline,
         AtlPoint corner,
         double   radius,
         double   from,
         double   to)
{
  guint  pieces = (guint) MAX (ceil ((to - from) / G_PI_2 - 0.001), 1);
  double step = (to - from) / pieces;
  double handle = radius * QUARTER * (4.0 / 3 * tan (step / 4)) / QUARTER;

  for (guint i = 0; i < pieces; i++)
    {
      double   first = from + i * step;
      double   second = first + step;
      AtlPoint begin = around (corner, radius, first);
      AtlPoint end = around (corner, radius, second);
      AtlPoint points[3] = { { begin.x - handle * sin (first), begin.y + handle * cos (first) },
                             { end.x + handle * sin (second), end.y - handle * cos (second) },
                             end };

      g_array_append_vals (outline, points, 3);
    }
}

static void
add_line (GArray  *outline,
          AtlPoint to)
{
  AtlPoint from = g_array_index (outline, AtlPoint, outline->len - 1);
  AtlPoint points[3] = { from, to, to };

  g_array_append_vals (outline, points, 3);
}

/* The direction that looks out from the edge of the polygon that begins at @i. */
static double
get_normal (GArray *corners,
            guint   i)
{
  AtlPoint a = g_array_index (corners, AtlPoint, i % corners->len);
  AtlPoint b = g_array_index (corners, AtlPoint, (i + 1) % corners->len);

  return atan2 (-(b.x - a.x), b.y - a.y);
}

/**
 * atl_map_outline_make:
 * @part: a part with the corners of all its nodes
 *
 * Draws a line around the part as a rope with a constant distance would lie.
 */
void
atl_map_outline_make (AtlMapPart *part)
{
  GArray  *corners = part->corners;
  double   radius = part->radius;
  AtlPoint start;

  make_convex (corners);
  if (corners->len == 1)
    {
      start = around (g_array_index (corners, AtlPoint, 0), radius, 0);
      g_array_append_val (part->outline, start);
      add_arc (part->outline, g_array_index (corners, AtlPoint, 0), radius, 0, 2 * G_PI);
      return;
    }
  start = around (g_array_index (corners, AtlPoint, 0), radius, get_normal (corners, 0));
  g_array_append_val (part->outline, start);
  for (guint i = 1; i <= corners->len; i++)
    {
      AtlPoint corner = g_array_index (corners, AtlPoint, i % corners->len);
      double   before = get_normal (corners, i - 1);
      double   after = get_normal (corners, i);

      while (after < before - 0.0001)
        after += 2 * G_PI;
      add_line (part->outline, around (corner, radius, before));
      add_arc (part->outline, corner, radius, before, after);
    }
}

/**
 * atl_map_outline_contains:
 * @part: a part with its outline
 * @point: a point
 *
 * Returns: whether @point is inside the outline
 */
gboolean
atl_map_outline_contains (AtlMapPart *part,
                          AtlPoint    point)
{
  GArray  *corners = part->corners;
  gboolean inside = corners->len > 2;

  if (!atl_rect_contains (atl_rect_inset (part->bounds, -part->radius), point))
    return FALSE;
  for (guint i = 0; i < corners->len; i++)
    {
      AtlPoint a = g_array_index (corners, AtlPoint, i);
      AtlPoint b = g_array_index (corners, AtlPoint, (i + 1) % corners->len);

      if (atl_point_get_distance (point, a, b) <= part->radius)
        return TRUE;
      inside = inside && turns_left (a, b, point);
    }
  return inside;
}

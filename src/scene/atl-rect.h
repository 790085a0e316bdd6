/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Board units, y down. Plain values. */
typedef struct
{
  double x;
  double y;
} AtlPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} AtlRect;

AtlRect  atl_rect (double x,
                   double y,
                   double width,
                   double height);
AtlRect  atl_rect_inset (AtlRect rect,
                         double  by);
AtlRect  atl_rect_moved (AtlRect rect,
                         double  dx,
                         double  dy);
AtlRect  atl_rect_union (AtlRect a,
                         AtlRect b);
AtlPoint atl_rect_center (AtlRect rect);
gboolean atl_rect_is_empty (AtlRect rect);
gboolean atl_rect_contains (AtlRect  rect,
                            AtlPoint point);
gboolean atl_rect_intersects (AtlRect a,
                              AtlRect b);
gboolean atl_rect_equal (AtlRect a,
                         AtlRect b);
AtlPoint atl_rect_leave (AtlRect  rect,
                         AtlPoint target);
double   atl_rect_overlap (AtlRect a,
                           AtlRect b);
double   atl_point_get_distance (AtlPoint point,
                                 AtlPoint start,
                                 AtlPoint end);

G_END_DECLS

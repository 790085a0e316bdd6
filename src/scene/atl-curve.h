/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Bézier curves of four points. */

AtlPoint atl_curve_get_point (const AtlPoint *curve,
                              double          at);
AtlPoint atl_curve_get_direction (const AtlPoint *curve,
                                  double          at);
double   atl_curve_get_distance (const AtlPoint *curve,
                                 AtlPoint        point);
AtlRect  atl_curve_get_extents (const AtlPoint *curve,
                                double          margin);
AtlPoint atl_curve_bend (AtlPoint from,
                         AtlPoint to,
                         double   part);
void     atl_curve_through (AtlPoint *curve,
                            AtlPoint  from,
                            AtlPoint  to,
                            AtlPoint  middle,
                            double    pull);
void     atl_curve_move (AtlPoint *curve,
                         double    dx,
                         double    dy);

G_END_DECLS

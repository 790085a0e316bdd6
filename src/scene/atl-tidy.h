/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Where cards go that shall not overlap: plain arithmetic. @room is what they may take, in the unit of the
 * rectangles. */

gboolean atl_tidy_rows (AtlRect *rects,
                        guint    n,
                        AtlRect  room,
                        double   gap);
gboolean atl_tidy_sequence (AtlRect *rects,
                            guint    n,
                            AtlRect  room,
                            double   gap);
void     atl_tidy_apart (AtlRect       *rects,
                         const AtlRect *bounds,
                         guint          n,
                         double         most);

G_END_DECLS

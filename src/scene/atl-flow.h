/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Notes in rows, in reading order: the arithmetic of flow areas. Board units. */
#define ATL_PAPER_WIDTH 180.0
#define ATL_PAPER_HEIGHT 120.0
#define ATL_PAPER_GAP 20.0

typedef struct
{
  double x;
  double y;
  double width; /* that rows may take */
  double scale; /* of notes and gaps */
} AtlFlow;

guint  atl_flow_get_columns (const AtlFlow *flow);
double atl_flow_place (const AtlFlow *flow,
                       const double  *heights,
                       guint          n,
                       AtlRect       *rects);
guint  atl_flow_find_slot (const AtlRect *rects,
                           guint          n,
                           AtlPoint       point);
double atl_flow_get_scale (guint index);

G_END_DECLS

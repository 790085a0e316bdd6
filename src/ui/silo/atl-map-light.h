/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-measures.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

/* What a figure counts, as a set of the items of a board: links, the nodes at their ends, silos. They are for
 * atl_scene_set_lit() and atl_scene_set_marks(). */

typedef enum
{
  ATL_LIGHT_WITHIN,     /* active links inside silos */
  ATL_LIGHT_CROSS,      /* active links between silos */
  ATL_LIGHT_MUTUAL,     /* those of them that go both ways */
  ATL_LIGHT_CELL,       /* active links from silo a to silo b */
  ATL_LIGHT_SILO,       /* all active links of silo a */
  ATL_LIGHT_SILO_CROSS, /* its links to others */
  ATL_LIGHT_NODE,       /* node a and its active links */
  ATL_LIGHT_PAIR,       /* active links between nodes a and b */
  ATL_LIGHT_NEEDS,      /* needs between silos a and b */
  ATL_LIGHT_ALL_NEEDS,
  ATL_LIGHT_WAITING, /* the way along which the days of waiting are most */
  ATL_LIGHT_ALL,
} AtlLightKind;

typedef struct
{
  AtlLightKind kind;
  guint        a;
  guint        b;
} AtlLight;

GHashTable *atl_map_light_dup_items (AtlBoard    *board,
                                     AtlMeasures *measures,
                                     AtlLight     light);
GHashTable *atl_map_light_dup_marks (AtlBoard    *board,
                                     AtlMeasures *measures);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-silo.h"
#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

/* A hull. Everything is relative to the drawn rectangle of the area. */
typedef struct
{
  GArray  *corners; /* AtlPoint: of the hull before it is rounded */
  GArray  *outline; /* AtlPoint: a closed Bézier path */
  guint    n_nodes;
  double   radius; /* between corners and outline */
  AtlRect  bounds;
  AtlRect  label; /* of the name beside it; empty where it has none */
  gboolean bare;  /* has no hull, as its silo is scattered */
} AtlMapPart;

/* The nodes of a silo, or those without one. A silo whose hull would lie around nodes of others has several
 * parts, the largest first. */
typedef struct
{
  AtlSilo   *silo; /* NULL: nodes without a silo, which have no hull */
  GPtrArray *parts;
  guint      n_nodes;
  AtlPoint   middle;
  gboolean   keyed; /* too scattered for a hull: its name is in the key */
} AtlMapGroup;

AtlMapPart *atl_map_group_get_part (AtlMapGroup *self,
                                    guint        index);
gboolean    atl_map_group_contains (AtlMapGroup *self,
                                    AtlPoint     point);

void atl_map_part_free (gpointer part);
void atl_map_parts_make (AtlAreaState *area,
                         guint         index);

/* atl-map-outline.c */
void     atl_map_outline_make (AtlMapPart *part);
gboolean atl_map_outline_contains (AtlMapPart *part,
                                   AtlPoint    point);

G_END_DECLS

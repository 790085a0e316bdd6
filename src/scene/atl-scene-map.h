/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* How the graph areas of a board are looked at. Nothing here is part of the board. */

typedef enum
{
  ATL_MAP_PEOPLE,
  ATL_MAP_SILOS, /* silos and the links between them, no node and no name of one */
} AtlMapView;

typedef enum
{
  ATL_MAP_MARK_BRIDGE = 1,   /* of a link */
  ATL_MAP_MARK_FRAGILE = 2,  /* of a silo that hangs on one node */
  ATL_MAP_MARK_ISOLATED = 4, /* of a silo without active links */
} AtlMapMark;

/* Says "3 d" of a value of the field "waitingDays"; returns a text that is freed. */
typedef char *(*AtlFieldLabel) (const char   *field,
                                double        value,
                                gconstpointer data);

void       atl_scene_set_map_view (AtlScene  *self,
                                   AtlMapView view);
AtlMapView atl_scene_get_map_view (AtlScene *self);
gboolean   atl_scene_get_nodes_shown (AtlScene *self);
void       atl_scene_set_lit (AtlScene   *self,
                              GHashTable *items);
gboolean   atl_scene_get_faded (AtlScene *self,
                                AtlBox   *box);
void       atl_scene_set_marks (AtlScene   *self,
                                GHashTable *marks);
void       atl_scene_set_field_label (AtlScene     *self,
                                      AtlFieldLabel label,
                                      gconstpointer data);
void       atl_scene_set_traced (AtlScene  *self,
                                 GPtrArray *notes);
void       atl_scene_set_presented (AtlScene   *self,
                                    GHashTable *places);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-map-group.h"

G_BEGIN_DECLS

#define ATL_MAP_CROWDED 1500 /* lines; of more, only those that are asked for are drawn one by one */

#define ATL_MAP_LABEL_SIZE 15.0

/* All links between two groups, as two lines. */
typedef struct
{
  guint    from; /* the lower index */
  guint    to;
  guint    n_active;
  guint    n_blocked;
  guint    n_missing;
  AtlPoint active[4];
  AtlPoint needs[4];
} AtlMapBand;

struct _AtlMapShape
{
  GPtrArray *groups;
  guint     *group_of; /* member of the area to its group */
  guint      n_members;
  GArray    *bands; /* AtlMapBand, the thinnest first */
  AtlRect    room;  /* that lines stay in, below the title */
  guint      n_hulls;
  gboolean   crowded;
  AtlRect    key; /* what names of scattered silos stand in, below the nodes; empty without */
};

void         atl_map_shape_free (AtlMapShape *self);
void         atl_map_shape_update (AtlScene     *scene,
                                   AtlAreaState *area);
AtlMapGroup *atl_map_shape_get_group (AtlMapShape *self,
                                      guint        index);
gboolean     atl_map_shape_has_bands (AtlMapShape *self);

/* atl-map-bands.c */
void atl_map_bands_make (AtlMapShape  *shape,
                         AtlAreaState *area);

/* atl-map-names.c */
void         atl_map_names_sync (AtlScene     *scene,
                                 AtlAreaState *area);
void         atl_map_names_drop (AtlScene     *scene,
                                 AtlAreaState *area);
void         atl_map_names_update (AtlScene     *scene,
                                   AtlAreaState *area);
void         atl_map_names_measure (AtlScene     *scene,
                                    AtlAreaState *area);
PangoLayout *atl_map_name_make (AtlScene   *scene,
                                const char *name,
                                double      width);

/* atl-map-labels.c */
void atl_map_labels_place (AtlAreaState *area);

/* atl-link-router.c */
void atl_link_router_route (AtlScene     *scene,
                            AtlAreaState *area);

G_END_DECLS

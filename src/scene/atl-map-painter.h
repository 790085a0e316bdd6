/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-map-shape.h"

G_BEGIN_DECLS

void   atl_map_bands_paint (AtlScene       *scene,
                            AtlAreaState   *area,
                            AtlDetail       detail,
                            double          alpha,
                            AtlDisplayList *list);
void   atl_map_counts_paint (AtlScene       *scene,
                             AtlAreaState   *area,
                             AtlDetail       detail,
                             AtlDisplayList *list);
void   atl_names_painter_paint (AtlScene       *scene,
                                AtlAreaState   *area,
                                AtlDetail       detail,
                                AtlDisplayList *list);
void   atl_map_group_paint_label (AtlScene       *scene,
                                  AtlAreaState   *area,
                                  AtlMapGroup    *group,
                                  AtlDetail       detail,
                                  AtlDisplayList *list);
void   atl_map_group_fade (AtlScene       *scene,
                           AtlAreaState   *area,
                           guint           index,
                           guint           start,
                           AtlDisplayList *list);
double atl_map_sign_get_width (AtlScene *scene,
                               AtlSilo  *silo,
                               double    size);
void   atl_map_sign_paint (AtlScene       *scene,
                           AtlSilo        *silo,
                           AtlPoint        left,
                           double          size,
                           AtlDisplayList *list);

G_END_DECLS

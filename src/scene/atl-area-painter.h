/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

#define ATL_AXES_BAND 32.0 /* at the top and at the foot of a plot, where the names of its quadrants stand */

double   atl_area_painter_get_header (AtlScene     *scene,
                                      AtlAreaState *area);
void     atl_area_painter_paint (AtlScene       *scene,
                                 AtlAreaState   *area,
                                 AtlDetail       detail,
                                 AtlDisplayList *list);
void     atl_frame_painter_paint (AtlScene       *scene,
                                  AtlBoxState    *frame,
                                  AtlDetail       detail,
                                  AtlDisplayList *list);
void     atl_axes_painter_paint (AtlScene       *scene,
                                 AtlAreaState   *area,
                                 AtlDisplayList *list);
AtlRect  atl_axes_get_plot (AtlScene     *scene,
                            AtlAreaState *area);
AtlRect  atl_axes_get_strip (AtlScene     *scene,
                             AtlAreaState *area);
gboolean atl_axes_is_waiting_at (AtlScene     *scene,
                                 AtlAreaState *area,
                                 AtlPoint      local);
AtlRect  atl_axes_get_waiting_place (AtlScene     *scene,
                                     AtlAreaState *area,
                                     guint         index,
                                     guint         n,
                                     double       *scale);
void     atl_guides_painter_paint (AtlScene       *scene,
                                   AtlAreaState   *area,
                                   AtlDisplayList *list);
void     atl_hulls_painter_paint (AtlScene       *scene,
                                  AtlAreaState   *area,
                                  AtlDetail       detail,
                                  AtlDisplayList *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

double  atl_area_painter_get_header (AtlScene     *scene,
                                     AtlAreaState *area);
void    atl_area_painter_paint (AtlScene       *scene,
                                AtlAreaState   *area,
                                AtlDetail       detail,
                                AtlDisplayList *list);
void    atl_frame_painter_paint (AtlScene       *scene,
                                 AtlBoxState    *frame,
                                 AtlDetail       detail,
                                 AtlDisplayList *list);
void    atl_axes_painter_paint (AtlScene       *scene,
                                AtlAreaState   *area,
                                AtlDisplayList *list);
AtlRect atl_axes_get_plot (AtlScene     *scene,
                           AtlAreaState *area);
void    atl_guides_painter_paint (AtlScene       *scene,
                                  AtlAreaState   *area,
                                  AtlDisplayList *list);
void    atl_hulls_painter_paint (AtlScene       *scene,
                                 AtlAreaState   *area,
                                 AtlDetail       detail,
                                 AtlDisplayList *list);

G_END_DECLS

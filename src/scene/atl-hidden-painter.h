/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

void atl_hidden_painter_paint_edge (AtlDisplayList *list,
                                    AtlRect         paper,
                                    double          radius,
                                    double          width,
                                    AtlRgba         color);
void atl_hidden_painter_paint_back (AtlScene       *scene,
                                    AtlBoxState    *note,
                                    AtlDetail       detail,
                                    AtlRgba         fill,
                                    AtlDisplayList *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-display-list.h"

G_BEGIN_DECLS

void atl_hidden_painter_paint_edge (AtlDisplayList *list,
                                    AtlRect         paper,
                                    double          radius,
                                    double          width,
                                    AtlRgba         color);

G_END_DECLS

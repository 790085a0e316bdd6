/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

void   atl_link_painter_place (AtlScene     *scene,
                               AtlLinkState *link);
void   atl_link_painter_paint (AtlScene       *scene,
                               AtlLinkState   *link,
                               AtlDetail       detail,
                               AtlDisplayList *list);
double atl_link_painter_get_distance (AtlLinkState *link,
                                      AtlPoint      point);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-link-painter.h"

G_BEGIN_DECLS

char *atl_link_labels_dup_remark (AtlLinkState *link);
void  atl_link_labels_paint (AtlScene       *scene,
                             AtlLinkState   *link,
                             const AtlPoint *line,
                             gboolean        bridge,
                             AtlDisplayList *list);
void  atl_link_bridge_paint (AtlScene       *scene,
                             const AtlPoint *line,
                             double          width,
                             double          scale,
                             AtlDisplayList *list);
void  atl_map_pill_paint (AtlScene       *scene,
                          const char     *text,
                          AtlPoint        middle,
                          double          size,
                          AtlRgba         color,
                          AtlDisplayList *list);

G_END_DECLS

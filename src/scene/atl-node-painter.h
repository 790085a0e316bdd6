/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-silo.h"
#include "scene/atl-note-painter.h"

G_BEGIN_DECLS

AtlSilo *atl_node_find_silo (AtlScene    *scene,
                             AtlBoxState *node);
void     atl_node_painter_measure (AtlScene    *scene,
                                   AtlBoxState *node);
void     atl_node_painter_paint (AtlScene       *scene,
                                 AtlBoxState    *node,
                                 AtlDetail       detail,
                                 AtlDisplayList *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

#define ATL_MARK_WIDTH 180.0 /* board units at scale 1, at most */

void atl_mark_painter_paint (AtlScene       *scene,
                             AtlBoxState    *note,
                             AtlDetail       detail,
                             AtlDisplayList *list);

G_END_DECLS

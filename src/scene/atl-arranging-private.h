/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-arranging.h"
#include "scene/atl-scene-private.h"

G_BEGIN_DECLS

void atl_arranging_fill (AtlScene     *scene,
                         AtlAreaState *area);

G_END_DECLS

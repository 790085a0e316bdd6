/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene.h"
#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

/* The two maps as they are shown side by side: on the positions of the later one. */

void atl_compare_picture_prepare (AtlCompareResult *self);
void atl_compare_picture_align (AtlCompareResult *self,
                                AtlScene         *after);

G_END_DECLS

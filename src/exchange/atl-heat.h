/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-palette.h"

G_BEGIN_DECLS

/* Colors of the matrix of silos, on paper. */
AtlRgba atl_heat_get_fill (double ratio);

G_END_DECLS

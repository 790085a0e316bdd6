/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Areas that need more room than they were given grow downward, and move those below them. */
typedef struct
{
  AtlRect stored;
  double  needed; /* height */
  AtlRect placed; /* the result */
} AtlGrowth;

void atl_growth_place (AtlGrowth *areas,
                       guint      n);

G_END_DECLS

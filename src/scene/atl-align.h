/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_ALIGN_LEFT,
  ATL_ALIGN_CENTER,
  ATL_ALIGN_RIGHT,
  ATL_ALIGN_TOP,
  ATL_ALIGN_MIDDLE,
  ATL_ALIGN_BOTTOM,
  ATL_ALIGN_ACROSS, /* equal gaps from left to right */
  ATL_ALIGN_DOWN,   /* equal gaps from top to bottom */
} AtlAlign;

void atl_align_rects (AtlRect *rects,
                      guint    n,
                      AtlAlign how);

G_END_DECLS

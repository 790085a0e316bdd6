/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* A tap of two fingers: both are down and up again within a moment, and hardly move. Zeroed is idle. */
typedef struct
{
  gboolean possible;
  guint32  since; /* milliseconds */
  AtlPoint start; /* pixels, the middle between the fingers */
} AtlTapTool;

void     atl_tap_tool_begin (AtlTapTool *self,
                             guint32     time,
                             AtlPoint    middle);
gboolean atl_tap_tool_move (AtlTapTool *self,
                            AtlPoint    middle,
                            double      scale);
gboolean atl_tap_tool_end (AtlTapTool *self,
                           guint32     time);
void     atl_tap_tool_cancel (AtlTapTool *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-camera.h"
#include "canvas/tools/atl-tool-event.h"

G_BEGIN_DECLS

/* Moves the board under the hand. Zeroed is idle. */
typedef struct
{
  gboolean panning;
  AtlPoint last; /* pixels */
} AtlPanTool;

void atl_pan_tool_feed (AtlPanTool         *self,
                        AtlCamera          *camera,
                        const AtlToolEvent *event);

G_END_DECLS

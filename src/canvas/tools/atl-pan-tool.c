/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-pan-tool.h"

/**
 * atl_pan_tool_feed:
 * @self: the tool
 * @camera: the view that it moves
 * @event: what the pointer did
 *
 * Keeps the point of the board that was pressed under the pointer.
 */
void
atl_pan_tool_feed (AtlPanTool         *self,
                   AtlCamera          *camera,
                   const AtlToolEvent *event)
{
  switch (event->kind)
    {
    case ATL_TOOL_PRESS:
      self->panning = TRUE;
      self->last = event->screen;
      break;
    case ATL_TOOL_MOTION:
      if (self->panning)
        atl_camera_pan (camera, self->last.x - event->screen.x, self->last.y - event->screen.y);
      self->last = event->screen;
      break;
    case ATL_TOOL_RELEASE:
    case ATL_TOOL_CANCEL:
    case ATL_TOOL_DOUBLE:
    default:
      self->panning = FALSE;
    }
}

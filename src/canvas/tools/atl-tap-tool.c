/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-tap-tool.h"

#include <math.h>

#define LONGEST 350        /* milliseconds */
#define MOST_MOTION 16.0   /* pixels */
#define MOST_STRETCH 0.075 /* of the distance between the fingers */

/**
 * atl_tap_tool_begin:
 * @self: a tap
 * @time: milliseconds
 * @middle: between the fingers, in pixels
 *
 * Two fingers are down.
 */
void
atl_tap_tool_begin (AtlTapTool *self,
                    guint32     time,
                    AtlPoint    middle)
{
  *self = (AtlTapTool){ TRUE, time, middle };
}

/**
 * atl_tap_tool_move:
 * @self: a tap
 * @middle: between the fingers, in pixels
 * @scale: how far they are from each other now, as a part of what it was
 *
 * The fingers moved. Once they went further than they tremble, it is no tap, wherever they go after that.
 *
 * Returns: whether it may still become a tap
 */
gboolean
atl_tap_tool_move (AtlTapTool *self,
                   AtlPoint    middle,
                   double      scale)
{
  if (hypot (middle.x - self->start.x, middle.y - self->start.y) > MOST_MOTION ||
      fabs (scale - 1) > MOST_STRETCH)
    self->possible = FALSE;
  return self->possible;
}

/**
 * atl_tap_tool_end:
 * @self: a tap
 * @time: milliseconds, of a clock that may have started anew
 *
 * The first of the fingers is up.
 *
 * Returns: whether it was a tap
 */
gboolean
atl_tap_tool_end (AtlTapTool *self,
                  guint32     time)
{
  gboolean tapped = self->possible && time - self->since <= LONGEST;

  self->possible = FALSE;
  return tapped;
}

/**
 * atl_tap_tool_cancel:
 * @self: a tap
 *
 * Something else took the fingers, as a third one that came.
 */
void
atl_tap_tool_cancel (AtlTapTool *self)
{
  self->possible = FALSE;
}

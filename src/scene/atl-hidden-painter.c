/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-hidden-painter.h"

#define ROUND 0.5523 /* how far the handles of a quarter of a circle reach */
#define DASH 5.0     /* times the width of the line */

/* Goes on to @to by a straight segment; a path is either all straight or all curved. */
static guint
add_line (AtlPoint *path,
          guint     n,
          AtlPoint  to)
{
  path[n] = path[n - 1];
  path[n + 1] = path[n + 2] = to;
  return n + 3;
}

/* Goes on to @to around @corner. */
static guint
add_corner (AtlPoint *path,
            guint     n,
            AtlPoint  corner,
            AtlPoint  to)
{
  AtlPoint from = path[n - 1];

  path[n] = (AtlPoint){ from.x + (corner.x - from.x) * ROUND, from.y + (corner.y - from.y) * ROUND };
  path[n + 1] = (AtlPoint){ to.x + (corner.x - to.x) * ROUND, to.y + (corner.y - to.y) * ROUND };
  path[n + 2] = to;
  return n + 3;
}

/**
 * atl_hidden_painter_paint_edge:
 * @list: where to add it
 * @paper: of a note that is hidden
 * @radius: of its corners
 * @width: of the line
 * @color: of the line
 *
 * Draws the dashed edge of what is not for everybody yet.
 */
void
atl_hidden_painter_paint_edge (AtlDisplayList *list,
                               AtlRect         paper,
                               double          radius,
                               double          width,
                               AtlRgba         color)
{
  AtlRect       in = atl_rect_inset (paper, width / 2);
  double        right = in.x + in.width, bottom = in.y + in.height;
  AtlPoint      path[25] = { { in.x + radius, in.y } };
  guint         n = 1;
  AtlDisplayOp *op = NULL;

  n = add_line (path, n, (AtlPoint){ right - radius, in.y });
  n = add_corner (path, n, (AtlPoint){ right, in.y }, (AtlPoint){ right, in.y + radius });
  n = add_line (path, n, (AtlPoint){ right, bottom - radius });
  n = add_corner (path, n, (AtlPoint){ right, bottom }, (AtlPoint){ right - radius, bottom });
  n = add_line (path, n, (AtlPoint){ in.x + radius, bottom });
  n = add_corner (path, n, (AtlPoint){ in.x, bottom }, (AtlPoint){ in.x, bottom - radius });
  n = add_line (path, n, (AtlPoint){ in.x, in.y + radius });
  n = add_corner (path, n, (AtlPoint){ in.x, in.y }, path[0]);
  op = atl_display_list_stroke (list, path, n, width, color);
  op->curved = TRUE;
  op->dash = DASH * width;
}

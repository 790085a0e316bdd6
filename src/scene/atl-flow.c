/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-flow.h"

/**
 * atl_flow_get_scale:
 * @index: 0 for the largest
 *
 * Returns: the scales that notes of a flow area come in, or 0 past the last
 */
double
atl_flow_get_scale (guint index)
{
  static const double scales[] = { 1, 0.85, 0.7, 0.6, 0.5 };

  return index < G_N_ELEMENTS (scales) ? scales[index] : 0;
}

/**
 * atl_flow_get_columns:
 * @flow: where notes flow
 *
 * Returns: how many notes stand in a row, at least 1
 */
guint
atl_flow_get_columns (const AtlFlow *flow)
{
  double gap = ATL_PAPER_GAP * flow->scale;
  double columns = (flow->width + gap + 0.001) / (ATL_PAPER_WIDTH * flow->scale + gap);

  return (guint) CLAMP (columns, 1, 1000000);
}

/**
 * atl_flow_place:
 * @flow: where notes flow
 * @heights: (array length=n): the heights of the notes at scale 1
 * @n: their number
 * @rects: (array length=n) (out caller-allocates) (nullable): where they stand
 *
 * Places notes in rows, each as high as its highest note.
 *
 * Returns: the lower edge of the last row, or the y of @flow without notes
 */
double
atl_flow_place (const AtlFlow *flow,
                const double  *heights,
                guint          n,
                AtlRect       *rects)
{
  guint  columns = atl_flow_get_columns (flow);
  double width = ATL_PAPER_WIDTH * flow->scale;
  double gap = ATL_PAPER_GAP * flow->scale;
  double y = flow->y;
  double row = 0;

  for (guint i = 0; i < n; i++)
    {
      double height = heights[i] * flow->scale;

      if (i > 0 && i % columns == 0)
        {
          y += row + gap;
          row = 0;
        }
      row = MAX (row, height);
      if (rects != NULL)
        rects[i] = atl_rect (flow->x + (i % columns) * (width + gap), y, width, height);
    }
  return y + row;
}

/* Whether @rect is in a row below the one that @point is in. */
static gboolean
is_below (AtlRect  rect,
          AtlPoint point)
{
  return rect.y > point.y;
}

/**
 * atl_flow_find_slot:
 * @rects: (array length=n): notes in reading order, as placed
 * @n: their number
 * @point: where something is held over them
 *
 * Finds between which notes @point is: in its row, before the first whose middle is right of it.
 *
 * Returns: the index of the note that follows, or @n for the end
 */
guint
atl_flow_find_slot (const AtlRect *rects,
                    guint          n,
                    AtlPoint       point)
{
  guint first = 0; /* of the row that point is in: the last one that starts above it */
  guint end;

  for (guint i = 0; i < n && !is_below (rects[i], point); i++)
    if (rects[i].y > rects[first].y)
      first = i;
  for (end = first; end < n && rects[end].y <= rects[first].y; end++)
    if (rects[end].x + rects[end].width / 2 > point.x)
      return end;
  return end;
}

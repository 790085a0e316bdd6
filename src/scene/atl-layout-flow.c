/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-flow.h"
#include "scene/atl-note-painter.h"
#include "scene/atl-scene-layout.h"

/* Notes of a flow area: runs of rows, and a framed block of rows for each open stack. */

static AtlBoxState *
member (AtlAreaState *area,
        guint         index)
{
  return area->members->pdata[index];
}

static guint
find_run_end (AtlAreaState *area,
              guint         start)
{
  AtlBox *frame = member (area, start)->box.stack;
  guint   end = start + 1;

  while (end < area->members->len && member (area, end)->box.stack == frame)
    end++;
  return end;
}

static void
set_run (AtlScene      *scene,
         AtlAreaState  *area,
         guint          start,
         guint          n,
         const AtlRect *rects,
         double         scale)
{
  for (guint i = 0; i < n; i++)
    atl_layout_set_note (scene, member (area, start + i), rects[i], scale);
}

/* Places members @start to @end. Returns the lower edge. */
static double
place_run (AtlScene      *scene,
           AtlAreaState  *area,
           const AtlFlow *flow,
           const double  *heights,
           guint          start,
           guint          end)
{
  g_autofree AtlRect *rects = g_new (AtlRect, end - start);
  AtlBox             *frame = member (area, start)->box.stack;
  AtlFlow             inner = *flow;
  double              padding = frame != NULL ? ATL_FRAME_PADDING * flow->scale : 0;
  double              header = frame != NULL ? ATL_FRAME_HEADER * flow->scale : 0;

  inner.x += padding;
  inner.y += padding + header;
  inner.width -= 2 * padding;
  double bottom = atl_flow_place (&inner, heights + start, end - start, rects) + padding;
  set_run (scene, area, start, end - start, rects, flow->scale);
  if (frame != NULL)
    atl_layout_set_frame (scene, (AtlBoxState *) frame,
                          atl_rect (flow->x, flow->y, flow->width, bottom - flow->y), flow->scale);
  return bottom;
}

/* The lower edge that there would be if all stacks were closed. */
static double
try_closed (AtlScene      *scene,
            AtlAreaState  *area,
            const AtlFlow *flow,
            const double  *heights,
            guint          start,
            guint          end)
{
  g_autofree double *closed = g_new (double, end - start + 1);
  guint              n = 0;

  for (guint i = start; i < end; i++)
    {
      AtlBoxState *state = member (area, i);

      if (state->box.stack == NULL)
        closed[n++] = heights[i];
      else if (state->box.stack->item == state->box.item)
        closed[n++] = atl_note_painter_get_closed_height (scene, state);
    }
  return atl_flow_place (flow, closed, n, NULL);
}

/**
 * atl_layout_flow_run:
 * @scene: a scene
 * @area: an area that places its notes itself
 * @flow: where they begin, and how large they are
 * @heights: of all notes of @area, at scale 1
 * @start: the first of those that are placed
 * @end: behind the last of them
 * @for_good: whether they come there, or it is only tried
 *
 * A try finds the scale at which notes fit. It has open stacks closed: who opens one wants to read it, and
 * not to see all other notes of the area get smaller; the area grows downward instead.
 *
 * Returns: the lower edge
 */
double
atl_layout_flow_run (AtlScene     *scene,
                     AtlAreaState *area,
                     AtlFlow       flow,
                     const double *heights,
                     guint         start,
                     guint         end,
                     gboolean      for_good)
{
  double bottom = flow.y;

  if (!for_good)
    return try_closed (scene, area, &flow, heights, start, end);
  for (guint next; start < end; start = next)
    {
      next = MIN (find_run_end (area, start), end);
      bottom = place_run (scene, area, &flow, heights, start, next);
      flow.y = bottom + ATL_PAPER_GAP * flow.scale;
    }
  return bottom;
}

static double
place_all (AtlScene     *scene,
           AtlAreaState *area,
           AtlFlow       flow,
           const double *heights,
           gboolean      for_good)
{
  return atl_layout_flow_run (scene, area, flow, heights, 0, area->members->len, for_good);
}

static double *
measure_members (AtlScene     *scene,
                 AtlAreaState *area)
{
  double *heights = g_new (double, area->members->len + 1);

  for (guint i = 0; i < area->members->len; i++)
    heights[i] = atl_note_painter_get_height (scene, member (area, i));
  return heights;
}

/**
 * atl_layout_flow:
 * @scene: a scene
 * @area: a flow area whose tile has its width
 * @available: the height it was given
 *
 * Places the notes of @area at the largest scale that fits.
 *
 * Returns: the height that the tile needs
 */
double
atl_layout_flow (AtlScene     *scene,
                 AtlAreaState *area,
                 double        available)
{
  const double       margin = ATL_AREA_INSET + ATL_AREA_PADDING;
  g_autofree double *heights = measure_members (scene, area);
  double             top = atl_layout_get_header_bottom (scene, area);
  AtlFlow            flow = { margin, top, area->tile.width - 2 * margin, 1 };

  if (area->members->len == 0)
    return flow.y;
  for (guint i = 0; atl_flow_get_scale (i) > 0; i++)
    {
      flow.scale = atl_flow_get_scale (i);
      if (place_all (scene, area, flow, heights, FALSE) + margin <= available)
        break;
    }
  return place_all (scene, area, flow, heights, TRUE) + margin;
}

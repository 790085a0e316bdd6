/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-align.h"

static AtlRect
get_bounds (const AtlRect *rects,
            guint          n)
{
  AtlRect bounds = rects[0];

  for (guint i = 1; i < n; i++)
    bounds = atl_rect_union (bounds, rects[i]);
  return bounds;
}

static void
align_one (AtlRect *rect,
           AtlRect  bounds,
           AtlAlign how)
{
  if (how == ATL_ALIGN_LEFT)
    rect->x = bounds.x;
  else if (how == ATL_ALIGN_CENTER)
    rect->x = bounds.x + (bounds.width - rect->width) / 2;
  else if (how == ATL_ALIGN_RIGHT)
    rect->x = bounds.x + bounds.width - rect->width;
  else if (how == ATL_ALIGN_TOP)
    rect->y = bounds.y;
  else if (how == ATL_ALIGN_MIDDLE)
    rect->y = bounds.y + (bounds.height - rect->height) / 2;
  else
    rect->y = bounds.y + bounds.height - rect->height;
}

/* Distributing turns rectangles so that both directions are one. */
static AtlRect
turned (AtlRect rect)
{
  return atl_rect (rect.y, rect.x, rect.height, rect.width);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      rects)
{
  AtlPoint first = atl_rect_center (((const AtlRect *) rects)[*(const guint *) a]);
  AtlPoint second = atl_rect_center (((const AtlRect *) rects)[*(const guint *) b]);

  if (first.x != second.x)
    return first.x < second.x ? -1 : 1;
  return first.y < second.y ? -1 : first.y > second.y;
}

static void
distribute_across (AtlRect *rects,
                   guint    n)
{
  g_autofree guint *order = g_new (guint, n);
  AtlRect           bounds = get_bounds (rects, n);
  double            taken = 0, gap, x = bounds.x;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      taken += rects[i].width;
    }
  g_qsort_with_data (order, (gint) n, sizeof (guint), compare_places, rects);
  gap = (bounds.width - taken) / (n - 1);
  for (guint i = 0; i < n; i++)
    {
      rects[order[i]].x = x;
      x += rects[order[i]].width + gap;
    }
}

/**
 * atl_align_rects:
 * @rects: (array length=n) (inout): rectangles in any unit
 * @n: how many; two for aligning, three for distributing have an effect
 * @how: what to do
 *
 * Aligns rectangles to the edges or the middle of what they cover together, or gives them equal gaps between
 * the first and the last, in the order of their places; negative gaps where they have no room.
 */
void
atl_align_rects (AtlRect *rects,
                 guint    n,
                 AtlAlign how)
{
  if (n < 2 || (how >= ATL_ALIGN_ACROSS && n < 3))
    return;
  if (how < ATL_ALIGN_ACROSS)
    {
      AtlRect bounds = get_bounds (rects, n);

      for (guint i = 0; i < n; i++)
        align_one (&rects[i], bounds, how);
      return;
    }
  for (guint i = 0; how == ATL_ALIGN_DOWN && i < n; i++)
    rects[i] = turned (rects[i]);
  distribute_across (rects, n);
  for (guint i = 0; how == ATL_ALIGN_DOWN && i < n; i++)
    rects[i] = turned (rects[i]);
}

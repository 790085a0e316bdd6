/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#include <math.h>

#define FULL 0.86  /* of the room, for what is spread */
#define WIDEST 3.0 /* by how much */

/* By how much the distances of @n slots can grow in the room. */
static double
get_spread (const AtlSlot *slots,
            guint          n,
            gboolean       across,
            double         room)
{
  double first = G_MAXDOUBLE, last = -G_MAXDOUBLE, start = G_MAXDOUBLE, end = -G_MAXDOUBLE;
  double edges;

  for (guint i = 0; i < n; i++)
    {
      double middle = across ? slots[i].x : slots[i].y;
      double half = (across ? slots[i].width : slots[i].height) / 2;

      first = MIN (first, middle);
      last = MAX (last, middle);
      start = MIN (start, middle - half);
      end = MAX (end, middle + half);
    }
  edges = end - start - (last - first);
  return last - first > 1 ? CLAMP ((room * FULL - edges) / (last - first), 1, WIDEST) : 1;
}

/**
 * atl_arrange_spread:
 * @room: where there is room
 * @slots: slots that do not overlap
 * @n: how many
 *
 * Takes slots that stand close in a large room away from each other; what was left of another stays so.
 */
void
atl_arrange_spread (const AtlArrangeRoom *room,
                    AtlSlot              *slots,
                    guint                 n)
{
  double across = get_spread (slots, n, TRUE, room->width);
  double down = get_spread (slots, n, FALSE, room->height);
  double x = 0, y = 0;

  for (guint i = 0; i < n; i++)
    {
      x += slots[i].x / n;
      y += slots[i].y / n;
    }
  for (guint i = 0; i < n; i++)
    {
      slots[i].x = x + (slots[i].x - x) * across;
      slots[i].y = y + (slots[i].y - y) * down;
    }
}

static gboolean
is_inside (const AtlArrangeNode *node,
           const AtlArrangeRoom *room)
{
  return node->x - node->width / 2 >= room->x && node->y - node->height / 2 >= room->y &&
         node->x + node->width / 2 <= room->x + room->width &&
         node->y + node->height / 2 <= room->y + room->height;
}

/**
 * atl_arrange_is_apart:
 * @map: a map whose nodes have places
 *
 * Returns: whether none overlap, and all that moved are in the room
 */
gboolean
atl_arrange_is_apart (const AtlArrangeMap *map)
{
  for (guint i = 0; i < map->n_nodes; i++)
    {
      const AtlArrangeNode *a = &map->nodes[i];

      if (!a->pinned && !is_inside (a, &map->room))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (fabs (a->x - map->nodes[j].x) < (a->width + map->nodes[j].width) / 2 &&
            fabs (a->y - map->nodes[j].y) < (a->height + map->nodes[j].height) / 2)
          return FALSE;
    }
  return TRUE;
}

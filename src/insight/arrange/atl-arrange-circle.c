/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#include <math.h>

#define MOST_DENSE 400

/* How far the way around is from following the arcs, for one direction of it. */
static double
count_with (const AtlArrangeMap *map,
            const guint         *place)
{
  double with = 0;

  for (guint i = 0; i < map->n_arcs; i++)
    {
      guint way = (place[map->arcs[i].to] + map->n_nodes - place[map->arcs[i].from]) % map->n_nodes;

      with += way * 2 < map->n_nodes ? map->arcs[i].strength : -map->arcs[i].strength;
    }
  return with;
}

static guint *
dup_order (const AtlArrangeMap *map)
{
  guint              n = map->n_nodes;
  guint             *order = g_new0 (guint, n + 1);
  g_autofree guint  *place = g_new0 (guint, n + 1);
  g_autofree double *weights = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > MOST_DENSE)
    return order;
  weights = g_new0 (double, (gsize) n *n + 1);
  for (guint i = 0; i < map->n_arcs; i++)
    {
      guint a = map->arcs[i].from, b = map->arcs[i].to;

      weights[a * n + b] += map->arcs[i].strength;
      weights[b * n + a] += map->arcs[i].strength;
    }
  atl_arrange_order_ring (weights, n, order);
  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  for (guint i = 0; count_with (map, place) < 0 && i < n / 2; i++)
    {
      guint other = order[i];

      order[i] = order[n - 1 - i];
      order[n - 1 - i] = other;
    }
  return order;
}

/* How many rings it takes: on one, neighbors would lie on each other. */
static guint
count_rings (const AtlArrangeMap *map,
             double               rx,
             double               ry)
{
  double around = G_PI * (3 * (rx + ry) - sqrt ((3 * rx + ry) * (rx + 3 * ry)));
  double sum = 0;

  for (guint i = 0; i < map->n_nodes; i++)
    sum += (map->nodes[i].width + map->nodes[i].height) / 2 + map->gap / 2;
  return (guint) CLAMP (sum / MAX (around, 1) + 0.99, 1, 12);
}

/**
 * atl_arrange_circle:
 * @map: a map
 * @cancellable: (nullable): to give up
 *
 * Places nodes around an ellipse, linked ones side by side, arcs clockwise where they can be. When one ring
 * is too full, nodes take turns on several.
 */
void
atl_arrange_circle (AtlArrangeMap *map,
                    GCancellable  *cancellable)
{
  g_autofree guint *order = NULL;
  double            widest = 0, highest = 0, rx, ry;
  guint             rings;

  if (map->n_nodes == 0)
    return;
  order = dup_order (map);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      widest = MAX (widest, map->nodes[i].width);
      highest = MAX (highest, map->nodes[i].height);
    }
  rx = MAX (map->room.width - widest, 0) / 2;
  ry = MAX (map->room.height - highest - map->label_height, 0) / 2;
  rx = MIN (rx, ry * 1.7);
  rings = count_rings (map, rx, ry);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      AtlArrangeNode *node = &map->nodes[order[i]];
      double          angle = 2 * G_PI * i / map->n_nodes - G_PI_2;
      double          part = 1 - (double) (i % rings) / (rings + 0.6);

      if (node->pinned)
        continue;
      node->x = map->room.x + map->room.width / 2 + (map->n_nodes > 1 ? rx * part * cos (angle) : 0);
      node->y = map->room.y + map->room.height / 2 + (map->n_nodes > 1 ? ry * part * sin (angle) : 0);
    }
}

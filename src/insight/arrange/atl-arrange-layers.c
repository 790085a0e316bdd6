/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-layers.h"

#include <math.h>
#include <stdlib.h>

#define FARTHEST 150.0 /* between the boxes of two layers */
#define MOST_DENSE 400 /* lanes whose order is looked for */

/* From left to right. With silos, each has a lane of its own, as in a swim lane chart; without, layers are
 * ordered for few crossings. */

static void
find_lanes (Layers *self)
{
  AtlArrangeMap *map = self->map;

  self->n_lanes = 0;
  self->lane_of = g_new0 (guint, map->n_nodes + 1);
  g_autofree guint *lanes = g_new0 (guint, map->n_silos + 1);
  for (guint i = 0; i < map->n_nodes; i++)
    {
      int   silo = map->nodes[i].silo < (int) map->n_silos ? map->nodes[i].silo : -1;
      guint key = silo >= 0 ? (guint) silo : map->n_silos;

      if (lanes[key] == 0)
        lanes[key] = ++self->n_lanes;
      self->lane_of[i] = lanes[key] - 1;
    }
}

/* What feeds in late stands just before what it feeds. Nodes without any link are told by a depth of
 * G_MAXUINT. */
static void
find_depths (Layers *self)
{
  AtlArrangeMap    *map = self->map;
  g_autofree guint *nearest = g_new (guint, map->n_nodes + 1);
  g_autofree guint *incoming = g_new0 (guint, map->n_nodes + 1);

  self->kept = g_new0 (gboolean, map->n_arcs + 1);
  self->depths = atl_arrange_dup_depths (map, self->kept);
  for (guint i = 0; i < map->n_nodes; i++)
    nearest[i] = G_MAXUINT;
  for (guint i = 0; i < map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &map->arcs[i];

      if (!self->kept[i])
        continue;
      incoming[arc->to]++;
      nearest[arc->from] = MIN (nearest[arc->from], self->depths[arc->to]);
    }
  self->n_layers = 1;
  for (guint i = 0; i < map->n_nodes; i++)
    {
      if (incoming[i] == 0 && nearest[i] != G_MAXUINT)
        self->depths[i] = nearest[i] - 1;
      else if (incoming[i] == 0)
        self->depths[i] = G_MAXUINT;
      if (self->depths[i] != G_MAXUINT)
        self->n_layers = MAX (self->n_layers, self->depths[i] + 1);
    }
}

static double
get_widest (Layers *self)
{
  double widest = 0;

  for (guint i = 0; i < self->map->n_nodes; i++)
    widest = MAX (widest, self->map->nodes[i].width);
  return widest;
}

/* Loose nodes go under each other at the end of the fullest lane's start: from left to right, after all. */
static void
place_columns (Layers *self)
{
  AtlArrangeMap *map = self->map;
  double         widest = get_widest (self);
  double         inner = map->room.width - widest - 2 * map->margin;
  double         step = self->n_layers > 1 ? MIN (inner / (self->n_layers - 1), widest + FARTHEST) : 0;
  double         width = step * (self->n_layers - 1);
  double         left = map->room.x + (map->room.width - width) / 2;
  guint          loose = 0;

  for (guint i = 0; i < map->n_nodes; i++)
    {
      guint layer = self->depths[i] != G_MAXUINT ? self->depths[i] : loose++ % self->n_layers;

      if (!map->nodes[i].pinned)
        map->nodes[i].x = left + layer * step;
    }
}

static guint *
dup_lane_order (Layers *self)
{
  guint              n = self->n_lanes;
  guint             *order = g_new0 (guint, n + 1);
  g_autofree double *weights = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > MOST_DENSE)
    return order;
  weights = g_new0 (double, n *n + 1);
  for (guint i = 0; i < self->map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &self->map->arcs[i];
      guint                a = self->lane_of[arc->from];
      guint                b = self->lane_of[arc->to];

      weights[a * n + b] += 1;
      weights[b * n + a] += 1;
    }
  atl_arrange_order_line (weights, n, order);
  return order;
}

/* Lanes */

typedef struct
{
  Layers *layers;
  guint  *sorted; /* nodes from left to right */
  guint  *rows;   /* node to its row in the lane */
  GArray *ends;   /* of the lane: where each row ends */
  double  gap;    /* between two nodes of a row */
} Filling;

static int
compare_left (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const AtlArrangeNode *nodes = data;
  const AtlArrangeNode *one = &nodes[*(const guint *) a];
  const AtlArrangeNode *other = &nodes[*(const guint *) b];

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/* The row of what leads to @node in the same lane, so that a chain stays in its row. */
static guint
find_wish (Filling *filling,
           guint    node)
{
  Layers *layers = filling->layers;

  for (guint i = 0; i < layers->map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &layers->map->arcs[i];

      if (arc->to == node && layers->kept[i] && layers->lane_of[arc->from] == layers->lane_of[node] &&
          filling->rows[arc->from] != G_MAXUINT)
        return filling->rows[arc->from];
    }
  return 0;
}

static gboolean
fits_row (Filling *filling,
          guint    row,
          double   left)
{
  return g_array_index (filling->ends, double, row) <= left;
}

static void
give_row (Filling *filling,
          guint    node)
{
  AtlArrangeMap        *map = filling->layers->map;
  const AtlArrangeNode *it = &map->nodes[node];
  double                left = it->x - it->width / 2;
  double                end = it->x + it->width / 2 + filling->gap;
  guint                 row = find_wish (filling, node);

  if (row >= filling->ends->len || !fits_row (filling, row, left))
    for (row = 0; row < filling->ends->len && !fits_row (filling, row, left); row++)
      ;
  if (row == filling->ends->len)
    g_array_append_val (filling->ends, end);
  g_array_index (filling->ends, double, row) = end;
  filling->rows[node] = row;
}

static guint
fill_lane (Filling *filling,
           guint    lane)
{
  g_array_set_size (filling->ends, 0);
  for (guint i = 0; i < filling->layers->map->n_nodes; i++)
    if (filling->layers->lane_of[filling->sorted[i]] == lane)
      give_row (filling, filling->sorted[i]);
  return filling->ends->len;
}

/* Gives each node its row; tells how many rows there are in all lanes. */
static guint
fill_lanes (Filling *filling,
            guint   *heights)
{
  guint n_rows = 0;

  for (guint i = 0; i < filling->layers->map->n_nodes; i++)
    filling->rows[i] = G_MAXUINT;
  for (guint lane = 0; lane < filling->layers->n_lanes; lane++)
    n_rows += heights[lane] = fill_lane (filling, lane);
  return n_rows;
}

static double
get_row_height (Layers *self)
{
  double highest = 0;

  for (guint i = 0; i < self->map->n_nodes; i++)
    highest = MAX (highest, self->map->nodes[i].height);
  return highest + self->map->gap * 0.7;
}

static void
set_lane (Filling *filling,
          guint    lane,
          double   top,
          double   pitch)
{
  AtlArrangeMap *map = filling->layers->map;

  for (guint i = 0; i < map->n_nodes; i++)
    if (filling->layers->lane_of[i] == lane && !map->nodes[i].pinned)
      map->nodes[i].y = top + pitch * (filling->rows[i] + 0.5);
}

static void
place_lanes (Layers *self)
{
  AtlArrangeMap     *map = self->map;
  g_autofree guint  *order = dup_lane_order (self);
  g_autofree guint  *sorted = g_new0 (guint, map->n_nodes + 1);
  g_autofree guint  *rows = g_new0 (guint, map->n_nodes + 1);
  g_autofree guint  *heights = g_new0 (guint, self->n_lanes + 1);
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (double));
  Filling            filling = { self, sorted, rows, ends };
  double             pitch = get_row_height (self);
  double             border = 2 * map->margin + map->label_height;
  double             used = self->n_lanes * border, top = map->room.y, between;
  guint              n_rows = 0;

  for (guint i = 0; i < map->n_nodes; i++)
    sorted[i] = i;
  g_qsort_with_data (sorted, (int) map->n_nodes, sizeof (guint), compare_left, map->nodes);
  n_rows = fill_lanes (&filling, heights);
  if (n_rows * pitch + used > map->room.height)
    {
      filling.gap = map->gap / 2;
      n_rows = fill_lanes (&filling, heights);
    }
  pitch = MIN (pitch, MAX (map->room.height - used, 40) / MAX (n_rows, 1));
  between = CLAMP ((map->room.height - used - n_rows * pitch) / (self->n_lanes + 1), 0, 60);
  top += (map->room.height - used - n_rows * pitch - between * (self->n_lanes - 1)) / 2;
  for (guint i = 0; i < self->n_lanes; i++)
    {
      set_lane (&filling, order[i], top + map->margin + map->label_height, pitch);
      top += border + heights[order[i]] * pitch + between;
    }
}

/**
 * atl_arrange_layers:
 * @map: a map
 * @cancellable: (nullable): to give up
 *
 * Places nodes from left to right by the longest way that leads to them (Sugiyama, Tagawa and Toda 1981);
 * cycles are cut where they come back.
 */
void
atl_arrange_layers (AtlArrangeMap *map,
                    GCancellable  *cancellable)
{
  Layers self = { .map = map };

  if (map->n_nodes == 0)
    return;
  find_lanes (&self);
  find_depths (&self);
  place_columns (&self);
  if (self.n_lanes > 1)
    place_lanes (&self);
  else
    atl_layers_uncross (&self, cancellable);
  g_free (self.lane_of);
  g_free (self.depths);
  g_free (self.kept);
}

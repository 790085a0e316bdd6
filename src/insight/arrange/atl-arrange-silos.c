/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#include <math.h>

#define GOLDEN 2.39996322972865332
#define GROUP_GAP 18.0 /* between hulls */
#define SEPARATE_ROUNDS 600
#define MOST_TRIED 300 /* nodes up to which several distances are tried */
#define MOST_DENSE 400 /* groups whose order around the circle is looked for */
#define MOST_ON_RING 12
#define MOST_SPREAD 60 /* nodes of a map that takes the room it has */

static const double tighter[] = { 1, 0.55, 0.3 };

/* The nodes of a silo, or those without one. */
typedef struct
{
  GArray  *members; /* of guint */
  AtlSlot  slot;    /* what the hull and its name take */
  double   margin;  /* 0 without a hull */
  double   label;
  double   label_height;
  double   anchor_x; /* the middle of the pinned ones */
  double   anchor_y;
  gboolean anchored;
} Group;

typedef struct
{
  AtlArrangeMap *map;
  GPtrArray     *groups;
  guint         *group_of; /* node to the index of its group */
  GArray        *arcs;     /* AtlArrangeArc between groups */
  GCancellable  *cancellable;
} Layout;

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->members);
  g_free (group);
}

static Group *
add_group (Layout *layout,
           int     silo)
{
  Group *group = g_new0 (Group, 1);

  group->members = g_array_new (FALSE, FALSE, sizeof (guint));
  if (silo >= 0)
    {
      group->margin = layout->map->margin;
      group->label = layout->map->labels[silo];
      group->label_height = layout->map->label_height;
    }
  g_ptr_array_add (layout->groups, group);
  return group;
}

/* A few nodes without any silo are what a circle is made of, as silos are. */
static gboolean
is_ring (const AtlArrangeMap *map)
{
  for (guint i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].silo >= 0 || map->nodes[i].pinned)
      return FALSE;
  return map->n_arcs > 0 && map->n_nodes <= MOST_ON_RING;
}

/* Nodes without a silo stand together on a circle, and each for itself where forces decide. */
static void
collect_groups (Layout  *layout,
                gboolean circle)
{
  AtlArrangeMap     *map = layout->map;
  g_autofree Group **by_silo = g_new0 (Group *, map->n_silos + 1);
  g_autofree guint  *index = g_new0 (guint, map->n_silos + 1);

  for (guint i = 0; i < map->n_nodes; i++)
    {
      int   silo = map->nodes[i].silo < (int) map->n_silos ? map->nodes[i].silo : -1;
      guint key = silo >= 0 ? (guint) silo : map->n_silos;

      if (by_silo[key] == NULL || (silo < 0 && !circle))
        {
          by_silo[key] = add_group (layout, silo);
          index[key] = layout->groups->len - 1;
        }
      g_array_append_val (by_silo[key]->members, i);
      layout->group_of[i] = index[key];
    }
}

static void
collect_arcs (Layout *layout)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint                  n = layout->groups->len;

  for (guint i = 0; i < layout->map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &layout->map->arcs[i];
      guint                a = layout->group_of[arc->from];
      guint                b = layout->group_of[arc->to];
      gpointer             key = GSIZE_TO_POINTER ((gsize) MIN (a, b) * n + MAX (a, b) + 1);
      guint                at = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
      AtlArrangeArc        joined = { MIN (a, b), MAX (a, b), arc->strength };

      if (a == b)
        continue;
      if (at > 0)
        {
          g_array_index (layout->arcs, AtlArrangeArc, at - 1).strength += arc->strength;
          continue;
        }
      g_array_append_val (layout->arcs, joined);
      g_hash_table_insert (seen, key, GUINT_TO_POINTER (layout->arcs->len));
    }
}

static void
find_anchor (Layout *layout,
             Group  *group)
{
  guint n = 0;

  for (guint i = 0; i < group->members->len; i++)
    {
      AtlArrangeNode *node = &layout->map->nodes[g_array_index (group->members, guint, i)];

      if (!node->pinned)
        continue;
      group->anchor_x += node->x;
      group->anchor_y += node->y;
      n++;
    }
  group->anchored = n > 0;
  if (n == 0)
    return;
  group->anchor_x /= n;
  group->anchor_y /= n;
}

/* The rectangle around hull and name. */
static void
measure_group (Layout *layout,
               Group  *group)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < group->members->len; i++)
    {
      AtlArrangeNode *node = &layout->map->nodes[g_array_index (group->members, guint, i)];

      left = MIN (left, node->x - node->width / 2);
      right = MAX (right, node->x + node->width / 2);
      top = MIN (top, node->y - node->height / 2);
      bottom = MAX (bottom, node->y + node->height / 2);
    }
  group->slot.width = MAX (right - left + 2 * group->margin, group->label);
  group->slot.height = bottom - top + 2 * group->margin + group->label_height;
  group->slot.x = (left + right) / 2;
  group->slot.y = (top + bottom - group->label_height) / 2;
  group->slot.fixed = group->anchored;
}

static void
move_group (Layout *layout,
            Group  *group,
            double  x,
            double  y)
{
  for (guint i = 0; i < group->members->len; i++)
    {
      AtlArrangeNode *node = &layout->map->nodes[g_array_index (group->members, guint, i)];

      if (node->pinned)
        continue;
      node->x += x - group->slot.x;
      node->y += y - group->slot.y;
    }
  group->slot.x = x;
  group->slot.y = y;
}

/* Inside a group. Boxes are wider than high: heights are stretched while forces work, so that lines of
 * boxes come close. */

typedef struct
{
  Layout  *layout;
  Group   *group;
  AtlSlot *slots;
  AtlPull *pulls;
  GArray  *arcs;
  double   stretch;
} Inner;

static double
get_stretch (Layout *layout,
             Group  *group)
{
  double width = 0, height = 0;

  for (guint i = 0; i < group->members->len; i++)
    {
      AtlArrangeNode *node = &layout->map->nodes[g_array_index (group->members, guint, i)];

      width += node->width + layout->map->gap;
      height += node->height + layout->map->gap;
    }
  return height > 0 ? CLAMP (0.9 * width / height, 1, 2.4) : 1;
}

/* Arcs that stay inside, with the indices of members. */
static GArray *
collect_inner_arcs (Layout *layout,
                    guint   index)
{
  Group            *group = layout->groups->pdata[index];
  GArray           *arcs = g_array_new (FALSE, FALSE, sizeof (AtlArrangeArc));
  g_autofree guint *place = g_new0 (guint, layout->map->n_nodes + 1);

  for (guint i = 0; i < group->members->len; i++)
    place[g_array_index (group->members, guint, i)] = i;
  for (guint i = 0; i < layout->map->n_arcs; i++)
    {
      AtlArrangeArc arc = layout->map->arcs[i];

      if (layout->group_of[arc.from] != index || layout->group_of[arc.to] != index)
        continue;
      arc.from = place[arc.from];
      arc.to = place[arc.to];
      arc.strength = MIN (0.4 + 0.2 * arc.strength, 1.4) * 6 / MAX (6, group->members->len);
      g_array_append_val (arcs, arc);
    }
  return arcs;
}

static void
sow (Inner *inner)
{
  Layout *layout = inner->layout;
  Group  *group = inner->group;
  double  step = sqrt ((layout->map->gap + 90) * (layout->map->gap + 60)) * 0.6;
  double  turn = (layout->map->seed % 360) * G_PI / 180;
  double  x = group->anchored ? group->anchor_x : 0;
  double  y = group->anchored ? group->anchor_y : 0;

  for (guint i = 0; i < group->members->len; i++)
    {
      AtlArrangeNode *node = &layout->map->nodes[g_array_index (group->members, guint, i)];
      double          radius = step * sqrt (i);

      if (node->pinned)
        continue;
      node->x = x + radius * cos (i * GOLDEN + turn);
      node->y = y + radius * sin (i * GOLDEN + turn);
    }
}

static void
load (Inner *inner)
{
  for (guint i = 0; i < inner->group->members->len; i++)
    {
      AtlArrangeNode *node = &inner->layout->map->nodes[g_array_index (inner->group->members, guint, i)];

      inner->slots[i] = (AtlSlot){ node->x, node->y * inner->stretch, node->width,
                                   node->height * inner->stretch, node->pinned };
    }
}

static void
unload (Inner *inner)
{
  for (guint i = 0; i < inner->group->members->len; i++)
    {
      AtlArrangeNode *node = &inner->layout->map->nodes[g_array_index (inner->group->members, guint, i)];

      if (node->pinned)
        continue;
      node->x = inner->slots[i].x;
      node->y = inner->slots[i].y / inner->stretch;
    }
}

/* For each member, the mean direction of those outside that it works with. */
static AtlPull *
dup_directions (Inner *inner,
                guint  index)
{
  Layout           *layout = inner->layout;
  Group            *group = inner->group;
  AtlPull          *toward = g_new0 (AtlPull, group->members->len + 1);
  g_autofree guint *place = g_new0 (guint, layout->map->n_nodes + 1);

  for (guint i = 0; i < group->members->len; i++)
    place[g_array_index (group->members, guint, i)] = i;
  for (guint i = 0; i < 2 * layout->map->n_arcs; i++)
    {
      const AtlArrangeArc *arc = &layout->map->arcs[i / 2];
      guint                node = i % 2 == 0 ? arc->from : arc->to;
      Group               *there =
        layout->groups->pdata[layout->group_of[i % 2 == 0 ? arc->to : arc->from]];
      double dx = there->slot.x - group->slot.x;
      double dy = there->slot.y - group->slot.y;
      double length = hypot (dx, dy);

      if (layout->group_of[node] != index || there == group || length < 1)
        continue;
      toward[place[node]].x += dx / length;
      toward[place[node]].y += dy / length;
      toward[place[node]].force += 1;
    }
  return toward;
}

/* Everybody wants to the middle, and a little toward those outside. */
static void
wish (Inner *inner,
      guint  index)
{
  Group              *group = inner->group;
  g_autofree AtlPull *toward = dup_directions (inner, index);
  double              x = group->anchored ? group->anchor_x : group->slot.x;
  double              y = group->anchored ? group->anchor_y : group->slot.y;

  for (guint i = 0; i < group->members->len; i++)
    {
      double part = toward[i].force > 0 ? 40 / toward[i].force : 0;

      inner->pulls[i] =
        (AtlPull){ x + toward[i].x * part, (y + toward[i].y * part) * inner->stretch, 2.5 };
    }
}

static void
arrange_inside (Layout  *layout,
                guint    index,
                gboolean again)
{
  Group              *group = layout->groups->pdata[index];
  guint               n = group->members->len;
  g_autofree AtlSlot *slots = g_new0 (AtlSlot, n + 1);
  g_autofree AtlPull *pulls = g_new0 (AtlPull, n + 1);
  g_autoptr (GArray)  arcs = n > 1 ? collect_inner_arcs (layout, index)
                                   : g_array_new (FALSE, FALSE, sizeof (AtlArrangeArc));
  Inner               inner = { layout, group, slots, pulls, arcs, get_stretch (layout, group) };
  AtlSwarm            swarm = { .slots = slots,
                                .n = n,
                                .arcs = (AtlArrangeArc *) (gpointer) arcs->data,
                                .n_arcs = arcs->len,
                                .pulls = pulls,
                                .gap = layout->map->gap,
                                .rounds = n > 150 ? 40 : 90,
                                .cancellable = layout->cancellable };

  if (!again)
    sow (&inner);
  if (n > 1)
    {
      wish (&inner, index);
      load (&inner);
      atl_swarm_relax (&swarm);
      unload (&inner);
      inner.stretch = 1;
      load (&inner);
      swarm.rounds = SEPARATE_ROUNDS;
      atl_swarm_separate (&swarm);
      unload (&inner);
    }
  measure_group (layout, group);
}

/* Groups among themselves */

static AtlSlot *
dup_slots (Layout *layout)
{
  AtlSlot *slots = g_new0 (AtlSlot, layout->groups->len + 1);

  for (guint i = 0; i < layout->groups->len; i++)
    slots[i] = ((Group *) layout->groups->pdata[i])->slot;
  return slots;
}

static void
take_slots (Layout        *layout,
            const AtlSlot *slots)
{
  for (guint i = 0; i < layout->groups->len; i++)
    if (!slots[i].fixed)
      move_group (layout, layout->groups->pdata[i], slots[i].x, slots[i].y);
}

static guint *
dup_ring (Layout *layout)
{
  guint              n = layout->groups->len;
  guint             *order = g_new0 (guint, n + 1);
  g_autofree double *weights = NULL;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (n > MOST_DENSE)
    return order;
  weights = g_new0 (double, n *n + 1);
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      AtlArrangeArc *arc = &g_array_index (layout->arcs, AtlArrangeArc, i);

      weights[arc->from * n + arc->to] = weights[arc->to * n + arc->from] = arc->strength;
    }
  atl_arrange_order_ring (weights, n, order);
  return order;
}

/* Around an ellipse, each with a share of it as large as it is. An even number has two on top. */
static void
place_ring (Layout      *layout,
            AtlSlot     *slots,
            const guint *order)
{
  AtlArrangeRoom *room = &layout->map->room;
  guint           n = layout->groups->len;
  double          sum = 0, at = 0, widest = 0, highest = 0;

  for (guint i = 0; i < n; i++)
    {
      sum += hypot (slots[i].width, slots[i].height);
      widest = MAX (widest, slots[i].width);
      highest = MAX (highest, slots[i].height);
    }
  for (guint i = 0; i < n; i++)
    {
      AtlSlot *slot = &slots[order[i]];
      double   share = hypot (slot->width, slot->height) / sum;
      double   angle = (at + share / 2) * 2 * G_PI - G_PI_2 - (n % 2 == 1 ? share * G_PI : 0);

      if (n == 2)
        angle = i * G_PI + G_PI;
      at += share;
      if (slot->fixed)
        continue;
      slot->x = room->x + room->width / 2 + (n > 1 ? cos (angle) * MAX (room->width - widest, 0) / 2 : 0);
      slot->y =
        room->y + room->height / 2 + (n > 1 ? sin (angle) * MAX (room->height - highest, 0) / 2 : 0);
    }
}

static gboolean
separate_groups (Layout  *layout,
                 AtlSlot *slots)
{
  AtlSwarm swarm = { .slots = slots,
                     .n = layout->groups->len,
                     .walls = &layout->map->room,
                     .gap = GROUP_GAP * layout->map->margin / 20,
                     .rounds = SEPARATE_ROUNDS,
                     .cancellable = layout->cancellable };

  return atl_swarm_separate (&swarm);
}

static void
place_by_force (Layout      *layout,
                AtlSlot     *slots,
                const guint *order)
{
  AtlArrangeRoom     *room = &layout->map->room;
  guint               n = layout->groups->len;
  g_autofree AtlPull *pulls = g_new0 (AtlPull, n + 1);
  g_autoptr (GArray)  arcs = g_array_copy (layout->arcs);
  AtlSwarm            swarm = { .slots = slots,
                                .n = n,
                                .pulls = pulls,
                                .walls = room,
                                .gap = GROUP_GAP * 2,
                                .rounds = n > 400 ? 120 : 260,
                                .cancellable = layout->cancellable };
  double              mean = 0;

  place_ring (layout, slots, order);
  for (guint i = 0; i < n; i++)
    pulls[i] = (AtlPull){ room->x + room->width / 2, room->y + room->height / 2, 0.05 };
  for (guint i = 0; i < arcs->len; i++)
    mean += g_array_index (arcs, AtlArrangeArc, i).strength / arcs->len;
  for (guint i = 0; i < arcs->len; i++)
    {
      double *strength = &g_array_index (arcs, AtlArrangeArc, i).strength;

      *strength = CLAMP (0.5 * sqrt (*strength / mean), 0.15, 1.2) * MIN (1, 3.0 * n / MAX (arcs->len, 1));
    }
  swarm.arcs = (AtlArrangeArc *) (gpointer) arcs->data;
  swarm.n_arcs = arcs->len;
  atl_swarm_relax (&swarm);
}

/* Rows */

typedef struct
{
  AtlSlot     *slots;
  const guint *order;
  guint        n;
  guint        n_rows;
  double       gap;
  double       width;
  double       height;
} Shelf;

/* The end of the row that begins at @start: rows are about equally wide. */
static guint
find_row_end (const Shelf *shelf,
              guint        start,
              double       wish_width)
{
  double width = 0;
  guint  end = start;

  while (end < shelf->n)
    {
      double more = shelf->slots[shelf->order[end]].width + shelf->gap;

      if (end > start && width + more / 2 > wish_width)
        break;
      width += more;
      end++;
    }
  return end;
}

/* Puts slots in rows from the top left, every other row backward; without @place only measures. */
static void
lay_rows (Shelf   *shelf,
          gboolean place)
{
  double sum = 0, y = 0;

  for (guint i = 0; i < shelf->n; i++)
    sum += shelf->slots[i].width + shelf->gap;
  shelf->width = 0;
  for (guint start = 0, row = 0, end = 0; start < shelf->n; start = end, row++)
    {
      double x = 0, highest = 0;

      end = find_row_end (shelf, start, sum / shelf->n_rows);
      for (guint i = start; i < end; i++)
        highest = MAX (highest, shelf->slots[shelf->order[i]].height);
      for (guint i = start; i < end; i++)
        {
          AtlSlot *slot = &shelf->slots[shelf->order[row % 2 == 0 ? i : start + end - 1 - i]];

          if (place)
            {
              slot->x = x + slot->width / 2;
              slot->y = y + highest / 2;
            }
          x += slot->width + shelf->gap;
        }
      y += highest + shelf->gap;
      shelf->width = MAX (shelf->width, x - shelf->gap);
    }
  shelf->height = y - shelf->gap;
}

static double
get_shelf_scale (const Shelf          *shelf,
                 const AtlArrangeRoom *room)
{
  return MIN (room->width / MAX (shelf->width, 1), room->height / MAX (shelf->height, 1));
}

/* In rows, when there is no room for a circle. Returns by how much the room is too small, 1 if it is not. */
static double
place_rows (Layout      *layout,
            AtlSlot     *slots,
            const guint *order)
{
  AtlArrangeRoom *room = &layout->map->room;
  double          gap = GROUP_GAP * layout->map->margin / 20;
  Shelf           shelf = { slots, order, layout->groups->len, 1, gap, 0, 0 };
  double          best = 0;
  guint           rows = 1;

  for (shelf.n_rows = 1; shelf.n_rows <= MIN (shelf.n, 60); shelf.n_rows++)
    {
      lay_rows (&shelf, FALSE);
      if (get_shelf_scale (&shelf, room) > best)
        {
          best = get_shelf_scale (&shelf, room);
          rows = shelf.n_rows;
        }
    }
  shelf.n_rows = rows;
  lay_rows (&shelf, TRUE);
  for (guint i = 0; i < shelf.n; i++)
    {
      slots[i].x = room->x + room->width / 2 + (slots[i].x - shelf.width / 2) * room->width / shelf.width;
      slots[i].y = room->y + room->height / 2 + (slots[i].y - shelf.height / 2) * room->height / shelf.height;
    }
  return MIN (best, 1);
}

/* Too large a group is pressed into its share of the room, nodes apart as far as they can. */
static void
press (Layout *layout,
       Group  *group,
       double  scale)
{
  guint               n = group->members->len;
  g_autofree AtlSlot *slots = g_new0 (AtlSlot, n + 1);
  AtlArrangeRoom      walls = { group->slot.x - group->slot.width * scale / 2 + group->margin,
                                group->slot.y - group->slot.height * scale / 2 + group->margin +
                                  group->label_height,
                                group->slot.width * scale - 2 * group->margin,
                                group->slot.height * scale - 2 * group->margin - group->label_height };
  Inner               inner = { layout, group, slots, NULL, NULL, 1 };
  AtlSwarm            swarm = { .slots = slots,
                                .n = n,
                                .walls = &walls,
                                .gap = 0,
                                .rounds = 400,
                                .cancellable = layout->cancellable };

  load (&inner);
  for (guint i = 0; i < n; i++)
    {
      slots[i].x = group->slot.x + (slots[i].x - group->slot.x) * scale;
      slots[i].y = group->slot.y + (slots[i].y - group->slot.y) * scale;
    }
  atl_swarm_separate (&swarm);
  unload (&inner);
}

static gboolean
is_free (Layout *layout)
{
  for (guint i = 0; i < layout->groups->len; i++)
    if (((Group *) layout->groups->pdata[i])->anchored)
      return FALSE;
  return TRUE;
}

/* All that there is, when that is one group. */
static void
spread_inside (Layout *layout)
{
  Group              *group = layout->groups->len == 1 ? layout->groups->pdata[0] : NULL;
  guint               n = group != NULL ? group->members->len : 0;
  g_autofree AtlSlot *slots = g_new0 (AtlSlot, n + 1);
  Inner               inner = { layout, group, slots, NULL, NULL, 1 };

  if (n < 2 || n > MOST_SPREAD || group->anchored || layout->map->n_arcs == 0)
    return;
  load (&inner);
  atl_arrange_spread (&layout->map->room, slots, n);
  unload (&inner);
  measure_group (layout, group);
}

/* Tells whether there was room for all. If there is none at @last, it is made. */
static gboolean
place_groups (Layout      *layout,
              gboolean     circle,
              const guint *order,
              gboolean     first,
              gboolean     last)
{
  g_autofree AtlSlot *slots = dup_slots (layout);
  double              scale = 1;
  gboolean            apart;

  if (circle && first)
    place_ring (layout, slots, order);
  else if (first)
    place_by_force (layout, slots, order);
  if (!circle && first && layout->map->n_nodes <= MOST_SPREAD && is_free (layout))
    atl_arrange_spread (&layout->map->room, slots, layout->groups->len);
  apart = separate_groups (layout, slots);
  if (!apart && last && is_free (layout))
    scale = place_rows (layout, slots, order);
  take_slots (layout, slots);
  for (guint i = 0; scale < 1 && i < layout->groups->len; i++)
    press (layout, layout->groups->pdata[i], scale);
  if (!apart && last && !is_free (layout))
    atl_arrange_fit (layout->map, layout->cancellable);
  return apart;
}

/* All of it with one distance between nodes. Tells whether there is room for it. */
static gboolean
arrange (Layout  *layout,
         gboolean circle,
         gboolean last)
{
  g_autofree guint *order = NULL;

  for (guint i = 0; i < layout->groups->len; i++)
    arrange_inside (layout, i, FALSE);
  order = dup_ring (layout);
  place_groups (layout, circle, order, TRUE, FALSE);
  for (guint i = 0; i < layout->groups->len; i++)
    arrange_inside (layout, i, TRUE);
  spread_inside (layout);
  return place_groups (layout, circle, order, FALSE, last);
}

/**
 * atl_arrange_silos:
 * @map: a map
 * @circle: whether silos stand around a circle; otherwise forces decide
 * @cancellable: (nullable): to give up
 *
 * Arranges each silo for itself, then the silos as a whole, then turns those inside toward whom they work
 * with. If that takes too much room, nodes come closer; silos that still do not fit come in rows.
 */
void
atl_arrange_silos (AtlArrangeMap *map,
                   gboolean       circle,
                   GCancellable  *cancellable)
{
  Layout layout = { .map = map, .cancellable = cancellable };
  double gap = map->gap;

  layout.groups = g_ptr_array_new_with_free_func (group_free);
  layout.group_of = g_new0 (guint, map->n_nodes + 1);
  layout.arcs = g_array_new (FALSE, FALSE, sizeof (AtlArrangeArc));
  collect_groups (&layout, circle && !is_ring (map));
  collect_arcs (&layout);
  for (guint i = 0; i < layout.groups->len; i++)
    find_anchor (&layout, layout.groups->pdata[i]);
  for (guint i = map->n_nodes > MOST_TRIED ? 1 : 0;
       i < G_N_ELEMENTS (tighter) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gboolean last = map->n_nodes > MOST_TRIED || i + 1 == G_N_ELEMENTS (tighter);

      map->gap = gap * tighter[i];
      if (arrange (&layout, circle, last) || last)
        break;
    }
  map->gap = gap;
  if (!is_free (&layout) && !atl_arrange_is_apart (map))
    atl_arrange_fit (map, cancellable);
  g_ptr_array_unref (layout.groups);
  g_array_unref (layout.arcs);
  g_free (layout.group_of);
}

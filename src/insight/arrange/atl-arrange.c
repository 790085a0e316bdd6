/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#include <math.h>

#define SEPARATE_ROUNDS 400

/**
 * atl_arrange_map_new:
 * @n_nodes: how many nodes
 * @n_arcs: how many links
 * @n_silos: how many silos
 *
 * Returns: (transfer full): a map with arrays of zeros, to be filled
 */
AtlArrangeMap *
atl_arrange_map_new (guint n_nodes,
                     guint n_arcs,
                     guint n_silos)
{
  AtlArrangeMap *self = g_new0 (AtlArrangeMap, 1);

  self->n_nodes = n_nodes;
  self->nodes = g_new0 (AtlArrangeNode, n_nodes + 1);
  self->n_arcs = n_arcs;
  self->arcs = g_new0 (AtlArrangeArc, n_arcs + 1);
  self->n_silos = n_silos;
  self->labels = g_new0 (double, n_silos + 1);
  self->label_height = 22;
  self->margin = 20;
  self->gap = 24;
  self->seed = 1;
  return self;
}

/**
 * atl_arrange_map_free:
 * @self: (transfer full): a map
 */
void
atl_arrange_map_free (AtlArrangeMap *self)
{
  g_free (self->nodes);
  g_free (self->arcs);
  g_free (self->labels);
  g_free (self);
}

static const struct
{
  const char    *name;
  AtlArrangement how;
} names[] = {
  { "silo-circle", ATL_ARRANGE_SILO_CIRCLE },
  { "silo-force", ATL_ARRANGE_SILO_FORCE },
  { "left-to-right", ATL_ARRANGE_LEFT_TO_RIGHT },
  { "tree", ATL_ARRANGE_TREE },
  { "circle", ATL_ARRANGE_CIRCLE },
  { "force-by-silo", ATL_ARRANGE_SILO_CIRCLE },
  { "layered-left-to-right", ATL_ARRANGE_LEFT_TO_RIGHT },
  { "tree-top-down", ATL_ARRANGE_TREE },
};

/**
 * atl_arrangement_from_name:
 * @name: "silo-circle", "silo-force", "left-to-right", "tree", "circle", or what a template calls it
 * @how: (out): the arrangement
 *
 * Returns: whether there is one of that name
 */
gboolean
atl_arrangement_from_name (const char     *name,
                           AtlArrangement *how)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i].name) == 0)
      {
        *how = names[i].how;
        return TRUE;
      }
  return FALSE;
}

typedef enum
{
  NEW,
  OPEN,
  DONE,
} Visit;

typedef struct
{
  guint node;
  guint next; /* arc of it to go on with */
} Visited;

/* Arcs sorted by where they begin: the arcs of node i are order[starts[i]] up to order[starts[i + 1] - 1]. */
static guint *
sort_arcs (const AtlArrangeMap *map,
           guint              **order)
{
  guint *starts = g_new0 (guint, map->n_nodes + 2);

  *order = g_new0 (guint, map->n_arcs + 1);
  for (guint i = 0; i < map->n_arcs; i++)
    starts[map->arcs[i].from + 2]++;
  for (guint i = 2; i < map->n_nodes + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < map->n_arcs; i++)
    (*order)[starts[map->arcs[i].from + 1]++] = i;
  return starts;
}

/* Walks from one node into the depth; an arc back to where it came from closes a cycle and is cut. */
static void
visit (const AtlArrangeMap *map,
       const guint         *starts,
       const guint         *order,
       Visit               *visits,
       guint                root,
       gboolean            *kept)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (Visited));
  Visited            first = { root, starts[root] };

  g_array_append_val (path, first);
  visits[root] = OPEN;
  while (path->len > 0)
    {
      Visited *top = &g_array_index (path, Visited, path->len - 1);
      guint    arc, to;

      if (top->next >= starts[top->node + 1])
        {
          visits[top->node] = DONE;
          g_array_set_size (path, path->len - 1);
          continue;
        }
      arc = order[top->next++];
      to = map->arcs[arc].to;
      kept[arc] = visits[to] != OPEN;
      if (visits[to] != NEW)
        continue;
      visits[to] = OPEN;
      Visited below = { to, starts[to] };
      g_array_append_val (path, below);
    }
}

/* Nodes that nothing leads to come first, so that cycles are cut where they come back. */
static void
break_cycles (const AtlArrangeMap *map,
              const guint         *starts,
              const guint         *order,
              gboolean            *kept)
{
  g_autofree Visit *visits = g_new0 (Visit, map->n_nodes + 1);
  g_autofree guint *incoming = g_new0 (guint, map->n_nodes + 1);

  for (guint i = 0; i < map->n_arcs; i++)
    incoming[map->arcs[i].to]++;
  for (guint i = 0; i < map->n_nodes; i++)
    if (incoming[i] == 0)
      visit (map, starts, order, visits, i, kept);
  for (guint i = 0; i < map->n_nodes; i++)
    if (visits[i] == NEW)
      visit (map, starts, order, visits, i, kept);
}

/**
 * atl_arrange_dup_depths:
 * @map: a map
 * @kept: (array) (out caller-allocates): for each arc, whether it was left when cycles were cut
 *
 * Returns: (transfer full) (array): for each node, the number of arcs on the longest way to it
 */
guint *
atl_arrange_dup_depths (const AtlArrangeMap *map,
                        gboolean            *kept)
{
  guint             *depths = g_new0 (guint, map->n_nodes + 1);
  g_autofree guint  *order = NULL;
  g_autofree guint  *starts = sort_arcs (map, &order);
  g_autofree guint  *left = g_new0 (guint, map->n_nodes + 1);
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint));

  break_cycles (map, starts, order, kept);
  for (guint i = 0; i < map->n_arcs; i++)
    left[map->arcs[i].to] += kept[i] ? 1 : 0;
  for (guint i = 0; i < map->n_nodes; i++)
    if (left[i] == 0)
      g_array_append_val (ready, i);
  for (guint at = 0; at < ready->len; at++)
    {
      guint node = g_array_index (ready, guint, at);

      for (guint k = starts[node]; k < starts[node + 1]; k++)
        {
          guint to = map->arcs[order[k]].to;

          if (!kept[order[k]])
            continue;
          depths[to] = MAX (depths[to], depths[node] + 1);
          if (--left[to] == 0)
            g_array_append_val (ready, to);
        }
    }
  return depths;
}

/**
 * atl_arrange_fit:
 * @map: a map whose nodes have places
 * @cancellable: (nullable): to give up
 *
 * Brings all nodes into the room, and those that overlap apart, as far as there is room for it.
 */
void
atl_arrange_fit (AtlArrangeMap *map,
                 GCancellable  *cancellable)
{
  g_autofree AtlSlot *slots = g_new0 (AtlSlot, map->n_nodes + 1);
  AtlSwarm            swarm = { .slots = slots,
                                .n = map->n_nodes,
                                .walls = &map->room,
                                .gap = map->gap * 0.4,
                                .rounds = SEPARATE_ROUNDS,
                                .cancellable = cancellable };

  for (guint i = 0; i < map->n_nodes; i++)
    slots[i] = (AtlSlot){ map->nodes[i].x, map->nodes[i].y, map->nodes[i].width, map->nodes[i].height,
                          map->nodes[i].pinned };
  if (!atl_swarm_separate (&swarm))
    {
      swarm.gap = 0;
      swarm.sideways = 1000;
      if (!atl_swarm_separate (&swarm))
        {
          swarm.sideways = 0;
          atl_swarm_separate (&swarm);
        }
    }
  for (guint i = 0; i < map->n_nodes; i++)
    {
      map->nodes[i].x = slots[i].x;
      map->nodes[i].y = slots[i].y;
    }
}

/**
 * atl_arrange_map_run:
 * @self: a map; places of pinned nodes are read, those of all others written
 * @how: the arrangement
 * @cancellable: (nullable): to give up
 *
 * Finds a place for each node inside the room, without overlap as far as the room is large enough. Silos are
 * apart from each other, unless pinned nodes are not. The result depends on nothing but what is given, the
 * seed included; any thread can do it.
 *
 * Returns: %FALSE if it was cancelled; places are of no use then
 */
gboolean
atl_arrange_map_run (AtlArrangeMap *self,
                     AtlArrangement how,
                     GCancellable  *cancellable)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (how)
    {
    case ATL_ARRANGE_LEFT_TO_RIGHT:
      atl_arrange_layers (self, cancellable);
      break;
    case ATL_ARRANGE_TREE:
      atl_arrange_tree (self);
      break;
    case ATL_ARRANGE_CIRCLE:
      atl_arrange_circle (self, cancellable);
      break;
    case ATL_ARRANGE_SILO_CIRCLE:
    case ATL_ARRANGE_SILO_FORCE:
    case ATL_N_ARRANGEMENTS:
    default:
      atl_arrange_silos (self, how == ATL_ARRANGE_SILO_CIRCLE, cancellable);
      return !g_cancellable_is_cancelled (cancellable);
    }
  atl_arrange_fit (self, cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

/**
 * atl_arrange_map_part:
 * @self: a map whose nodes all have places
 * @cancellable: (nullable): to give up
 *
 * Leaves everything where it is, but for nodes that overlap or are outside the room: these make way, and
 * others for them.
 *
 * Returns: %FALSE if it was cancelled; places are of no use then
 */
gboolean
atl_arrange_map_part (AtlArrangeMap *self,
                      GCancellable  *cancellable)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!atl_arrange_is_apart (self))
    atl_arrange_fit (self, cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

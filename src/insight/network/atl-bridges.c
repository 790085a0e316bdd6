/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-bridges.h"

#define NONE G_MAXUINT

/* A depth-first search that does not call itself: a map may be one long chain. */
typedef struct
{
  AtlNetwork *network;
  guint      *number; /* when a node was met, from 1; 0 before */
  guint      *low;    /* the earliest node that it reaches without the link it was met by */
  guint      *parent;
  guint      *next; /* the neighbor to look at next */
  guint       clock;
  GArray     *bridges; /* of AtlBridge */
} Search;

static void
meet (Search *self,
      guint   node,
      guint   parent)
{
  self->number[node] = self->low[node] = ++self->clock;
  self->parent[node] = parent;
  self->next[node] = self->network->starts[node];
}

/* Nothing below the node reaches back past it but the link to its parent. */
static void
leave (Search *self,
       guint   node)
{
  guint     parent = self->parent[node];
  AtlBridge bridge = { MIN (parent, node), MAX (parent, node) };

  self->low[parent] = MIN (self->low[parent], self->low[node]);
  if (self->low[node] > self->number[parent])
    g_array_append_val (self->bridges, bridge);
}

static void
search_from (Search *self,
             guint   root)
{
  guint node = root;

  meet (self, root, NONE);
  while (node != NONE)
    if (self->next[node] < self->network->starts[node + 1])
      {
        guint other = self->network->neighbors[self->next[node]++];

        if (self->number[other] == 0)
          {
            meet (self, other, node);
            node = other;
          }
        else if (other != self->parent[node])
          self->low[node] = MIN (self->low[node], self->number[other]);
      }
    else
      {
        if (self->parent[node] != NONE)
          leave (self, node);
        node = self->parent[node];
      }
}

static int
compare_bridges (gconstpointer a,
                 gconstpointer b)
{
  const AtlBridge *first = a;
  const AtlBridge *second = b;

  if (first->a != second->a)
    return first->a < second->a ? -1 : 1;
  return first->b < second->b ? -1 : first->b > second->b;
}

/**
 * atl_bridges_find:
 * @network: a network
 * @n_bridges: (out): how many there are
 *
 * Finds the linked pairs whose removal splits a component, in one depth-first search (Tarjan 1974).
 *
 * Returns: (transfer full) (array length=n_bridges): the bridges, by a, b
 */
AtlBridge *
atl_bridges_find (AtlNetwork *network,
                  guint      *n_bridges)
{
  gsize             n = network->n_nodes;
  g_autofree guint *memory = g_new0 (guint, 4 * n + 1);
  Search            search = { network, memory, memory + n, memory + 2 * n, memory + 3 * n, 0, NULL };
  gsize             length;
  AtlBridge        *bridges;

  search.bridges = g_array_new (FALSE, FALSE, sizeof (AtlBridge));
  for (guint i = 0; i < n; i++)
    if (search.number[i] == 0)
      search_from (&search, i);
  g_array_sort (search.bridges, compare_bridges);
  bridges = g_array_steal (search.bridges, &length);
  g_array_unref (search.bridges);
  *n_bridges = (guint) length;
  return bridges;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-brokers.h"

#include <math.h>
#include <string.h>

/* Numbers of paths grow without bound; a level that comes near the end of what a double holds is made
 * smaller. */
#define MANY_PATHS 1e200
#define FEWER 1e-200

/* One breadth-first search; the arrays have an element per node. */
typedef struct
{
  AtlNetwork *network;
  guint      *queue; /* nodes in the order in which they are reached */
  guint       n_queue;
  int        *levels;   /* distance from the source, -1 if not reached */
  double     *paths;    /* σ: shortest paths from the source, times the scales of the levels so far */
  double     *all;      /* δ: dependency of the source, over all targets */
  double     *crossing; /* the same over targets in another silo than the source */
  double     *scales;   /* by level: the factor put on the paths of that level */
  AtlBrokers *brokers;
  guint      *components;
} Search;

static void
scale_level (Search *search,
             guint   begin,
             guint   level)
{
  double most = 0;

  search->scales[level] = 1;
  for (guint i = begin; i < search->n_queue; i++)
    most = MAX (most, search->paths[search->queue[i]]);
  if (most < MANY_PATHS)
    return;
  search->scales[level] = FEWER;
  for (guint i = begin; i < search->n_queue; i++)
    search->paths[search->queue[i]] = MAX (search->paths[search->queue[i]] * FEWER, G_MINDOUBLE);
}

static void
reach_from (Search *search,
            guint   node)
{
  const guint *neighbors = search->network->neighbors;
  guint        end = search->network->starts[node + 1];
  int          next = search->levels[node] + 1;
  double       paths = search->paths[node];

  for (guint i = search->network->starts[node]; i < end; i++)
    {
      guint other = neighbors[i];

      if (search->levels[other] < 0)
        {
          search->levels[other] = next;
          search->paths[other] = paths;
          search->queue[search->n_queue++] = other;
        }
      else if (search->levels[other] == next)
        search->paths[other] += paths;
    }
}

/* Counts the shortest paths from the source to every node, level by level. */
static void
search_from (Search *search,
             guint   source)
{
  guint begin = 0;

  memset (search->levels, 0xff, sizeof (int) * search->network->n_nodes);
  search->levels[source] = 0;
  search->paths[source] = 1;
  search->scales[0] = 1;
  search->queue[0] = source;
  search->n_queue = 1;
  while (begin < search->n_queue)
    {
      guint end = search->n_queue;
      guint level = (guint) search->levels[search->queue[begin]] + 1;

      for (; begin < end; begin++)
        reach_from (search, search->queue[begin]);
      if (search->n_queue > end)
        scale_level (search, end, level);
    }
}

/* Hands what depends on a node back to those before it on the paths. */
static void
accumulate_node (Search *search,
                 guint   node,
                 double  target)
{
  const guint *neighbors = search->network->neighbors;
  guint        end = search->network->starts[node + 1];
  int          before = search->levels[node] - 1;
  double       share = search->scales[search->levels[node]] / search->paths[node];
  double       all = share * (1 + search->all[node]);
  double       crossing = share * (target + search->crossing[node]);

  for (guint i = search->network->starts[node]; i < end; i++)
    {
      guint other = neighbors[i];

      if (search->levels[other] == before)
        {
          search->all[other] += search->paths[other] * all;
          search->crossing[other] += search->paths[other] * crossing;
        }
    }
}

static void
accumulate (Search *search,
            guint   source)
{
  const AtlNetworkNode *nodes = search->network->nodes;
  int                   silo = nodes[source].silo;

  for (guint i = 0; i < search->n_queue; i++)
    search->all[search->queue[i]] = search->crossing[search->queue[i]] = 0;
  for (guint i = search->n_queue - 1; i > 0; i--)
    {
      guint node = search->queue[i];
      int   other = nodes[node].silo;

      accumulate_node (search, node, silo >= 0 && other >= 0 && other != silo ? 1 : 0);
      search->brokers->betweenness[node] += search->all[node] / 2;
      search->brokers->cross[node] += search->crossing[node] / 2;
    }
}

/* What a search reached is a component: all pairs across silos in it, then those that do not start or end
 * with a node. */
static guint64
count_component (Search *search,
                 guint   component,
                 guint  *sizes)
{
  const AtlNetworkNode *nodes = search->network->nodes;
  guint64               members = 0;
  guint64               inside = 0;

  for (guint i = 0; i < search->n_queue; i++)
    {
      int silo = nodes[search->queue[i]].silo;

      search->components[search->queue[i]] = component;
      if (silo < 0)
        continue;
      inside += sizes[silo]++;
      members++;
    }
  for (guint i = 0; i < search->n_queue; i++)
    {
      int silo = nodes[search->queue[i]].silo;

      search->brokers->cross_pairs[search->queue[i]] = silo >= 0 ? members - sizes[silo] : 0;
    }
  for (guint i = 0; i < search->n_queue; i++)
    if (nodes[search->queue[i]].silo >= 0)
      sizes[nodes[search->queue[i]].silo] = 0;
  return members * (members - (members > 0)) / 2 - inside;
}

static void
finish (AtlBrokers *self,
        guint64     pairs)
{
  double n = self->n_nodes;
  double most = (n - 1) * (n - 2) / 2;

  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint64 others = pairs - self->cross_pairs[i];

      self->cross_pairs[i] = others;
      self->normalized[i] = n > 2 ? self->betweenness[i] / most : (double) NAN;
      self->shares[i] = others > 0 ? self->cross[i] / (double) others : (double) NAN;
    }
}

static AtlBrokers *
new_empty (guint n)
{
  AtlBrokers *self = g_new0 (AtlBrokers, 1);

  self->n_nodes = n;
  self->betweenness = g_new0 (double, n);
  self->normalized = g_new0 (double, n);
  self->cross = g_new0 (double, n);
  self->cross_pairs = g_new0 (guint64, n);
  self->shares = g_new0 (double, n);
  return self;
}

static void
search_init (Search     *search,
             AtlNetwork *network)
{
  guint n = network->n_nodes;

  search->network = network;
  search->queue = g_new (guint, n + 1);
  search->levels = g_new (int, n + 1);
  search->paths = g_new (double, n + 1);
  search->all = g_new (double, n + 1);
  search->crossing = g_new (double, n + 1);
  search->scales = g_new (double, n + 1);
  search->components = g_new (guint, n + 1);
  search->brokers = new_empty (n);
  for (guint i = 0; i < n; i++)
    search->components[i] = G_MAXUINT;
}

static void
search_clear (Search *search)
{
  g_free (search->queue);
  g_free (search->levels);
  g_free (search->paths);
  g_free (search->all);
  g_free (search->crossing);
  g_free (search->scales);
  g_free (search->components);
}

/**
 * atl_brokers_new:
 * @network: a network
 * @cancellable: (nullable): ends the search when the network is outdated
 *
 * Betweenness and broker share of every node, on linked pairs, as in SILO-METHOD §7, in one pass of Brandes'
 * algorithm: U. Brandes, “A faster algorithm for betweenness centrality”, J. Math. Sociology 25(2), 2001. The
 * broker share counts the pairs of nodes in two silos that can reach each other; nodes without silo are only
 * steps on their way.
 *
 * Returns: (transfer full) (nullable): the figures, %NULL if it was cancelled
 */
AtlBrokers *
atl_brokers_new (AtlNetwork   *network,
                 GCancellable *cancellable)
{
  Search            search = { 0 };
  g_autofree guint *sizes = g_new0 (guint, network->n_silos + 1);
  guint64           pairs = 0;
  guint             source = 0;

  search_init (&search, network);
  for (; source < network->n_nodes && !g_cancellable_is_cancelled (cancellable); source++)
    {
      search_from (&search, source);
      accumulate (&search, source);
      if (search.components[source] == G_MAXUINT)
        pairs += count_component (&search, source, sizes);
    }
  search_clear (&search);
  if (source < network->n_nodes)
    {
      atl_brokers_free (search.brokers);
      return NULL;
    }
  finish (search.brokers, pairs);
  return search.brokers;
}

/**
 * atl_brokers_free:
 * @self: (transfer full): the figures
 */
void
atl_brokers_free (AtlBrokers *self)
{
  g_free (self->betweenness);
  g_free (self->normalized);
  g_free (self->cross);
  g_free (self->cross_pairs);
  g_free (self->shares);
  g_free (self);
}

/**
 * atl_brokers_find_top:
 * @self: the figures
 *
 * Returns: the node with the highest broker share, the first of several; -1 if no share is defined
 */
int
atl_brokers_find_top (AtlBrokers *self)
{
  int top = -1;

  for (guint i = 0; i < self->n_nodes; i++)
    if (!isnan (self->shares[i]) && (top < 0 || self->shares[i] > self->shares[top]))
      top = (int) i;
  return top;
}

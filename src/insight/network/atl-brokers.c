/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-brokers.h"

#include <math.h>
#include <string.h>

/* Numbers of paths grow without bound; when they come near the end of what a double holds, their
 * logarithms are used. */
#define MANY_PATHS 1e300

/* One breadth-first search; the arrays have an element per node, unless said otherwise. */
typedef struct
{
  AtlNetwork *network;
  guint      *queue; /* nodes in the order in which they are reached */
  guint       n_queue;
  int        *levels;     /* distance from the source, -1 if not reached */
  double     *paths;      /* σ: shortest paths from the source, or their logarithms */
  gboolean    logarithms; /* which of the two */
  guint      *successors; /* by place in the queue: the neighbors one level further; 2 m + 1 elements */
  guint      *ends;       /* by place in the queue: where its successors end */
  double     *all;        /* (1 + δ) / σ over all targets, δ being what depends on it; or 1 + δ */
  double     *crossing;   /* the same over targets in another silo than the source */
  AtlBrokers *brokers;
  guint      *components;
} Search;

/* Without a branch in the loop: which neighbors are new is hardly predictable. Returns the end of its
 * successors. */
static guint
reach_from (Search *search,
            guint   node,
            guint   n_successors)
{
  const guint *neighbors = search->network->neighbors;
  guint       *successors = search->successors;
  guint       *queue = search->queue;
  int         *levels = search->levels;
  guint        n_queue = search->n_queue;
  guint        end = search->network->starts[node + 1];
  int          next = levels[node] + 1;
  double       found[] = { 0, search->paths[node] };

  for (guint i = search->network->starts[node]; i < end; i++)
    {
      guint other = neighbors[i];
      int   level = levels[other];
      int   new_level = level < 0 ? next : level;
      guint is_next = new_level == next;

      queue[n_queue] = other;
      n_queue += level < 0;
      levels[other] = new_level;
      search->paths[other] += found[is_next];
      successors[n_successors] = other;
      n_successors += is_next;
    }
  search->n_queue = n_queue;
  return n_successors;
}

static void
start_search (Search *search,
              guint   source)
{
  search->levels[source] = 0;
  search->paths[source] = 1;
  search->queue[0] = source;
  search->n_queue = 1;
}

/* Only what was reached: a map of many parts takes no longer than its parts. */
static void
end_search (Search *search)
{
  for (guint i = 0; i < search->n_queue; i++)
    {
      search->levels[search->queue[i]] = -1;
      search->paths[search->queue[i]] = 0;
    }
}

static double
add_logarithms (double a,
                double b)
{
  double most = MAX (a, b);

  return isinf (most) ? most : most + log1p (exp (MIN (a, b) - most));
}

static void
count_by_logarithms (Search *search)
{
  guint successor = 0;

  for (guint i = 0; i < search->n_queue; i++)
    search->paths[search->queue[i]] = i > 0 ? (double) -INFINITY : 0;
  for (guint i = 0; i < search->n_queue; i++)
    for (; successor < search->ends[i]; successor++)
      {
        double *paths = &search->paths[search->successors[successor]];

        *paths = add_logarithms (*paths, search->paths[search->queue[i]]);
      }
}

/* Counts the shortest paths from the source to every node. */
static void
search_from (Search *search,
             guint   source)
{
  guint  n_successors = 0;
  double most = 0;

  start_search (search, source);
  for (guint i = 0; i < search->n_queue; i++)
    {
      n_successors = reach_from (search, search->queue[i], n_successors);
      search->ends[i] = n_successors;
      most = MAX (most, search->paths[search->queue[i]]);
    }
  search->logarithms = most > MANY_PATHS;
  if (search->logarithms)
    count_by_logarithms (search);
}

/* Sums up what depends on the nodes behind one on the paths. */
static void
sum_successors (Search *search,
                guint   place,
                double *all,
                double *crossing)
{
  double paths = search->paths[search->queue[place]];

  for (guint i = search->ends[place - 1]; i < search->ends[place]; i++)
    {
      guint  other = search->successors[i];
      double share = search->logarithms ? exp (paths - search->paths[other]) : paths;

      *all += share * search->all[other];
      *crossing += share * search->crossing[other];
    }
}

static void
accumulate_node (Search *search,
                 guint   place,
                 double  target)
{
  guint  node = search->queue[place];
  double paths = search->logarithms ? 1 : search->paths[node];
  double all = 0;
  double crossing = 0;

  sum_successors (search, place, &all, &crossing);
  search->brokers->betweenness[node] += all / 2;
  search->brokers->cross[node] += crossing / 2;
  search->all[node] = (1 + all) / paths;
  search->crossing[node] = (target + crossing) / paths;
}

static void
accumulate (Search *search,
            guint   source)
{
  const AtlNetworkNode *nodes = search->network->nodes;
  int                   silo = nodes[source].silo;

  for (guint i = search->n_queue - 1; i > 0; i--)
    {
      int other = nodes[search->queue[i]].silo;

      accumulate_node (search, i, silo >= 0 && other >= 0 && other != silo ? 1 : 0);
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
  memset (search->levels, 0xff, sizeof (int) * (n + 1));
  search->successors = g_new (guint, 2 * (gsize) network->n_pairs + 1);
  search->ends = g_new (guint, n + 1);
  search->paths = g_new0 (double, n + 1);
  search->all = g_new (double, n + 1);
  search->crossing = g_new (double, n + 1);
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
  g_free (search->successors);
  g_free (search->ends);
  g_free (search->paths);
  g_free (search->all);
  g_free (search->crossing);
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
      end_search (&search);
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

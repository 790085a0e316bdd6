/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-measures.h"

#include <math.h>

#define SMALL_NODES 8
#define SMALL_PAIRS 10

/* 0/0 is undefined, anything else over 0 infinite. */
static double
divide (double value,
        double by)
{
  if (by > 0)
    return value / by;
  return value > 0 ? (double) INFINITY : (double) NAN;
}

static double
divide_counts (guint   count,
               guint64 possible)
{
  return divide (count, (double) possible);
}

static gboolean
has_silos (AtlNetwork          *network,
           const AtlNetworkArc *arc)
{
  return network->nodes[arc->from].silo >= 0 && network->nodes[arc->to].silo >= 0;
}

static guint64
count_ordered (guint64 n)
{
  return n > 0 ? n * (n - 1) : 0;
}

static void
compute_density (AtlMeasures *self)
{
  AtlNetwork *network = self->network;
  AtlDensity *density = &self->density;
  guint64     members = 0;

  for (guint i = 0; i < network->n_silos; i++)
    {
      members += network->silos[i].n_nodes;
      density->possible_within += count_ordered (network->silos[i].n_nodes);
    }
  for (guint i = 0; i < network->n_arcs; i++)
    if (atl_network_is_cross (network, network->arcs[i].from, network->arcs[i].to))
      density->n_between++;
    else if (has_silos (network, &network->arcs[i]))
      density->n_within++;
  density->possible_between = count_ordered (members) - density->possible_within;
  density->overall = divide_counts (network->n_arcs, count_ordered (network->n_nodes));
  density->within = divide_counts (density->n_within, density->possible_within);
  density->between = divide_counts (density->n_between, density->possible_between);
  density->contrast = (double) NAN;
  if (!isnan (density->within) && !isnan (density->between))
    density->contrast = divide (density->within, density->between);
}

static void
compute_reciprocity (AtlMeasures *self)
{
  AtlNetwork     *network = self->network;
  AtlReciprocity *reciprocity = &self->reciprocity;
  guint64         mutual = 0;
  guint64         strength = 0;

  for (guint i = 0; i < network->n_arcs; i++)
    {
      const AtlNetworkArc *arc = &network->arcs[i];
      guint                back = atl_network_get_strength (network, arc->to, arc->from);
      gboolean             cross = atl_network_is_cross (network, arc->from, arc->to);

      strength += arc->strength;
      mutual += MIN (arc->strength, back);
      reciprocity->n_mutual += back > 0;
      reciprocity->n_mutual_cross += cross && back > 0;
      reciprocity->n_cross += cross;
    }
  reciprocity->overall = divide_counts (reciprocity->n_mutual, network->n_arcs);
  reciprocity->cross = divide_counts (reciprocity->n_mutual_cross, reciprocity->n_cross);
  reciprocity->weighted = divide ((double) mutual, (double) strength);
}

/* Counts the linked pairs of a node inside and outside its silo. */
static void
count_node (AtlMeasures *self,
            guint        node)
{
  AtlNetwork      *network = self->network;
  int              silo = network->nodes[node].silo;
  AtlSiloMeasures *measures = silo >= 0 ? &self->silos[silo] : NULL;

  if (measures == NULL)
    return;
  for (guint i = network->starts[node]; i < network->starts[node + 1]; i++)
    {
      int other = network->nodes[network->neighbors[i]].silo;

      if (other >= 0 && other != silo)
        self->outside[node]++;
      else if (other == silo && network->neighbors[i] > node)
        measures->internal++;
    }
  measures->external += self->outside[node];
  if (self->outside[node] > 0 && measures->n_holders++ == 0)
    measures->holder = node;
}

static void
compute_silos (AtlMeasures *self)
{
  for (guint i = 0; i < self->network->n_nodes; i++)
    count_node (self, i);
  for (guint i = 0; i < self->network->n_silos; i++)
    {
      AtlSiloMeasures *silo = &self->silos[i];

      silo->ei = atl_ei_compute_index (silo->external, silo->internal);
      silo->isolated = silo->external == 0;
      silo->fragile = silo->n_holders == 1 && self->network->silos[i].n_nodes >= 2;
    }
}

/* Q of Newman and Girvan (2004), the silos being the given communities. */
static void
compute_modularity (AtlMeasures *self)
{
  double m = (double) self->ei.external + self->ei.internal;
  double sum = 0;

  for (guint i = 0; i < self->network->n_silos; i++)
    {
      double degree = 2.0 * self->silos[i].internal + self->silos[i].external;

      sum += self->silos[i].internal / m - (degree / (2 * m)) * (degree / (2 * m));
    }
  self->modularity = m > 0 ? sum : (double) NAN;
}

/* Q_dw of Leicht and Newman (2008), on the strengths of links between nodes that have a silo. */
static void
compute_modularity_weighted (AtlMeasures *self)
{
  guint              n = self->network->n_silos;
  g_autofree double *given = g_new0 (double, n + 1);
  g_autofree double *received = g_new0 (double, n + 1);
  double             total = 0;
  double             sum = 0;

  for (guint i = 0; i < self->blocks->n_blocks; i++)
    {
      const AtlBlock *block = &self->blocks->blocks[i];

      given[block->from] += block->strength;
      received[block->to] += block->strength;
      total += block->strength;
      sum += block->from == block->to ? block->strength : 0;
    }
  sum /= total;
  for (guint i = 0; i < n; i++)
    sum -= (given[i] / total) * (received[i] / total);
  self->modularity_weighted = total > 0 ? sum : (double) NAN;
}

static AtlMeasures *
new_empty (AtlNetwork *network)
{
  AtlMeasures *self = g_new0 (AtlMeasures, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->network = atl_network_ref (network);
  self->silos = g_new0 (AtlSiloMeasures, network->n_silos);
  self->outside = g_new0 (guint, network->n_nodes);
  return self;
}

/**
 * atl_measures_new:
 * @network: a network
 * @cancellable: (nullable): ends the computation when the network is outdated
 *
 * Computes the figures of SILO-METHOD §§3 to 9. Figures about silos leave out the nodes without one and their
 * links, except that paths lead through them.
 *
 * Returns: (transfer full) (nullable): the figures, %NULL if it was cancelled
 */
AtlMeasures *
atl_measures_new (AtlNetwork   *network,
                  GCancellable *cancellable)
{
  AtlBrokers  *brokers = atl_brokers_new (network, cancellable);
  AtlMeasures *self = brokers != NULL ? new_empty (network) : NULL;

  if (self == NULL)
    return NULL;
  self->brokers = brokers;
  self->blocks = atl_blocks_new (network);
  self->ei = atl_ei_compute (network, cancellable);
  compute_density (self);
  compute_reciprocity (self);
  compute_silos (self);
  compute_modularity (self);
  compute_modularity_weighted (self);
  self->bridges = atl_bridges_find (network, &self->n_bridges);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self, atl_measures_unref);
  return self;
}

/**
 * atl_measures_ref:
 * @self: the figures
 *
 * Returns: (transfer full): @self
 */
AtlMeasures *
atl_measures_ref (AtlMeasures *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_measures_unref:
 * @self: (transfer full): the figures
 */
void
atl_measures_unref (AtlMeasures *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  atl_network_unref (self->network);
  atl_blocks_free (self->blocks);
  atl_brokers_free (self->brokers);
  g_free (self->bridges);
  g_free (self->silos);
  g_free (self->outside);
  g_free (self);
}

/**
 * atl_measure_is_defined:
 * @value: a figure
 *
 * Returns: whether it is a number, perhaps an infinite one; if not, show “–”
 */
gboolean
atl_measure_is_defined (double value)
{
  return !isnan (value);
}

/**
 * atl_measures_get_cell:
 * @self: the figures
 * @from: the silo that gives
 * @to: the silo that receives
 *
 * Returns: the cell of the matrix of SILO-METHOD §9; undefined where no pair is possible, its ratio also
 *   where there is
 *   no link at all
 */
AtlCell
atl_measures_get_cell (AtlMeasures *self,
                       guint        from,
                       guint        to)
{
  AtlBlock block = atl_blocks_get (self->blocks, from, to);
  guint64  size = self->network->silos[from].n_nodes;
  AtlCell  cell = { 0 };

  cell.n_links = block.n_arcs;
  cell.possible = from == to ? count_ordered (size) : size * self->network->silos[to].n_nodes;
  cell.density = divide_counts (block.n_arcs, cell.possible);
  cell.intensity = divide (block.strength, 5.0 * (double) cell.possible);
  cell.ratio = divide (cell.density, self->density.overall);
  return cell;
}

/**
 * atl_measures_is_small:
 * @self: the figures
 *
 * Returns: whether the map has under 8 nodes or 10 linked pairs: then sentences give counts
 */
gboolean
atl_measures_is_small (AtlMeasures *self)
{
  return self->network->n_nodes < SMALL_NODES || self->network->n_pairs < SMALL_PAIRS;
}

/**
 * atl_measures_is_of_teams:
 * @self: the figures
 *
 * Returns: whether no silo has more than one node: then only matrix, reciprocity and brokers say something
 */
gboolean
atl_measures_is_of_teams (AtlMeasures *self)
{
  return self->density.possible_within == 0;
}

/**
 * atl_measures_is_alone:
 * @self: the figures
 * @node: index of a node
 *
 * Returns: whether it has no linked pair
 */
gboolean
atl_measures_is_alone (AtlMeasures *self,
                       guint        node)
{
  return self->network->starts[node] == self->network->starts[node + 1];
}

/**
 * atl_measures_count_isolated:
 * @self: the figures
 *
 * Returns: how many silos have no linked pair with another
 */
guint
atl_measures_count_isolated (AtlMeasures *self)
{
  guint n = 0;

  for (guint i = 0; i < self->network->n_silos; i++)
    n += self->silos[i].isolated;
  return n;
}

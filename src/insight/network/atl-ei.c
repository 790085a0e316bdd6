/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-ei.h"

#include <math.h>

#define SHUFFLES 2000
#define SEED 1988
#define LEAST_NODES 12

/**
 * atl_ei_compute_index:
 * @external: pairs across a boundary
 * @internal: pairs inside
 *
 * Returns: the index, −1 (all inside) to 1 (all outside); NaN if there are no pairs
 */
double
atl_ei_compute_index (guint64 external,
                      guint64 internal)
{
  double e = (double) external;
  double i = (double) internal;

  return external + internal > 0 ? (e - i) / (e + i) : (double) NAN;
}

/* The linked pairs of nodes that have a silo, two elements a pair, as positions in @labels: the silos of
 * such nodes. */
static GArray *
collect_pairs (AtlNetwork *network,
               GArray     *labels)
{
  GArray           *pairs = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *positions = g_new (guint, network->n_nodes + 1);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      positions[i] = labels->len;
      if (network->nodes[i].silo >= 0)
        g_array_append_val (labels, network->nodes[i].silo);
    }
  for (guint node = 0; node < network->n_nodes; node++)
    for (guint i = network->starts[node]; i < network->starts[node + 1]; i++)
      {
        guint other = network->neighbors[i];

        if (other < node || network->nodes[node].silo < 0 || network->nodes[other].silo < 0)
          continue;
        g_array_append_val (pairs, positions[node]);
        g_array_append_val (pairs, positions[other]);
      }
  return pairs;
}

static guint
count_external (const guint *pairs,
                guint        n_pairs,
                const int   *labels)
{
  guint external = 0;

  for (guint i = 0; i < n_pairs; i++)
    external += labels[pairs[2 * i]] != labels[pairs[2 * i + 1]];
  return external;
}

static void
shuffle (int   *labels,
         guint  n,
         GRand *rand)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      int   label = labels[i];

      labels[i] = labels[other];
      labels[other] = label;
    }
}

/* With as many pairs in every shuffle, an index at least as low is as few external pairs. */
static double
compute_p (GArray       *pairs,
           GArray       *labels,
           guint         external,
           GCancellable *cancellable)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint             low = 0;

  if (pairs->len == 0 || labels->len < LEAST_NODES)
    return (double) NAN;
  for (guint i = 0; i < SHUFFLES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      shuffle ((int *) (gpointer) labels->data, labels->len, rand);
      low += count_external ((const guint *) (gpointer) pairs->data, pairs->len / 2,
                             (const int *) (gpointer) labels->data) <= external;
    }
  return (double) low / SHUFFLES;
}

static void
count_possible (AtlEi      *ei,
                AtlNetwork *network,
                guint64     n)
{
  for (guint i = 0; i < network->n_silos; i++)
    ei->possible_internal += (guint64) network->silos[i].n_nodes * (network->silos[i].n_nodes - 1) / 2;
  ei->possible_external = n * (n - (n > 0)) / 2 - ei->possible_internal;
}

static void
compute_range (AtlEi *ei)
{
  guint64 m = (guint64) ei->external + ei->internal;
  guint64 most = MIN (m, ei->possible_external);
  guint64 least = m > ei->possible_internal ? m - ei->possible_internal : 0;

  ei->max = atl_ei_compute_index (most, m - most);
  ei->min = atl_ei_compute_index (least, m - least);
  ei->rescaled = (double) NAN;
  if (m > 0 && most > least)
    ei->rescaled = 2 * (ei->index - ei->min) / (ei->max - ei->min) - 1;
}

/**
 * atl_ei_compute:
 * @network: a network
 * @cancellable: (nullable): ends the shuffles early, p is of no use then
 *
 * Computes the E-I index on linked pairs of nodes that have a silo, with what chance would give and the
 * attainable range: D. Krackhardt, R. N. Stern, Social Psychology Quarterly 51(2), 1988; range and
 * permutation test as in UCINET.
 *
 * Returns: the figures
 */
AtlEi
atl_ei_compute (AtlNetwork   *network,
                GCancellable *cancellable)
{
  AtlEi              ei = { 0 };
  g_autoptr (GArray) labels = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) pairs = collect_pairs (network, labels);

  ei.external = count_external ((const guint *) (gpointer) pairs->data, pairs->len / 2,
                                (const int *) (gpointer) labels->data);
  ei.internal = pairs->len / 2 - ei.external;
  count_possible (&ei, network, labels->len);
  ei.index = atl_ei_compute_index (ei.external, ei.internal);
  ei.share = (1 + ei.index) / 2;
  ei.expected_index = atl_ei_compute_index (ei.possible_external, ei.possible_internal);
  ei.expected_share = (1 + ei.expected_index) / 2;
  compute_range (&ei);
  ei.p = compute_p (pairs, labels, ei.external, cancellable);
  return ei;
}

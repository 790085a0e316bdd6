/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-measures.h"

#include <igraph.h>
#include <math.h>

#include "igraph-oracle.h"
#include "insight/network/atl-network-builder.h"

#define ROUNDS 300
#define MOST_NODES 40
#define NEAR 1e-9

static const AtlLinkKind kinds[] = {
  ATL_LINK_KIND_HANDOFF,
  ATL_LINK_KIND_SHARED,
  ATL_LINK_KIND_INFORMATION,
  ATL_LINK_KIND_MISSING,
  ATL_LINK_KIND_BLOCKED,
};

/* A random map, from nearly empty (so in many parts) to dense; a few nodes have no silo. */
static AtlNetwork *
make_random (guint    seed,
             gboolean all_in_silos)
{
  g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
  AtlNetworkBuilder *builder = atl_network_builder_new ();
  gint32             n = g_rand_int_range (rand, 1, MOST_NODES);
  gint32             silos = g_rand_int_range (rand, 1, 7);
  gint32             links = (gint32) (n * g_rand_double_range (rand, 0, 4));

  for (gint32 i = 0; i < silos; i++)
    atl_network_builder_add_silo (builder, "silo", "silo");
  for (gint32 i = 0; i < n; i++)
    atl_network_builder_add_node (builder, "node", "node",
                                  g_rand_int_range (rand, all_in_silos ? 0 : -1, silos));
  for (gint32 i = 0; i < links; i++)
    atl_network_builder_add_link (builder, NULL, (guint) g_rand_int_range (rand, 0, n),
                                  (guint) g_rand_int_range (rand, 0, n),
                                  kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))],
                                  g_rand_int_range (rand, 1, 6));
  return atl_network_builder_end (builder);
}

static void
make_graph (AtlNetwork *network,
            igraph_t   *graph,
            gboolean    directed)
{
  igraph_vector_int_t edges;

  igraph_vector_int_init (&edges, 0);
  for (guint i = 0; i < network->n_arcs; i++)
    {
      const AtlNetworkArc *arc = &network->arcs[i];

      if (!directed && arc->from > arc->to && atl_network_get_strength (network, arc->to, arc->from) > 0)
        continue;
      igraph_vector_int_push_back (&edges, arc->from);
      igraph_vector_int_push_back (&edges, arc->to);
    }
  igraph_create (graph, &edges, network->n_nodes, directed);
  igraph_vector_int_destroy (&edges);
}

static void
test_betweenness (void)
{
  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork) network = make_random (seed, FALSE);
      g_autoptr (AtlBrokers) brokers = atl_brokers_new (network, NULL);
      igraph_t               graph;
      igraph_vector_t        expected;

      make_graph (network, &graph, FALSE);
      igraph_vector_init (&expected, 0);
      igraph_betweenness (&graph, &expected, igraph_vss_all (), FALSE, NULL);

      g_assert_cmpint (igraph_ecount (&graph), ==, network->n_pairs);
      for (guint i = 0; i < network->n_nodes; i++)
        g_assert_cmpfloat_with_epsilon (brokers->betweenness[i], VECTOR (expected)[i], NEAR);
      igraph_vector_destroy (&expected);
      igraph_destroy (&graph);
    }
}

typedef struct
{
  guint  n;
  int    distances[MOST_NODES][MOST_NODES]; /* −1: out of reach */
  double paths[MOST_NODES][MOST_NODES];
} Table;

/* Paths of one more step, until nothing new is reached: no search, no order of nodes. */
static void
fill_row (Table      *table,
          AtlNetwork *network,
          guint       source)
{
  gboolean more = TRUE;

  for (guint i = 0; i < table->n; i++)
    {
      table->distances[source][i] = i == source ? 0 : -1;
      table->paths[source][i] = i == source ? 1 : 0;
    }
  for (int step = 1; more; step++)
    {
      more = FALSE;
      for (guint from = 0; from < table->n; from++)
        for (guint to = 0; to < table->n; to++)
          {
            int *distance = &table->distances[source][to];

            if (table->distances[source][from] != step - 1 || (*distance >= 0 && *distance < step))
              continue;
            if (atl_network_get_pair_strength (network, from, to) == 0)
              continue;
            *distance = step;
            table->paths[source][to] += table->paths[source][from];
            more = TRUE;
          }
    }
}

/* The broker share as it is defined: pair by pair. */
static double
compute_share (Table      *table,
               AtlNetwork *network,
               guint       node,
               guint64    *pairs)
{
  double sum = 0;

  *pairs = 0;
  for (guint s = 0; s < table->n; s++)
    for (guint t = s + 1; t < table->n; t++)
      {
        int distance = table->distances[s][t];

        if (s == node || t == node || distance < 0 || !atl_network_is_cross (network, s, t))
          continue;
        (*pairs)++;
        if (table->distances[s][node] < 0 || table->distances[node][t] < 0)
          continue;
        if (table->distances[s][node] + table->distances[node][t] == distance)
          sum += table->paths[s][node] * table->paths[node][t] / table->paths[s][t];
      }
  return *pairs > 0 ? sum / (double) *pairs : (double) NAN;
}

static void
test_broker_shares (void)
{
  guint   undefined = 0;
  guint   between = 0;
  Table  *table = g_new (Table, 1);
  guint64 pairs = 0;

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork) network = make_random (seed, FALSE);
      g_autoptr (AtlBrokers) brokers = atl_brokers_new (network, NULL);

      table->n = network->n_nodes;
      for (guint i = 0; i < table->n; i++)
        fill_row (table, network, i);
      for (guint i = 0; i < table->n; i++)
        {
          double share = compute_share (table, network, i, &pairs);

          g_assert_cmpuint (brokers->cross_pairs[i], ==, pairs);
          g_assert_true (isnan (share) == isnan (brokers->shares[i]));
          undefined += isnan (share);
          between += share > 0;
          if (!isnan (share))
            g_assert_cmpfloat_with_epsilon (brokers->shares[i], share, NEAR);
        }
    }

  g_assert_cmpuint (undefined, >, 100);
  g_assert_cmpuint (between, >, 1000);
  g_free (table);
}

/* Whether a node is reached from another when one linked pair is taken away. */
static gboolean
is_reached (AtlNetwork *network,
            guint       source,
            guint       target,
            AtlBridge   without)
{
  gboolean reached[MOST_NODES] = { FALSE };
  gboolean more = TRUE;

  reached[source] = TRUE;
  while (more)
    {
      more = FALSE;
      for (guint from = 0; from < network->n_nodes; from++)
        for (guint to = 0; reached[from] && to < network->n_nodes; to++)
          {
            if (reached[to] || atl_network_get_pair_strength (network, from, to) == 0)
              continue;
            if (MIN (from, to) == without.a && MAX (from, to) == without.b)
              continue;
            reached[to] = more = TRUE;
          }
    }
  return reached[target];
}

static void
test_bridges (void)
{
  guint n_bridges = 0;

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork) network = make_random (seed, FALSE);
      g_autofree AtlBridge  *theirs = NULL;
      guint                  n = 0;
      guint                  n_theirs = 0;
      g_autofree AtlBridge  *bridges = atl_bridges_find (network, &n);
      guint                  found = 0;

      g_assert_true (atl_igraph_find_bridges (network, &theirs, &n_theirs));
      g_assert_cmpmem (bridges, n * sizeof *bridges, theirs, n_theirs * sizeof *theirs);
      for (guint a = 0; a < network->n_nodes; a++)
        for (guint b = a + 1; b < network->n_nodes; b++)
          {
            AtlBridge pair = { a, b };

            if (atl_network_get_pair_strength (network, a, b) == 0 || is_reached (network, a, b, pair))
              continue;
            g_assert_cmpuint (found, <, n);
            g_assert_cmpuint (bridges[found].a, ==, a);
            g_assert_cmpuint (bridges[found].b, ==, b);
            found++;
          }
      g_assert_cmpuint (found, ==, n);
      n_bridges += n;
    }
  g_assert_cmpuint (n_bridges, >, 100);
}

static void
test_components (void)
{
  guint most = 0;

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork) network = make_random (seed, FALSE);
      AtlBridge              nothing = { G_MAXUINT, G_MAXUINT };
      guint                  components[MOST_NODES];
      guint                  n = 0;

      g_assert_true (atl_igraph_find_components (network, components, &n));

      most = MAX (most, n);
      for (guint a = 0; a < network->n_nodes; a++)
        {
          g_assert_cmpuint (components[a], <, n);
          for (guint b = 0; b < a; b++)
            g_assert_true (is_reached (network, a, b, nothing) == (components[a] == components[b]));
        }
    }
  g_assert_cmpuint (most, >, 5);
}

static double
ask_modularity (AtlNetwork *network,
                gboolean    directed)
{
  igraph_t            graph;
  igraph_vector_int_t membership;
  igraph_vector_t     weights;
  igraph_real_t       modularity = NAN;

  make_graph (network, &graph, directed);
  igraph_vector_init (&weights, 0);
  igraph_vector_int_init (&membership, 0);
  for (guint i = 0; i < network->n_nodes; i++)
    igraph_vector_int_push_back (&membership, network->nodes[i].silo);
  for (guint i = 0; directed && i < network->n_arcs; i++)
    igraph_vector_push_back (&weights, network->arcs[i].strength);
  igraph_modularity (&graph, &membership, directed ? &weights : NULL, 1, directed, &modularity);
  igraph_vector_int_destroy (&membership);
  igraph_vector_destroy (&weights);
  igraph_destroy (&graph);
  return modularity;
}

static void
test_modularity (void)
{
  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork)  network = make_random (seed, TRUE);
      g_autoptr (AtlMeasures) measures = atl_measures_new (network, NULL);

      g_assert_true (isnan (measures->modularity) == (network->n_pairs == 0));
      if (network->n_pairs == 0)
        continue;
      g_assert_cmpfloat_with_epsilon (measures->modularity, ask_modularity (network, FALSE), NEAR);
      g_assert_cmpfloat_with_epsilon (measures->modularity_weighted, ask_modularity (network, TRUE), NEAR);
    }
}

/* Everything that can be counted pair by pair. */
static void
test_counts (void)
{
  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork)  network = make_random (seed, FALSE);
      g_autoptr (AtlMeasures) measures = atl_measures_new (network, NULL);
      guint                   arcs = 0, within = 0, between = 0, mutual = 0, external = 0, internal = 0;

      for (guint i = 0; i < network->n_nodes; i++)
        for (guint j = 0; j < network->n_nodes; j++)
          {
            gboolean linked = atl_network_get_strength (network, i, j) > 0;
            gboolean back = atl_network_get_strength (network, j, i) > 0;
            gboolean cross = atl_network_is_cross (network, i, j);
            gboolean same = network->nodes[i].silo == network->nodes[j].silo && network->nodes[i].silo >= 0;

            arcs += linked;
            within += linked && same;
            between += linked && cross;
            mutual += linked && back;
            external += i < j && (linked || back) && cross;
            internal += i < j && (linked || back) && same;
          }

      g_assert_cmpuint (network->n_arcs, ==, arcs);
      g_assert_cmpuint (measures->density.n_within, ==, within);
      g_assert_cmpuint (measures->density.n_between, ==, between);
      g_assert_cmpuint (measures->reciprocity.n_mutual, ==, mutual);
      g_assert_cmpuint (measures->ei.external, ==, external);
      g_assert_cmpuint (measures->ei.internal, ==, internal);
    }
}

/* Sums that the method states: Σ E_s = 2 E, Σ I_s = I, and X between what is attainable. */
static void
test_sums (void)
{
  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (AtlNetwork)  network = make_random (seed, FALSE);
      g_autoptr (AtlMeasures) measures = atl_measures_new (network, NULL);
      guint                   external = 0, internal = 0, outside = 0;

      for (guint i = 0; i < network->n_silos; i++)
        {
          external += measures->silos[i].external;
          internal += measures->silos[i].internal;
        }
      for (guint i = 0; i < network->n_nodes; i++)
        outside += measures->outside[i];

      g_assert_cmpuint (external, ==, 2 * measures->ei.external);
      g_assert_cmpuint (internal, ==, measures->ei.internal);
      g_assert_cmpuint (outside, ==, external);
      if (external + internal == 0)
        continue;
      g_assert_cmpfloat (measures->ei.index, >=, measures->ei.min);
      g_assert_cmpfloat (measures->ei.index, <=, measures->ei.max);
    }
}

/* Layers of three nodes, each linked with all of the next: 3^700 shortest paths from end to end, more than
 * a double holds. By symmetry the nodes of a layer share what passes through it. */
static void
test_many_paths (void)
{
  const guint            layers = 702;
  AtlNetworkBuilder     *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork) network = NULL;
  g_autoptr (AtlBrokers) brokers = NULL;

  for (guint i = 0; i < 3 * layers; i++)
    atl_network_builder_add_node (builder, "node", "node", -1);
  for (guint i = 0; i < 9 * (layers - 1); i++)
    atl_network_builder_add_link (builder, NULL, i / 9 * 3 + i % 3, i / 9 * 3 + 3 + i / 3 % 3,
                                  ATL_LINK_KIND_HANDOFF, 3);
  network = atl_network_builder_end (builder);
  brokers = atl_brokers_new (network, NULL);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      double before = i / 3;
      double behind = layers - 1 - before;
      double through = 9 * before * behind / 3;
      double beside = 0;

      if (before >= 1)
        beside += before == 1 ? 3 / 3.0 : 3 / 6.0;
      if (behind >= 1)
        beside += behind == 1 ? 3 / 3.0 : 3 / 6.0;
      g_assert_cmpfloat_with_epsilon (brokers->betweenness[i] / (through + beside), 1, 1e-9);
    }
}

/* A chain beside such layers has one path where they have 3^900: behind every node of the chain stands the
 * rest of it. */
static void
test_few_beside_many (void)
{
  const guint            length = 900;
  AtlNetworkBuilder     *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork) network = NULL;
  g_autoptr (AtlBrokers) brokers = NULL;

  for (guint i = 0; i < 4 * length; i++)
    atl_network_builder_add_node (builder, "node", "node", -1);
  for (guint i = 0; i < 9 * (length - 1); i++)
    atl_network_builder_add_link (builder, NULL, i / 9 * 3 + i % 3, i / 9 * 3 + 3 + i / 3 % 3,
                                  ATL_LINK_KIND_HANDOFF, 3);
  for (guint i = 0; i < length; i++)
    atl_network_builder_add_link (builder, NULL, i > 0 ? 3 * length + i - 1 : 0, 3 * length + i,
                                  ATL_LINK_KIND_HANDOFF, 3);
  network = atl_network_builder_end (builder);
  brokers = atl_brokers_new (network, NULL);

  for (guint i = 0; i + 1 < length; i++)
    {
      double behind = length - 1 - i;
      double expected = behind * (network->n_nodes - 1 - behind);

      g_assert_cmpfloat_with_epsilon (brokers->betweenness[3 * length + i] / expected, 1, 1e-9);
    }
  for (guint i = 0; i < network->n_nodes; i++)
    g_assert_true (isfinite (brokers->betweenness[i]));
}

/* A chain of many nodes: deep for anything that calls itself. */
static void
test_long_chain (void)
{
  const guint            n = 100000;
  AtlNetworkBuilder     *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork) network = NULL;
  g_autofree AtlBridge  *bridges = NULL;
  g_autofree AtlBridge  *theirs = NULL;
  guint                  n_bridges = 0;
  guint                  n_theirs = 0;

  for (guint i = 0; i < n; i++)
    atl_network_builder_add_node (builder, "node", "node", -1);
  for (guint i = 0; i + 1 < n; i++)
    atl_network_builder_add_link (builder, NULL, i, i + 1, ATL_LINK_KIND_SHARED, 3);
  network = atl_network_builder_end (builder);

  bridges = atl_bridges_find (network, &n_bridges);
  g_assert_cmpuint (n_bridges, ==, n - 1);
  g_assert_true (atl_igraph_find_bridges (network, &theirs, &n_theirs));
  g_assert_cmpmem (bridges, n_bridges * sizeof *bridges, theirs, n_theirs * sizeof *theirs);
}

/* Ten thousand pairs: every search must stay in its part. */
static void
test_many_parts (void)
{
  const guint             n = 20000;
  AtlNetworkBuilder      *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork)  network = NULL;
  g_autoptr (AtlMeasures) measures = NULL;

  atl_network_builder_add_silo (builder, "x", "x");
  atl_network_builder_add_silo (builder, "y", "y");
  for (guint i = 0; i < n; i++)
    atl_network_builder_add_node (builder, "node", "node", (int) i % 2);
  for (guint i = 0; i < n; i += 2)
    atl_network_builder_add_link (builder, NULL, i, i + 1, ATL_LINK_KIND_HANDOFF, 3);
  network = atl_network_builder_end (builder);
  measures = atl_measures_new (network, NULL);

  g_assert_cmpuint (measures->n_bridges, ==, n / 2);
  g_assert_cmpuint (measures->brokers->cross_pairs[7], ==, n / 2 - 1);
  g_assert_cmpfloat (measures->ei.share, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oracles/betweenness/is-igraphs", test_betweenness);
  g_test_add_func ("/oracles/betweenness/of-more-paths-than-a-double-holds", test_many_paths);
  g_test_add_func ("/oracles/betweenness/of-one-path-beside-very-many", test_few_beside_many);
  g_test_add_func ("/oracles/broker-share/pair-by-pair", test_broker_shares);
  g_test_add_func ("/oracles/bridges/by-removal", test_bridges);
  g_test_add_func ("/oracles/bridges/of-a-long-chain", test_long_chain);
  g_test_add_func ("/oracles/brokers/of-a-map-of-many-parts", test_many_parts);
  g_test_add_func ("/oracles/components/by-reach", test_components);
  g_test_add_func ("/oracles/modularity/is-igraphs", test_modularity);
  g_test_add_func ("/oracles/counts/pair-by-pair", test_counts);
  g_test_add_func ("/oracles/sums/as-the-method-states", test_sums);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-bench.h"

#include <igraph.h>
#include <stdlib.h>

#include "insight/arrange/atl-arrange.h"
#include "insight/network/atl-measures.h"
#include "insight/network/atl-network-builder.h"
#include "insight/atl-priorities.h"

#define N_PEOPLE 1000
#define N_LINKS 25000
#define N_SILOS 12
#define ROUNDS 7

/* What an import hands over. */
typedef struct
{
  guint from[N_LINKS];
  guint to[N_LINKS];
  int   strengths[N_LINKS];
  int   silos[N_PEOPLE];
} Map;

/* Three links of four stay inside the silo of the giver; all are different ordered pairs. */
static Map *
make_map (void)
{
  Map                   *map = g_new0 (Map, 1);
  g_autoptr (GRand)      rand = g_rand_new_with_seed (5);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < N_PEOPLE; i++)
    map->silos[i] = (int) i % N_SILOS;
  for (guint i = 0; i < N_LINKS;)
    {
      guint from = (guint) g_rand_int_range (rand, 0, N_PEOPLE);
      guint to = (guint) g_rand_int_range (rand, 0, N_PEOPLE);

      if (from == to || (map->silos[from] != map->silos[to] && g_rand_int_range (rand, 0, 30) > 0))
        continue;
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (from * N_PEOPLE + to)))
        continue;
      map->from[i] = from;
      map->to[i] = to;
      map->strengths[i++] = g_rand_int_range (rand, 1, 6);
    }
  return map;
}

static AtlNetwork *
make_network (Map *map)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();

  for (guint i = 0; i < N_SILOS; i++)
    atl_network_builder_add_silo (builder, "silo", "Silo");
  for (guint i = 0; i < N_PEOPLE; i++)
    atl_network_builder_add_node (builder, "person", "Person", map->silos[i]);
  for (guint i = 0; i < N_LINKS; i++)
    atl_network_builder_add_link (builder, "link", map->from[i], map->to[i], ATL_LINK_KIND_HANDOFF,
                                  map->strengths[i]);
  return atl_network_builder_end (builder);
}

/* Everything, from the links to the last figure. */
static void
compute_all (gpointer data)
{
  g_autoptr (AtlNetwork)  network = make_network (data);
  g_autoptr (AtlMeasures) measures = atl_measures_new (network, NULL);
  guint                   n = 0;
  g_autofree AtlPriority *ranked = atl_priorities_rank (measures, 5, &n);

  if (n != 5 || !atl_measure_is_defined (measures->ei.p))
    g_error ("A figure is missing");
}

static void
compute_brokers (gpointer data)
{
  g_autoptr (AtlBrokers) brokers = atl_brokers_new (data, NULL);
}

/* Boxes as small as the scene makes so many. */
static void
arrange (gpointer data)
{
  const Map                *map = data;
  g_autoptr (AtlArrangeMap) arranging = atl_arrange_map_new (N_PEOPLE, N_LINKS, N_SILOS);

  arranging->room = (AtlArrangeRoom){ 20, 80, 1560, 900 };
  arranging->gap = 4;
  arranging->margin = 6;
  for (guint i = 0; i < N_PEOPLE; i++)
    arranging->nodes[i] = (AtlArrangeNode){ .width = 20, .height = 8, .silo = map->silos[i] };
  for (guint i = 0; i < N_LINKS; i++)
    arranging->arcs[i] = (AtlArrangeArc){ map->from[i], map->to[i], map->strengths[i] };
  if (!atl_arrange_map_run (arranging, ATL_ARRANGE_SILO_FORCE, NULL))
    g_error ("Nothing was arranged");
}

static void
make_graph (AtlNetwork *network,
            igraph_t   *graph)
{
  igraph_vector_int_t edges;

  igraph_vector_int_init (&edges, 0);
  for (guint i = 0; i < network->n_nodes; i++)
    for (guint j = network->starts[i]; j < network->starts[i + 1]; j++)
      if (network->neighbors[j] > i)
        {
          igraph_vector_int_push_back (&edges, i);
          igraph_vector_int_push_back (&edges, network->neighbors[j]);
        }
  igraph_create (graph, &edges, network->n_nodes, IGRAPH_UNDIRECTED);
  igraph_vector_int_destroy (&edges);
}

static void
compute_reference (gpointer data)
{
  igraph_vector_t result;

  igraph_vector_init (&result, 0);
  igraph_betweenness (data, &result, igraph_vss_all (), IGRAPH_UNDIRECTED, NULL);
  igraph_vector_destroy (&result);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* Taken in turns, so that what else the machine does weighs on all. */
int
main (void)
{
  g_autofree Map        *map = make_map ();
  g_autoptr (AtlNetwork) network = make_network (map);
  igraph_t               graph;
  double                 reference[ROUNDS];
  double                 brokers[ROUNDS];
  double                 all[ROUNDS];

  make_graph (network, &graph);
  for (guint i = 0; i < ROUNDS; i++)
    {
      reference[i] = atl_bench_median (compute_reference, &graph, 1);
      brokers[i] = atl_bench_median (compute_brokers, network, 1);
      all[i] = atl_bench_median (compute_all, map, 1);
    }
  qsort (reference, ROUNDS, sizeof *reference, compare);
  qsort (brokers, ROUNDS, sizeof *brokers, compare);
  qsort (all, ROUNDS, sizeof *all, compare);
  atl_bench_row ("silo figures, 1 000 people, 25 000 links", all[ROUNDS / 2], "igraph betweenness alone",
                 reference[ROUNDS / 2], 2);
  atl_bench_row ("betweenness and broker share alone", brokers[ROUNDS / 2], "igraph betweenness alone",
                 reference[ROUNDS / 2], 0);
  atl_bench_row ("arrange 1 000 people, 25 000 links", atl_bench_median (arrange, map, ROUNDS),
                 "igraph betweenness alone", reference[ROUNDS / 2], 2);
  igraph_destroy (&graph);
  return atl_bench_end ("insight");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "igraph-oracle.h"

#include <igraph.h>
#include <stdlib.h>

/* igraph ends the program on errors unless told otherwise. */
static void
set_handlers (void)
{
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_warning_handler (igraph_warning_handler_ignore);
}

static igraph_error_t
fill_edges (AtlNetwork          *network,
            igraph_vector_int_t *edges)
{
  igraph_integer_t used = 0;

  for (guint node = 0; node < network->n_nodes; node++)
    for (guint i = network->starts[node]; i < network->starts[node + 1]; i++)
      if (network->neighbors[i] > node)
        {
          VECTOR (*edges)
          [used++] = (igraph_integer_t) node;
          VECTOR (*edges)
          [used++] = (igraph_integer_t) network->neighbors[i];
        }
  return IGRAPH_SUCCESS;
}

/* Makes the undirected graph of the linked pairs. */
static igraph_error_t
make_graph (AtlNetwork *network,
            igraph_t   *graph)
{
  igraph_vector_int_t edges;

  IGRAPH_CHECK (igraph_vector_int_init (&edges, (igraph_integer_t) network->n_pairs * 2));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &edges);
  IGRAPH_CHECK (fill_edges (network, &edges));
  IGRAPH_CHECK (igraph_create (graph, &edges, (igraph_integer_t) network->n_nodes, IGRAPH_UNDIRECTED));
  igraph_vector_int_destroy (&edges);
  IGRAPH_FINALLY_CLEAN (1);
  return IGRAPH_SUCCESS;
}

static igraph_error_t
find_components (AtlNetwork *network,
                 guint      *components,
                 guint      *n_components)
{
  igraph_t            graph;
  igraph_vector_int_t membership;
  igraph_integer_t    n = 0;

  IGRAPH_CHECK (make_graph (network, &graph));
  IGRAPH_FINALLY (igraph_destroy, &graph);
  IGRAPH_CHECK (igraph_vector_int_init (&membership, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &membership);
  IGRAPH_CHECK (igraph_connected_components (&graph, &membership, NULL, &n, IGRAPH_WEAK));
  for (guint i = 0; i < network->n_nodes; i++)
    components[i] = (guint) VECTOR (membership)[i];
  *n_components = (guint) n;
  igraph_vector_int_destroy (&membership);
  igraph_destroy (&graph);
  IGRAPH_FINALLY_CLEAN (2);
  return IGRAPH_SUCCESS;
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

static void
copy_bridges (const igraph_t            *graph,
              const igraph_vector_int_t *edges,
              AtlBridge                **bridges,
              guint                     *n_bridges)
{
  *n_bridges = (guint) igraph_vector_int_size (edges);
  *bridges = g_new (AtlBridge, *n_bridges);
  for (guint i = 0; i < *n_bridges; i++)
    {
      guint from = (guint) IGRAPH_FROM (graph, VECTOR (*edges)[i]);
      guint to = (guint) IGRAPH_TO (graph, VECTOR (*edges)[i]);

      (*bridges)[i].a = MIN (from, to);
      (*bridges)[i].b = MAX (from, to);
    }
  if (*n_bridges > 0)
    qsort (*bridges, *n_bridges, sizeof **bridges, compare_bridges);
}

static igraph_error_t
find_bridges (AtlNetwork *network,
              AtlBridge **bridges,
              guint      *n_bridges)
{
  igraph_t            graph;
  igraph_vector_int_t edges;

  IGRAPH_CHECK (make_graph (network, &graph));
  IGRAPH_FINALLY (igraph_destroy, &graph);
  IGRAPH_CHECK (igraph_vector_int_init (&edges, 0));
  IGRAPH_FINALLY (igraph_vector_int_destroy, &edges);
  IGRAPH_CHECK (igraph_bridges (&graph, &edges));
  copy_bridges (&graph, &edges, bridges, n_bridges);
  igraph_vector_int_destroy (&edges);
  igraph_destroy (&graph);
  IGRAPH_FINALLY_CLEAN (2);
  return IGRAPH_SUCCESS;
}

/**
 * atl_igraph_find_components:
 * @network: a network
 * @components: (array) (out caller-allocates): for each node, the number of its component, counted from 0
 * @n_components: (out): how many components there are; a node without linked pair is one of its own
 *
 * Returns: %FALSE if igraph could not tell, for want of memory; nothing is set then
 */
gboolean
atl_igraph_find_components (AtlNetwork *network,
                            guint      *components,
                            guint      *n_components)
{
  set_handlers ();
  return find_components (network, components, n_components) == IGRAPH_SUCCESS;
}

/**
 * atl_igraph_find_bridges:
 * @network: a network
 * @bridges: (out) (transfer full) (array length=n_bridges): the linked pairs whose removal splits a
 *   component, by a, b
 * @n_bridges: (out): how many there are
 *
 * Returns: %FALSE if igraph could not tell, for want of memory; nothing is set then
 */
gboolean
atl_igraph_find_bridges (AtlNetwork *network,
                         AtlBridge **bridges,
                         guint      *n_bridges)
{
  set_handlers ();
  return find_bridges (network, bridges, n_bridges) == IGRAPH_SUCCESS;
}

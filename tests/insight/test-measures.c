/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-measures.h"

#include <math.h>

#include "insight/network/atl-network-builder.h"
#include "worked-example.h"

#define EXACT 1e-12

static void
assert_undefined (double value)
{
  g_assert_true (isnan (value));
  g_assert_false (atl_measure_is_defined (value));
}

static AtlMeasures *
measure (AtlNetwork *network)
{
  AtlMeasures *measures = atl_measures_new (network, NULL);

  atl_network_unref (network);
  return measures;
}

/* A map of nodes whose silos are given, -1 for none, and that the caller links. */
static AtlNetworkBuilder *
make_nodes (guint      n_silos,
            const int *silos,
            guint      n)
{
  static const char *const names[] = { "A", "B", "C", "D", "E", "F", "G", "H" };
  AtlNetworkBuilder       *builder = atl_network_builder_new ();

  for (guint i = 0; i < n_silos; i++)
    atl_network_builder_add_silo (builder, names[i], names[i]);
  for (guint i = 0; i < n; i++)
    atl_network_builder_add_node (builder, names[i % 8], names[i % 8], silos[i]);
  return builder;
}

static void
link_nodes (AtlNetworkBuilder *builder,
            guint              from,
            guint              to,
            AtlLinkKind        kind,
            int                strength)
{
  atl_network_builder_add_link (builder, NULL, from, to, kind, strength);
}

static void
test_density (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  g_assert_cmpuint (measures->network->n_nodes, ==, 9);
  g_assert_cmpuint (measures->network->n_arcs, ==, 13);
  g_assert_cmpuint (measures->network->n_pairs, ==, 8);
  g_assert_cmpfloat_with_epsilon (measures->density.overall, 13 / 72.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.within, 10 / 14.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.between, 3 / 58.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.contrast, 13.8095, 1e-4);
  g_assert_cmpuint (measures->density.n_within, ==, 10);
  g_assert_cmpuint (measures->density.possible_within, ==, 14);
  g_assert_cmpuint (measures->density.n_between, ==, 3);
  g_assert_cmpuint (measures->density.possible_between, ==, 58);
}

static const struct
{
  guint  from;
  guint  to;
  guint  links;
  guint  possible;
  double intensity;
  double ratio;
} cells[] = {
  { MKT, MKT, 4, 6, 13 / 30.0, (4 / 6.0) / (13 / 72.0) },
  { DSI, DSI, 4, 6, 17 / 30.0, (4 / 6.0) / (13 / 72.0) },
  { MAG, MAG, 2, 2, 6 / 10.0, 1 / (13 / 72.0) },
  { MKT, DSI, 1, 9, 2 / 45.0, (1 / 9.0) / (13 / 72.0) },
  { DSI, MKT, 1, 9, 1 / 45.0, (1 / 9.0) / (13 / 72.0) },
  { MKT, MAG, 1, 6, 2 / 30.0, (1 / 6.0) / (13 / 72.0) },
  { MAG, MKT, 0, 6, 0, 0 },
  { DSI, MAG, 0, 6, 0, 0 },
  { MKT, JUR, 0, 3, 0, 0 },
  { JUR, MAG, 0, 2, 0, 0 },
};

static void
test_matrix (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  AtlCell                 blank = atl_measures_get_cell (measures, JUR, JUR);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      AtlCell cell = atl_measures_get_cell (measures, cells[i].from, cells[i].to);

      g_assert_cmpuint (cell.n_links, ==, cells[i].links);
      g_assert_cmpuint (cell.possible, ==, cells[i].possible);
      g_assert_cmpfloat_with_epsilon (cell.density, (double) cells[i].links / cells[i].possible, EXACT);
      g_assert_cmpfloat_with_epsilon (cell.intensity, cells[i].intensity, EXACT);
      g_assert_cmpfloat_with_epsilon (cell.ratio, cells[i].ratio, EXACT);
    }
  g_assert_cmpuint (blank.possible, ==, 0);
  assert_undefined (blank.density);
  assert_undefined (blank.intensity);
  assert_undefined (blank.ratio);
}

static void
test_ei (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  const AtlEi            *ei = &measures->ei;

  g_assert_cmpuint (ei->external, ==, 2);
  g_assert_cmpuint (ei->internal, ==, 6);
  g_assert_cmpuint (ei->possible_internal, ==, 7);
  g_assert_cmpuint (ei->possible_external, ==, 29);
  g_assert_cmpfloat_with_epsilon (ei->index, -0.5, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->share, 0.25, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->expected_share, 29 / 36.0, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->expected_index, 22 / 36.0, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->min, -0.75, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->max, 1, EXACT);
  g_assert_cmpfloat_with_epsilon (ei->rescaled, 2 * 0.25 / 1.75 - 1, EXACT);
  assert_undefined (ei->p);
}

static void
test_silos (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  const AtlSiloMeasures  *silos = measures->silos;

  g_assert_cmpfloat_with_epsilon (silos[MKT].ei, -0.2, EXACT);
  g_assert_cmpfloat_with_epsilon (silos[DSI].ei, -1 / 3.0, EXACT);
  g_assert_cmpfloat_with_epsilon (silos[MAG].ei, 0, EXACT);
  assert_undefined (silos[JUR].ei);
  g_assert_false (silos[MKT].isolated || silos[DSI].isolated || silos[MAG].isolated);
  g_assert_true (silos[JUR].isolated);
  g_assert_cmpuint (atl_measures_count_isolated (measures), ==, 1);
  g_assert_true (silos[DSI].fragile && silos[MAG].fragile);
  g_assert_false (silos[MKT].fragile || silos[JUR].fragile);
  g_assert_cmpuint (silos[DSI].holder, ==, DAN);
  g_assert_cmpuint (silos[MAG].holder, ==, GIL);
  g_assert_cmpuint (silos[MKT].n_holders, ==, 2);
  for (guint i = 0; i < N_PEOPLE; i++)
    g_assert_true (atl_measures_is_alone (measures, i) == (i == INES));
}

static void
test_reciprocity (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  g_assert_cmpfloat_with_epsilon (measures->reciprocity.overall, 10 / 13.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->reciprocity.cross, 2 / 3.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->reciprocity.weighted, 32 / 41.0, EXACT);
  g_assert_cmpuint (measures->reciprocity.n_mutual_cross, ==, 2);
  g_assert_cmpuint (measures->reciprocity.n_cross, ==, 3);
}

static const struct
{
  double betweenness;
  double share;
} brokers[] = {
  [ANA] = { 0, 0 },
  [BOB] = { 12, 12 / 16.0 },
  [CHLOE] = { 10, 10 / 16.0 },
  [DAN] = { 10, 10 / 16.0 },
  [EVA] = { 6, 5 / 16.0 },
  [FARID] = { 0, 0 },
  [GIL] = { 6, 6 / 15.0 },
  [HANA] = { 0, 0 },
  [INES] = { 0, 0 },
};

static void
test_brokers (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_assert_cmpfloat_with_epsilon (measures->brokers->betweenness[i], brokers[i].betweenness, EXACT);
      g_assert_cmpfloat_with_epsilon (measures->brokers->normalized[i], brokers[i].betweenness / 28, EXACT);
      g_assert_cmpfloat_with_epsilon (measures->brokers->shares[i], brokers[i].share, EXACT);
    }
  g_assert_cmpint (atl_brokers_find_top (measures->brokers), ==, BOB);
}

static void
test_bridges (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  guint                   cross = 0;

  for (guint i = 0; i < measures->n_bridges; i++)
    {
      AtlBridge bridge = measures->bridges[i];

      if (!atl_network_is_cross (measures->network, bridge.a, bridge.b))
        continue;
      cross++;
      g_assert_true ((bridge.a == BOB && bridge.b == DAN) || (bridge.a == CHLOE && bridge.b == GIL));
    }

  g_assert_cmpuint (cross, ==, 2);
  g_assert_cmpuint (measures->n_bridges, ==, 5);
}

static void
test_modularity (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  g_assert_cmpfloat_with_epsilon (measures->modularity,
                                  3 / 8.0 + 2 / 8.0 + 1 / 8.0 - (64 + 25 + 9) / 256.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->modularity, 0.367, 5e-4);
  g_assert_cmpfloat_with_epsilon (measures->modularity_weighted, 36 / 41.0 - 628 / 1681.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->modularity_weighted, 0.504, 5e-4);
}

static void
test_after (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_after ());
  int                     top = atl_brokers_find_top (measures->brokers);

  g_assert_cmpuint (measures->ei.internal, ==, 5);
  g_assert_cmpuint (measures->ei.external, ==, 4);
  g_assert_cmpfloat_with_epsilon (measures->ei.share, 4 / 9.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->ei.index, -1 / 9.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.between, 6 / 58.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.contrast, (9 / 14.0) / (6 / 58.0), EXACT);
  g_assert_cmpfloat_with_epsilon (measures->reciprocity.overall, 0.8, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->modularity, 5 / 9.0 - 102 / 324.0, EXACT);
  g_assert_cmpuint (atl_measures_count_isolated (measures), ==, 0);
  g_assert_cmpint (top, ==, CHLOE);
  g_assert_cmpfloat_with_epsilon (measures->brokers->shares[top], 12 / 23.0, EXACT);
}

static void
test_empty (void)
{
  g_autoptr (AtlMeasures) measures = measure (atl_network_builder_end (atl_network_builder_new ()));

  assert_undefined (measures->density.overall);
  assert_undefined (measures->density.within);
  assert_undefined (measures->density.between);
  assert_undefined (measures->density.contrast);
  assert_undefined (measures->ei.index);
  assert_undefined (measures->ei.expected_share);
  assert_undefined (measures->reciprocity.overall);
  assert_undefined (measures->reciprocity.weighted);
  assert_undefined (measures->modularity);
  assert_undefined (measures->modularity_weighted);
  g_assert_cmpuint (measures->n_bridges, ==, 0);
  g_assert_cmpint (atl_brokers_find_top (measures->brokers), ==, -1);
}

static void
test_no_links (void)
{
  const int               silos[] = { 0, 0, 1, 1 };
  g_autoptr (AtlMeasures) measures = measure (atl_network_builder_end (make_nodes (2, silos, 4)));
  AtlCell                 cell = atl_measures_get_cell (measures, 0, 1);

  g_assert_cmpfloat (measures->density.overall, ==, 0);
  g_assert_cmpfloat (measures->density.within, ==, 0);
  g_assert_cmpfloat (measures->density.between, ==, 0);
  assert_undefined (measures->density.contrast);
  assert_undefined (measures->ei.index);
  assert_undefined (measures->ei.share);
  assert_undefined (measures->ei.min);
  assert_undefined (measures->ei.max);
  assert_undefined (measures->ei.rescaled);
  g_assert_cmpfloat_with_epsilon (measures->ei.expected_share, 4 / 6.0, EXACT);
  assert_undefined (measures->reciprocity.overall);
  assert_undefined (measures->reciprocity.cross);
  assert_undefined (measures->reciprocity.weighted);
  assert_undefined (measures->modularity);
  assert_undefined (measures->modularity_weighted);
  assert_undefined (measures->silos[0].ei);
  assert_undefined (measures->brokers->shares[0]);
  g_assert_cmpfloat (cell.density, ==, 0);
  assert_undefined (cell.ratio);
}

static void
test_no_walls (void)
{
  const int               silos[] = { 0, 0, 0 };
  AtlNetworkBuilder      *builder = make_nodes (1, silos, 3);
  g_autoptr (AtlMeasures) measures = NULL;

  link_nodes (builder, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  measures = measure (atl_network_builder_end (builder));

  assert_undefined (measures->density.between);
  assert_undefined (measures->density.contrast);
  g_assert_cmpfloat (measures->ei.index, ==, -1);
  g_assert_cmpfloat (measures->ei.expected_share, ==, 0);
  assert_undefined (measures->ei.rescaled);
  assert_undefined (measures->reciprocity.cross);
  assert_undefined (measures->brokers->shares[1]);
  g_assert_cmpfloat (measures->brokers->normalized[1], ==, 0);
}

static void
test_wall (void)
{
  const int               silos[] = { 0, 0, 1 };
  AtlNetworkBuilder      *builder = make_nodes (2, silos, 3);
  g_autoptr (AtlMeasures) measures = NULL;

  link_nodes (builder, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  measures = measure (atl_network_builder_end (builder));

  g_assert_cmpfloat (measures->density.between, ==, 0);
  g_assert_true (isinf (measures->density.contrast));
  g_assert_true (atl_measure_is_defined (measures->density.contrast));
}

static void
test_single_nodes (void)
{
  const int               silos[] = { 0, 1, 2, 3 };
  AtlNetworkBuilder      *builder = make_nodes (4, silos, 4);
  g_autoptr (AtlMeasures) measures = NULL;

  link_nodes (builder, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  link_nodes (builder, 1, 2, ATL_LINK_KIND_SHARED, 2);
  measures = measure (atl_network_builder_end (builder));

  g_assert_true (atl_measures_is_of_teams (measures));
  assert_undefined (measures->density.within);
  assert_undefined (measures->density.contrast);
  g_assert_cmpfloat_with_epsilon (measures->density.between, 3 / 12.0, EXACT);
  g_assert_cmpfloat (measures->ei.share, ==, 1);
  g_assert_cmpfloat (measures->ei.expected_share, ==, 1);
  assert_undefined (measures->ei.rescaled);
  g_assert_cmpfloat_with_epsilon (measures->reciprocity.cross, 2 / 3.0, EXACT);
  g_assert_cmpfloat (measures->brokers->shares[1], ==, 1);
  g_assert_false (measures->silos[0].fragile);
  assert_undefined (atl_measures_get_cell (measures, 1, 1).density);
}

static void
test_nodes_without_silo (void)
{
  const int               silos[] = { 0, -1, 1, 0 };
  AtlNetworkBuilder      *builder = make_nodes (2, silos, 4);
  g_autoptr (AtlMeasures) measures = NULL;

  link_nodes (builder, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  link_nodes (builder, 1, 2, ATL_LINK_KIND_HANDOFF, 3);
  link_nodes (builder, 0, 3, ATL_LINK_KIND_HANDOFF, 3);
  measures = measure (atl_network_builder_end (builder));

  g_assert_cmpfloat_with_epsilon (measures->density.overall, 3 / 12.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.within, 1 / 2.0, EXACT);
  g_assert_cmpfloat_with_epsilon (measures->density.between, 0, EXACT);
  g_assert_cmpuint (measures->density.possible_between, ==, 4);
  g_assert_cmpuint (measures->ei.external + measures->ei.internal, ==, 1);
  g_assert_cmpfloat_with_epsilon (measures->modularity, 0, EXACT);
  g_assert_true (measures->silos[0].isolated && measures->silos[1].isolated);
  g_assert_cmpfloat_with_epsilon (measures->brokers->shares[1], 1, EXACT);
  g_assert_cmpuint (measures->brokers->cross_pairs[1], ==, 2);
  g_assert_cmpuint (measures->n_bridges, ==, 3);
}

/* Needs and links of a node with itself change no figure. */
static void
test_needs_never_count (void)
{
  const int               silos[] = { 0, 0, 1 };
  AtlNetworkBuilder      *builder = make_nodes (2, silos, 3);
  g_autoptr (AtlMeasures) measures = NULL;

  link_nodes (builder, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  link_nodes (builder, 0, 2, ATL_LINK_KIND_MISSING, 5);
  link_nodes (builder, 2, 1, ATL_LINK_KIND_BLOCKED, 5);
  link_nodes (builder, 1, 1, ATL_LINK_KIND_HANDOFF, 5);
  measures = measure (atl_network_builder_end (builder));

  g_assert_cmpuint (measures->network->n_needs, ==, 2);
  g_assert_cmpfloat_with_epsilon (measures->density.overall, 1 / 6.0, EXACT);
  g_assert_cmpfloat (measures->ei.share, ==, 0);
  g_assert_cmpfloat (measures->reciprocity.overall, ==, 0);
  g_assert_true (measures->silos[1].isolated);
  g_assert_cmpfloat (measures->modularity, ==, 0);
  g_assert_cmpuint (measures->n_bridges, ==, 1);
}

static void
test_small (void)
{
  const int               silos[] = { 0, 0, 0, 0, 1, 1, 1, 1 };
  AtlNetworkBuilder      *nine = make_nodes (2, silos, 8);
  AtlNetworkBuilder      *ten = make_nodes (2, silos, 8);
  AtlNetworkBuilder      *seven = make_nodes (2, silos, 7);
  g_autoptr (AtlMeasures) few = NULL;
  g_autoptr (AtlMeasures) enough = NULL;
  g_autoptr (AtlMeasures) tight = NULL;

  for (guint i = 0; i < 10; i++)
    {
      link_nodes (ten, i % 5, i < 5 ? 5 : 6, ATL_LINK_KIND_HANDOFF, 1);
      link_nodes (seven, i % 5, i < 5 ? 5 : 6, ATL_LINK_KIND_HANDOFF, 1);
      if (i < 9)
        link_nodes (nine, i % 5, i < 5 ? 5 : 6, ATL_LINK_KIND_HANDOFF, 1);
    }
  few = measure (atl_network_builder_end (nine));
  enough = measure (atl_network_builder_end (ten));
  tight = measure (atl_network_builder_end (seven));

  g_assert_true (atl_measures_is_small (few));
  g_assert_false (atl_measures_is_small (enough));
  g_assert_true (atl_measures_is_small (tight));
}

/* Two groups of six, all linked inside and nothing outside, are as far from chance as can be; the other
 * way round, every shuffle is at least as low. */
static void
test_permutations (void)
{
  const int               silos[] = { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1 };
  AtlNetworkBuilder      *inward = make_nodes (2, silos, 12);
  AtlNetworkBuilder      *outward = make_nodes (2, silos, 12);
  g_autoptr (AtlMeasures) low = NULL;
  g_autoptr (AtlMeasures) high = NULL;
  g_autoptr (AtlMeasures) again = NULL;

  for (guint i = 0; i < 12; i++)
    for (guint j = 0; j < i; j++)
      link_nodes (silos[i] == silos[j] ? inward : outward, i, j, ATL_LINK_KIND_HANDOFF, 1);
  low = measure (atl_network_builder_end (inward));
  high = measure (atl_network_builder_end (outward));
  again = atl_measures_new (low->network, NULL);

  g_assert_cmpfloat (low->ei.p, <, 0.01);
  g_assert_cmpfloat (high->ei.p, ==, 1);
  g_assert_cmpfloat (low->ei.p, ==, again->ei.p);
}

/* A ring has no first; the first of equals is taken. */
static void
test_ring (void)
{
  const int               silos[] = { 0, 1, 0, 1, 0 };
  AtlNetworkBuilder      *builder = make_nodes (2, silos, 5);
  g_autoptr (AtlMeasures) measures = NULL;

  for (guint i = 0; i < 4; i++)
    link_nodes (builder, i, (i + 1) % 4, ATL_LINK_KIND_HANDOFF, 3);
  measures = measure (atl_network_builder_end (builder));

  g_assert_cmpfloat (measures->brokers->betweenness[1], ==, 0.5);
  g_assert_cmpfloat (measures->brokers->shares[0], ==, measures->brokers->shares[3]);
  g_assert_cmpint (atl_brokers_find_top (measures->brokers), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlNetwork)   network = worked_example_before ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);

  g_assert_null (atl_measures_new (network, cancellable));
}

static gpointer
cancel_later (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    g_thread_yield ();
  g_cancellable_cancel (data);
  return NULL;
}

/* A map that takes seconds is given up within the work on it, wherever that is. */
static void
test_cancelled_meanwhile (void)
{
  AtlNetworkBuilder       *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork)   network = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread                 *thread = NULL;

  atl_network_builder_add_silo (builder, "x", "x");
  for (guint i = 0; i < 100000; i++)
    atl_network_builder_add_node (builder, "id", "Node", 0);
  for (guint i = 0; i < 50000; i++)
    atl_network_builder_add_link (builder, NULL, 2 * i, 2 * i + 1, ATL_LINK_KIND_HANDOFF, 3);
  network = atl_network_builder_end (builder);
  thread = g_thread_new ("cancel", cancel_later, cancellable);

  g_assert_null (atl_measures_new (network, cancellable));
  g_thread_join (thread);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/example/density", test_density);
  g_test_add_func ("/measures/example/matrix", test_matrix);
  g_test_add_func ("/measures/example/e-i", test_ei);
  g_test_add_func ("/measures/example/silos", test_silos);
  g_test_add_func ("/measures/example/reciprocity", test_reciprocity);
  g_test_add_func ("/measures/example/brokers", test_brokers);
  g_test_add_func ("/measures/example/bridges", test_bridges);
  g_test_add_func ("/measures/example/modularity", test_modularity);
  g_test_add_func ("/measures/example/three-months-later", test_after);
  g_test_add_func ("/measures/undefined/empty-map", test_empty);
  g_test_add_func ("/measures/undefined/no-links", test_no_links);
  g_test_add_func ("/measures/undefined/one-silo", test_no_walls);
  g_test_add_func ("/measures/contrast/is-infinite-if-nothing-crosses", test_wall);
  g_test_add_func ("/measures/teams/have-no-within", test_single_nodes);
  g_test_add_func ("/measures/nodes-without-silo/are-only-steps", test_nodes_without_silo);
  g_test_add_func ("/measures/needs/never-count-as-links", test_needs_never_count);
  g_test_add_func ("/measures/small/under-8-nodes-or-10-pairs", test_small);
  g_test_add_func ("/measures/p/tells-walls-from-chance", test_permutations);
  g_test_add_func ("/measures/brokers/of-equals-the-first", test_ring);
  g_test_add_func ("/measures/cancelled/gives-nothing", test_cancelled);
  g_test_add_func ("/measures/cancelled/meanwhile", test_cancelled_meanwhile);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-priorities.h"

#include <math.h>

#include "insight/network/atl-network-builder.h"
#include "worked-example.h"

static AtlMeasures *
measure (AtlNetwork *network)
{
  AtlMeasures *measures = atl_measures_new (network, NULL);

  atl_network_unref (network);
  return measures;
}

static const AtlPriority expected[] = {
  { DSI, MAG, 5, 4, 1, 0, 6 },
  { MKT, JUR, 4, 3, 1, 0, 3 },
  { DSI, JUR, 1, 0, 0, 0, 3 },
  { MAG, JUR, 1, 0, 0, 0, 2 },
  { MKT, DSI, 1 - 1 / 9.0, 0, 0, 1, 9 },
  { MKT, MAG, 1 - 1 / 6.0, 0, 0, 1, 6 },
};

static void
test_example (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  guint                   n = 0;
  g_autofree AtlPriority *ranked = atl_priorities_rank (measures, 100, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (ranked[i].a, ==, expected[i].a);
      g_assert_cmpuint (ranked[i].b, ==, expected[i].b);
      g_assert_cmpfloat_with_epsilon (ranked[i].priority, expected[i].priority, 1e-12);
      g_assert_cmpuint (ranked[i].needs, ==, expected[i].needs);
      g_assert_cmpuint (ranked[i].n_requests, ==, expected[i].n_requests);
      g_assert_cmpuint (ranked[i].n_pairs, ==, expected[i].n_pairs);
      g_assert_cmpuint (ranked[i].possible, ==, expected[i].possible);
      g_assert_cmpfloat (atl_priorities_get (measures, ranked[i].b, ranked[i].a), ==, ranked[i].priority);
    }
  g_assert_cmpfloat (atl_priorities_get_most (measures), ==, 5);
}

static void
test_first_ones (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  for (guint most = 0; most <= 6; most++)
    {
      guint                   n = 0;
      g_autofree AtlPriority *ranked = atl_priorities_rank (measures, most, &n);

      g_assert_cmpuint (n, ==, most);
      for (guint i = 0; i < n; i++)
        g_assert_cmpfloat_with_epsilon (ranked[i].priority, expected[i].priority, 1e-12);
    }
}

static void
test_one_silo (void)
{
  AtlNetworkBuilder      *builder = atl_network_builder_new ();
  g_autoptr (AtlMeasures) measures = NULL;
  guint                   n = 1;
  g_autofree AtlPriority *ranked = NULL;

  atl_network_builder_add_silo (builder, "x", "x");
  atl_network_builder_add_node (builder, "a", "a", 0);
  atl_network_builder_add_node (builder, "b", "b", 0);
  atl_network_builder_add_link (builder, NULL, 0, 1, ATL_LINK_KIND_MISSING, 5);
  measures = measure (atl_network_builder_end (builder));
  ranked = atl_priorities_rank (measures, 5, &n);

  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (atl_priorities_get_most (measures)));
}

/* When every pair of silos is linked in full, nothing is left to build. */
static void
test_all_linked (void)
{
  AtlNetworkBuilder      *builder = atl_network_builder_new ();
  g_autoptr (AtlMeasures) measures = NULL;

  for (int i = 0; i < 3; i++)
    {
      atl_network_builder_add_silo (builder, "x", "x");
      atl_network_builder_add_node (builder, "a", "a", i);
    }
  for (guint i = 0; i < 3; i++)
    atl_network_builder_add_link (builder, NULL, i, (i + 1) % 3, ATL_LINK_KIND_HANDOFF, 1);
  measures = measure (atl_network_builder_end (builder));

  g_assert_cmpfloat (atl_priorities_get_most (measures), ==, 0);
}

static void
test_many_silos (void)
{
  AtlNetworkBuilder      *builder = atl_network_builder_new ();
  g_autoptr (AtlMeasures) measures = NULL;
  g_autofree AtlPriority *ranked = NULL;
  guint                   n = 0;

  for (int i = 0; i < 5000; i++)
    {
      atl_network_builder_add_silo (builder, "x", "x");
      atl_network_builder_add_node (builder, "a", "a", i);
    }
  atl_network_builder_add_link (builder, NULL, 4000, 10, ATL_LINK_KIND_BLOCKED, 2);
  measures = measure (atl_network_builder_end (builder));
  ranked = atl_priorities_rank (measures, 5, &n);

  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (ranked[0].a, ==, 10);
  g_assert_cmpuint (ranked[0].b, ==, 4000);
  g_assert_cmpfloat (ranked[0].priority, ==, 3);
  g_assert_cmpfloat (ranked[1].priority, ==, 1);
}

/* P and its parts, counted node by node. */
static AtlPriority
count_by_hand (AtlNetwork *network,
               int         a,
               int         b)
{
  AtlPriority priority = { (guint) a, (guint) b, 0, 0, 0, 0, 0 };

  for (guint i = 0; i < network->n_nodes; i++)
    for (guint j = 0; j < network->n_nodes; j++)
      {
        if (network->nodes[i].silo != a || network->nodes[j].silo != b)
          continue;
        priority.possible++;
        priority.n_pairs += atl_network_get_pair_strength (network, i, j) > 0;
        priority.n_requests += atl_network_get_need (network, i, j) > 0;
        priority.needs += atl_network_get_need (network, i, j);
      }
  priority.priority = 1 - (double) priority.n_pairs / (double) priority.possible;
  priority.priority *= 1.0 + (double) priority.needs;
  return priority;
}

static AtlNetwork *
make_random (guint seed)
{
  g_autoptr (GRand)  rand = g_rand_new_with_seed (seed);
  AtlNetworkBuilder *builder = atl_network_builder_new ();
  gint32             n = g_rand_int_range (rand, 2, 14);

  for (guint i = 0; i < 5; i++)
    atl_network_builder_add_silo (builder, "silo", "silo");
  for (gint32 i = 0; i < n; i++)
    atl_network_builder_add_node (builder, "node", "node", g_rand_int_range (rand, -1, 5));
  for (gint32 i = 0; i < n * 3; i++)
    atl_network_builder_add_link (builder, NULL, (guint) g_rand_int_range (rand, 0, n),
                                  (guint) g_rand_int_range (rand, 0, n),
                                  i % 6 == 0 ? ATL_LINK_KIND_MISSING : ATL_LINK_KIND_HANDOFF,
                                  g_rand_int_range (rand, 1, 6));
  return atl_network_builder_end (builder);
}

static void
test_random (void)
{
  guint below = 0;

  for (guint seed = 0; seed < 200; seed++)
    {
      g_autoptr (AtlMeasures) measures = measure (make_random (seed));
      guint                   silos = measures->network->n_silos;
      guint                   n = 0;
      g_autofree AtlPriority *ranked = atl_priorities_rank (measures, 100, &n);

      g_assert_cmpuint (n, ==, silos * (MAX (silos, 1) - 1) / 2);
      for (guint i = 0; i < n; i++)
        {
          AtlPriority hand = count_by_hand (measures->network, (int) ranked[i].a, (int) ranked[i].b);

          g_assert_cmpfloat_with_epsilon (ranked[i].priority, hand.priority, 1e-12);
          g_assert_cmpuint (ranked[i].n_requests, ==, hand.n_requests);
          g_assert_cmpuint (ranked[i].n_pairs, ==, hand.n_pairs);
          g_assert_cmpuint (ranked[i].possible, ==, hand.possible);
          g_assert_true (i == 0 || ranked[i - 1].priority >= ranked[i].priority);
        }
      if (n > 0)
        g_assert_cmpfloat (atl_priorities_get_most (measures), ==, ranked[0].priority);
      below += n > 0 && ranked[0].priority <= 1;
    }
  g_assert_cmpuint (below, >, 10);
}

/* One request, half met, and nothing at all have the same priority: the request comes first. */
static void
test_equal_ones (void)
{
  AtlNetworkBuilder      *builder = atl_network_builder_new ();
  g_autoptr (AtlMeasures) measures = NULL;
  g_autofree AtlPriority *ranked = NULL;
  guint                   n = 0;

  for (int i = 0; i < 3; i++)
    {
      atl_network_builder_add_silo (builder, "x", "x");
      atl_network_builder_add_node (builder, "a", "a", i);
    }
  atl_network_builder_add_node (builder, "a", "a", 2);
  atl_network_builder_add_link (builder, NULL, 1, 2, ATL_LINK_KIND_HANDOFF, 1);
  atl_network_builder_add_link (builder, NULL, 1, 3, ATL_LINK_KIND_MISSING, 1);
  measures = measure (atl_network_builder_end (builder));
  ranked = atl_priorities_rank (measures, 5, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (ranked[0].priority, ==, ranked[1].priority);
  g_assert_cmpuint (ranked[0].a, ==, 1);
  g_assert_cmpuint (ranked[0].b, ==, 2);
}

/* Hana and Farid asked for it; then Dan, who has a link outside, comes after Eva, who has none. */
static void
test_proposals (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());

  for (guint32 seed = 0; seed < 20; seed++)
    {
      guint                   n = 0;
      g_autofree AtlProposal *proposals = atl_priorities_propose (measures, DSI, MAG, 9, seed, &n);

      g_assert_cmpuint (n, ==, 2);
      g_assert_cmpuint (proposals[0].a, ==, FARID);
      g_assert_cmpuint (proposals[0].b, ==, HANA);
      g_assert_cmpuint (proposals[0].need, ==, 4);
      g_assert_cmpuint (proposals[1].a, ==, EVA);
      g_assert_cmpuint (proposals[1].b, ==, GIL);
      g_assert_cmpuint (proposals[1].need, ==, 0);
    }
}

static void
test_same_silo (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  guint                   n = 0;
  g_autofree AtlProposal *proposals = atl_priorities_propose (measures, JUR, JUR, 9, 1, &n);

  g_assert_cmpuint (n, ==, 0);
}

static void
test_either_order (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  guint                   n = 0;
  g_autofree AtlProposal *proposals = atl_priorities_propose (measures, MAG, DSI, 1, 1, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (proposals[0].a, ==, HANA);
  g_assert_cmpuint (proposals[0].b, ==, FARID);
  g_assert_cmpuint (proposals[0].need, ==, 4);
}

static void
test_top_broker (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  gboolean                ana = FALSE;

  for (guint32 seed = 0; seed < 20; seed++)
    {
      guint                   n = 0;
      g_autofree AtlProposal *proposals = atl_priorities_propose (measures, MKT, DSI, 9, seed, &n);

      g_assert_cmpuint (n, ==, 2);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (proposals[i].a, !=, BOB);
          g_assert_cmpuint (proposals[i].need, ==, 0);
        }
      ana = ana || proposals[0].a == ANA;
      g_assert_true (proposals[0].b == EVA || proposals[0].b == FARID);
    }
  g_assert_true (ana);
}

static void
test_draw (void)
{
  g_autoptr (AtlMeasures) measures = measure (worked_example_before ());
  guint                   seen[N_PEOPLE] = { 0 };

  for (guint32 seed = 0; seed < 40; seed++)
    {
      guint                   n = 0;
      g_autofree AtlProposal *first = atl_priorities_propose (measures, MKT, DSI, 1, seed, &n);
      g_autofree AtlProposal *again = atl_priorities_propose (measures, MKT, DSI, 1, seed, &n);

      g_assert_cmpuint (first[0].b, ==, again[0].b);
      seen[first[0].b]++;
    }
  g_assert_cmpuint (seen[EVA], >, 0);
  g_assert_cmpuint (seen[FARID], >, 0);
  g_assert_cmpuint (seen[DAN], ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/priorities/example/silo-pairs", test_example);
  g_test_add_func ("/priorities/rank/gives-the-first-ones", test_first_ones);
  g_test_add_func ("/priorities/rank/nothing-with-one-silo", test_one_silo);
  g_test_add_func ("/priorities/rank/with-thousands-of-silos", test_many_silos);
  g_test_add_func ("/priorities/rank/counted-node-by-node", test_random);
  g_test_add_func ("/priorities/rank/requests-first-among-equals", test_equal_ones);
  g_test_add_func ("/priorities/most/is-0-when-all-are-linked", test_all_linked);
  g_test_add_func ("/priorities/propose/needs-then-fewest-links", test_proposals);
  g_test_add_func ("/priorities/propose/silos-in-either-order", test_either_order);
  g_test_add_func ("/priorities/propose/nobody-with-themselves", test_same_silo);
  g_test_add_func ("/priorities/propose/never-the-top-broker", test_top_broker);
  g_test_add_func ("/priorities/propose/equals-by-a-seeded-draw", test_draw);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-comparison.h"

#include <math.h>

#include "insight/network/atl-network-builder.h"
#include "worked-example.h"

#define EXACT 1e-12

typedef struct
{
  const char *id;
  const char *person;
  const char *name;
  const char *label; /* NULL: the name */
} Who;

static AtlNetwork *
make_people (const Who *who,
             guint      n)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      atl_network_builder_add_node (builder, who[i].id, who[i].label != NULL ? who[i].label : who[i].name,
                                    -1);
      if (who[i].person != NULL)
        atl_network_builder_set_person (builder, i, who[i].person, who[i].name);
    }
  return atl_network_builder_end (builder);
}

static AtlComparison *
compare_example (void)
{
  g_autoptr (AtlNetwork) before = worked_example_before ();
  g_autoptr (AtlNetwork) after = worked_example_after ();

  return atl_comparison_new (before, after, NULL, NULL);
}

static const AtlLinkChange changes[] = {
  { ATL_LINK_CHANGE_NEW, CHLOE, INES, 0, 2 },
  { ATL_LINK_CHANGE_NEW, FARID, HANA, 0, 3 },
  { ATL_LINK_CHANGE_NEW, HANA, FARID, 0, 3 },
  { ATL_LINK_CHANGE_STRONGER, BOB, DAN, 2, 4 },
  { ATL_LINK_CHANGE_STRONGER, DAN, BOB, 1, 3 },
  { ATL_LINK_CHANGE_SAME, CHLOE, GIL, 2, 2 },
};

static void
test_links (void)
{
  g_autoptr (AtlComparison) comparison = compare_example ();

  g_assert_cmpuint (comparison->n_common, ==, 9);
  g_assert_cmpuint (comparison->n_gone + comparison->n_come, ==, 0);
  g_assert_cmpuint (comparison->n_links, ==, G_N_ELEMENTS (changes));
  for (guint i = 0; i < comparison->n_links; i++)
    {
      g_assert_cmpint (comparison->links[i].kind, ==, changes[i].kind);
      g_assert_cmpuint (comparison->links[i].from, ==, changes[i].from);
      g_assert_cmpuint (comparison->links[i].to, ==, changes[i].to);
      g_assert_cmpuint (comparison->links[i].before, ==, changes[i].before);
      g_assert_cmpuint (comparison->links[i].after, ==, changes[i].after);
    }
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_NEW], ==, 3);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_LOST], ==, 0);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_STRONGER], ==, 2);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_WEAKER], ==, 0);
  g_assert_cmpfloat_with_epsilon (comparison->stability, 0.5, EXACT);
}

static void
test_needs (void)
{
  g_autoptr (AtlComparison) comparison = compare_example ();

  g_assert_cmpuint (comparison->n_needs, ==, 2);
  g_assert_cmpuint (comparison->n_met, ==, 2);
  g_assert_cmpuint (comparison->needs[0].a, ==, CHLOE);
  g_assert_cmpuint (comparison->needs[0].b, ==, INES);
  g_assert_cmpuint (comparison->needs[1].a, ==, FARID);
  g_assert_cmpuint (comparison->needs[1].b, ==, HANA);
  g_assert_cmpuint (comparison->needs[1].level, ==, 4);
  g_assert_true (comparison->needs[0].met && comparison->needs[1].met);
}

static void
test_figures (void)
{
  g_autoptr (AtlComparison) comparison = compare_example ();

  g_assert_cmpfloat_with_epsilon (comparison->before->density.between, 3 / 58.0, EXACT);
  g_assert_cmpfloat_with_epsilon (comparison->after->density.between, 6 / 58.0, EXACT);
  g_assert_cmpfloat_with_epsilon (comparison->before->ei.share, 0.25, EXACT);
  g_assert_cmpfloat_with_epsilon (comparison->after->ei.share, 4 / 9.0, EXACT);
  g_assert_cmpfloat_with_epsilon (comparison->after->reciprocity.cross, 4 / 6.0, EXACT);
  g_assert_cmpfloat_with_epsilon (atl_comparison_get_top_share (comparison->before), 0.75, EXACT);
  g_assert_cmpfloat_with_epsilon (atl_comparison_get_top_share (comparison->after), 12 / 23.0, EXACT);
  g_assert_cmpuint (atl_measures_count_isolated (comparison->before), ==, 1);
  g_assert_cmpuint (atl_measures_count_isolated (comparison->after), ==, 0);
}

/* The other way round everything that was new is lost, and nothing is asked. */
static void
test_back (void)
{
  g_autoptr (AtlNetwork)    before = worked_example_before ();
  g_autoptr (AtlNetwork)    after = worked_example_after ();
  g_autoptr (AtlComparison) back = atl_comparison_new (after, before, NULL, NULL);

  g_assert_cmpuint (back->counts[ATL_LINK_CHANGE_NEW], ==, 0);
  g_assert_cmpuint (back->counts[ATL_LINK_CHANGE_LOST], ==, 3);
  g_assert_cmpuint (back->counts[ATL_LINK_CHANGE_WEAKER], ==, 2);
  g_assert_cmpuint (back->n_needs, ==, 0);
  g_assert_cmpfloat_with_epsilon (back->stability, 0.5, EXACT);
}

static AtlNetwork *
make_pair (gboolean linked,
           gboolean needed,
           int      second_silo)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();

  atl_network_builder_add_silo (builder, "x", "x");
  atl_network_builder_add_silo (builder, "y", "y");
  atl_network_builder_add_node (builder, "a", "a", 0);
  atl_network_builder_add_node (builder, "b", "b", second_silo);
  if (linked)
    atl_network_builder_add_link (builder, NULL, 0, 1, ATL_LINK_KIND_HANDOFF, 2);
  if (needed)
    atl_network_builder_add_link (builder, NULL, 1, 0, ATL_LINK_KIND_BLOCKED, 4);
  return atl_network_builder_end (builder);
}

/* Linked or needed, before and after: is the need of before met? */
static const struct
{
  gboolean linked_before;
  gboolean linked_after;
  gboolean needed_after;
  gboolean met;
} needs[] = {
  { FALSE, FALSE, FALSE, FALSE },
  { FALSE, FALSE, TRUE, FALSE },
  { FALSE, TRUE, FALSE, TRUE },
  { FALSE, TRUE, TRUE, TRUE },
  { TRUE, FALSE, FALSE, FALSE },
  { TRUE, FALSE, TRUE, FALSE },
  { TRUE, TRUE, FALSE, TRUE },
  { TRUE, TRUE, TRUE, FALSE },
};

static void
test_needs_met (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      g_autoptr (AtlNetwork)    before = make_pair (needs[i].linked_before, TRUE, 1);
      g_autoptr (AtlNetwork)    after = make_pair (needs[i].linked_after, needs[i].needed_after, 1);
      g_autoptr (AtlComparison) comparison = atl_comparison_new (before, after, NULL, NULL);

      g_assert_cmpuint (comparison->n_needs, ==, 1);
      g_assert_cmpuint (comparison->n_met, ==, needs[i].met);
      g_assert_true (comparison->needs[0].met == needs[i].met);
    }
}

static void
test_no_links (void)
{
  g_autoptr (AtlNetwork)    before = make_pair (FALSE, FALSE, 1);
  g_autoptr (AtlComparison) comparison = atl_comparison_new (before, before, NULL, NULL);

  g_assert_cmpuint (comparison->n_links, ==, 0);
  g_assert_true (isnan (comparison->stability));
  g_assert_true (isnan (atl_comparison_get_top_share (comparison->before)));
}

static void
test_moved_person (void)
{
  g_autoptr (AtlNetwork)    inside = make_pair (TRUE, FALSE, 0);
  g_autoptr (AtlNetwork)    across = make_pair (TRUE, FALSE, 1);
  g_autoptr (AtlComparison) left = atl_comparison_new (inside, across, NULL, NULL);
  g_autoptr (AtlComparison) came = atl_comparison_new (across, inside, NULL, NULL);

  g_assert_cmpuint (left->counts[ATL_LINK_CHANGE_NEW], ==, 1);
  g_assert_cmpuint (came->counts[ATL_LINK_CHANGE_LOST], ==, 1);
}

/* Only Ana and Bob are in both maps, and Bob comes first in the later one. */
static void
test_common_nodes (void)
{
  AtlNetworkBuilder        *first = atl_network_builder_new ();
  AtlNetworkBuilder        *second = atl_network_builder_new ();
  g_autoptr (AtlNetwork)    before = NULL;
  g_autoptr (AtlNetwork)    after = NULL;
  g_autoptr (AtlComparison) comparison = NULL;

  for (guint i = 0; i < 2; i++)
    {
      atl_network_builder_add_silo (first, i == 0 ? "x" : "y", "silo");
      atl_network_builder_add_silo (second, i == 0 ? "x" : "y", "silo");
    }
  atl_network_builder_add_node (first, "ana", "Ana", 0);
  atl_network_builder_add_node (first, "gone", "Gone", 1);
  atl_network_builder_add_node (first, "bob", "Bob", 1);
  atl_network_builder_add_node (second, "bob", "Bob", 1);
  atl_network_builder_add_node (second, "come", "Come", 1);
  atl_network_builder_add_node (second, "new", "New", 1);
  atl_network_builder_add_node (second, "ana", "Ana", 0);
  atl_network_builder_add_link (first, NULL, 0, 1, ATL_LINK_KIND_HANDOFF, 3);
  atl_network_builder_add_link (first, NULL, 0, 1, ATL_LINK_KIND_MISSING, 3);
  atl_network_builder_add_link (first, NULL, 0, 2, ATL_LINK_KIND_HANDOFF, 3);
  atl_network_builder_add_link (second, NULL, 3, 0, ATL_LINK_KIND_HANDOFF, 2);
  atl_network_builder_add_link (second, NULL, 0, 3, ATL_LINK_KIND_HANDOFF, 1);
  atl_network_builder_add_link (second, NULL, 1, 3, ATL_LINK_KIND_HANDOFF, 1);
  before = atl_network_builder_end (first);
  after = atl_network_builder_end (second);
  comparison = atl_comparison_new (before, after, NULL, NULL);

  g_assert_cmpuint (comparison->n_common, ==, 2);
  g_assert_cmpuint (comparison->n_gone, ==, 1);
  g_assert_cmpuint (comparison->n_come, ==, 2);
  g_assert_cmpuint (comparison->n_needs, ==, 0);
  g_assert_cmpuint (comparison->n_links, ==, 2);
  g_assert_cmpint (comparison->links[0].kind, ==, ATL_LINK_CHANGE_NEW);
  g_assert_cmpuint (comparison->links[0].from, ==, 0);
  g_assert_cmpint (comparison->links[1].kind, ==, ATL_LINK_CHANGE_WEAKER);
  g_assert_cmpuint (comparison->links[1].from, ==, 3);
  g_assert_cmpfloat_with_epsilon (comparison->before->density.overall, 0.5, EXACT);
  g_assert_cmpfloat_with_epsilon (comparison->after->density.overall, 1, EXACT);
  g_assert_cmpuint (comparison->after->network->n_nodes, ==, 2);
}

static const Who earlier[] = {
  { "1", "p1", "Ana", NULL },     /* by person, though renamed */
  { "2", NULL, "Bob", NULL },     /* by id, though renamed */
  { "3", "p3", "Chloé", "Ch." },  /* by name, of another file */
  { "4", NULL, "Dan", NULL },     /* two bear it later */
  { "5", NULL, "Eva", NULL },     /* two bear it here */
  { "6", NULL, "Eva", NULL },     /* the other one */
  { "7", NULL, "Farid", NULL },   /* gone */
  { "8", "p8", "Gil", NULL },     /* the node is somebody else's now */
  { "9", NULL, "Ines", NULL },    /* by label: a person only later */
  { "10", "p10", "Jo Un", "Jo" }, /* the same label, but another person */
};

static const Who later[] = {
  { "a", "p1", "Ana Ortiz", NULL },
  { "2", NULL, "Robert", NULL },
  { "b", "q3", "CHLOE ", "C. M." },
  { "c", NULL, "Dan", NULL },
  { "d", NULL, "Dan", NULL },
  { "e", NULL, "Eva", NULL },
  { "8", "p9", "Hana", NULL },
  { "f", "q9", "Ines Roche", "Ines" },
  { "g", "q10", "Jo Deux", "Jo" },
};

static const struct
{
  guint    after;
  gboolean ambiguous;
} matched[] = {
  { 0, FALSE },
  { 1, FALSE },
  { 2, FALSE },
  { ATL_MATCHING_NONE, TRUE },
  { ATL_MATCHING_NONE, TRUE },
  { ATL_MATCHING_NONE, TRUE },
  { ATL_MATCHING_NONE, FALSE },
  { ATL_MATCHING_NONE, FALSE },
  { 7, FALSE },
  { ATL_MATCHING_NONE, FALSE },
};

static void
test_matching (void)
{
  g_autoptr (AtlNetwork)  before = make_people (earlier, G_N_ELEMENTS (earlier));
  g_autoptr (AtlNetwork)  after = make_people (later, G_N_ELEMENTS (later));
  g_autoptr (AtlMatching) matching = atl_matching_new (before, after);
  guint                   n = 0;
  g_autofree guint       *candidates = atl_matching_dup_candidates (matching, before, after, 3, &n);

  for (guint i = 0; i < G_N_ELEMENTS (earlier); i++)
    {
      g_assert_cmpuint (matching->after[i], ==, matched[i].after);
      g_assert_true (matching->ambiguous[i] == matched[i].ambiguous);
    }
  g_assert_cmpuint (matching->before[6], ==, ATL_MATCHING_NONE);
  g_assert_cmpuint (matching->before[7], ==, 8);
  g_assert_cmpuint (atl_matching_count (matching), ==, 4);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (candidates[0], ==, 3);
  g_assert_cmpuint (candidates[1], ==, 4);
}

static void
test_override (void)
{
  const Who                 twins[] = { { "1", NULL, "Eva", NULL }, { "2", NULL, "Eva", NULL } };
  const Who                 others[] = { { "a", NULL, "Eva", NULL }, { "b", NULL, "Eva", NULL } };
  g_autoptr (AtlNetwork)    first = make_people (twins, 2);
  g_autoptr (AtlNetwork)    second = make_people (others, 2);
  g_autoptr (AtlMatching)   matching = atl_matching_new (first, second);
  g_autoptr (AtlComparison) comparison = NULL;

  atl_matching_set (matching, 0, 1);
  comparison = atl_comparison_new (first, second, matching, NULL);

  g_assert_cmpuint (comparison->n_common, ==, 1);
  g_assert_false (matching->ambiguous[0]);
  g_assert_true (matching->ambiguous[1]);
  atl_matching_set (matching, 1, 1);
  g_assert_cmpuint (matching->after[0], ==, ATL_MATCHING_NONE);
  g_assert_cmpuint (matching->before[1], ==, 1);
  atl_matching_set (matching, 1, ATL_MATCHING_NONE);
  g_assert_cmpuint (matching->before[1], ==, ATL_MATCHING_NONE);
  g_assert_cmpuint (atl_matching_count (matching), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (AtlNetwork)   network = worked_example_before ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);

  g_assert_null (atl_comparison_new (network, network, NULL, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/example/links", test_links);
  g_test_add_func ("/comparison/example/needs", test_needs);
  g_test_add_func ("/comparison/example/figures", test_figures);
  g_test_add_func ("/comparison/example/back", test_back);
  g_test_add_func ("/comparison/needs/are-met-by-links", test_needs_met);
  g_test_add_func ("/comparison/links/none-is-undefined", test_no_links);
  g_test_add_func ("/comparison/links/follow-the-silos-of-each-map", test_moved_person);
  g_test_add_func ("/comparison/nodes/only-those-in-both-maps", test_common_nodes);
  g_test_add_func ("/comparison/cancelled/gives-nothing", test_cancelled);
  g_test_add_func ("/matching/new/by-person-id-and-name", test_matching);
  g_test_add_func ("/matching/set/overrides", test_override);
  return g_test_run ();
}

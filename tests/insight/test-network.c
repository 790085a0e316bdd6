/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-network-builder.h"

#include "insight/atl-comparison.h"
#include "insight/network/atl-measures.h"
#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"
#include "store/codec/atl-codec.h"

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *map;
} Fixture;

static void
add_silo (Fixture    *fixture,
          const char *id,
          const char *partition,
          const char *rank)
{
  g_autoptr (AtlSilo) silo = atl_silo_new (id);

  atl_silo_set_name (silo, id);
  atl_silo_set_partition (silo, partition);
  atl_silo_set_rank (silo, rank);
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
}

static AtlPerson *
add_person (Fixture    *fixture,
            const char *id,
            const char *silo,
            const char *other_silo)
{
  const char           *silos[] = { silo, other_silo, NULL };
  g_autoptr (AtlPerson) person = atl_person_new (id);

  atl_person_set_name (person, id);
  atl_person_set_silos (person, silos);
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
  return person;
}

static AtlNote *
add_node (Fixture    *fixture,
          const char *id,
          const char *person,
          const char *silo)
{
  g_autoptr (AtlNote) note = atl_note_new (id);

  atl_note_set_text (note, id);
  atl_note_set_area (note, "map");
  atl_note_set_person (note, person);
  atl_note_set_silo (note, silo);
  atl_list_insert (atl_board_get_notes (fixture->board), ATL_ITEM (note));
  return note;
}

static void
add_link (Fixture    *fixture,
          const char *id,
          const char *from,
          const char *to,
          AtlLinkKind kind,
          int         strength)
{
  g_autoptr (AtlLink) link = atl_link_new (id);

  atl_link_set_from (link, from);
  atl_link_set_to (link, to);
  atl_link_set_kind (link, kind);
  atl_link_set_strength (link, strength);
  atl_list_insert (atl_board_get_links (fixture->board), ATL_ITEM (link));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->session = atl_session_new ("session");
  fixture->board = atl_board_new ("board");
  fixture->map = atl_area_new ("map");
  atl_area_set_layout (fixture->map, ATL_LAYOUT_GRAPH);
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (fixture->board));
  atl_list_insert (atl_board_get_areas (fixture->board), ATL_ITEM (fixture->map));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->map);
  g_clear_object (&fixture->board);
  g_assert_finalize_object (fixture->session);
}

static int
find_node (AtlNetwork *network,
           const char *id)
{
  for (guint i = 0; i < network->n_nodes; i++)
    if (g_strcmp0 (network->nodes[i].id, id) == 0)
      return (int) i;
  return -1;
}

static const char *
get_silo (AtlNetwork *network,
          const char *id)
{
  int silo = network->nodes[find_node (network, id)].silo;

  return silo >= 0 ? network->silos[silo].id : "none";
}

static void
test_nodes (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (AtlArea)    list = atl_area_new ("list");
  g_autoptr (AtlNetwork) network = NULL;

  atl_list_insert (atl_board_get_areas (fixture->board), ATL_ITEM (list));
  add_node (fixture, "node", NULL, NULL);
  atl_note_set_area (add_node (fixture, "note", NULL, NULL), "list");
  atl_note_set_area (add_node (fixture, "unplaced", NULL, NULL), NULL);
  atl_note_set_area (add_node (fixture, "dangling", NULL, NULL), "gone");
  network = atl_network_new (fixture->board);

  g_assert_cmpuint (network->n_nodes, ==, 1);
  g_assert_cmpstr (network->nodes[0].id, ==, "node");
  g_assert_cmpstr (network->nodes[0].label, ==, "node");
  g_assert_null (network->nodes[0].person);
  g_assert_true (network->nodes[0].present);
}

static void
test_people (Fixture      *fixture,
             gconstpointer data)
{
  AtlPerson             *ana = add_person (fixture, "ana", NULL, NULL);
  g_autoptr (AtlNetwork) network = NULL;

  atl_person_set_name (ana, "Ana Ortiz");
  atl_person_set_external (ana, TRUE);
  atl_person_set_present (ana, FALSE);
  add_node (fixture, "named", "ana", NULL);
  atl_note_set_text (add_node (fixture, "unnamed", "ana", NULL), "");
  network = atl_network_new (fixture->board);

  g_assert_cmpstr (network->nodes[find_node (network, "named")].label, ==, "named");
  g_assert_cmpstr (network->nodes[find_node (network, "named")].name, ==, "Ana Ortiz");
  g_assert_cmpstr (network->nodes[find_node (network, "unnamed")].label, ==, "Ana Ortiz");
  g_assert_cmpstr (network->nodes[0].person, ==, "ana");
  g_assert_true (network->nodes[0].external);
  g_assert_false (network->nodes[0].present);
}

static void
test_partition (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (AtlNetwork) first = NULL;
  g_autoptr (AtlNetwork) sites = NULL;

  add_silo (fixture, "it", "unit", "a");
  add_silo (fixture, "shops", "unit", "b");
  add_silo (fixture, "unused", "unit", "c");
  add_silo (fixture, "paris", "site", "d");
  add_person (fixture, "ana", "paris", "it");
  add_node (fixture, "of-person", "ana", NULL);
  add_node (fixture, "own", "ana", "shops");
  add_node (fixture, "other-partition", NULL, "paris");
  add_node (fixture, "nobody", "gone", "gone");
  first = atl_network_new (fixture->board);
  atl_session_set_partition (fixture->session, "site");
  sites = atl_network_new (fixture->board);

  g_assert_cmpuint (first->n_silos, ==, 2);
  g_assert_cmpstr (get_silo (first, "of-person"), ==, "it");
  g_assert_cmpstr (get_silo (first, "own"), ==, "shops");
  g_assert_cmpstr (get_silo (first, "other-partition"), ==, "none");
  g_assert_cmpstr (get_silo (first, "nobody"), ==, "none");
  g_assert_cmpuint (sites->n_silos, ==, 1);
  g_assert_cmpstr (get_silo (sites, "of-person"), ==, "paris");
  g_assert_cmpstr (get_silo (sites, "own"), ==, "paris");
  g_assert_cmpuint (sites->silos[0].n_nodes, ==, 3);
}

static void
test_silo_flags (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (AtlNetwork) network = NULL;

  add_silo (fixture, "empty", "", "a");
  add_silo (fixture, "plant", "", "b");
  add_silo (fixture, "partners", "", "c");
  atl_silo_set_factory (atl_list_find (atl_session_get_silos (fixture->session), "plant"), TRUE);
  atl_silo_set_external (atl_list_find (atl_session_get_silos (fixture->session), "partners"), TRUE);
  add_node (fixture, "a", NULL, "plant");
  add_node (fixture, "b", NULL, "partners");
  network = atl_network_new (fixture->board);

  g_assert_cmpuint (network->n_silos, ==, 2);
  g_assert_true (network->silos[0].factory && !network->silos[0].external);
  g_assert_true (network->silos[1].external && !network->silos[1].factory);
}

static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (AtlNetwork) network = NULL;

  add_node (fixture, "a", NULL, NULL);
  add_node (fixture, "b", NULL, NULL);
  add_node (fixture, "c", NULL, NULL);
  add_link (fixture, "1", "a", "b", ATL_LINK_KIND_HANDOFF, 2);
  add_link (fixture, "2", "a", "b", ATL_LINK_KIND_INFORMATION, 4);
  add_link (fixture, "3", "b", "a", ATL_LINK_KIND_INFORMATION, 1);
  add_link (fixture, "4", "b", "c", ATL_LINK_KIND_SHARED, 3);
  add_link (fixture, "5", "c", "b", ATL_LINK_KIND_INFORMATION, 5);
  add_link (fixture, "6", "c", "a", ATL_LINK_KIND_MISSING, 2);
  add_link (fixture, "7", "a", "c", ATL_LINK_KIND_BLOCKED, 5);
  network = atl_network_new (fixture->board);

  g_assert_cmpuint (network->n_arcs, ==, 4);
  g_assert_cmpuint (network->n_pairs, ==, 2);
  g_assert_cmpuint (network->n_needs, ==, 1);
  g_assert_cmpuint (atl_network_get_strength (network, 0, 1), ==, 4);
  g_assert_cmpuint (atl_network_get_strength (network, 1, 0), ==, 1);
  g_assert_cmpuint (atl_network_get_strength (network, 1, 2), ==, 3);
  g_assert_cmpuint (atl_network_get_strength (network, 2, 1), ==, 5);
  g_assert_cmpuint (atl_network_get_strength (network, 0, 2), ==, 0);
  g_assert_cmpuint (atl_network_get_pair_strength (network, 1, 0), ==, 4);
  g_assert_cmpuint (atl_network_get_pair_strength (network, 2, 1), ==, 5);
  g_assert_cmpuint (atl_network_get_need (network, 0, 2), ==, 5);
  g_assert_cmpuint (atl_network_get_need (network, 2, 0), ==, 5);
  g_assert_cmpuint (atl_network_get_need (network, 0, 1), ==, 0);
}

static void
test_link_ids (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (AtlNetwork) network = NULL;
  g_auto (GStrv)         active = NULL;
  g_auto (GStrv)         needs = NULL;
  g_auto (GStrv)         none = NULL;

  add_node (fixture, "a", NULL, NULL);
  add_node (fixture, "b", NULL, NULL);
  add_node (fixture, "c", NULL, NULL);
  add_link (fixture, "1", "b", "a", ATL_LINK_KIND_HANDOFF, 2);
  add_link (fixture, "2", "a", "b", ATL_LINK_KIND_MISSING, 4);
  add_link (fixture, "3", "a", "b", ATL_LINK_KIND_SHARED, 4);
  add_link (fixture, "4", "b", "c", ATL_LINK_KIND_SHARED, 4);
  network = atl_network_new (fixture->board);
  active = atl_network_dup_link_ids (network, 0, 1, FALSE);
  needs = atl_network_dup_link_ids (network, 1, 0, TRUE);
  none = atl_network_dup_link_ids (network, 0, 2, FALSE);

  g_assert_cmpstrv (active, ((const char *[]){ "1", "3", NULL }));
  g_assert_cmpstrv (needs, ((const char *[]){ "2", NULL }));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_unusable_links (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (AtlBoard)   other = atl_board_new ("other");
  g_autoptr (AtlNote)    elsewhere = atl_note_new ("elsewhere");
  g_autoptr (AtlNetwork) network = NULL;

  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (other));
  atl_list_insert (atl_board_get_notes (other), ATL_ITEM (elsewhere));
  add_node (fixture, "a", NULL, NULL);
  add_node (fixture, "b", NULL, NULL);
  add_link (fixture, "1", "a", "elsewhere", ATL_LINK_KIND_HANDOFF, 3);
  add_link (fixture, "2", "gone", "b", ATL_LINK_KIND_HANDOFF, 3);
  add_link (fixture, "3", NULL, NULL, ATL_LINK_KIND_HANDOFF, 3);
  add_link (fixture, "4", "a", "a", ATL_LINK_KIND_SHARED, 3);
  add_link (fixture, "5", "a", "b", ATL_LINK_KIND_RELATES, 3);
  add_link (fixture, "6", "a", "b", ATL_LINK_KIND_DRIVES, 3);
  add_link (fixture, "7", "a", "b", ATL_LINK_KIND_CONFLICTS, 3);
  add_link (fixture, "8", "a", "b", ATL_LINK_KIND_FEEDBACK, 3);
  network = atl_network_new (fixture->board);

  g_assert_cmpuint (network->n_nodes, ==, 2);
  g_assert_cmpuint (network->n_arcs, ==, 0);
  g_assert_cmpuint (network->n_needs, ==, 0);
  g_assert_cmpuint (network->n_entries, ==, 0);
}

static void
test_feedback (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GVariant) options = g_variant_ref_sink (
    g_variant_new_parsed ("{'graph': <{'linkKinds': <[<'missing'>, <7>, <'feedback'>]>}>}"));
  g_autoptr (AtlNetwork) network = NULL;

  atl_area_set_options (fixture->map, options);
  add_node (fixture, "a", NULL, NULL);
  add_node (fixture, "b", NULL, NULL);
  add_link (fixture, "1", "a", "b", ATL_LINK_KIND_FEEDBACK, 3);
  network = atl_network_new (fixture->board);

  g_assert_cmpuint (network->n_arcs, ==, 1);
}

static void
test_without_session (void)
{
  Fixture                fixture = { NULL, atl_board_new ("board"), atl_area_new ("map") };
  g_autoptr (AtlNetwork) network = NULL;

  atl_area_set_layout (fixture.map, ATL_LAYOUT_GRAPH);
  atl_list_insert (atl_board_get_areas (fixture.board), ATL_ITEM (fixture.map));
  add_node (&fixture, "a", "person", "silo");
  network = atl_network_new (fixture.board);

  g_assert_cmpuint (network->n_nodes, ==, 1);
  g_assert_cmpuint (network->n_silos, ==, 0);
  g_assert_cmpint (network->nodes[0].silo, ==, -1);
  g_object_unref (fixture.map);
  g_object_unref (fixture.board);
}

static void
test_snapshot (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (AtlNetwork) network = NULL;

  add_node (fixture, "a", NULL, NULL);
  network = atl_network_new (fixture->board);
  atl_note_set_text (atl_list_get (atl_board_get_notes (fixture->board), 0), "changed");
  add_node (fixture, "b", NULL, NULL);

  g_assert_cmpuint (network->n_nodes, ==, 1);
  g_assert_cmpstr (network->nodes[0].label, ==, "a");
}

static void
test_subset (Fixture      *fixture,
             gconstpointer data)
{
  const gboolean         keep[] = { TRUE, FALSE, TRUE };
  g_autoptr (AtlNetwork) network = NULL;
  g_autoptr (AtlNetwork) subset = NULL;
  g_auto (GStrv)         ids = NULL;

  add_silo (fixture, "x", "", "a");
  add_silo (fixture, "y", "", "b");
  add_node (fixture, "a", NULL, "y");
  add_node (fixture, "b", NULL, "x");
  add_node (fixture, "c", NULL, "y");
  add_link (fixture, "1", "a", "b", ATL_LINK_KIND_SHARED, 2);
  add_link (fixture, "2", "a", "c", ATL_LINK_KIND_SHARED, 3);
  add_link (fixture, "3", "c", "a", ATL_LINK_KIND_MISSING, 4);
  network = atl_network_new (fixture->board);
  subset = atl_network_dup_subset (network, keep);
  ids = atl_network_dup_link_ids (subset, 0, 1, FALSE);

  g_assert_cmpuint (subset->n_nodes, ==, 2);
  g_assert_cmpstr (subset->nodes[1].id, ==, "c");
  g_assert_cmpuint (subset->n_silos, ==, 1);
  g_assert_cmpstr (subset->silos[0].id, ==, "y");
  g_assert_cmpint (subset->nodes[1].silo, ==, 0);
  g_assert_cmpuint (subset->n_pairs, ==, 1);
  g_assert_cmpuint (atl_network_get_pair_strength (subset, 0, 1), ==, 3);
  g_assert_cmpuint (atl_network_get_need (subset, 0, 1), ==, 4);
  g_assert_cmpstrv (ids, ((const char *[]){ "2", NULL }));
}

static void
test_builder (void)
{
  AtlNetworkBuilder     *builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork) network = NULL;

  atl_network_builder_add_node (builder, "a", "a", 3);
  atl_network_builder_add_node (builder, "b", "b", -7);
  atl_network_builder_add_link (builder, "1", 0, 1, ATL_LINK_KIND_HANDOFF, 4);
  atl_network_builder_add_link (builder, "2", 0, 1, ATL_LINK_KIND_HANDOFF, 2);
  atl_network_builder_add_link (builder, "3", 1, 0, ATL_LINK_KIND_HANDOFF, 99);
  atl_network_builder_add_link (builder, "4", 1, 0, ATL_LINK_KIND_MISSING, -99);
  atl_network_builder_add_link (builder, "5", 0, 2, ATL_LINK_KIND_HANDOFF, 3);
  atl_network_builder_add_link (builder, "6", G_MAXUINT, 0, ATL_LINK_KIND_HANDOFF, 3);
  network = atl_network_builder_end (builder);

  g_assert_cmpint (network->nodes[0].silo, ==, -1);
  g_assert_cmpint (network->nodes[1].silo, ==, -1);
  g_assert_cmpuint (network->n_entries, ==, 4);
  g_assert_cmpuint (atl_network_get_strength (network, 0, 1), ==, 4);
  g_assert_cmpuint (atl_network_get_strength (network, 1, 0), ==, 5);
  g_assert_cmpuint (atl_network_get_need (network, 0, 1), ==, 1);
}

/* Thousands of nodes, each a silo, links to themselves, to nothing and to each other. */
static void
test_hostile (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (AtlNetwork)  network = NULL;
  g_autoptr (AtlMeasures) measures = NULL;
  const guint             n = 3000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      g_autofree char *next = g_strdup_printf ("%u", i * 7 + 1);

      add_silo (fixture, id, "", "a");
      add_node (fixture, id, id, id);
      add_link (fixture, id, id, next, i % 5 == 0 ? ATL_LINK_KIND_MISSING : ATL_LINK_KIND_SHARED, 9);
    }
  network = atl_network_new (fixture->board);
  measures = atl_measures_new (network, NULL);

  g_assert_cmpuint (network->n_silos, ==, n);
  g_assert_cmpuint (network->n_pairs, >, 200);
  g_assert_true (atl_measures_is_of_teams (measures));
  g_assert_cmpuint (atl_measures_count_isolated (measures), >, 0);
  for (guint i = 0; i < network->n_arcs; i++)
    g_assert_cmpuint (network->arcs[i].strength, ==, 5);
}

static AtlSession *
read_sample (const char *name)
{
  g_autofree char        *path = g_build_filename (g_getenv ("ATELIER_DATA"), "samples", name, NULL);
  g_autofree char        *data = NULL;
  gsize                   length;
  AtlCodecAge             age;
  g_autoptr (AtlProblems) problems = atl_problems_new ();

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  return atl_codec_read (bytes, problems, &age, NULL);
}

/* The map of a session of the sample workshop. */
static AtlNetwork *
read_map (const char *name)
{
  g_autoptr (AtlSession) session = read_sample (name);
  AtlList               *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (g_strcmp0 (atl_board_get_template (atl_list_get (boards, i)), "silo-map") == 0)
      return atl_network_new (atl_list_get (boards, i));
  g_assert_not_reached ();
}

/* What a program of its own, written from the method alone, makes of the sample's two maps. */
static const struct
{
  const char *name;
  guint       arcs, pairs, needs, isolated, bridges;
  double      overall, within, between, share, reciprocity, cross, weighted;
  double      modularity, modularity_weighted, top;
} maps[] = {
  { "la-serre.atelier", 44, 27, 9, 1, 4, 0.115789474, 0.789473684, 0.040935673, 0.370370370,
    0.772727273, 0.571428571,
    0.826666667, 0.455418381, 0.563288889, 0.661764706 },
  { "la-serre-3-mois.atelier", 62, 34, 2, 0, 2, 0.163157895, 0.763157895, 0.096491228, 0.529411765,
    0.903225806,
    0.909090909, 0.910891089, 0.308391003, 0.355259288, 0.334477124 },
};

static void
test_sample (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (AtlNetwork)  network = read_map (maps[i].name);
      g_autoptr (AtlMeasures) measures = atl_measures_new (network, NULL);

      g_assert_cmpuint (network->n_nodes, ==, 20);
      g_assert_cmpuint (network->n_silos, ==, 8);
      g_assert_cmpuint (network->n_arcs, ==, maps[i].arcs);
      g_assert_cmpuint (network->n_pairs, ==, maps[i].pairs);
      g_assert_cmpuint (network->n_needs, ==, maps[i].needs);
      g_assert_cmpuint (atl_measures_count_isolated (measures), ==, maps[i].isolated);
      g_assert_cmpuint (measures->n_bridges, ==, maps[i].bridges);
      g_assert_cmpfloat_with_epsilon (measures->density.overall, maps[i].overall, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->density.within, maps[i].within, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->density.between, maps[i].between, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->ei.share, maps[i].share, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->ei.expected_share, 0.9, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->reciprocity.overall, maps[i].reciprocity, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->reciprocity.cross, maps[i].cross, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->reciprocity.weighted, maps[i].weighted, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->modularity, maps[i].modularity, 1e-9);
      g_assert_cmpfloat_with_epsilon (measures->modularity_weighted, maps[i].modularity_weighted, 1e-9);
      g_assert_cmpfloat_with_epsilon (atl_comparison_get_top_share (measures), maps[i].top, 1e-9);
    }
}

static void
test_sample_compared (void)
{
  g_autoptr (AtlNetwork)    before = read_map ("la-serre.atelier");
  g_autoptr (AtlNetwork)    after = read_map ("la-serre-3-mois.atelier");
  g_autoptr (AtlComparison) comparison = atl_comparison_new (before, after, NULL, NULL);

  g_assert_cmpuint (comparison->n_common, ==, 20);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_NEW], ==, 20);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_LOST], ==, 1);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_STRONGER], ==, 3);
  g_assert_cmpuint (comparison->counts[ATL_LINK_CHANGE_WEAKER], ==, 2);
  g_assert_cmpfloat_with_epsilon (comparison->stability, 0.382352941, 1e-9);
  g_assert_cmpuint (comparison->n_needs, ==, 9);
  g_assert_cmpuint (comparison->n_met, ==, 8);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/network/nodes/are-notes-of-graph-areas", test_nodes);
  ADD ("/network/nodes/stand-for-people", test_people);
  ADD ("/network/silos/are-those-of-the-active-partition", test_partition);
  ADD ("/network/silos/keep-their-flags", test_silo_flags);
  ADD ("/network/links/are-read-as-the-method-says", test_links);
  ADD ("/network/links/keep-their-ids", test_link_ids);
  ADD ("/network/links/that-say-nothing-are-passed-over", test_unusable_links);
  ADD ("/network/links/of-feedback-count-on-the-feedback-board", test_feedback);
  ADD ("/network/snapshot/does-not-follow-the-board", test_snapshot);
  ADD ("/network/subset/keeps-what-is-inside", test_subset);
  ADD ("/network/hostile/is-measured", test_hostile);
  g_test_add_func ("/network/builder/passes-over-what-is-not-there", test_builder);
  g_test_add_func ("/network/without-session/has-no-silos", test_without_session);
  g_test_add_func ("/network/sample/has-the-figures-of-an-independent-program", test_sample);
  g_test_add_func ("/network/sample/is-compared", test_sample_compared);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-partitions.h"
#include "model/atl-slips.h"

/* A map, three people of two departments and of two sites, one of them absent, and a factory. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlSilo    *factory;
  AtlSilo    *shops;
  AtlSilo    *paris;
  AtlPerson  *claire;
  AtlPerson  *other_claire;
  AtlPerson  *bob;
} Fixture;

static AtlPerson *
add_person (Fixture    *f,
            const char *name,
            AtlSilo    *silo)
{
  g_autoptr (AtlPerson) person = atl_person_new (NULL);
  g_autofree char      *rank = atl_list_dup_end_rank (atl_session_get_people (f->session));

  atl_person_set_name (person, name);
  atl_person_set_rank (person, rank);
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (person));
  atl_partitions_put (person, "Department", silo);
  return person;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("board");
  g_autoptr (AtlArea)  area = atl_area_new ("map");
  g_autoptr (AtlArea)  list = atl_area_new ("list");

  f->session = atl_session_new ("session");
  atl_area_set_layout (area, ATL_LAYOUT_GRAPH);
  atl_area_set_rank (list, "A");
  atl_area_set_rank (area, "V");
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (list));
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  f->board = board;
  f->area = area;
  f->factory = atl_partitions_add_silo (f->session, "Department", "La Serre");
  f->shops = atl_partitions_add_silo (f->session, "Department", "Shops");
  f->paris = atl_partitions_add_silo (f->session, "Site", "Paris");
  atl_partitions_set_factory (f->factory, TRUE);
  f->claire = add_person (f, "Claire Dubois", f->factory);
  f->other_claire = add_person (f, "Claire Martin", f->shops);
  f->bob = add_person (f, "Bob", f->shops);
  atl_partitions_put (f->bob, "Site", f->paris);
  atl_person_set_present (f->bob, FALSE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->session);
}

static GPtrArray *
add_all (Fixture *f)
{
  g_autoptr (GPtrArray) people = atl_nodes_dup_missing_people (f->board, TRUE);

  return atl_nodes_add_people (f->area, people);
}

static void
test_people (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GPtrArray) present = atl_nodes_dup_missing_people (f->board, FALSE);

  g_autoptr (GPtrArray) nodes = atl_nodes_add_people (f->area, present);

  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_true (atl_board_find_map (f->board) == f->area);
  g_assert_true (atl_note_find_area (nodes->pdata[0]) == f->area);
  g_assert_true (atl_nodes_find_person (nodes->pdata[0]) == f->claire);
  g_assert_true (atl_nodes_find_silo (nodes->pdata[0]) == f->factory);
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[0]), ==, "Claire D.");
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[1]), ==, "Claire M.");
  g_assert_cmpstr (atl_note_get_silo (nodes->pdata[0]), ==, "");
  g_assert_false (atl_nodes_are_teams (f->board));
}

static void
test_people_twice (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) twice = g_ptr_array_new ();
  g_ptr_array_add (twice, f->bob);
  g_ptr_array_add (twice, f->bob);

  g_autoptr (GPtrArray) first = atl_nodes_add_people (f->area, twice);
  g_autoptr (GPtrArray) rest = add_all (f);
  g_autoptr (GPtrArray) none = add_all (f);

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (atl_note_get_text (first->pdata[0]), ==, "Bob");
  g_assert_cmpuint (rest->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (f->board)), ==, 3);
}

static void
test_shown (Fixture      *f,
            gconstpointer data)
{
  atl_person_set_role (f->bob, "Manager");
  atl_person_set_shown (f->bob, ATL_SHOWN_ROLE);
  atl_person_set_shown (f->claire, ATL_SHOWN_HIDDEN);

  g_autoptr (GPtrArray) nodes = add_all (f);
  g_autofree char      *hidden = atl_nodes_dup_label (nodes->pdata[0]);
  g_autofree char      *name = atl_nodes_dup_label (nodes->pdata[1]);
  g_autofree char      *role = atl_nodes_dup_label (nodes->pdata[2]);

  g_assert_cmpstr (hidden, ==, "");
  g_assert_cmpstr (name, ==, "Claire M.");
  g_assert_cmpstr (role, ==, "Manager");
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[0]), ==, "");
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[2]), ==, "");
}

static void
test_neutral (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);

  atl_nodes_set_neutral_label (nodes->pdata[0], "Person 1");
  g_autofree char *label = atl_nodes_dup_label (nodes->pdata[0]);

  g_assert_cmpstr (label, ==, "Person 1");
  g_assert_cmpint (atl_person_get_shown (f->claire), ==, ATL_SHOWN_HIDDEN);
  atl_nodes_show_name (nodes->pdata[0]);
  g_autofree char *again = atl_nodes_dup_label (nodes->pdata[0]);
  g_assert_cmpstr (again, ==, "Claire D.");
  g_assert_false (atl_nodes_has_neutral_label (nodes->pdata[0]));
  g_assert_null (atl_note_get_fields (nodes->pdata[0]));
}

/* Somebody types a name over the label of a hidden person: nobody reads it. */
static void
test_hidden_text (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);
  atl_person_set_shown (f->claire, ATL_SHOWN_HIDDEN);

  g_autofree char *label = atl_nodes_dup_label (nodes->pdata[0]);

  g_assert_cmpstr (atl_note_get_text (nodes->pdata[0]), ==, "Claire D.");
  g_assert_cmpstr (label, ==, "");
}

static void
test_silos (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_add_silos (f->area);
  g_autoptr (GPtrArray) none = atl_nodes_add_silos (f->area);

  g_assert_cmpuint (nodes->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (atl_nodes_find_silo (nodes->pdata[0]) == f->factory);
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[1]), ==, "Shops");
  g_assert_true (atl_nodes_is_team (nodes->pdata[0]));
  g_assert_true (atl_nodes_are_teams (f->board));
  g_autoptr (GPtrArray) people = add_all (f);
  g_assert_false (atl_nodes_are_teams (f->board));
}

static void
test_team_board (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) people = add_all (f);

  AtlBoard *board = atl_nodes_add_team_board (f->board, "Teams");

  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (f->session)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_areas (board)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (board)), ==, 2);
  g_assert_true (atl_nodes_are_teams (board));
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (f->board)), ==, 3);
}

static AtlSlipLine
say (gpointer    other,
     AtlLinkKind kind,
     gboolean    incoming,
     int         strength)
{
  return (AtlSlipLine){ other, kind, incoming, strength };
}

static void
test_slip (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);
  g_autoptr (GArray)    lines = g_array_new (FALSE, FALSE, sizeof (AtlSlipLine));
  AtlSlipLine           said[] = { say (nodes->pdata[1], ATL_LINK_KIND_HANDOFF, TRUE, 3),
                                   say (nodes->pdata[1], ATL_LINK_KIND_SHARED, FALSE, 4),
                                   say (nodes->pdata[2], ATL_LINK_KIND_MISSING, FALSE, 5) };
  g_array_append_vals (lines, said, G_N_ELEMENTS (said));

  atl_slip_write (f->board, nodes->pdata[0], lines);
  AtlLink *handoff = atl_links_find (f->board, nodes->pdata[1], nodes->pdata[0], ATL_LINK_KIND_HANDOFF,
                                     ATL_DECLARED_BY_TO);

  g_assert_nonnull (handoff);
  g_assert_cmpint (atl_link_get_strength (handoff), ==, 3);
  g_assert_cmpuint (atl_slip_count (f->board, nodes->pdata[0]), ==, 3);
  g_assert_cmpuint (atl_slip_count (f->board, nodes->pdata[1]), ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->board)), ==, 3);
}

/* What a slip does not say any more goes; what the others and the plenary said stays. */
static void
test_slip_again (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);
  g_autoptr (GArray)    lines = g_array_new (FALSE, FALSE, sizeof (AtlSlipLine));
  AtlSlipLine           line = say (nodes->pdata[1], ATL_LINK_KIND_SHARED, FALSE, 4);
  g_array_append_val (lines, line);
  atl_slip_write (f->board, nodes->pdata[0], lines);
  g_array_index (lines, AtlSlipLine, 0).other = nodes->pdata[0];
  atl_slip_write (f->board, nodes->pdata[1], lines);
  atl_links_state (f->board, nodes->pdata[0], nodes->pdata[2], ATL_LINK_KIND_SHARED, ATL_DECLARED_BY_BOTH, 2);
  AtlLink *kept = atl_links_find (f->board, nodes->pdata[1], nodes->pdata[0], ATL_LINK_KIND_SHARED,
                                  ATL_DECLARED_BY_FROM);

  g_array_set_size (lines, 0);
  atl_slip_write (f->board, nodes->pdata[0], lines);

  g_assert_cmpuint (atl_slip_count (f->board, nodes->pdata[0]), ==, 0);
  g_assert_cmpuint (atl_slip_count (f->board, nodes->pdata[1]), ==, 1);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->board)), ==, 2);
  g_assert_true (atl_item_get_list (ATL_ITEM (kept)) == atl_board_get_links (f->board));
}

static void
test_slip_keeps_links (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);
  AtlLink              *link = atl_links_state (f->board, nodes->pdata[1], nodes->pdata[0],
                                                ATL_LINK_KIND_INFORMATION, ATL_DECLARED_BY_TO, 2);
  atl_link_set_remark (link, "Mondays");

  g_autoptr (GArray) lines = atl_slip_read (f->board, nodes->pdata[0]);
  atl_slip_write (f->board, nodes->pdata[0], lines);

  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_true (g_array_index (lines, AtlSlipLine, 0).incoming);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->board)), ==, 1);
  g_assert_true (atl_list_get (atl_board_get_links (f->board), 0) == link);
}

/* A kind that no slip asks for is not taken back with it. */
static void
test_slip_leaves_other_kinds (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (GPtrArray) nodes = add_all (f);
  g_autoptr (GArray)    lines = g_array_new (FALSE, FALSE, sizeof (AtlSlipLine));
  atl_links_state (f->board, nodes->pdata[0], nodes->pdata[1], ATL_LINK_KIND_CONFLICTS,
                   ATL_DECLARED_BY_FROM, 2);

  atl_slip_write (f->board, nodes->pdata[0], lines);

  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->board)), ==, 1);
  g_assert_cmpuint (atl_slip_count (f->board, nodes->pdata[0]), ==, 0);
}

static void
test_partitions (Fixture      *f,
                 gconstpointer data)
{
  g_auto (GStrv) names = atl_partitions_dup_names (f->session);

  g_assert_cmpuint (g_strv_length (names), ==, 2);
  g_assert_cmpstr (names[0], ==, "Department");
  g_assert_true (atl_partitions_find_silo (f->bob, "Site") == f->paris);
  g_assert_true (atl_partitions_find_silo (f->bob, "Department") == f->shops);
  atl_session_set_partition (f->session, "Site");
  g_assert_true (atl_person_find_silo (f->bob) == f->paris);
  g_assert_null (atl_person_find_silo (f->claire));
  atl_partitions_put (f->bob, "Department", NULL);
  g_assert_true (atl_person_find_silo (f->bob) == f->paris);
}

static void
test_partition_names (Fixture      *f,
                      gconstpointer data)
{
  g_assert_false (atl_partitions_rename (f->session, "Site", "department"));
  g_assert_false (atl_partitions_add (f->session, "site", "Unnamed"));
  g_assert_true (atl_partitions_rename (f->session, "Department", "Unit"));
  g_assert_cmpstr (atl_silo_get_partition (f->shops), ==, "Unit");
  g_assert_cmpstr (atl_session_get_active_partition (f->session), ==, "Unit");
  g_assert_true (atl_partitions_add (f->session, "Product", "Unnamed"));
  g_assert_cmpstr (atl_session_get_active_partition (f->session), ==, "Product");
  g_auto (GStrv) names = atl_partitions_dup_names (f->session);
  g_assert_cmpuint (g_strv_length (names), ==, 3);
}

/* With a second one beside it, the partition without a name could not be chosen any more. */
static void
test_partition_gets_a_name (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  AtlSilo               *silo = atl_partitions_add_silo (session, "", "DSI");

  g_assert_false (atl_partitions_add (session, "Unit", "Unit"));
  g_assert_cmpstr (atl_silo_get_partition (silo), ==, "Unit");
  g_assert_true (atl_partitions_add (session, "Site", "Unit"));
  g_assert_cmpstr (atl_silo_get_partition (silo), ==, "Unit");
}

static void
test_factory (Fixture      *f,
              gconstpointer data)
{
  atl_silo_set_factory (f->paris, TRUE);

  atl_partitions_set_factory (f->shops, TRUE);

  g_assert_true (atl_silo_get_factory (f->shops));
  g_assert_false (atl_silo_get_factory (f->factory));
  g_assert_true (atl_silo_get_factory (f->paris));
}

static void
test_delete_silo (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GPtrArray)  nodes = atl_nodes_add_silos (f->area);
  g_autoptr (AtlHistory) history = atl_history_new (f->session);

  atl_history_begin (history, "Delete");
  atl_partitions_delete_silo (f->shops);
  atl_history_end (history);

  g_assert_null (atl_person_find_silo (f->bob));
  g_assert_true (atl_partitions_find_silo (f->bob, "Site") == f->paris);
  g_assert_cmpstr (atl_note_get_silo (nodes->pdata[1]), ==, "");
  g_assert_true (atl_history_undo (history));
  g_assert_nonnull (atl_person_find_silo (f->bob));
  g_assert_true (atl_nodes_is_team (nodes->pdata[1]));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/nodes/people/present-ones-with-their-silo", test_people);
  TEST ("/nodes/people/never-twice", test_people_twice);
  TEST ("/nodes/people/labelled-as-they-wish", test_shown);
  TEST ("/nodes/people/neutral-label-and-back", test_neutral);
  TEST ("/nodes/people/text-of-a-hidden-one-is-not-shown", test_hidden_text);
  TEST ("/nodes/silos/one-each-of-the-active-partition", test_silos);
  TEST ("/nodes/silos/on-a-board-of-their-own", test_team_board);
  TEST ("/slips/said-by-one-side", test_slip);
  TEST ("/slips/again-replaces-what-it-said", test_slip_again);
  TEST ("/slips/again-keeps-the-same-links", test_slip_keeps_links);
  TEST ("/slips/again-leaves-other-kinds", test_slip_leaves_other_kinds);
  TEST ("/partitions/one-silo-in-each", test_partitions);
  TEST ("/partitions/names-differ", test_partition_names);
  g_test_add_func ("/partitions/the-unnamed-one-gets-a-name", test_partition_gets_a_name);
  TEST ("/partitions/one-factory-in-each", test_factory);
  TEST ("/partitions/silo-deleted-and-back", test_delete_silo);
  return g_test_run ();
}

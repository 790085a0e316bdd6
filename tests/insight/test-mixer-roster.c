/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/mix/atl-mix-roster.h"

#include "insight/network/atl-network-builder.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "model/atl-splits.h"

static const char *const names[] = { "Ana", "Bob", "Chloe", "Dan", "Eva", "Farid", "Gil", "Hana", "Ines" };
static const char *const silo_names[] = { "MKT", "DSI", "MAG", "JUR" };
static const int         silo_of[] = { 0, 0, 0, 1, 1, 1, 2, 2, 3 };

/* The links and needs of SILO-METHOD §13. */
static const struct
{
  guint       from;
  guint       to;
  AtlLinkKind kind;
  int         strength;
} links[] = {
  { 0, 1, ATL_LINK_KIND_INFORMATION, 4 },
  { 1, 0, ATL_LINK_KIND_INFORMATION, 4 },
  { 1, 2, ATL_LINK_KIND_INFORMATION, 3 },
  { 0, 2, ATL_LINK_KIND_INFORMATION, 2 },
  { 3, 4, ATL_LINK_KIND_INFORMATION, 5 },
  { 4, 3, ATL_LINK_KIND_INFORMATION, 5 },
  { 4, 5, ATL_LINK_KIND_INFORMATION, 4 },
  { 5, 4, ATL_LINK_KIND_INFORMATION, 3 },
  { 6, 7, ATL_LINK_KIND_INFORMATION, 3 },
  { 7, 6, ATL_LINK_KIND_INFORMATION, 3 },
  { 1, 3, ATL_LINK_KIND_HANDOFF, 2 },
  { 3, 1, ATL_LINK_KIND_HANDOFF, 1 },
  { 2, 6, ATL_LINK_KIND_HANDOFF, 2 },
  { 7, 5, ATL_LINK_KIND_MISSING, 4 },
  { 2, 8, ATL_LINK_KIND_MISSING, 3 },
};

static void
add_silo (AtlSession *session,
          const char *name,
          const char *partition)
{
  g_autoptr (AtlSilo) silo = atl_silo_new (name);

  atl_silo_set_name (silo, name);
  atl_silo_set_partition (silo, partition);
  atl_list_insert (atl_session_get_silos (session), ATL_ITEM (silo));
}

static void
add_person (AtlSession *session,
            const char *name,
            const char *silo)
{
  const char           *silos[] = { "Paris", silo, NULL };
  g_autofree char      *id = g_strdup_printf ("p-%s", name);
  g_autoptr (AtlPerson) person = atl_person_new (id);

  atl_person_set_name (person, name);
  atl_person_set_silos (person, silos);
  atl_person_set_present (person, TRUE);
  atl_list_insert (atl_session_get_people (session), ATL_ITEM (person));
}

static AtlSession *
make_session (void)
{
  AtlSession *session = atl_session_new ("s");

  atl_session_set_partition (session, "department");
  add_silo (session, "Paris", "site");
  for (guint i = 0; i < G_N_ELEMENTS (silo_names); i++)
    add_silo (session, silo_names[i], "department");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_person (session, names[i], silo_names[silo_of[i]]);
  return session;
}

static AtlMeasures *
make_measures (void)
{
  g_autoptr (AtlNetworkBuilder) builder = atl_network_builder_new ();
  g_autoptr (AtlNetwork)        network = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (silo_names); i++)
    atl_network_builder_add_silo (builder, silo_names[i], silo_names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("p-%s", names[i]);
      guint            node = atl_network_builder_add_node (builder, names[i], names[i], silo_of[i]);

      atl_network_builder_set_person (builder, node, id, names[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *id = g_strdup_printf ("l%u", i);

      atl_network_builder_add_link (builder, id, links[i].from, links[i].to, links[i].kind,
                                    links[i].strength);
    }
  network = atl_network_builder_end (g_steal_pointer (&builder));
  return atl_measures_new (network, NULL);
}

static void
map_gives_the_example (void)
{
  g_autoptr (AtlSession)   session = make_session ();
  g_autoptr (AtlMeasures)  measures = make_measures ();
  g_autoptr (AtlMixRoster) roster = atl_mix_roster_new (session);
  g_autoptr (AtlMix)       mix = NULL;
  guint                    hana = (guint) atl_mix_roster_find (roster, "p-Hana");
  guint                    farid = (guint) atl_mix_roster_find (roster, "p-Farid");

  atl_mix_roster_read_map (roster, measures);
  atl_mix_problem_set_sizes (roster->problem, 3, 0, 0);
  mix = atl_mixer_solve (roster->problem, NULL);

  g_assert_cmpfloat_with_epsilon (atl_mix_problem_get_gain (roster->problem, hana, farid), 2.8, 1e-9);
  g_assert_cmpfloat_with_epsilon (mix->score.total, 14.267, 5e-4);
  g_assert_cmpuint (mix->score.n_needs, ==, 2);
  g_assert_cmpuint (roster->n_without_silo, ==, 0);
}

static void
absent_people_stay_out (void)
{
  g_autoptr (AtlSession)   session = make_session ();
  AtlPerson               *gil = atl_list_find (atl_session_get_people (session), "p-Gil");
  g_autoptr (AtlMixRoster) roster = NULL;

  atl_person_set_present (gil, FALSE);
  roster = atl_mix_roster_new (session);

  g_assert_cmpuint (roster->people->len, ==, 8);
  g_assert_cmpint (atl_mix_roster_find (roster, "p-Gil"), ==, -1);
}

static void
silos_of_another_partition_do_not_count (void)
{
  g_autoptr (AtlSession)   session = make_session ();
  g_autoptr (AtlMixRoster) by_department = atl_mix_roster_new (session);
  g_autoptr (AtlMixRoster) by_site = NULL;

  atl_session_set_partition (session, "site");
  by_site = atl_mix_roster_new (session);

  g_assert_cmpuint (by_department->silos->len, ==, 4);
  g_assert_cmpuint (by_site->silos->len, ==, 1);
  g_assert_cmpfloat (atl_mix_problem_get_gain (by_site->problem, 0, 8), ==, 0);
}

static void
groups_go_and_come_back (void)
{
  const char *const        titles[] = { "A", "B", "C", NULL };
  g_autoptr (AtlSession)   session = make_session ();
  g_autoptr (AtlMixRoster) roster = atl_mix_roster_new (session);
  g_autoptr (AtlMix)       mix = NULL;
  g_autoptr (GPtrArray)    teams = NULL;
  g_autoptr (GPtrArray)    groups = NULL;
  g_autofree int          *numbers = NULL;

  atl_mix_problem_set_sizes (roster->problem, 3, 0, 0);
  mix = atl_mixer_solve (roster->problem, NULL);
  teams = atl_mix_roster_dup_teams (roster, mix->groups, mix->n_groups);
  groups = atl_splits_make_groups (session, titles, teams);
  numbers = atl_mix_roster_dup_numbers (roster, groups);
  atl_mix_roster_count_groups (roster, atl_session_get_groups (session));

  g_assert_cmpmem (numbers, 9 * sizeof (int), mix->groups, 9 * sizeof (int));
  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpuint (atl_mix_problem_get_met (roster->problem, i, j), ==, numbers[i] == numbers[j]);
}

static void
empty_session (void)
{
  g_autoptr (AtlSession)   session = atl_session_new ("s");
  g_autoptr (AtlMeasures)  measures = make_measures ();
  g_autoptr (AtlMixRoster) roster = atl_mix_roster_new (session);
  g_autoptr (AtlMix)       mix = NULL;

  atl_mix_roster_read_map (roster, measures);
  atl_mix_problem_set_sizes (roster->problem, 0, 3, 4);
  mix = atl_mixer_solve (roster->problem, NULL);

  g_assert_cmpuint (roster->people->len, ==, 0);
  g_assert_cmpuint (mix->n_groups, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mixer/roster/map-gives-the-example", map_gives_the_example);
  g_test_add_func ("/mixer/roster/absent-people-stay-out", absent_people_stay_out);
  g_test_add_func ("/mixer/roster/silos-of-another-partition-do-not-count",
                   silos_of_another_partition_do_not_count);
  g_test_add_func ("/mixer/roster/groups-go-and-come-back", groups_go_and_come_back);
  g_test_add_func ("/mixer/roster/empty-session", empty_session);

  return g_test_run ();
}

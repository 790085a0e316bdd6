/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-splits.h"

#include "model/atl-edits.h"
#include "model/atl-history.h"
#include "model/atl-person.h"

typedef struct
{
  AtlSession *session;
  AtlArea    *area;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("board");
  g_autoptr (AtlArea)  area = atl_area_new ("area");

  f->session = atl_session_new ("session");
  f->area = area;
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->session);
}

static AtlPerson *
add_person (Fixture    *f,
            const char *id,
            const char *silo)
{
  g_autoptr (AtlPerson) person = atl_person_new (id);
  const char           *silos[] = { silo, NULL };

  atl_person_set_silos (person, silos);
  atl_person_set_present (person, TRUE);
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (person));
  return person;
}

static void
add_people (Fixture    *f,
            guint       n,
            const char *silo)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", silo, i);

      add_person (f, id, silo);
    }
}

static guint
count_silo (char      **team,
            const char *silo)
{
  guint n = 0;

  for (guint i = 0; team[i] != NULL; i++)
    n += g_str_has_prefix (team[i], silo);
  return n;
}

static void
test_deal_even (Fixture      *f,
                gconstpointer data)
{
  add_people (f, 7, "it");
  add_people (f, 4, "sales");

  g_autoptr (GPtrArray) teams = atl_splits_deal (f->session, 3, 1);

  g_assert_cmpuint (teams->len, ==, 3);
  for (guint i = 0; i < teams->len; i++)
    {
      g_assert_cmpuint (g_strv_length (teams->pdata[i]), >=, 3);
      g_assert_cmpuint (g_strv_length (teams->pdata[i]), <=, 4);
      g_assert_cmpuint (count_silo (teams->pdata[i], "it"), >=, 2);
      g_assert_cmpuint (count_silo (teams->pdata[i], "sales"), >=, 1);
    }
}

static void
test_deal_seed (Fixture      *f,
                gconstpointer data)
{
  add_people (f, 20, "it");

  g_autoptr (GPtrArray) one = atl_splits_deal (f->session, 2, 7);
  g_autoptr (GPtrArray) same = atl_splits_deal (f->session, 2, 7);
  g_autoptr (GPtrArray) other = atl_splits_deal (f->session, 2, 8);

  g_assert_true (g_strv_equal (one->pdata[0], same->pdata[0]));
  g_assert_false (g_strv_equal (one->pdata[0], other->pdata[0]));
}

static void
test_deal_present (Fixture      *f,
                   gconstpointer data)
{
  add_person (f, "here", "it");
  atl_person_set_present (add_person (f, "away", "it"), FALSE);

  g_autoptr (GPtrArray) teams = atl_splits_deal (f->session, 2, 1);

  g_assert_cmpuint (g_strv_length (teams->pdata[0]) + g_strv_length (teams->pdata[1]), ==, 1);
}

static void
test_make_groups (Fixture      *f,
                  gconstpointer data)
{
  const char            *titles[] = { "Group 1", "Group 2", "Group 3", NULL };
  g_autoptr (AtlHistory) history = atl_history_new (f->session);
  AtlList               *list = atl_session_get_groups (f->session);
  const char            *other[] = { "Before", NULL };
  g_autoptr (GPtrArray)  before = atl_splits_make_groups (f->session, other, NULL);

  add_people (f, 6, "it");
  g_autoptr (GPtrArray) teams = atl_splits_deal (f->session, 3, 1);
  atl_history_begin (history, "split");
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, titles, teams);
  atl_history_end (history);

  g_assert_cmpuint (atl_list_get_length (list), ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (atl_group_get_title (atl_list_get (list, i + 1)), ==, titles[i]);
      g_assert_cmpuint (g_strv_length ((GStrv) atl_group_get_people (groups->pdata[i])), ==, 2);
    }
  g_assert_true (atl_history_undo (history));
  g_assert_cmpuint (atl_list_get_length (list), ==, 1);
  g_assert_true (atl_list_get (list, 0) == before->pdata[0]);
}

static void
test_assign_notes (Fixture      *f,
                   gconstpointer data)
{
  const char           *titles[] = { "One", "Two", NULL };
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  char                 *first[] = { (char *) "ann", NULL }, *second[] = { (char *) "bob", NULL };
  AtlNote              *by_ann = atl_area_add_note (f->area, "by Ann");
  AtlNote              *taken = atl_area_add_note (f->area, "by Bob, of another group");
  AtlNote              *nobody = atl_area_add_note (f->area, "by nobody");
  atl_note_set_author (by_ann, "ann");
  atl_note_set_author (taken, "bob");
  atl_note_set_group (taken, "other");
  g_ptr_array_add (teams, first);
  g_ptr_array_add (teams, second);
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, titles, teams);

  guint n = atl_splits_assign_notes (f->session, groups);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (atl_note_get_group (by_ann), ==, atl_item_get_id (groups->pdata[0]));
  g_assert_cmpstr (atl_note_get_group (taken), ==, "other");
  g_assert_cmpstr (atl_note_get_group (nobody), ==, "");
}

static void
test_new_notes (Fixture      *f,
                gconstpointer data)
{
  AtlNote *before = atl_area_add_note (f->area, "before");
  atl_session_set_group (f->session, "ours");

  AtlNote              *after = atl_area_add_note (f->area, "after");
  g_autoptr (AtlNote)   typed = atl_board_new_note (atl_area_find_board (f->area));
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_ptr_array_add (notes, before);
  g_autoptr (GPtrArray) copies = atl_notes_duplicate (notes);

  g_assert_cmpstr (atl_note_get_group (before), ==, "");
  g_assert_cmpstr (atl_note_get_group (after), ==, "ours");
  g_assert_cmpstr (atl_note_get_group (typed), ==, "ours");
  g_assert_cmpstr (atl_note_get_group (copies->pdata[0]), ==, "ours");
}

static void
test_find_group (Fixture      *f,
                 gconstpointer data)
{
  const char           *titles[] = { "One", NULL };
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, titles, NULL);

  g_assert_true (atl_session_find_group (f->session, atl_item_get_id (groups->pdata[0])) == groups->pdata[0]);
  g_assert_null (atl_session_find_group (f->session, "gone"));
  g_assert_null (atl_session_find_group (f->session, ""));
}

#define SPLIT_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SPLIT_TEST ("/splits/deal/even-and-silos-spread", test_deal_even);
  SPLIT_TEST ("/splits/deal/same-seed-same-teams", test_deal_seed);
  SPLIT_TEST ("/splits/deal/only-who-is-present", test_deal_present);
  SPLIT_TEST ("/splits/make-groups/after-those-there-are", test_make_groups);
  SPLIT_TEST ("/splits/assign-notes/by-author", test_assign_notes);
  SPLIT_TEST ("/splits/new-notes/are-the-groups-own", test_new_notes);
  SPLIT_TEST ("/splits/find-group", test_find_group);
  return g_test_run ();
}

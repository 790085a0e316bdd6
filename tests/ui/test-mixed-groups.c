/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "model/atl-splits.h"
#include "ui/groups/atl-mix-print.h"
#include "ui/groups/atl-mix-room.h"
#include "ui/groups/atl-mix-settings.h"
#include "ui/groups/atl-mix-sheets.h"
#include "ui/groups/atl-mix-table.h"
#include "ui/groups/atl-mix-window.h"
#include "ui/groups/atl-mix-words.h"
#include "ui/groups/atl-split-plan.h"
#include "ui/groups/atl-split-window.h"

static const char *const names[] = { "Ana", "Bob", "Chloé", "Dan", "Eva", "Farid", "Gil", "Hana", "Ines",
                                     "Jo", "Kim", "Lou" };

/* Twelve people, three of each of four silos. */
static void
add_people (CopiesFixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (AtlPerson) person = atl_person_new (names[i]);
      g_autofree char      *id = g_strdup_printf ("silo-%u", i / 3);
      const char           *silos[] = { id, NULL };

      if (i % 3 == 0)
        {
          g_autoptr (AtlSilo) silo = atl_silo_new (id);

          atl_silo_set_name (silo, id);
          atl_list_insert (atl_session_get_silos (f->session), ATL_ITEM (silo));
        }
      atl_person_set_name (person, names[i]);
      atl_person_set_silos (person, silos);
      atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (person));
    }
}

static gboolean
is_settled (gpointer plan)
{
  return !atl_mix_plan_get_busy (plan);
}

static AtlMixPlan *
make_plan (CopiesFixture *f, guint n_groups, guint n_rounds)
{
  AtlMixPlan   *plan = atl_mix_plan_new (f->session, NULL);
  AtlMixSetting setting = *atl_mix_plan_get_setting (plan);

  setting.by_number = n_groups;
  setting.n_rounds = n_rounds;
  atl_mix_plan_set_setting (plan, &setting);
  atl_test_wait_for (is_settled, plan);
  return plan;
}

static void
ask (AtlMixPlan *plan, AtlMixConstraintKind kind, const char *a, const char *b)
{
  AtlMixWishes *wishes = atl_mix_plan_get_wishes (plan);

  g_assert_true (kind == ATL_MIX_MARK ? atl_mix_wishes_add_mark (wishes, b, a)
                                      : atl_mix_wishes_add_pair (wishes, kind, a, b));
  atl_mix_plan_wishes_changed (plan);
  atl_test_wait_for (is_settled, plan);
}

static int
group_of (AtlMixPlan *plan, const char *person, guint round)
{
  int number = atl_mix_roster_find (atl_mix_plan_get_roster (plan), person);

  g_assert_cmpint (number, >=, 0);
  return atl_mix_rounds_get_groups (atl_mix_plan_get_rounds (plan), round)[number];
}

static void
test_present_only (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 1);
  g_assert_cmpuint (atl_mix_plan_get_n_people (plan), ==, 12);

  atl_person_set_present (atl_list_find (atl_session_get_people (f->session), "Dan"), FALSE);
  copies_settle ();
  atl_test_wait_for (is_settled, plan);

  g_autofree char *sizes = atl_mix_words_dup_sizes (plan);
  g_assert_cmpint (atl_mix_roster_find (atl_mix_plan_get_roster (plan), "Dan"), ==, -1);
  g_assert_cmpstr (sizes, ==, "11 people: 3 groups of 3 to 4");
}

static void
test_size_and_number_are_one (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 0, 1);
  AtlMixSetting          setting = *atl_mix_plan_get_setting (plan);
  g_assert_cmpuint (atl_mix_plan_get_n_groups (plan), ==, 3);

  setting.by_size = 6;
  atl_mix_plan_set_setting (plan, &setting);
  g_assert_cmpuint (atl_mix_plan_get_n_groups (plan), ==, 2);

  setting.by_number = 100;
  atl_mix_plan_set_setting (plan, &setting);
  g_assert_cmpuint (atl_mix_plan_get_n_groups (plan), ==, 12);
  atl_test_wait_for (is_settled, plan);
}

static void
test_wishes_hold (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 4, 3);

  ask (plan, ATL_MIX_TOGETHER, "Ana", "Bob");
  ask (plan, ATL_MIX_APART, "Ana", "Dan");
  ask (plan, ATL_MIX_MARK, "Gil", "Scribe");
  ask (plan, ATL_MIX_MARK, "Jo", "scribe");

  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (group_of (plan, "Ana", i), ==, group_of (plan, "Bob", i));
      g_assert_cmpint (group_of (plan, "Ana", i), !=, group_of (plan, "Dan", i));
      g_assert_cmpint (group_of (plan, "Gil", i), !=, group_of (plan, "Jo", i));
    }
}

/* Who is away does not make a wish a conflict, nor is it forgotten. */
static void
test_wishes_outlive_absence (CopiesFixture *f, gconstpointer data)
{
  AtlPerson *bob;
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 4, 1);
  ask (plan, ATL_MIX_TOGETHER, "Ana", "Bob");
  bob = atl_list_find (atl_session_get_people (f->session), "Bob");

  atl_person_set_present (bob, FALSE);
  copies_settle ();
  atl_test_wait_for (is_settled, plan);
  g_assert_nonnull (atl_mix_plan_get_rounds (plan));
  atl_person_set_present (bob, TRUE);
  copies_settle ();
  atl_test_wait_for (is_settled, plan);

  g_assert_cmpint (group_of (plan, "Ana", 0), ==, group_of (plan, "Bob", 0));
}

static void
assert_cost_is_the_difference (AtlMixRounds *rounds, guint round, guint a, guint b, gboolean swap)
{
  guint                  group = (guint) atl_mix_rounds_get_groups (rounds, round)[b];
  g_autoptr (AtlMixCost) cost = swap ? atl_mix_rounds_cost_swap (rounds, round, a, b)
                                     : atl_mix_rounds_cost_move (rounds, round, a, group);
  double                 before = atl_mix_rounds_get_total (rounds);
  AtlMixScore            score = atl_mix_rounds_get_score (rounds, round);
  guint                  again = atl_mix_rounds_count_again (rounds, round);

  if (swap)
    atl_mix_rounds_swap (rounds, round, a, b);
  else
    atl_mix_rounds_move (rounds, round, a, group);

  AtlMixScore after = atl_mix_rounds_get_score (rounds, round);
  g_assert_cmpfloat_with_epsilon (atl_mix_rounds_get_total (rounds) - before, cost->gain, 1e-9);
  g_assert_cmpint ((int) after.n_pairs - (int) score.n_pairs, ==, cost->pairs);
  g_assert_cmpint ((int) atl_mix_rounds_count_again (rounds, round) - (int) again, ==, cost->again);
}

static void
test_cost (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 3);
  AtlMixRounds          *rounds = atl_mix_plan_get_rounds (plan);

  for (guint i = 0; i < 60; i++)
    assert_cost_is_the_difference (rounds, i % 3, i * 7 % 12, i * 5 % 11, i % 2 == 0);
}

static void
test_hand_is_undone (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 2);
  AtlMixRounds          *rounds = atl_mix_plan_get_rounds (plan);
  int                    first = atl_mix_rounds_get_groups (rounds, 1)[0];
  double                 total = atl_mix_rounds_get_total (rounds);

  atl_mix_rounds_move (rounds, 1, 0, (guint) (first + 1) % 3);
  g_assert_true (atl_mix_rounds_can_undo (rounds));
  atl_mix_rounds_undo (rounds);
  g_assert_cmpint (atl_mix_rounds_get_groups (rounds, 1)[0], ==, first);
  g_assert_cmpfloat_with_epsilon (atl_mix_rounds_get_total (rounds), total, 1e-9);
  atl_mix_rounds_redo (rounds);
  g_assert_cmpint (atl_mix_rounds_get_groups (rounds, 1)[0], ==, (first + 1) % 3);

  atl_mix_plan_deal_again (plan);
  atl_test_wait_for (is_settled, plan);
  rounds = atl_mix_plan_get_rounds (plan);
  atl_mix_rounds_undo (rounds);
  g_assert_cmpint (atl_mix_rounds_get_groups (rounds, 1)[0], ==, (first + 1) % 3);
}

/* Twelve people of four silos, three rounds of three groups of four: nobody of the same silo ever meets, and
 * few meet twice; dealing the same groups three times would make all 18 pairs of a round do. */
static void
test_rounds_meet_anew (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 3);
  AtlMixRounds          *rounds = atl_mix_plan_get_rounds (plan);
  guint                  again = 0;

  for (guint i = 0; i < 3; i++)
    {
      AtlMixScore score = atl_mix_rounds_get_score (rounds, i);

      g_assert_cmpuint (score.n_pairs, ==, 18);
      again += atl_mix_rounds_count_again (rounds, i);
    }
  g_assert_cmpuint (again, <=, 9);
}

/* Those of the groups there are have met, unless that is forgotten. */
static void
test_groups_there_are_have_met (CopiesFixture *f, gconstpointer data)
{
  const char *titles[] = { "Group 1", "Group 2", "Group 3", NULL };
  add_people (f);
  g_autoptr (AtlMixPlan) first = make_plan (f, 3, 1);
  g_autoptr (GPtrArray)  teams = atl_mix_roster_dup_teams (
     atl_mix_plan_get_roster (first), atl_mix_rounds_get_groups (atl_mix_plan_get_rounds (first), 0), 3);
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, titles, teams);

  g_autoptr (AtlMixPlan) second = make_plan (f, 3, 1);
  g_assert_cmpuint (atl_mix_rounds_count_again (atl_mix_plan_get_rounds (second), 0), <, 9);

  AtlMixSetting setting = *atl_mix_plan_get_setting (second);
  setting.fresh = TRUE;
  atl_mix_plan_set_setting (second, &setting);
  atl_test_wait_for (is_settled, second);
  g_assert_cmpuint (atl_mix_rounds_count_again (atl_mix_plan_get_rounds (second), 0), ==, 0);
}

/* An answer to what was asked before is not taken. */
static void
test_outdated_is_dropped (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = atl_mix_plan_new (f->session, NULL);
  AtlMixSetting          setting = *atl_mix_plan_get_setting (plan);

  for (guint i = 2; i <= 6; i++)
    {
      setting.by_number = i;
      atl_mix_plan_set_setting (plan, &setting);
    }
  g_assert_true (atl_mix_plan_get_busy (plan));
  atl_test_wait_for (is_settled, plan);

  g_assert_cmpuint (atl_mix_rounds_get_n_groups (atl_mix_plan_get_rounds (plan)), ==, 6);
}

static GtkWidget *
child_of (GtkWidget *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, ATL_TYPE_MIX_WINDOW, name));
}

static const char *
page_of (GtkWidget *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (child_of (window, "pages")));
}

static const char *
text_of (GtkWidget *window, const char *name)
{
  return gtk_label_get_text (GTK_LABEL (child_of (window, name)));
}

static GtkWidget *
open_window (CopiesFixture *f)
{
  GtkWidget *window = atl_mix_window_new (GTK_WINDOW (f->window), f->document, NULL);

  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (is_settled, atl_mix_window_get_plan (ATL_MIX_WINDOW (window)));
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  copies_settle ();
}

static void
test_nobody (CopiesFixture *f, gconstpointer data)
{
  GtkWidget *window = open_window (f);

  g_assert_cmpstr (page_of (window), ==, "nobody");
  g_assert_false (gtk_widget_is_sensitive (child_of (window, "use")));
  close_window (window);
}

static void
test_result_first (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  atl_session_set_language (f->session, "fr");
  GtkWidget *window = open_window (f);

  g_assert_cmpstr (page_of (window), ==, "groups");
  g_assert_true (g_str_has_prefix (text_of (window, "result"), "Paires inter-silos"));
  g_assert_nonnull (strstr (text_of (window, "result"), "18 sur 18"));
  g_assert_cmpstr (atl_mix_card_get_title (ATL_MIX_CARD (
                     atl_mix_table_get_card (ATL_MIX_TABLE (child_of (window, "table")), 0))),
                   ==, "Groupe 1");
  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  close_window (window);
}

static void
test_conflict (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  GtkWidget  *window = open_window (f);
  AtlMixPlan *plan = atl_mix_window_get_plan (ATL_MIX_WINDOW (window));

  ask (plan, ATL_MIX_TOGETHER, "Ana", "Dan");
  ask (plan, ATL_MIX_APART, "Dan", "Ana");

  g_assert_cmpstr (page_of (window), ==, "conflict");
  g_assert_nonnull (strstr (text_of (window, "conflict_text"), "Ana and Dan together"));
  g_assert_nonnull (strstr (text_of (window, "conflict_text"), "Ana and Dan apart"));
  g_assert_nonnull (strstr (text_of (window, "reason"), "together and in different groups"));
  g_assert_false (gtk_widget_is_sensitive (child_of (window, "use")));

  g_signal_emit_by_name (atl_find_labelled (window, GTK_TYPE_BUTTON, "Drop"), "clicked");
  atl_test_wait_for (is_settled, plan);
  g_assert_cmpstr (page_of (window), ==, "groups");
  g_assert_cmpuint (atl_mix_wishes_get_n (atl_mix_plan_get_wishes (plan)), ==, 1);
  close_window (window);
}

static void
test_too_many_marks (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  GtkWidget  *window = open_window (f);
  AtlMixPlan *plan = atl_mix_window_get_plan (ATL_MIX_WINDOW (window));

  for (guint i = 0; i < 4; i++)
    ask (plan, ATL_MIX_MARK, names[i], "scribe");

  g_assert_cmpstr (page_of (window), ==, "conflict");
  g_assert_cmpstr (text_of (window, "reason"), ==, "4 people are “scribe”, but there are only 3 groups.");
  g_assert_nonnull (strstr (text_of (window, "conflict_text"), "Chloé"));
  close_window (window);
}

/* A size gives way by one, not to one large group. */
static void
test_size_gives_way (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 4, 1);
  guint                  smallest;
  guint                  largest;
  for (guint i = 1; i < 4; i++)
    ask (plan, ATL_MIX_TOGETHER, names[0], names[i]);
  AtlMixConflict *conflict = atl_mix_plan_get_conflict (plan);
  g_assert_nonnull (conflict);
  g_assert_cmpint (conflict->code, ==, ATL_MIX_BLOCK_TOO_LARGE);

  AtlMixConstraint size = { ATL_MIX_SIZE_MAX, -1, -1, -1 };
  atl_mix_plan_drop (plan, &size);
  size.kind = ATL_MIX_SIZE_MIN;
  atl_mix_plan_drop (plan, &size);
  atl_test_wait_for (is_settled, plan);

  atl_mix_plan_get_sizes (plan, &smallest, &largest);
  g_assert_cmpuint (smallest, ==, 2);
  g_assert_cmpuint (largest, ==, 4);
  g_assert_nonnull (atl_mix_plan_get_rounds (plan));
}

static void
test_moving_tells_and_warns (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  GtkWidget   *window = open_window (f);
  AtlMixPlan  *plan = atl_mix_window_get_plan (ATL_MIX_WINDOW (window));
  AtlMixTable *table = ATL_MIX_TABLE (child_of (window, "table"));
  ask (plan, ATL_MIX_APART, "Ana", "Dan");
  guint ana = (guint) atl_mix_roster_find (atl_mix_plan_get_roster (plan), "Ana");
  guint dan = (guint) group_of (plan, "Dan", 0);
  g_assert_cmpstr (text_of (window, "warning"), ==, "");

  g_autofree char *preview = atl_mix_table_dup_preview (table, ana, atl_mix_table_get_card (table, dan));
  g_assert_nonnull (strstr (preview, "Ana and Dan are together"));
  g_assert_cmpint (group_of (plan, "Ana", 0), !=, (int) dan);
  atl_mix_table_move (table, ana, dan);

  g_assert_cmpint (group_of (plan, "Ana", 0), ==, (int) dan);
  g_assert_cmpstr (text_of (window, "told"), ==, preview);
  g_assert_nonnull (strstr (text_of (window, "warning"), "Ana and Dan are together"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == atl_mix_table_find_chip (table, ana));
  gtk_widget_activate_action (window, "mix.undo", NULL);
  g_assert_cmpstr (text_of (window, "warning"), ==, "");
  close_window (window);
}

/* Lavender stays Lavender, whoever is in it now. */
static void
test_titles_are_kept (CopiesFixture *f, gconstpointer data)
{
  const char *titles[] = { "Lavender", "Sage", "Thyme", NULL };
  add_people (f);
  g_autoptr (GPtrArray)  old = atl_splits_make_groups (f->session, titles, NULL);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 1);
  g_autofree char       *same = atl_mix_plan_dup_title (plan, 0, 2);

  AtlMixSetting setting = *atl_mix_plan_get_setting (plan);
  setting.keep = TRUE;
  atl_mix_plan_set_setting (plan, &setting);
  g_autofree char *beside = atl_mix_plan_dup_title (plan, 0, 2);

  setting.keep = FALSE;
  setting.by_number = 2;
  atl_mix_plan_set_setting (plan, &setting);
  atl_test_wait_for (is_settled, plan);
  g_autofree char *fewer = atl_mix_plan_dup_title (plan, 0, 1);

  g_assert_cmpstr (same, ==, "Thyme");
  g_assert_cmpstr (beside, ==, "Group 3");
  g_assert_cmpstr (fewer, ==, "Group 2");
}

static void
test_nobody_has_a_silo (CopiesFixture *f, gconstpointer data)
{
  AtlList *people = atl_session_get_people (f->session);
  add_people (f);
  for (guint i = 0; i < atl_list_get_length (people); i++)
    atl_person_set_silos (atl_list_get (people, i), NULL);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 1);

  g_autofree char *result = atl_mix_words_dup_result (plan, 0);

  g_assert_cmpstr (result, ==, "Nobody has a silo yet: the groups bring together people who have not met.");
}

/* Groups with notes stay, the others make room; one step takes it all back. */
static void
test_using (CopiesFixture *f, gconstpointer data)
{
  const char *titles[] = { "Group 2", "Old", NULL };
  AtlHistory *history = atl_document_get_history (f->document);
  AtlList    *groups = atl_session_get_groups (f->session);
  add_people (f);
  g_autoptr (GPtrArray) old = atl_splits_make_groups (f->session, titles, NULL);
  atl_note_set_group (f->note, atl_item_get_id (old->pdata[0]));
  guint64    position = atl_history_get_position (history);
  GtkWidget *window = open_window (f);

  gtk_widget_activate_action (window, "mix.use", NULL);
  copies_settle ();

  g_assert_cmpuint (atl_list_get_length (groups), ==, 4);
  g_assert_true (atl_list_get (groups, 0) == old->pdata[0]);
  g_assert_cmpstr (atl_group_get_title (atl_list_get (groups, 1)), ==, "Group 3");
  g_assert_cmpuint (g_strv_length ((GStrv) atl_group_get_people (atl_list_get (groups, 1))), ==, 4);
  g_assert_true (atl_history_undo (history));
  g_assert_cmpuint (atl_history_get_position (history), ==, position);
  g_assert_cmpuint (atl_list_get_length (groups), ==, 2);
  g_assert_cmpstr (atl_group_get_title (old->pdata[1]), ==, "Old");
}

static void
test_using_rounds_beside (CopiesFixture *f, gconstpointer data)
{
  AtlList *groups = atl_session_get_groups (f->session);
  add_people (f);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 2);
  AtlMixSetting          setting = *atl_mix_plan_get_setting (plan);
  g_autoptr (GPtrArray)  first = atl_mix_plan_apply (plan);
  g_assert_cmpstr (atl_group_get_title (first->pdata[3]), ==, "Round 2 – Group 1");

  setting.keep = TRUE;
  atl_mix_plan_set_setting (plan, &setting);
  g_autoptr (GPtrArray) second = atl_mix_plan_apply (plan);

  g_assert_cmpuint (atl_list_get_length (groups), ==, 12);
  g_assert_cmpstr (atl_group_get_title (second->pdata[0]), ==, "Round 3 – Group 1");
}

/* A sheet for each round; the model has no rounds, so those of a session are found again. */
static void
test_room (CopiesFixture *f, gconstpointer data)
{
  add_people (f);
  atl_person_set_shown (atl_list_find (atl_session_get_people (f->session), "Ana"), ATL_SHOWN_HIDDEN);
  g_autoptr (AtlMixPlan) plan = make_plan (f, 3, 2);
  g_autoptr (GPtrArray)  sheets = atl_mix_sheets_new (plan, ATL_MIX_ROOM_MOST);
  g_autoptr (GPtrArray)  groups = atl_mix_plan_apply (plan);
  g_autoptr (GPtrArray)  again = atl_mix_sheets_new_of_session (f->session, ATL_MIX_ROOM_MOST);
  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpuint (again->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *first = atl_mix_sheet_dup_text (sheets->pdata[i]);
      g_autofree char *second = atl_mix_sheet_dup_text (again->pdata[i]);

      g_assert_cmpstr (first, ==, second);
      g_assert_null (strstr (first, "Ana"));
      g_assert_nonnull (strstr (first, "one person of silo-0"));
    }

  AtlMixRoom *room = ATL_MIX_ROOM (atl_mix_room_new (GTK_WINDOW (f->window)));
  atl_mix_room_set_sheets (room, again);
  atl_mix_room_open (room);
  atl_mix_room_turn (room, 1);
  g_assert_cmpuint (atl_mix_room_get_position (room), ==, 1);
  atl_mix_room_turn (room, 1);
  g_assert_cmpuint (atl_mix_room_get_position (room), ==, 1);
  close_window (GTK_WIDGET (room));
}

/* Thirty groups of a round go on two sheets of fifteen, not on one of twenty-four and one of six. */
static void
test_many_groups_are_spread (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  for (guint i = 0; i < 30; i++)
    g_strv_builder_add (titles, "Group");
  g_auto (GStrv)        all = g_strv_builder_end (titles);
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, (const char *const *) all, NULL);

  g_autoptr (GPtrArray) sheets = atl_mix_sheets_new_of_session (f->session, ATL_MIX_PRINT_MOST);

  g_assert_cmpuint (sheets->len, ==, 2);
  g_assert_cmpuint (atl_mix_sheet_get_n_groups (sheets->pdata[0]), ==, 15);
}

static void
test_print (CopiesFixture *f, gconstpointer data)
{
  g_autofree char   *path = g_build_filename (f->folder, "groups.pdf", NULL);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;
  add_people (f);
  g_autoptr (AtlMixPlan)        plan = make_plan (f, 3, 2);
  g_autoptr (GPtrArray)         sheets = atl_mix_sheets_new (plan, ATL_MIX_PRINT_MOST);
  g_autoptr (GtkPrintOperation) print = atl_mix_print_new (sheets, "Groups");

  gtk_print_operation_set_export_filename (print, path);
  gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (f->window), &error);

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (print), ==, 2);
}

static GtkWidget *
split_child (GtkWidget *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, ATL_TYPE_SPLIT_WINDOW, name));
}

static gboolean
may_split (gpointer window)
{
  return gtk_widget_is_sensitive (split_child (window, "run"));
}

/* Nobody chose: three groups, and no two of a silo in one. */
static void
test_splitting_mixes (CopiesFixture *f, gconstpointer data)
{
  AtlList *groups = atl_session_get_groups (f->session);
  add_people (f);
  GtkWidget *window = atl_split_window_new (gtk_window_get_child (GTK_WINDOW (f->window)), f->document);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (may_split (window));
  atl_test_wait_for (may_split, window);
  atl_history_begin (atl_document_get_history (f->document), "Split");

  g_autoptr (AtlSplitPlan) plan = atl_split_plan_new (f->session, NULL);
  AtlMixPlan              *mix = atl_mix_window_ensure_plan (f->document, NULL);
  atl_test_wait_for (is_settled, mix);
  const int *numbers = atl_mix_rounds_get_groups (atl_mix_plan_get_rounds (mix), 0);
  g_assert_cmpint (atl_split_plan_get_way (plan), ==, ATL_SPLIT_MIX);
  g_assert_false (atl_split_plan_has_teams (plan));
  atl_split_plan_take_teams (plan, atl_mix_roster_dup_teams (atl_mix_plan_get_roster (mix), numbers, 3));
  g_autoptr (GPtrArray) applied = atl_split_plan_apply (plan, FALSE);
  atl_history_end (atl_document_get_history (f->document));

  g_assert_cmpuint (atl_list_get_length (groups), ==, 3);
  g_assert_cmpuint (g_strv_length ((GStrv) atl_group_get_people (applied->pdata[0])), ==, 4);
  close_window (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  COPIES_TEST ("/mix-plan/takes-who-is-present", test_present_only);
  COPIES_TEST ("/mix-plan/sizes/number-and-size-are-one", test_size_and_number_are_one);
  COPIES_TEST ("/mix-plan/sizes/give-way-by-one", test_size_gives_way);
  COPIES_TEST ("/mix-plan/wishes/hold-in-every-round", test_wishes_hold);
  COPIES_TEST ("/mix-plan/wishes/outlive-absence", test_wishes_outlive_absence);
  COPIES_TEST ("/mix-plan/cost/is-what-the-total-changes-by", test_cost);
  COPIES_TEST ("/mix-plan/hand/is-undone", test_hand_is_undone);
  COPIES_TEST ("/mix-plan/rounds/people-meet-anew", test_rounds_meet_anew);
  COPIES_TEST ("/mix-plan/rounds/groups-there-are-have-met", test_groups_there_are_have_met);
  COPIES_TEST ("/mix-plan/outdated-answers-are-dropped", test_outdated_is_dropped);
  COPIES_TEST ("/mix-plan/use/rounds-go-on-counting", test_using_rounds_beside);
  COPIES_TEST ("/mix-window/nobody-is-present", test_nobody);
  COPIES_TEST ("/mix-window/the-result-first-in-the-sessions-language", test_result_first);
  COPIES_TEST ("/mix-window/conflict/is-named-and-dropped", test_conflict);
  COPIES_TEST ("/mix-window/conflict/too-many-of-one-mark", test_too_many_marks);
  COPIES_TEST ("/mix-window/moving/tells-the-cost-and-warns", test_moving_tells_and_warns);
  COPIES_TEST ("/mix-room/a-sheet-for-each-round", test_room);
  COPIES_TEST ("/mix-room/many-groups-are-spread", test_many_groups_are_spread);
  COPIES_TEST ("/mix-print/a-page-for-each-round", test_print);
  COPIES_TEST ("/mix-window/use/splitting-mixes-too", test_splitting_mixes);
  COPIES_TEST ("/mix-window/use/is-one-step-and-loses-no-notes", test_using);
  COPIES_TEST ("/mix-plan/titles-are-kept", test_titles_are_kept);
  COPIES_TEST ("/mix-plan/nobody-has-a-silo", test_nobody_has_a_silo);
  return g_test_run ();
}

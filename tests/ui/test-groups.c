/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "model/atl-person.h"
#include "model/atl-splits.h"
#include "store/codec/atl-codec.h"
#include "ui/groups/atl-split-plan.h"
#include "ui/groups/atl-split-window.h"
#include "ui/merge/atl-merge-window.h"

static void
add_people (CopiesFixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlPerson) person = atl_person_new (NULL);
      g_autofree char      *name = g_strdup_printf ("Person %u", i + 1);

      atl_person_set_name (person, name);
      atl_person_set_present (person, TRUE);
      atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (person));
    }
}

static AtlSplitPlan *
new_plan (CopiesFixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, "retro.atelier", NULL);

  return atl_split_plan_new (f->session, path);
}

static void
test_names_in_the_sessions_language (CopiesFixture *f, gconstpointer data)
{
  atl_session_set_language (f->session, "fr");

  g_autoptr (AtlSplitPlan) plan = new_plan (f);
  g_autofree char         *path = atl_split_plan_dup_path (plan, 2);
  g_autofree char         *name = g_path_get_basename (path);

  g_assert_cmpint (atl_split_plan_get_way (plan), ==, ATL_SPLIT_NOBODY);
  g_assert_cmpuint (atl_split_plan_get_n (plan), ==, 3);
  g_assert_cmpstr (atl_split_plan_get_title (plan, 0), ==, "Groupe 1");
  g_assert_cmpstr (name, ==, "retro – Groupe 3.atelier");
}

static void
test_number_keeps_names (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlSplitPlan) plan = new_plan (f);
  atl_split_plan_set_title (plan, 2, "Kitchen");

  atl_split_plan_set_n (plan, 2);
  atl_split_plan_set_n (plan, 4);

  g_assert_cmpstr (atl_split_plan_get_title (plan, 2), ==, "Kitchen");
  g_assert_cmpstr (atl_split_plan_get_title (plan, 3), ==, "Group 4");
}

static void
test_people_are_dealt (CopiesFixture *f, gconstpointer data)
{
  add_people (f, 4);
  g_autoptr (AtlSplitPlan) plan = new_plan (f);
  g_assert_cmpint (atl_split_plan_get_way (plan), ==, ATL_SPLIT_DEAL);
  atl_split_plan_set_n (plan, 2);

  g_autofree char *first = atl_split_plan_dup_people (plan, 0);
  g_autofree char *second = atl_split_plan_dup_people (plan, 1);

  g_assert_nonnull (strstr (first, ", "));
  g_assert_nonnull (strstr (second, ", "));
}

static void
test_existing_groups (CopiesFixture *f, gconstpointer data)
{
  const char           *titles[] = { "North", "South", NULL };
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (f->session, titles, NULL);

  g_autoptr (AtlSplitPlan) plan = new_plan (f);
  g_assert_cmpint (atl_split_plan_get_way (plan), ==, ATL_SPLIT_EXISTING);
  g_assert_cmpuint (atl_split_plan_get_n (plan), ==, 2);
  atl_split_plan_set_title (plan, 1, "East");
  g_autoptr (GPtrArray) applied = atl_split_plan_apply (plan, FALSE);

  g_assert_true (applied->pdata[0] == groups->pdata[0]);
  g_assert_cmpstr (atl_group_get_title (groups->pdata[1]), ==, "East");
  g_assert_cmpuint (atl_list_get_length (atl_session_get_groups (f->session)), ==, 2);
}

static void
test_names_must_differ (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlSplitPlan) plan = new_plan (f);

  g_assert_true (atl_split_plan_has_names (plan));
  g_assert_false (atl_split_plan_has_doubles (plan));
  atl_split_plan_set_title (plan, 0, "group 2");
  g_assert_true (atl_split_plan_has_doubles (plan));
  atl_split_plan_set_title (plan, 0, "  ");
  g_assert_false (atl_split_plan_has_names (plan));
}

static void
test_names_are_no_paths (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlSplitPlan) plan = new_plan (f);
  atl_split_plan_set_title (plan, 0, "../../etc/passwd");

  g_autofree char *path = atl_split_plan_dup_path (plan, 0);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpstr (folder, ==, f->folder);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static gboolean
is_saved (gpointer document)
{
  return atl_document_get_state (document) == ATL_DOCUMENT_SAVED;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (atl_document_save_finish (ATL_DOCUMENT (source), result, NULL));
}

static void
save (CopiesFixture *f)
{
  g_autofree char *own = g_build_filename (f->folder, "retro.atelier", NULL);

  atl_document_save_async (f->document, own, NULL, saved_cb, NULL);
  atl_test_wait_for (is_saved, f->document);
}

static char *
dup_group_file (CopiesFixture *f, guint number)
{
  g_autofree char *name = g_strdup_printf ("retro – Group %u.atelier", number);
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
test_window_writes (CopiesFixture *f, gconstpointer data)
{
  AtlHistory *history = atl_document_get_history (f->document);
  AtlList    *groups = atl_session_get_groups (f->session);
  save (f);
  gpointer window = atl_split_window_new (gtk_window_get_child (GTK_WINDOW (f->window)), f->document);
  g_object_add_weak_pointer (window, &window);
  gtk_window_present (window);

  gtk_widget_activate_action (window, "split.run", NULL);
  atl_test_wait_for (is_gone, &window);

  g_assert_cmpuint (atl_list_get_length (groups), ==, 3);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *text = dup_group_file (f, i);
      g_autofree char *member =
        g_strdup_printf ("\"group\":\"%s\"", atl_item_get_id (atl_list_get (groups, i - 1)));

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, member));
      g_assert_nonnull (strstr (text, "\"id\":\"session\""));
    }
  g_assert_true (atl_history_undo (history));
  g_assert_cmpuint (atl_list_get_length (groups), ==, 0);
  g_assert_false (atl_history_get_can_undo (history));
}

static GtkWidget *
child_of (GtkWidget *window, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, ATL_TYPE_SPLIT_WINDOW, name));
}

static const char *
hint_of (GtkWidget *window)
{
  return gtk_label_get_text (GTK_LABEL (child_of (window, "hint")));
}

static gboolean
has_looked (gpointer window)
{
  return !g_str_has_prefix (hint_of (window), "Looking");
}

static GtkWidget *
open_window (CopiesFixture *f)
{
  GtkWidget *window = atl_split_window_new (gtk_window_get_child (GTK_WINDOW (f->window)), f->document);

  gtk_window_present (GTK_WINDOW (window));
  atl_test_wait_for (has_looked, window);
  return window;
}

static void
split (CopiesFixture *f)
{
  gpointer window = open_window (f);

  g_object_add_weak_pointer (window, &window);
  gtk_widget_activate_action (window, "split.run", NULL);
  atl_test_wait_for (is_gone, &window);
}

static void
add_theirs (AtlSession *copy)
{
  AtlBoard *board = atl_list_get (atl_session_get_boards (copy), 0);

  atl_area_add_note (atl_list_get (atl_board_get_areas (board), 0), "by the group");
}

static gboolean
is_merge_read (gpointer window)
{
  GObject *pages = gtk_widget_get_template_child (window, ATL_TYPE_MERGE_WINDOW, "pages");

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (pages)), "reading");
}

static GtkWidget *
find_merge_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ATL_IS_MERGE_WINDOW (l->data))
      return l->data;
  return NULL;
}

/* Split, worked on, split again: what the group wrote is there until it is merged, and comes in with one
 * button. */
static void
test_window_merges_work_first (CopiesFixture *f, gconstpointer data)
{
  save (f);
  split (f);
  g_autofree char *path = copies_fixture_write (f, "retro – Group 2.atelier", add_theirs);
  g_autofree char *before = dup_group_file (f, 2);

  GtkWidget *window = open_window (f);

  g_assert_nonnull (strstr (hint_of (window), "work of a group"));
  g_assert_nonnull (strstr (hint_of (window), "retro – Group 2.atelier"));
  g_assert_true (gtk_widget_get_visible (child_of (window, "merge")));
  g_assert_false (gtk_widget_is_sensitive (child_of (window, "run")));
  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  gtk_widget_activate_action (window, "split.run", NULL);
  copies_settle ();
  g_autofree char *after = dup_group_file (f, 2);
  g_assert_cmpstr (after, ==, before);

  gtk_widget_activate_action (window, "split.merge", NULL);
  GtkWidget *merge = find_merge_window ();
  g_assert_nonnull (merge);
  atl_test_wait_for (is_merge_read, merge);
  gtk_widget_activate_action (merge, "merge.run", NULL);
  copies_settle ();
  g_assert_nonnull (copies_find_note (f->session, "by the group"));
}

static void
test_window_asks_before_replacing (CopiesFixture *f, gconstpointer data)
{
  save (f);
  split (f);

  GtkWidget *window = open_window (f);
  GtkWidget *run = atl_find_labelled (window, GTK_TYPE_BUTTON, "_Replace");

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  g_assert_nonnull (run);
  g_assert_true (gtk_widget_has_css_class (run, "destructive-action"));
  g_assert_nonnull (strstr (hint_of (window), "They will be replaced"));
  g_assert_false (gtk_widget_get_visible (child_of (window, "merge")));
  gtk_window_destroy (GTK_WINDOW (window));
  copies_settle ();
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_visible (widget);
}

/* A file that comes in between is not replaced at all; the groups are not made twice. */
static void
test_window_tells_what_fails (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "retro – Group 2.atelier", NULL);
  g_autofree char *beside = g_build_filename (f->folder, "retro – Group 2 (2).atelier", NULL);
  g_autofree char *text = NULL;
  save (f);
  gpointer window = open_window (f);
  g_object_add_weak_pointer (window, &window);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));

  gtk_widget_activate_action (window, "split.run", NULL);
  atl_test_wait_for (is_hidden, child_of (window, "progress"));
  while (!gtk_widget_is_sensitive (child_of (window, "run")))
    g_main_context_iteration (NULL, TRUE);

  g_assert_nonnull (atl_find_labelled (window, GTK_TYPE_BUTTON, "_Retry"));
  gtk_widget_activate_action (window, "split.run", NULL);
  atl_test_wait_for (is_gone, &window);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "mine");
  g_assert_true (g_file_test (beside, G_FILE_TEST_EXISTS));
  g_autofree char *third = dup_group_file (f, 3);
  g_assert_nonnull (third);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_groups (f->session)), ==, 3);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  COPIES_TEST ("/split-plan/names/in-the-sessions-language", test_names_in_the_sessions_language);
  COPIES_TEST ("/split-plan/names/come-back-with-the-number", test_number_keeps_names);
  COPIES_TEST ("/split-plan/names/must-differ", test_names_must_differ);
  COPIES_TEST ("/split-plan/names/are-no-paths", test_names_are_no_paths);
  COPIES_TEST ("/split-plan/people/are-dealt", test_people_are_dealt);
  COPIES_TEST ("/split-plan/people/as-in-the-groups-there-are", test_existing_groups);
  COPIES_TEST ("/split-window/writes-one-file-for-each", test_window_writes);
  COPIES_TEST ("/split-window/merges-the-work-of-groups-first", test_window_merges_work_first);
  COPIES_TEST ("/split-window/asks-before-replacing", test_window_asks_before_replacing);
  COPIES_TEST ("/split-window/tells-what-fails-and-goes-on", test_window_tells_what_fails);
  return g_test_run ();
}

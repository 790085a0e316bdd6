/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-waiting-test.h"
#include "atl-widget-test.h"
#include "ui/people/atl-paste-item.h"
#include "ui/people/atl-paste-window.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-panel.h"
#include "ui/people/atl-people-parser.h"
#include "ui/people/atl-person-editor.h"
#include "ui/people/atl-person-row.h"

#include <glib/gstdio.h>

static AtlPeopleTally
add_text (AtlSession *session,
          const char *text)
{
  g_autoptr (GPtrArray) lines = atl_people_parse (text);

  return atl_people_add (session, lines);
}

static void
test_add_makes_silos (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  AtlList               *silos = atl_session_get_silos (session);
  AtlList               *people = atl_session_get_people (session);

  AtlPeopleTally tally = add_text (session, "Ada;DSI\nBob;dsi\nCléo;Marketing\nDan");

  g_assert_cmpuint (tally.n_added, ==, 4);
  g_assert_cmpuint (tally.n_silos, ==, 2);
  g_assert_cmpuint (atl_list_get_length (silos), ==, 2);
  g_assert_cmpint (atl_silo_get_color (atl_list_get (silos, 0)), !=,
                   atl_silo_get_color (atl_list_get (silos, 1)));
  g_assert_true (atl_person_find_silo (atl_list_get (people, 1)) == atl_list_get (silos, 0));
  g_assert_null (atl_person_find_silo (atl_list_get (people, 3)));
}

static void
test_add_skips_duplicates (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  AtlPeopleTally         first = add_text (session, "Élodie;DSI\nBob");

  AtlPeopleTally tally = add_text (session, "elodie\nBob;Marketing\nÉlodie;Marketing\nBob\nEve\nEve");

  g_assert_cmpuint (first.n_added, ==, 2);
  g_assert_cmpuint (tally.n_added, ==, 2); /* another Élodie of another silo, and Eve */
  g_assert_cmpuint (tally.n_duplicates, ==, 4);
}

/* What follows the only comma is a silo where there is one of that name, or a family has its name first. */
static void
test_read_knows_silos (void)
{
  static const struct
  {
    const char *text;
    const char *expected; /* name|silo of each person */
  } table[] = {
    { "Karim, human resources", "Karim|human resources\n" },
    { "Ada Martin, Human Resources\nBob Roux, Legal Affairs",
      "Ada Martin|Human Resources\nBob Roux|Legal Affairs\n" },
    { "Martin, Ada", "Martin, Ada|\n" },
    { "Ana, IT\nBob\nCy, Sales", "Ana|IT\nBob|\nCy|Sales\n" },
    { "Ada Martin, Karim Benali", "Ada Martin|\nKarim Benali|\n" },
    { "Ada, Bob, IT", "Ada|\nBob|\nIT|\n" },
  };
  g_autoptr (AtlSession) session = atl_session_new (NULL);

  add_text (session, "Zoe;IT\nYann;Human Resources");
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (AtlPeopleText) read = atl_people_read (session, table[i].text, ATL_PEOPLE_COMMAS_ANY);
      g_autoptr (GString)       seen = g_string_new (NULL);

      for (guint j = 0; j < read->people->len; j++)
        {
          AtlPersonLine *line = g_ptr_array_index (read->people, j);

          g_string_append_printf (seen, "%s|%s\n", line->name, line->silo);
        }
      g_assert_cmpstr (seen->str, ==, table[i].expected);
    }
}

static void
test_count_is_what_add_does (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (GPtrArray)  lines = atl_people_parse ("Ada;DSI\nada\nBob;Logistique\nCléo;dsi");

  AtlPeopleTally counted = atl_people_count (session, lines);
  AtlPeopleTally done = atl_people_add (session, lines);

  g_assert_cmpuint (counted.n_added, ==, done.n_added);
  g_assert_cmpuint (counted.n_silos, ==, done.n_silos);
  g_assert_cmpuint (counted.n_duplicates, ==, done.n_duplicates);
}

static void
test_initials (void)
{
  static const char *const cases[][2] = {
    { "Ada Martin", "AM" },
    { "élodie", "É" },
    { "Jean-Luc de la Tour", "JT" },
    { "  ", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlPerson) person = atl_person_new (NULL);
      g_autofree char      *initials = NULL;

      atl_person_set_name (person, cases[i][0]);
      initials = atl_person_dup_initials (person);

      g_assert_cmpstr (initials, ==, cases[i][1]);
    }
}

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  GtkWidget  *window;
  GtkWidget  *panel;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  add_text (f->session, "Ada;DSI;PO\nBob;Marketing\nCléo;DSI");
  f->history = atl_history_new (f->session);
  f->panel = atl_people_panel_new_for_session (f->session, f->history, FALSE);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), f->panel);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
  g_object_unref (f->session);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static const char *
get_row_name (Fixture *f,
              guint    n)
{
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, n);

  return atl_person_get_name (atl_person_row_get_person (ATL_PERSON_ROW (row)));
}

static void
test_panel_groups_by_silo (Fixture      *f,
                           gconstpointer data)
{
  g_assert_cmpstr (get_row_name (f, 0), ==, "Ada");
  g_assert_cmpstr (get_row_name (f, 1), ==, "Cléo");
  g_assert_cmpstr (get_row_name (f, 2), ==, "Bob");
}

static void
type_name (Fixture    *f,
           const char *text)
{
  GtkWidget *entry = atl_find (f->panel, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

static void
test_panel_adds_with_enter (Fixture      *f,
                            gconstpointer data)
{
  type_name (f, "Dan; Logistique; Chef de quai");

  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 4);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_silos (f->session)), ==, 3);
  g_assert_cmpstr (get_row_name (f, 3), ==, "Dan");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (atl_find (f->panel, GTK_TYPE_ENTRY))), ==, "");
}

static void
test_panel_add_is_one_undo (Fixture      *f,
                            gconstpointer data)
{
  type_name (f, "Dan; Logistique");

  g_assert_true (atl_history_undo (f->history));

  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 3);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_silos (f->session)), ==, 2);
  g_assert_false (atl_history_get_can_undo (f->history));
}

static void
test_panel_keeps_duplicate_in_entry (Fixture      *f,
                                     gconstpointer data)
{
  type_name (f, "ADA");

  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 3);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (atl_find (f->panel, GTK_TYPE_ENTRY))), ==, "ADA");
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (atl_find (f->panel, GTK_TYPE_REVEALER))));
}

static void
test_panel_presence_can_be_undone (Fixture      *f,
                                   gconstpointer data)
{
  AtlPerson *ada = atl_list_get (atl_session_get_people (f->session), 0);
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0);
  GtkWidget *check = atl_find_nth (row, GTK_TYPE_CHECK_BUTTON, 0);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (atl_person_get_present (ada));
  atl_history_undo (f->history);

  g_assert_true (atl_person_get_present (ada));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* The list is one stop on the way of Tab. */
static void
test_panel_list_is_one_stop (Fixture      *f,
                             gconstpointer data)
{
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 1);
  GtkWidget *list = gtk_widget_get_parent (row);

  gtk_widget_grab_focus (row);
  g_assert_false (gtk_widget_child_focus (f->panel, GTK_DIR_TAB_FORWARD));
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_child_focus (f->panel, GTK_DIR_TAB_BACKWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->window)), list));
}

static guint
count_rows (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, i) != NULL; i++)
    n += gtk_widget_get_visible (atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, i)) ? 1 : 0;
  return n;
}

static GtkWidget *
search (Fixture    *f,
        const char *words)
{
  GtkWidget *entry = atl_find_nth (f->panel, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  settle ();
  return entry;
}

static void
test_panel_down_goes_to_list (Fixture      *f,
                              gconstpointer data)
{
  GtkWidget *first = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0);

  gtk_widget_grab_focus (atl_find (f->panel, GTK_TYPE_ENTRY));
  for (guint i = 0; i < 2; i++)
    gtk_widget_child_focus (GTK_WIDGET (f->window), GTK_DIR_DOWN);
  g_assert_true (gtk_widget_is_focus (first));
}

static void
test_panel_search (Fixture      *f,
                   gconstpointer data)
{
  search (f, "cleo");
  g_assert_cmpuint (count_rows (f), ==, 1);
  g_assert_true (gtk_widget_get_visible (atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 1)));
  search (f, "dsi");
  g_assert_cmpuint (count_rows (f), ==, 2);
  search (f, "nobody");
  g_assert_cmpuint (count_rows (f), ==, 0);
  g_signal_emit_by_name (search (f, "bo"), "stop-search");
  settle ();
  g_assert_cmpuint (count_rows (f), ==, 3);
}

/* Two letters, Enter, and the next one. */
static void
test_panel_roll_call (Fixture      *f,
                      gconstpointer data)
{
  AtlList *people = atl_session_get_people (f->session);

  g_signal_emit_by_name (search (f, "bo"), "activate");
  g_signal_emit_by_name (search (f, "cl"), "activate");

  g_assert_true (atl_person_get_present (atl_list_get (people, 0)));
  g_assert_false (atl_person_get_present (atl_list_get (people, 1)));
  g_assert_false (atl_person_get_present (atl_list_get (people, 2)));
  g_signal_emit_by_name (search (f, ""), "activate");
  g_assert_true (atl_person_get_present (atl_list_get (people, 0)));
}

static gboolean
shows_label (GtkWidget  *root,
             const char *text)
{
  for (guint i = 0; atl_find_nth (root, GTK_TYPE_LABEL, i) != NULL; i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (atl_find_nth (root, GTK_TYPE_LABEL, i))), text))
      return TRUE;
  return FALSE;
}

static void
test_panel_all_present (Fixture      *f,
                        gconstpointer data)
{
  AtlList *people = atl_session_get_people (f->session);

  gtk_widget_activate_action (f->panel, "people.all-present", "b", FALSE);
  settle ();
  for (guint i = 0; i < 3; i++)
    g_assert_false (atl_person_get_present (atl_list_get (people, i)));
  g_assert_true (shows_label (f->panel, "0 of 3 here"));
  g_assert_true (atl_history_undo (f->history));
  settle ();
  g_assert_true (shows_label (f->panel, "3 of 3 here"));
}

static void
test_panel_remove_keeps_place (Fixture      *f,
                               gconstpointer data)
{
  gtk_widget_grab_focus (atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0));
  gtk_widget_activate_action (f->panel, "people.remove", NULL);
  settle ();

  g_assert_cmpuint (count_rows (f), ==, 2);
  g_assert_true (gtk_widget_is_focus (atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0)));
  g_assert_true (atl_history_undo (f->history));
  settle ();
  g_assert_cmpstr (get_row_name (f, 0), ==, "Ada");
}

/* What the badges say is said in words, too. */
static void
test_panel_row_says_all (Fixture      *f,
                         gconstpointer data)
{
  AtlPerson       *ada = atl_list_get (atl_session_get_people (f->session), 0);
  g_autofree char *label = NULL;

  atl_person_set_external (ada, TRUE);
  atl_person_set_shown (ada, ATL_SHOWN_HIDDEN);
  label = atl_person_row_dup_label (ada);

  g_assert_cmpstr (label, ==, "Ada, PO, DSI, External, Not shown, present");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_panel_read_only (Fixture      *f,
                      gconstpointer data)
{
  GtkWidget *panel = atl_people_panel_new_for_session (f->session, f->history, TRUE);

  gtk_window_set_child (GTK_WINDOW (f->window), panel);
  f->panel = panel;
  gtk_widget_activate_action (panel, "people.all-present", "b", FALSE);
  g_assert_true (atl_person_get_present (atl_list_get (atl_session_get_people (f->session), 0)));
  g_assert_false (gtk_widget_get_sensitive (atl_find_nth (atl_find_nth (panel, ATL_TYPE_PERSON_ROW, 0),
                                                          GTK_TYPE_CHECK_BUTTON, 0)));
  search (f, "cleo");
  g_assert_cmpuint (count_rows (f), ==, 1);
}

static void
test_panel_empty_invites (Fixture      *f,
                          gconstpointer data)
{
  AtlList   *people = atl_session_get_people (f->session);
  GtkWidget *stack = NULL;

  for (guint i = 0; atl_find_nth (f->panel, GTK_TYPE_STACK, i) != NULL; i++)
    if (gtk_stack_get_child_by_name (GTK_STACK (atl_find_nth (f->panel, GTK_TYPE_STACK, i)), "list") != NULL)
      stack = atl_find_nth (f->panel, GTK_TYPE_STACK, i);
  g_assert_nonnull (stack);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
  while (atl_list_get_length (people) > 0)
    atl_list_remove (people, atl_list_get (people, 0));
  settle ();

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

static void
test_editor_is_one_undo (Fixture      *f,
                         gconstpointer data)
{
  AtlPerson *ada = atl_list_get (atl_session_get_people (f->session), 0);
  GtkWidget *editor = atl_find_nth (f->panel, ATL_TYPE_PERSON_EDITOR, 0);

  atl_person_editor_edit (ATL_PERSON_EDITOR (editor), ada);
  gtk_editable_set_text (GTK_EDITABLE (atl_find_nth (editor, GTK_TYPE_ENTRY, 0)), "Ada Martin");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (atl_find_nth (editor, GTK_TYPE_DROP_DOWN, 0)), 2);
  atl_person_editor_commit (ATL_PERSON_EDITOR (editor));

  g_assert_cmpstr (atl_person_get_name (ada), ==, "Ada Martin");
  g_assert_cmpstr (atl_silo_get_name (atl_person_find_silo (ada)), ==, "Marketing");
  g_assert_true (atl_history_undo (f->history));
  g_assert_cmpstr (atl_person_get_name (ada), ==, "Ada");
  g_assert_cmpstr (atl_silo_get_name (atl_person_find_silo (ada)), ==, "DSI");
}

static void
test_editor_unchanged_leaves_no_undo (Fixture      *f,
                                      gconstpointer data)
{
  AtlPerson *ada = atl_list_get (atl_session_get_people (f->session), 0);
  GtkWidget *editor = atl_find_nth (f->panel, ATL_TYPE_PERSON_EDITOR, 0);

  atl_person_editor_edit (ATL_PERSON_EDITOR (editor), ada);
  atl_person_editor_commit (ATL_PERSON_EDITOR (editor));

  g_assert_false (atl_history_get_can_undo (f->history));
}

static void
test_paste_previews_and_adds (Fixture      *f,
                              gconstpointer data)
{
  AtlPasteWindow *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  atl_paste_window_add_text (window, "Nom\tSilo\nAda\tDSI\nDan\tLogistique\nEve\tLogistique");
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==,
                   "2 people · 1 new silo · 1 already in the list");
  gtk_widget_activate_action (GTK_WIDGET (window), "paste.add", NULL);

  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 5);
  g_assert_cmpstr (atl_history_get_undo_label (f->history), ==, "Add 2 People");
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_paste_tells_what_it_does_not_read (Fixture      *f,
                                        gconstpointer data)
{
  AtlPasteWindow *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  atl_paste_window_add_text (window, "Nom;Silo;Téléphone\nDan;DSI;12\n;DSI;13\nDan;DSI;14");
  g_assert_cmpstr (atl_paste_window_get_unread (window), ==,
                   "Column not read: Téléphone · 1 line without a name");
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "1 person · 1 already in the list");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A file that is opened stands below what was typed, with its headings. */
static void
test_paste_adds_below (Fixture      *f,
                       gconstpointer data)
{
  AtlPasteWindow *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  atl_paste_window_add_text (window, "Zoe;DSI");
  atl_paste_window_add_text (window, "Silo;Nom\nLogistique;Dan");
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "2 people · 1 new silo");
  gtk_widget_activate_action (GTK_WIDGET (window), "paste.add", NULL);

  g_assert_cmpstr (atl_person_get_name (atl_list_get (atl_session_get_people (f->session), 3)), ==, "Zoe");
  g_assert_cmpstr (atl_person_get_name (atl_list_get (atl_session_get_people (f->session), 4)), ==, "Dan");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Escape does not lose a list; what was added is not offered again. */
static GtkWidget *
find_named (GtkWidget  *widget,
            const char *id)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, id);
  return found;
}

/* A family name with a first name is left as it is, yet its comma may be said to stand before a silo. */
static void
test_paste_offers_commas (Fixture      *f,
                          gconstpointer data)
{
  AtlPasteWindow *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));
  GtkWidget      *row = find_named (GTK_WIDGET (window), "commas_row");
  GtkDropDown    *choice = GTK_DROP_DOWN (find_named (GTK_WIDGET (window), "commas"));

  atl_paste_window_add_text (window, "Dan; Sales");
  g_assert_false (gtk_widget_get_visible (row));
  gtk_window_destroy (GTK_WINDOW (window));

  window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));
  row = find_named (GTK_WIDGET (window), "commas_row");
  choice = GTK_DROP_DOWN (find_named (GTK_WIDGET (window), "commas"));
  atl_paste_window_add_text (window, "Dan, Sales\nZoe, Legal");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 1);
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "2 people");
  gtk_drop_down_set_selected (choice, 0);
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "2 people · 2 new silos");
  gtk_drop_down_set_selected (choice, 2);
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "4 people");
  gtk_drop_down_set_selected (choice, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "paste.add", NULL);

  g_assert_nonnull (atl_people_find_silo (f->session, "Legal"));
  atl_history_undo (f->history);
  g_assert_null (atl_people_find_silo (f->session, "Legal"));
}

static void
test_paste_keeps_text (Fixture      *f,
                       gconstpointer data)
{
  AtlPasteWindow *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  atl_paste_window_add_text (window, "Dan;DSI");
  gtk_window_present (GTK_WINDOW (window));
  gtk_window_close (GTK_WINDOW (window));
  window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "1 person");
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "paste.add", NULL);
  window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));

  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The second click of a double click lands beside the popover. */
static void
test_editor_outlives_double_click (Fixture      *f,
                                   gconstpointer data)
{
  GtkWidget *editor = atl_find_nth (f->panel, ATL_TYPE_PERSON_EDITOR, 0);
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0);

  atl_person_editor_open (ATL_PERSON_EDITOR (editor), atl_person_row_get_person (ATL_PERSON_ROW (row)), row);
  gtk_popover_popdown (GTK_POPOVER (editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (gtk_widget_get_visible (editor));

  gtk_popover_popdown (GTK_POPOVER (editor));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (gtk_widget_get_visible (editor));
}

/* What is typed after F6 does not become a person. */
static void
test_panel_focus_list (Fixture      *f,
                       gconstpointer data)
{
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_PERSON_ROW, 0);

  g_assert_true (atl_people_panel_focus_list (ATL_PEOPLE_PANEL (f->panel)));

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == row);
}

/* The table shows each line with what becomes of it. */
static void
test_paste_table (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (GPtrArray)          lines = atl_people_parse ("Ada;DSI\nDan;New\nDan;New\nEve;DSI;;x");
  g_autofree AtlPersonLineState *states = atl_people_dup_states (f->session, lines);
  const char                    *expected[] = { "already in the list", "new silo", "twice", "external" };

  for (guint i = 0; i < lines->len; i++)
    {
      AtlPersonLine           *line = lines->pdata[i];
      AtlSilo                 *silo = atl_people_find_silo (f->session, line->silo);
      g_autoptr (AtlPasteItem) item = atl_paste_item_new (line, states[i], silo, i == 1);
      g_autofree char         *remark = atl_paste_item_dup_remark (item);

      g_assert_cmpstr (remark, ==, expected[i]);
    }
}

static gboolean
has_preview (gpointer window)
{
  return *atl_paste_window_get_preview (window) != '\0';
}

/* As a French spreadsheet writes it. */
static void
test_paste_reads_file (Fixture      *f,
                       gconstpointer data)
{
  static const char table[] = "Nom;Direction\r\n\"Roux; \xc9lodie\";DSI\r\nDan;DSI\r\n";
  AtlPasteWindow   *window = ATL_PASTE_WINDOW (atl_paste_window_new (f->session, f->history));
  g_autofree char  *path = g_build_filename (g_get_tmp_dir (), "atl-people-test.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (f->window));
  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  atl_paste_window_read_file (window, file);
  atl_test_wait_for (has_preview, window);

  g_assert_cmpstr (atl_paste_window_get_preview (window), ==, "2 people");
  gtk_widget_activate_action (GTK_WIDGET (window), "paste.add", NULL);
  g_assert_cmpstr (atl_person_get_name (atl_list_get (atl_session_get_people (f->session), 3)), ==,
                   "Roux; Élodie");
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

static AtlPasteWindow *
find_paste_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ATL_IS_PASTE_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
drop (Fixture      *f,
      const GValue *value)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (find_drop_target (f->panel), "drop", value, 0.0, 0.0, &taken);
  g_assert_true (taken);
}

static void
test_panel_drop_text (Fixture      *f,
                      gconstpointer data)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, "Dan;DSI\nEve;RH");
  drop (f, &value);

  g_assert_cmpstr (atl_paste_window_get_preview (find_paste_window ()), ==, "2 people · 1 new silo");
  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 3);
  gtk_window_destroy (GTK_WINDOW (find_paste_window ()));
}

static void
test_panel_drop_file (Fixture      *f,
                      gconstpointer data)
{
  g_autofree char   *path = g_build_filename (g_get_tmp_dir (), "atl-people-drop.csv", NULL);
  g_autoptr (GFile)  file = g_file_new_for_path (path);
  g_autoptr (GSList) files = g_slist_append (NULL, file);
  g_auto (GValue)    value = G_VALUE_INIT;

  g_assert_true (g_file_set_contents (path, "Nom,Silo\nDan,DSI\n", -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  drop (f, &value);
  atl_test_wait_for (has_preview, find_paste_window ());

  g_assert_cmpstr (atl_paste_window_get_preview (find_paste_window ()), ==, "1 person");
  gtk_window_destroy (GTK_WINDOW (find_paste_window ()));
  g_remove (path);
}

static void
add_panel_test (const char *path,
                void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_panel_tests (void)
{
  add_panel_test ("/people/panel/groups-by-silo", test_panel_groups_by_silo);
  add_panel_test ("/people/panel/adds-with-enter", test_panel_adds_with_enter);
  add_panel_test ("/people/panel/add-is-one-undo", test_panel_add_is_one_undo);
  add_panel_test ("/people/panel/keeps-duplicate-in-entry", test_panel_keeps_duplicate_in_entry);
  add_panel_test ("/people/panel/presence-can-be-undone", test_panel_presence_can_be_undone);
  add_panel_test ("/people/panel/list-is-one-stop", test_panel_list_is_one_stop);
  add_panel_test ("/people/panel/down-goes-to-list", test_panel_down_goes_to_list);
  add_panel_test ("/people/panel/search", test_panel_search);
  add_panel_test ("/people/panel/roll-call", test_panel_roll_call);
  add_panel_test ("/people/panel/all-present-is-one-undo", test_panel_all_present);
  add_panel_test ("/people/panel/remove-keeps-place", test_panel_remove_keeps_place);
  add_panel_test ("/people/panel/row-says-all", test_panel_row_says_all);
  add_panel_test ("/people/panel/read-only", test_panel_read_only);
  add_panel_test ("/people/panel/empty-invites", test_panel_empty_invites);
  add_panel_test ("/people/editor/is-one-undo", test_editor_is_one_undo);
  add_panel_test ("/people/editor/unchanged-leaves-no-undo", test_editor_unchanged_leaves_no_undo);
  add_panel_test ("/people/editor/outlives-double-click", test_editor_outlives_double_click);
  add_panel_test ("/people/panel/focus-list", test_panel_focus_list);
  add_panel_test ("/people/paste/adds-below", test_paste_adds_below);
  add_panel_test ("/people/paste/keeps-text", test_paste_keeps_text);
  add_panel_test ("/people/paste/offers-what-commas-are", test_paste_offers_commas);
  add_panel_test ("/people/paste/previews-and-adds", test_paste_previews_and_adds);
  add_panel_test ("/people/paste/tells-what-it-does-not-read", test_paste_tells_what_it_does_not_read);
  add_panel_test ("/people/paste/shows-what-becomes-of-each-line", test_paste_table);
  add_panel_test ("/people/paste/reads-file", test_paste_reads_file);
  add_panel_test ("/people/panel/drop-of-text", test_panel_drop_text);
  add_panel_test ("/people/panel/drop-of-file", test_panel_drop_file);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/people/add/makes-silos", test_add_makes_silos);
  g_test_add_func ("/people/add/skips-duplicates", test_add_skips_duplicates);
  g_test_add_func ("/people/read/knows-the-silos", test_read_knows_silos);
  g_test_add_func ("/people/add/count-is-what-add-does", test_count_is_what_add_does);
  g_test_add_func ("/people/initials", test_initials);
  add_panel_tests ();
  return g_test_run ();
}

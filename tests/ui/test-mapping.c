/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-partitions.h"
#include "model/atl-slips.h"
#include "store/codec/atl-codec.h"
#include "ui/mapping/atl-grid-data.h"
#include "ui/mapping/atl-grid-window.h"
#include "ui/mapping/atl-map-people.h"
#include "scene/atl-scene.h"
#include "ui/mapping/atl-neutral-labels.h"
#include "ui/mapping/atl-neutral-window.h"
#include "ui/mapping/atl-node-picker.h"
#include "ui/mapping/atl-silo-row.h"
#include "ui/mapping/atl-silos-window.h"
#include "ui/mapping/atl-slip-roster.h"
#include "ui/mapping/atl-slip-row.h"
#include "ui/mapping/atl-slip-window.h"
#include "ui/people/atl-person-editor.h"
#include "ui/people/atl-silo-picker.h"

/* What each test of the windows works on: the board of the fixture made a map, with people of two silos. */
static AtlBoard *
board_of (CopiesFixture *f)
{
  return atl_list_get (atl_session_get_boards (f->session), 0);
}

static AtlHistory *
history_of (CopiesFixture *f)
{
  return atl_document_get_history (f->document);
}

static AtlPerson *
add_person (CopiesFixture *f, const char *name, AtlSilo *silo)
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
make_map (CopiesFixture *f)
{
  AtlArea *area = atl_list_get (atl_board_get_areas (board_of (f)), 0);

  atl_list_remove (atl_board_get_notes (board_of (f)), ATL_ITEM (f->note));
  atl_area_set_layout (area, ATL_LAYOUT_GRAPH);
  AtlSilo *it = atl_partitions_add_silo (f->session, "Department", "DSI");
  AtlSilo *shops = atl_partitions_add_silo (f->session, "Department", "Shops");
  add_person (f, "Karim Belkacem", it);
  add_person (f, "Sophie Lemaire", it);
  add_person (f, "Élodie Perrin", shops);
}

static GPtrArray *
add_people (CopiesFixture *f)
{
  g_autoptr (GPtrArray) people = atl_nodes_dup_missing_people (board_of (f), TRUE);

  return atl_nodes_add_people (atl_board_find_map (board_of (f)), people);
}

static GtkWidget *
child_of (GtkWidget *window, GType type, const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (window, type, name));
}

static void
show (GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (window));
  copies_settle ();
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  copies_settle ();
}

/* Sends a key to the controllers of a widget, as if it had the focus. */
static gboolean
press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean               handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  copies_settle ();
  return handled;
}

static void
test_people_at_once (CopiesFixture *f, gconstpointer data)
{
  GtkWidget *teller = gtk_window_get_child (GTK_WINDOW (f->window));
  AtlList   *notes = atl_board_get_notes (board_of (f));
  make_map (f);

  atl_map_people_add (teller, f->document, board_of (f));
  g_assert_cmpuint (atl_list_get_length (notes), ==, 3);
  atl_map_people_add (teller, f->document, board_of (f));
  g_assert_cmpuint (atl_list_get_length (notes), ==, 3);

  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_cmpuint (atl_list_get_length (notes), ==, 0);
}

static void
test_one_kind_of_nodes (CopiesFixture *f, gconstpointer data)
{
  GtkWidget *teller = gtk_window_get_child (GTK_WINDOW (f->window));
  AtlList   *notes = atl_board_get_notes (board_of (f));
  make_map (f);

  atl_map_people_add_silos (teller, f->document, board_of (f));
  g_assert_cmpuint (atl_list_get_length (notes), ==, 2);
  atl_map_people_add (teller, f->document, board_of (f));

  g_assert_cmpuint (atl_list_get_length (notes), ==, 2);
}

static void
test_silos_are_edited (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  AtlSilo   *it = atl_list_get (atl_session_get_silos (f->session), 0);
  GtkWidget *window = atl_silos_window_new (GTK_WINDOW (f->window), f->session, history_of (f));
  show (window);
  GtkWidget *row = atl_find_labelled (window, ATL_TYPE_SILO_ROW, NULL);

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  gtk_editable_set_text (GTK_EDITABLE (child_of (row, ATL_TYPE_SILO_ROW, "name")), "IT");
  atl_silo_row_commit (ATL_SILO_ROW (row));
  g_assert_cmpstr (atl_silo_get_name (it), ==, "IT");
  g_assert_cmpstr (atl_history_get_undo_label (history_of (f)), ==, "Rename Silo");
  GtkWidget *add = child_of (window, ATL_TYPE_SILOS_WINDOW, "add");
  gtk_editable_set_text (GTK_EDITABLE (add), "shops");
  g_signal_emit_by_name (add, "activate");
  g_assert_cmpuint (atl_list_get_length (atl_session_get_silos (f->session)), ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (add), "Legal");
  g_signal_emit_by_name (add, "activate");
  g_assert_cmpuint (atl_list_get_length (atl_session_get_silos (f->session)), ==, 3);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (child_of (row, ATL_TYPE_SILO_ROW, "factory")), TRUE);
  g_assert_true (atl_silo_get_factory (it));
  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_false (atl_silo_get_factory (it));
  close_window (window);
}

static void
test_partitions_are_chosen (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  GtkWidget *window = atl_silos_window_new (GTK_WINDOW (f->window), f->session, history_of (f));
  show (window);
  GtkWidget *entry = child_of (window, ATL_TYPE_SILOS_WINDOW, "new_partition");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Site");
  g_signal_emit_by_name (entry, "apply");
  copies_settle ();
  g_assert_cmpstr (atl_session_get_active_partition (f->session), ==, "Site");
  g_assert_null (atl_find_labelled (window, ATL_TYPE_SILO_ROW, NULL));
  adw_combo_row_set_selected (ADW_COMBO_ROW (child_of (window, ATL_TYPE_SILOS_WINDOW, "partition")), 0);
  copies_settle ();

  g_assert_cmpstr (atl_session_get_active_partition (f->session), ==, "Department");
  g_assert_nonnull (atl_find_labelled (window, ATL_TYPE_SILO_ROW, NULL));
  close_window (window);
}

static void
test_grid_states_links (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray)   nodes = atl_nodes_add_silos (atl_board_find_map (board_of (f)));
  g_autoptr (AtlGridData) grid = atl_grid_data_new (board_of (f));
  AtlList                *links = atl_board_get_links (board_of (f));

  atl_grid_data_set (grid, 0, 1, ATL_LINK_KIND_HANDOFF, 4);
  atl_grid_data_set (grid, 0, 0, ATL_LINK_KIND_HANDOFF, 4);
  atl_grid_data_set (grid, 1, 0, ATL_LINK_KIND_SHARED, 1);
  atl_grid_data_count (grid, ATL_LINK_KIND_HANDOFF);

  g_assert_cmpuint (atl_list_get_length (links), ==, 2);
  g_assert_cmpint (atl_grid_data_get (grid, 0, 1).own, ==, 4);
  g_assert_cmpint (atl_grid_data_get (grid, 1, 0).own, ==, 0);
  g_assert_cmpint (atl_grid_data_get (grid, 1, 0).other, ==, 1);
  g_assert_true (atl_grid_data_is_uneven (grid, 0, 1));
  atl_grid_data_count (grid, ATL_LINK_KIND_SHARED);
  g_assert_cmpint (atl_grid_data_get (grid, 0, 1).own, ==, 1);
  g_assert_false (atl_grid_data_is_uneven (grid, 0, 1));
  atl_grid_data_set (grid, 0, 1, ATL_LINK_KIND_SHARED, 0);
  g_assert_cmpuint (atl_list_get_length (links), ==, 1);
}

/* What both sides said stays said by both, with the strength of the room. */
static void
test_grid_keeps_who_said_it (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  AtlBoard               *board = board_of (f);
  g_autoptr (GPtrArray)   nodes = atl_nodes_add_silos (atl_board_find_map (board));
  g_autoptr (AtlGridData) grid = atl_grid_data_new (board);
  AtlLink                *one = atl_links_state (board, nodes->pdata[0], nodes->pdata[1],
                                                 ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_FROM, 5);
  AtlLink                *two = atl_links_state (board, nodes->pdata[0], nodes->pdata[1],
                                                 ATL_LINK_KIND_HANDOFF, ATL_DECLARED_BY_TO, 2);

  atl_grid_data_set (grid, 0, 1, ATL_LINK_KIND_HANDOFF, 3);

  g_assert_cmpint (atl_link_get_strength (one), ==, 3);
  g_assert_cmpint (atl_link_get_strength (two), ==, 3);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board)), ==, 2);
}

static void
test_grid_needs (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray)   nodes = atl_nodes_add_silos (atl_board_find_map (board_of (f)));
  g_autoptr (AtlGridData) grid = atl_grid_data_new (board_of (f));
  g_autoptr (GArray)      kinds = atl_grid_data_dup_kinds (grid, TRUE);

  atl_grid_data_set (grid, 1, 0, g_array_index (kinds, AtlLinkKind, 0), 5);
  AtlLink *need = atl_list_get (atl_board_get_links (board_of (f)), 0);

  g_assert_cmpint (atl_link_get_kind (need), ==, ATL_LINK_KIND_MISSING);
  g_assert_cmpint (atl_link_get_declared_by (need), ==, ATL_DECLARED_BY_FROM);
  g_assert_cmpstr (atl_link_get_from (need), ==, atl_item_get_id (nodes->pdata[1]));
  atl_grid_data_count (grid, ATL_LINK_KIND_HANDOFF);
  g_assert_cmpint (atl_grid_data_get (grid, 1, 0).other, ==, 0);
}

static GtkWidget *
view_of (GtkWidget *window)
{
  return gtk_viewport_get_child (GTK_VIEWPORT (child_of (window, ATL_TYPE_GRID_WINDOW, "body")));
}

static void
test_grid_window_by_keyboard (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = atl_nodes_add_silos (atl_board_find_map (board_of (f)));
  AtlList              *links = atl_board_get_links (board_of (f));
  GtkWidget            *window = atl_grid_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  show (window);

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  g_assert_true (press (view_of (window), GDK_KEY_4, 0));
  g_assert_cmpuint (atl_list_get_length (links), ==, 1);
  g_assert_cmpint (atl_link_get_strength (atl_list_get (links, 0)), ==, 4);
  press (view_of (window), GDK_KEY_Return, 0);
  press (view_of (window), GDK_KEY_2, 0);
  g_assert_cmpuint (atl_list_get_length (links), ==, 2);
  press (view_of (window), GDK_KEY_9, 0);
  press (view_of (window), GDK_KEY_Delete, 0);
  g_assert_cmpuint (atl_list_get_length (links), ==, 1);
  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_cmpuint (atl_list_get_length (links), ==, 2);
  close_window (window);
}

static void
test_grid_window_makes_team_map (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  GtkWidget            *window = atl_grid_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  show (window);

  press (view_of (window), GDK_KEY_4, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board_of (f))), ==, 0);
  gtk_widget_activate_action (window, "grid.make-team-map", NULL);
  copies_settle ();

  AtlBoard *teams = atl_list_get (atl_session_get_boards (f->session), 1);
  g_assert_cmpstr (atl_board_get_title (teams), ==, "Wall – teams");
  press (view_of (window), GDK_KEY_4, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (teams)), ==, 1);
  close_window (window);
}

static void
test_roster_finds_by_letters (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray)     nodes = add_people (f);
  g_autoptr (AtlSlipRoster) roster = atl_slip_roster_new (board_of (f));

  g_autoptr (GArray) accents = atl_slip_roster_match (roster, "elo", NULL);
  g_autoptr (GArray) last = atl_slip_roster_match (roster, "le", NULL);
  g_autoptr (GArray) nobody = atl_slip_roster_match (roster, "zz", NULL);
  g_autoptr (GArray) but = atl_slip_roster_match (roster, "sop", nodes->pdata[1]);

  g_assert_cmpuint (accents->len, ==, 1);
  g_assert_cmpuint (g_array_index (accents, guint, 0), ==, 2);
  g_assert_cmpuint (g_array_index (last, guint, 0), ==, 1);
  g_assert_cmpuint (nobody->len, ==, 0);
  g_assert_cmpuint (but->len, ==, 0);
}

static GtkWidget *
entry_of (GtkWidget *picker)
{
  return gtk_widget_get_first_child (picker);
}

static void
type_name (GtkWidget *picker, const char *letters)
{
  gtk_editable_set_text (GTK_EDITABLE (entry_of (picker)), letters);
  g_signal_emit_by_name (entry_of (picker), "activate");
  copies_settle ();
}

static GtkWidget *
slip_child (GtkWidget *window, const char *name)
{
  return child_of (window, ATL_TYPE_SLIP_WINDOW, name);
}

static void
answer (GtkWidget *window, const char *letters, guint kind, guint strength)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (window));
  row = gtk_widget_get_ancestor (row, ATL_TYPE_SLIP_ROW);
  GtkWidget *digit = child_of (row, ATL_TYPE_SLIP_ROW, "strength");

  type_name (child_of (row, ATL_TYPE_SLIP_ROW, "other"), letters);
  if (kind != 0)
    g_assert_true (press (digit, kind, 0));
  g_assert_true (press (digit, strength, 0));
  g_signal_emit_by_name (digit, "activate");
  copies_settle ();
}

static void
test_slip_by_keyboard (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  GtkWidget            *window = atl_slip_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  show (window);

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  type_name (slip_child (window, "who"), "kar");
  answer (window, "so", 0, GDK_KEY_4);
  answer (window, "el", GDK_KEY_r, GDK_KEY_2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board_of (f))), ==, 0);
  gtk_widget_activate_action (window, "slip.next", NULL);
  copies_settle ();

  g_autoptr (GArray) lines = atl_slip_read (board_of (f), nodes->pdata[0]);
  g_assert_cmpuint (lines->len, ==, 2);
  AtlLink *link = atl_links_find (board_of (f), nodes->pdata[2], nodes->pdata[0], ATL_LINK_KIND_HANDOFF,
                                  ATL_DECLARED_BY_TO);
  g_assert_cmpint (atl_link_get_strength (link), ==, 2);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (slip_child (window, "title"))), ==,
                   "1 of 3 slips");
  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board_of (f))), ==, 0);
  close_window (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

/* An answer without a strength is told of once; then the window goes, and what is complete stays. */
static void
test_slip_unfinished (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  gpointer              window = atl_slip_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  g_object_add_weak_pointer (window, &window);
  show (window);
  type_name (slip_child (window, "who"), "kar");
  answer (window, "so", 0, GDK_KEY_4);
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *row = gtk_widget_get_ancestor (focus, ATL_TYPE_SLIP_ROW);
  type_name (child_of (row, ATL_TYPE_SLIP_ROW, "other"), "el");

  gtk_window_close (window);
  copies_settle ();
  g_assert_nonnull (window);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (slip_child (window, "hint"))), "not complete"));
  gtk_window_close (window);
  atl_test_wait_for (is_gone, &window);

  g_assert_cmpuint (atl_slip_count (board_of (f), nodes->pdata[0]), ==, 1);
}

/* Letters that were typed and not settled go with the slip, and nothing else does. */
static void
test_slip_goes_on_while_typing (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  GtkWidget            *window = atl_slip_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  show (window);
  type_name (slip_child (window, "who"), "kar");
  answer (window, "so", 0, GDK_KEY_4);
  GtkWidget *row = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), ATL_TYPE_SLIP_ROW);
  GtkWidget *entry = entry_of (child_of (row, ATL_TYPE_SLIP_ROW, "other"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "elo");
  gtk_widget_activate_action (window, "slip.next", NULL);
  copies_settle ();
  g_assert_cmpuint (atl_slip_count (board_of (f), nodes->pdata[0]), ==, 0);
  gtk_widget_activate_action (window, "slip.next", NULL);
  copies_settle ();

  g_assert_cmpuint (atl_slip_count (board_of (f), nodes->pdata[0]), ==, 1);
  AtlNodePicker *who = ATL_NODE_PICKER (slip_child (window, "who"));
  g_assert_true (atl_node_picker_get_node (who) == nodes->pdata[1]);
  close_window (window);
}

static void
test_slip_hides_names (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  GtkWidget            *window = atl_slip_window_new (GTK_WINDOW (f->window), f->document, board_of (f));
  show (window);
  type_name (slip_child (window, "who"), "kar");
  answer (window, "so", 0, GDK_KEY_4);

  gtk_widget_activate_action (window, "slip.hide-names", NULL);
  copies_settle ();
  GtkWidget *other =
    child_of (atl_find_labelled (window, ATL_TYPE_SLIP_ROW, NULL), ATL_TYPE_SLIP_ROW, "other");

  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (entry_of (slip_child (window, "who")))));
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (entry_of (other))));
  for (GtkWidget *row = gtk_widget_get_first_child (slip_child (window, "list")); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *label = atl_find_labelled (row, GTK_TYPE_LABEL, NULL);

      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Not typed in yet");
    }
  close_window (window);
}

static void
test_slip_where_the_room_looks (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray)     nodes = add_people (f);
  g_autoptr (GSimpleAction) silos_only =
    g_simple_action_new_stateful ("map-silos-only", NULL, g_variant_new_boolean (TRUE));
  GtkWidget *parent = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  g_action_map_add_action (G_ACTION_MAP (parent), G_ACTION (silos_only));
  show (parent);

  GtkWidget *window = atl_slip_window_new (GTK_WINDOW (parent), f->document, board_of (f));
  show (window);
  GtkWidget *label = atl_find_labelled (slip_child (window, "list"), GTK_TYPE_LABEL, NULL);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, "Not typed in yet");
  gtk_window_destroy (GTK_WINDOW (window));
  close_window (parent);
}

static void
test_editor_has_all_partitions (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  AtlPerson *karim = atl_list_get (atl_session_get_people (f->session), 0);
  AtlSilo   *paris = atl_partitions_add_silo (f->session, "Site", "Paris");
  GtkWidget *editor = g_object_ref_sink (atl_person_editor_new (history_of (f)));
  atl_person_editor_edit (ATL_PERSON_EDITOR (editor), karim);
  GtkWidget *silos = child_of (editor, ATL_TYPE_PERSON_EDITOR, "silos");
  GtkWidget *site = gtk_widget_get_last_child (silos);

  GtkWidget *choice = child_of (site, ATL_TYPE_SILO_PICKER, "silo");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  GtkWidget *shown = child_of (editor, ATL_TYPE_PERSON_EDITOR, "shown");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (shown), ATL_SHOWN_HIDDEN);
  atl_person_editor_commit (ATL_PERSON_EDITOR (editor));

  g_assert_true (atl_partitions_find_silo (karim, "Site") == paris);
  g_assert_cmpstr (atl_silo_get_name (atl_partitions_find_silo (karim, "Department")), ==, "DSI");
  g_assert_cmpint (atl_person_get_shown (karim), ==, ATL_SHOWN_HIDDEN);
  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_null (atl_partitions_find_silo (karim, "Site"));
  g_object_unref (editor);
}

static void
test_large_grid_keeps_its_limit (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  for (guint i = 0; i < 100; i++)
    atl_area_add_note (atl_board_find_map (board_of (f)), "team");

  g_autoptr (AtlGridData) grid = atl_grid_data_new (board_of (f));
  atl_grid_data_count (grid, ATL_LINK_KIND_HANDOFF);

  g_assert_cmpuint (atl_grid_data_get_n (grid), ==, ATL_GRID_MOST_ROWS);
  g_assert_cmpuint (atl_grid_data_get_n_left_out (grid), ==, 60);
  g_assert_cmpint (atl_grid_data_get (grid, 39, 38).own, ==, 0);
}

static void
test_neutral_numbers (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  atl_session_set_language (f->session, "fr");
  g_autoptr (GPtrArray) nodes = add_people (f);

  atl_history_begin (history_of (f), "Labels");
  guint n = atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_NUMBERS, FALSE, 1);
  atl_history_end (history_of (f));

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *label = atl_nodes_dup_label (nodes->pdata[i]);

      g_assert_true (g_str_has_prefix (label, "Personne "));
      g_assert_cmpint (atl_person_get_shown (atl_nodes_find_person (nodes->pdata[i])), ==, ATL_SHOWN_HIDDEN);
    }
  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_NAMES, FALSE, 1);
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[0]), ==, "Karim");
  g_assert_false (atl_neutral_labels_can_show (board_of (f)));
}

static void
test_neutral_roles (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  AtlPerson *karim = atl_list_get (atl_session_get_people (f->session), 0);
  AtlPerson *sophie = atl_list_get (atl_session_get_people (f->session), 1);
  atl_person_set_role (karim, "Architect");
  atl_person_set_role (sophie, "Director");
  atl_person_set_shown (sophie, ATL_SHOWN_HIDDEN);
  g_autoptr (GPtrArray) nodes = add_people (f);

  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_ROLES, FALSE, 1);
  g_autofree char *role = atl_nodes_dup_label (nodes->pdata[0]);
  g_autofree char *hidden = atl_nodes_dup_label (nodes->pdata[1]);

  g_assert_cmpstr (role, ==, "Architect");
  g_assert_true (g_str_has_prefix (hidden, "Person "));
}

static gboolean
cover_each_other (CopiesFixture *f, GPtrArray *nodes)
{
  g_autoptr (AtlScene) scene = atl_scene_new (board_of (f));

  for (guint i = 0; i < nodes->len; i++)
    for (guint j = 0; j < i; j++)
      if (atl_rect_intersects (atl_scene_find_box (scene, nodes->pdata[i])->rect,
                               atl_scene_find_box (scene, nodes->pdata[j])->rect))
        return TRUE;
  return FALSE;
}

/* A role is longer than a name. Who was placed by hand stays; undo takes all of it back. */
static void
test_neutral_labels_make_way (CopiesFixture *f, gconstpointer data)
{
  AtlList *people = atl_session_get_people (f->session);
  make_map (f);
  atl_area_set_width (atl_board_find_map (board_of (f)), 1200);
  atl_area_set_height (atl_board_find_map (board_of (f)), 800);
  for (guint i = 0; i < atl_list_get_length (people); i++)
    atl_person_set_role (atl_list_get (people, i), "Head of supply chain planning and of inventory control");
  g_autoptr (GPtrArray) nodes = add_people (f);
  for (guint i = 0; i < nodes->len; i++)
    {
      atl_note_set_x (nodes->pdata[i], 400 + 150 * (int) i);
      atl_note_set_y (nodes->pdata[i], 400);
    }
  atl_note_set_pinned (nodes->pdata[0], TRUE);
  g_assert_false (cover_each_other (f, nodes));

  atl_history_begin (history_of (f), "Labels");
  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_ROLES, FALSE, 1);
  atl_history_end (history_of (f));
  g_assert_false (cover_each_other (f, nodes));
  g_assert_cmpint (atl_note_get_x (nodes->pdata[0]), ==, 400);
  g_assert_cmpint (atl_note_get_y (nodes->pdata[0]), ==, 400);

  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_cmpint (atl_note_get_x (nodes->pdata[1]), ==, 550);
  g_assert_cmpint (atl_note_get_y (nodes->pdata[1]), ==, 400);
}

static void
test_names_are_removed (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  GtkWidget            *teller = gtk_window_get_child (GTK_WINDOW (f->window));
  GtkWidget            *window = atl_neutral_window_new (teller, f->document, board_of (f));
  show (window);
  g_assert_cmpint (copies_get_min_width (window), <=, 360);

  gtk_switch_set_active (GTK_SWITCH (child_of (window, ATL_TYPE_NEUTRAL_WINDOW, "remove")), TRUE);
  gtk_widget_activate_action (window, "neutral.run", NULL);
  copies_settle ();
  g_autoptr (GBytes) bytes = atl_codec_write (f->session);
  const char        *text = g_bytes_get_data (bytes, NULL);
  gssize             size = (gssize) g_bytes_get_size (bytes);

  g_assert_null (g_strstr_len (text, size, "Karim"));
  g_assert_null (g_strstr_len (text, size, "Perrin"));
  g_assert_nonnull (g_strstr_len (text, size, "Person 3"));
  g_assert_true (atl_history_undo (history_of (f)));
  g_assert_cmpstr (atl_note_get_text (nodes->pdata[0]), ==, "Karim");
}

/* What would tell who "Person 2" is goes with the name; the number is the same on notes and on maps. */
static void
test_numbers_leave_no_trace (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  AtlPerson            *person = atl_nodes_find_person (nodes->pdata[0]);
  atl_person_set_role (person, "Head of the shop of Angers");
  atl_person_set_manager (person, TRUE);

  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_NUMBERS, TRUE, 1);
  g_autofree char *first = atl_person_dup_first_name (person);

  g_assert_cmpstr (atl_person_get_role (person), ==, "");
  g_assert_false (atl_person_get_manager (person));
  g_assert_cmpstr (first, ==, atl_note_get_text (nodes->pdata[0]));
  g_assert_true (g_str_has_prefix (first, "Person "));
  atl_nodes_show_name (nodes->pdata[0]);
  g_assert_cmpstr (first, ==, atl_note_get_text (nodes->pdata[0]));
}

/* Beside the names that stay, roles do. */
static void
test_roles_are_kept (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray) nodes = add_people (f);
  AtlPerson            *person = atl_nodes_find_person (nodes->pdata[0]);
  atl_person_set_role (person, "Architect");

  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_NUMBERS, FALSE, 1);
  g_assert_cmpstr (atl_person_get_role (person), ==, "Architect");
  atl_neutral_labels_apply (board_of (f), ATL_NEUTRAL_ROLES, TRUE, 1);
  g_assert_cmpstr (atl_person_get_name (person), ==, "Architect");
}

static gboolean
get_state (GSimpleAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));

  return g_variant_get_boolean (state);
}

/* Slips that arrive on a map one by one would tell whose they are. */
static void
test_slips_hide_the_map (CopiesFixture *f, gconstpointer data)
{
  make_map (f);
  g_autoptr (GPtrArray)     nodes = add_people (f);
  g_autoptr (GSimpleAction) silos_only =
    g_simple_action_new_stateful ("map-silos-only", NULL, g_variant_new_boolean (FALSE));
  GtkWidget *parent = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  g_action_map_add_action (G_ACTION_MAP (parent), G_ACTION (silos_only));
  show (parent);

  GtkWidget *window = atl_slip_window_new (GTK_WINDOW (parent), f->document, board_of (f));
  show (window);
  g_assert_true (get_state (silos_only));
  gtk_widget_activate_action (window, "slip.hide-names", NULL);
  gtk_widget_activate_action (window, "slip.hide-names", NULL);
  g_assert_true (get_state (silos_only));

  gtk_window_close (GTK_WINDOW (window));
  copies_settle ();
  g_assert_false (get_state (silos_only));
  close_window (parent);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  COPIES_TEST ("/map-people/all-at-once-and-never-twice", test_people_at_once);
  COPIES_TEST ("/map-people/one-kind-of-nodes", test_one_kind_of_nodes);
  COPIES_TEST ("/silos-window/edits-in-place", test_silos_are_edited);
  COPIES_TEST ("/silos-window/partitions-are-made-and-chosen", test_partitions_are_chosen);
  COPIES_TEST ("/grid/digits-are-links", test_grid_states_links);
  COPIES_TEST ("/grid/keeps-who-said-it", test_grid_keeps_who_said_it);
  COPIES_TEST ("/grid/needs-are-said-by-the-row", test_grid_needs);
  COPIES_TEST ("/grid-window/by-keyboard", test_grid_window_by_keyboard);
  COPIES_TEST ("/grid-window/makes-a-map-of-teams", test_grid_window_makes_team_map);
  COPIES_TEST ("/slips/names-by-a-few-letters", test_roster_finds_by_letters);
  COPIES_TEST ("/slip-window/by-keyboard", test_slip_by_keyboard);
  COPIES_TEST ("/slip-window/unfinished-is-told-once", test_slip_unfinished);
  COPIES_TEST ("/slip-window/goes-on-while-typing", test_slip_goes_on_while_typing);
  COPIES_TEST ("/slip-window/hides-names", test_slip_hides_names);
  COPIES_TEST ("/slip-window/hides-names-where-the-room-looks", test_slip_where_the_room_looks);
  COPIES_TEST ("/person-editor/a-silo-of-each-partition", test_editor_has_all_partitions);
  COPIES_TEST ("/grid/keeps-to-forty-rows", test_large_grid_keeps_its_limit);
  COPIES_TEST ("/neutral-labels/numbers-in-the-sessions-language", test_neutral_numbers);
  COPIES_TEST ("/neutral-labels/roles-of-those-who-show-something", test_neutral_roles);
  COPIES_TEST ("/neutral-labels/larger-nodes-make-way", test_neutral_labels_make_way);
  COPIES_TEST ("/neutral-window/removes-names-from-the-file", test_names_are_removed);
  COPIES_TEST ("/neutral-labels/numbers-leave-no-trace", test_numbers_leave_no_trace);
  COPIES_TEST ("/neutral-labels/roles-are-kept-beside-names", test_roles_are_kept);
  COPIES_TEST ("/slip-window/map-shows-silos-only-meanwhile", test_slips_hide_the_map);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "map-fixture.h"

#include "canvas/atl-canvas.h"
#include "model/atl-tags.h"
#include "scene/atl-scene-map.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/common/atl-toast.h"
#include "ui/find/atl-find-bar.h"
#include "ui/find/atl-move-picker.h"
#include "ui/find/atl-note-move.h"
#include "ui/find/atl-pick-list.h"
#include "ui/find/atl-pick-row.h"
#include "ui/find/atl-tag-picker.h"
#include "ui/find/atl-tally-strip.h"
#include "ui/session/atl-session-page.h"

static const char CAUSES[] = "{'noteTags': <[<{'id': <'silo'>, 'label': <'Silos'>}>,"
                             " <{'id': <'vision'>, 'label': <'Vision'>}>]>}";

/* A session page in a window of its own: a board of causes, one without a list of tags, and a map. */
typedef struct
{
  MapFixture f;
  GtkWidget *window;
  GtkWidget *page;
  AtlBoard  *causes, *wall;
  AtlArea   *why, *how, *there;
} Opened;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static AtlArea *
add_area (AtlBoard   *board,
          const char *title)
{
  g_autoptr (AtlArea) area = atl_area_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (atl_board_get_areas (board));

  atl_area_set_title (area, title);
  atl_area_set_rank (area, rank);
  atl_area_set_x (area, 600 * (int) atl_list_get_length (atl_board_get_areas (board)));
  atl_area_set_width (area, 600);
  atl_area_set_height (area, 600);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static AtlBoard *
add_board (Opened     *o,
           const char *title)
{
  AtlList         *boards = atl_session_get_boards (o->f.session);
  AtlBoard        *board = atl_board_new (NULL);
  g_autofree char *rank = atl_list_dup_end_rank (boards);

  atl_board_set_title (board, title);
  atl_board_set_rank (board, rank);
  atl_list_insert (boards, ATL_ITEM (board));
  g_object_unref (board);
  return board;
}

static void
set_up (Opened       *o,
        gconstpointer data)
{
  g_autoptr (GVariant) options =
    g_variant_ref_sink (g_variant_parse (G_VARIANT_TYPE_VARDICT, CAUSES, NULL, NULL, NULL));

  map_fixture_set_up (&o->f, data);
  o->causes = add_board (o, "Causes");
  o->wall = add_board (o, "Wall");
  atl_board_set_options (o->causes, options);
  o->why = add_area (o->causes, "Why");
  o->how = add_area (o->causes, "How");
  o->there = add_area (o->wall, "Élan");
  o->window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  o->page = atl_session_page_new ();
  gtk_window_set_default_size (GTK_WINDOW (o->window), 1280, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (o->window), o->page);
  atl_session_page_add_actions (ATL_SESSION_PAGE (o->page), G_ACTION_MAP (o->window));
  atl_session_page_set_document (ATL_SESSION_PAGE (o->page), o->f.document);
  atl_session_page_set_board (ATL_SESSION_PAGE (o->page), o->causes);
  gtk_window_present (GTK_WINDOW (o->window));
  atl_test_wait_for (is_mapped, o->page);
}

static void
tear_down (Opened       *o,
           gconstpointer data)
{
  atl_session_page_set_document (ATL_SESSION_PAGE (o->page), NULL);
  gtk_window_destroy (GTK_WINDOW (o->window));
  map_settle ();
  map_fixture_tear_down (&o->f, data);
}

static AtlCanvas *
canvas_of (Opened *o)
{
  return ATL_CANVAS (atl_find (o->page, ATL_TYPE_CANVAS));
}

static GtkWidget *
bar_of (Opened *o)
{
  return atl_find (o->page, ATL_TYPE_FIND_BAR);
}

static GtkWidget *
entry_of (Opened *o)
{
  return atl_find (bar_of (o), GTK_TYPE_SEARCH_ENTRY);
}

static void
look_for (Opened     *o,
          const char *words)
{
  gtk_widget_activate_action (o->page, "win.find", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry_of (o)), words);
  map_settle ();
}

static const char *
count_of (Opened *o)
{
  GtkWidget *label = gtk_widget_get_next_sibling (entry_of (o));

  return gtk_label_get_label (GTK_LABEL (label));
}

static void
press_enter (Opened *o)
{
  g_signal_emit_by_name (entry_of (o), "activate");
  map_settle ();
}

static gboolean
is_faded (Opened  *o,
          AtlNote *note)
{
  AtlScene *scene = atl_canvas_get_scene (canvas_of (o));

  atl_scene_update (scene);
  return atl_scene_get_faded (scene, atl_scene_find_box (scene, note));
}

static AtlNote *
get_selected (Opened *o)
{
  g_autoptr (GPtrArray) notes = atl_canvas_get_selection (canvas_of (o));

  return notes->len == 1 ? notes->pdata[0] : NULL;
}

static void
select_note (Opened  *o,
             AtlNote *note)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  atl_scene_update (atl_canvas_get_scene (canvas_of (o)));
  g_ptr_array_add (notes, note);
  atl_canvas_select (canvas_of (o), notes);
}

static void
stack (AtlNote *note,
       AtlNote *onto)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  g_ptr_array_add (notes, note);
  atl_notes_stack (notes, onto);
}

static void
test_goes_through_all_boards (Opened       *o,
                              gconstpointer data)
{
  AtlNote *first = atl_area_add_note (o->why, "Décider tard");
  AtlNote *other = atl_area_add_note (o->why, "Autre chose");
  AtlNote *lead = atl_area_add_note (o->there, "Une pile");
  AtlNote *inside = atl_area_add_note (o->there, "decider plus tot");
  stack (inside, lead);

  look_for (o, "DÉCIDER");
  g_assert_cmpstr (count_of (o), ==, "2 on 2 boards");
  g_assert_false (is_faded (o, first));
  g_assert_true (is_faded (o, other));

  press_enter (o);
  g_assert_cmpstr (count_of (o), ==, "1 of 2 on 2 boards");
  g_assert_true (get_selected (o) == first);

  press_enter (o);
  g_assert_cmpstr (count_of (o), ==, "2 of 2 on 2 boards");
  g_assert_true (atl_session_page_get_board (ATL_SESSION_PAGE (o->page)) == o->wall);
  g_assert_true (get_selected (o) == inside);
  g_assert_false (is_faded (o, inside));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (o->window)), entry_of (o)));
}

static void
test_closing_goes_to_the_note (Opened       *o,
                               gconstpointer data)
{
  AtlNote *found = atl_area_add_note (o->why, "one");
  AtlNote *other = atl_area_add_note (o->why, "two");

  look_for (o, "one");
  press_enter (o);
  atl_find_bar_close (ATL_FIND_BAR (bar_of (o)));
  map_settle ();

  g_assert_false (atl_find_bar_get_open (ATL_FIND_BAR (bar_of (o))));
  g_assert_false (is_faded (o, other));
  g_assert_true (get_selected (o) == found);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (o->window)),
                                         GTK_WIDGET (canvas_of (o))));
}

/* Without Enter: the only note that fits is where the cursor is after Escape. */
static void
test_goes_to_the_only_one (Opened       *o,
                           gconstpointer data)
{
  AtlNote *found = atl_area_add_note (o->why, "formation");
  AtlNote *more = atl_area_add_note (o->how, "forms");

  look_for (o, "for");
  g_assert_null (get_selected (o));
  look_for (o, "forma");
  g_assert_true (get_selected (o) == found);
  g_assert_cmpstr (count_of (o), ==, "1 of 1 on 1 board");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (o->window)), entry_of (o)));
  g_signal_emit_by_name (entry_of (o), "stop-search");

  g_assert_true (get_selected (o) == found && found != more);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (o->window)),
                                         GTK_WIDGET (canvas_of (o))));
}

/* Typing opens no other board, and edits of others move nothing. */
static void
test_stays_while_nobody_asks (Opened       *o,
                              gconstpointer data)
{
  AtlNote *note = atl_area_add_note (o->why, "plain");
  atl_area_add_note (o->there, "elsewhere");

  look_for (o, "elsewhere");
  g_assert_true (atl_session_page_get_board (ATL_SESSION_PAGE (o->page)) == o->causes);
  look_for (o, "late");
  atl_note_set_text (note, "too late");
  map_settle ();

  g_assert_null (get_selected (o));
  g_assert_cmpstr (count_of (o), ==, "1 on 1 board");
}

/* A toast stands over the board, and leaves the words that are typed below it free. */
static void
test_toasts_leave_it_free (Opened       *o,
                           gconstpointer data)
{
  GtkWidget *button, *overlay;

  look_for (o, "one");
  atl_toast_show_open (GTK_WIDGET (bar_of (o)), "In passing", "/nowhere");
  button = atl_find_labelled (o->page, GTK_TYPE_BUTTON, "Open");

  g_assert_nonnull (button);
  overlay = gtk_widget_get_ancestor (button, ADW_TYPE_TOAST_OVERLAY);
  g_assert_true (gtk_widget_is_ancestor (GTK_WIDGET (canvas_of (o)), overlay));
  g_assert_false (gtk_widget_is_ancestor (bar_of (o), overlay));
}

static gboolean
has_place (gpointer widget)
{
  return gtk_widget_get_height (widget) > 0;
}

/* Tab comes from the board to a toast, and past the bars below to where notes are typed. */
static void
test_tab_passes_a_toast (Opened       *o,
                         gconstpointer data)
{
  GtkWidget *capture = atl_find (o->page, ATL_TYPE_CAPTURE_BAR);
  GtkWidget *toast;
  gboolean   passed = FALSE, arrived = FALSE;

  atl_area_add_note (o->why, "one");
  map_settle ();
  gtk_widget_grab_focus (GTK_WIDGET (canvas_of (o)));
  atl_toast_show_open (GTK_WIDGET (canvas_of (o)), "In passing", "/nowhere");
  toast = atl_find_labelled (o->page, GTK_TYPE_BUTTON, "Open");
  atl_test_wait_for (has_place, toast);

  for (guint i = 0; i < 20 && !arrived; i++)
    {
      gtk_widget_child_focus (o->window, GTK_DIR_TAB_FORWARD);
      passed = passed || gtk_root_get_focus (GTK_ROOT (o->window)) == toast;
      arrived = (gtk_widget_get_state_flags (capture) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
    }
  g_assert_true (passed);
  g_assert_true (arrived);
}

/* What was typed is no loss: one Escape closes the list, as it does where nothing was typed. */
static void
test_escape_closes_lists (Opened       *o,
                          gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->why, "one");
  GtkWidget *picker, *entry;

  select_note (o, note);
  gtk_widget_activate_action (o->page, "win.move-to", NULL);
  picker = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_MOVE_PICKER);
  atl_test_wait_for (is_mapped, picker);
  g_object_add_weak_pointer (G_OBJECT (picker), (gpointer *) &picker);
  entry = atl_find (picker, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "how");
  g_signal_emit_by_name (entry, "stop-search");
  map_settle ();

  g_assert_true (picker == NULL || !gtk_widget_get_mapped (picker));
  g_assert_true (atl_note_find_area (note) == o->why);
  g_clear_weak_pointer (&picker);
}

static void
test_closing_gives_the_focus_back (Opened       *o,
                                   gconstpointer data)
{
  GtkWidget *before = atl_find (atl_find (o->page, ATL_TYPE_CAPTURE_BAR), GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (before);

  look_for (o, "nowhere");
  g_assert_cmpstr (count_of (o), ==, "Nothing found");
  atl_find_bar_close (ATL_FIND_BAR (bar_of (o)));

  g_assert_true (gtk_root_get_focus (GTK_ROOT (o->window)) == before);
}

static void
test_follows_edits (Opened       *o,
                    gconstpointer data)
{
  AtlNote *note = atl_area_add_note (o->why, "one");

  look_for (o, "late");
  g_assert_true (is_faded (o, note));
  atl_note_set_text (note, "too late");
  map_settle ();

  g_assert_false (is_faded (o, note));
  g_assert_cmpstr (count_of (o), ==, "1 on 1 board");
}

static void
test_names_stay_hidden (Opened       *o,
                        gconstpointer data)
{
  look_for (o, "farid");
  g_assert_cmpstr (count_of (o), ==, "1 on 1 board");

  g_action_group_change_action_state (G_ACTION_GROUP (o->window), "map-silos-only",
                                      g_variant_new_boolean (TRUE));
  map_settle ();
  g_assert_cmpstr (count_of (o), ==, "Nothing found");
}

static GtkWidget *
find_tally_button (Opened *o)
{
  return atl_find (atl_find (o->page, ATL_TYPE_TALLY_STRIP), GTK_TYPE_TOGGLE_BUTTON);
}

static void
test_tally_lights (Opened       *o,
                   gconstpointer data)
{
  AtlNote         *tagged = atl_area_add_note (o->why, "tagged");
  AtlNote         *plain = atl_area_add_note (o->how, "plain");
  g_autofree char *filter = NULL;
  atl_note_set_tags (tagged, (const char *const[]){ "vision", NULL });
  map_settle ();

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tally_button (o)), TRUE);
  map_settle ();
  g_object_get (bar_of (o), "filter", &filter, NULL);

  g_assert_true (is_faded (o, plain));
  g_assert_false (is_faded (o, tagged));
  g_assert_cmpstr (filter, ==, "Vision");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_tally_button (o)), FALSE);
  map_settle ();
  g_assert_false (is_faded (o, plain));
}

static void
test_tally_is_of_boards_with_a_list (Opened       *o,
                                     gconstpointer data)
{
  GtkWidget *strip = atl_find (o->page, ATL_TYPE_TALLY_STRIP);

  g_assert_true (gtk_widget_get_visible (strip));
  atl_session_page_set_board (ATL_SESSION_PAGE (o->page), o->wall);
  g_assert_false (gtk_widget_get_visible (strip));
}

static void
test_tags (Opened       *o,
           gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->why, "note");
  GtkWidget *list = NULL;
  select_note (o, note);

  gtk_widget_activate_action (o->page, "win.note-tags", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);
  g_signal_emit_by_name (list, "picked", 1);
  g_signal_emit_by_name (list, "picked", 0);
  g_assert_cmpstr (atl_note_get_tags (note)[0], ==, "vision");
  g_assert_cmpstr (atl_note_get_tags (note)[1], ==, "silo");

  atl_history_undo (o->f.history);
  g_assert_null (atl_note_get_tags (note)[1]);
}

static void
test_enter_ends_the_tags (Opened       *o,
                          gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->why, "note");
  GtkWidget *list, *entry;
  select_note (o, note);

  gtk_widget_activate_action (o->page, "win.note-tags", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);
  entry = atl_find (list, GTK_TYPE_SEARCH_ENTRY);
  atl_pick_list_set_text (ATL_PICK_LIST (list), "sil");
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpstr (atl_note_get_tags (note)[0], ==, "silo");
  g_assert_null (atl_note_get_tags (note)[1]);
}

static void
test_free_tags (Opened       *o,
                gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->there, "note");
  AtlNote   *other = atl_area_add_note (o->there, "other");
  GtkWidget *list = NULL;
  atl_note_set_tags (other, (const char *const[]){ "urgent", NULL });
  atl_session_page_set_board (ATL_SESSION_PAGE (o->page), o->wall);
  select_note (o, note);

  gtk_widget_activate_action (o->page, "win.note-tags", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);
  g_signal_emit_by_name (list, "picked", 0);
  g_signal_emit_by_name (list, "offered", "new word");

  g_assert_cmpstr (atl_note_get_tags (note)[0], ==, "urgent");
  g_assert_cmpstr (atl_note_get_tags (note)[1], ==, "new word");
}

static void
test_tags_of_other_boards_have_their_labels (Opened       *o,
                                             gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->there, "note");
  GtkWidget *list, *row;
  atl_note_set_tags (note, (const char *const[]){ "silo", NULL });
  atl_session_page_set_board (ATL_SESSION_PAGE (o->page), o->wall);
  select_note (o, note);

  gtk_widget_activate_action (o->page, "win.note-tags", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);

  row = atl_find (list, ATL_TYPE_PICK_ROW);
  g_assert_cmpstr (atl_pick_row_get_title (ATL_PICK_ROW (row)), ==, "Silos");
  g_signal_emit_by_name (list, "picked", 0);
  g_assert_true (atl_note_get_tags (note) == NULL || *atl_note_get_tags (note) == NULL);
}

static void
test_move_offers_open_areas (Opened       *o,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) areas = NULL;
  atl_area_set_locked (o->how, TRUE);

  areas = atl_note_move_dup_areas (o->f.session, o->wall);

  g_assert_cmpuint (areas->len, ==, 2);
  g_assert_true (areas->pdata[0] == o->there);
  g_assert_true (areas->pdata[1] == o->why);
}

/* The name of the board stands in every row of it. */
static void
test_move_prefers_what_is_called_so (Opened       *o,
                                     gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (o->there, "note");
  GtkWidget *list = NULL;
  atl_board_set_title (o->causes, "How and Why");
  atl_session_page_set_board (ATL_SESSION_PAGE (o->page), o->wall);
  select_note (o, note);

  gtk_widget_activate_action (o->page, "win.move-to", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);
  atl_pick_list_set_text (ATL_PICK_LIST (list), atl_area_get_title (o->how));
  g_signal_emit_by_name (atl_find (list, GTK_TYPE_SEARCH_ENTRY), "activate");

  g_assert_true (atl_note_find_area (note) == o->how);
}

static void
test_move (Opened       *o,
           gconstpointer data)
{
  AtlNote   *lead = atl_area_add_note (o->why, "lead");
  AtlNote   *inside = atl_area_add_note (o->why, "inside");
  GtkWidget *list = NULL;
  stack (inside, lead);
  select_note (o, lead);

  gtk_widget_activate_action (o->page, "win.move-to", NULL);
  list = atl_find (GTK_WIDGET (canvas_of (o)), ATL_TYPE_PICK_LIST);
  atl_pick_list_set_text (ATL_PICK_LIST (list), "elan");
  g_signal_emit_by_name (atl_find (list, GTK_TYPE_SEARCH_ENTRY), "activate");

  g_assert_true (atl_note_find_area (lead) == o->there);
  g_assert_true (atl_note_find_area (inside) == o->there);
  g_assert_true (atl_note_find_lead (inside) == lead);
  g_assert_true (atl_session_page_get_board (ATL_SESSION_PAGE (o->page)) == o->causes);

  atl_history_undo (o->f.history);
  g_assert_true (atl_note_find_area (lead) == o->why);
  g_assert_true (atl_note_find_area (inside) == o->why);
}

static void
test_move_takes_out_of_a_stack (Opened       *o,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  AtlNote              *lead = atl_area_add_note (o->why, "lead");
  AtlNote              *inside = atl_area_add_note (o->why, "inside");
  stack (inside, lead);
  g_ptr_array_add (notes, inside);

  atl_note_move (o->f.history, notes, o->how);

  g_assert_null (atl_note_find_lead (inside));
  g_assert_true (atl_note_find_area (inside) == o->how);
  g_assert_true (atl_note_find_area (lead) == o->why);
}

static void
test_move_finds_free_places (Opened       *o,
                             gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  atl_area_set_layout (o->there, ATL_LAYOUT_FREE);
  g_ptr_array_add (notes, atl_area_add_note (o->why, "one"));
  g_ptr_array_add (notes, atl_area_add_note (o->why, "two"));

  atl_note_move (o->f.history, notes, o->there);

  g_assert_cmpint (atl_note_get_x (notes->pdata[0]), !=, ATL_PLACE_NONE);
  g_assert_cmpint (atl_note_get_x (notes->pdata[0]), !=, atl_note_get_x (notes->pdata[1]));
}

#define FIND_TEST(path, function) g_test_add (path, Opened, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  FIND_TEST ("/find/goes-through-all-boards-and-into-stacks", test_goes_through_all_boards);
  FIND_TEST ("/find/closing-goes-to-what-was-found", test_closing_goes_to_the_note);
  FIND_TEST ("/find/closing-gives-the-focus-back", test_closing_gives_the_focus_back);
  FIND_TEST ("/find/goes-to-the-only-one", test_goes_to_the_only_one);
  FIND_TEST ("/find/stays-while-nobody-asks", test_stays_while_nobody_asks);
  FIND_TEST ("/toast/tab-passes-it", test_tab_passes_a_toast);
  FIND_TEST ("/find/toasts-leave-it-free", test_toasts_leave_it_free);
  FIND_TEST ("/pick/escape-closes-with-words-too", test_escape_closes_lists);
  FIND_TEST ("/find/follows-edits", test_follows_edits);
  FIND_TEST ("/find/nobody-while-maps-show-silos-only", test_names_stay_hidden);
  FIND_TEST ("/tally/lights-the-notes-of-a-tag", test_tally_lights);
  FIND_TEST ("/tally/is-of-boards-with-a-list", test_tally_is_of_boards_with_a_list);
  FIND_TEST ("/tags/each-is-one-step", test_tags);
  FIND_TEST ("/tags/enter-without-words-ends", test_enter_ends_the_tags);
  FIND_TEST ("/tags/those-of-other-boards-have-their-labels", test_tags_of_other_boards_have_their_labels);
  FIND_TEST ("/tags/free-words-where-there-is-no-list", test_free_tags);
  FIND_TEST ("/move-to/offers-no-map-and-nothing-locked", test_move_offers_open_areas);
  FIND_TEST ("/move-to/prefers-what-is-called-so", test_move_prefers_what_is_called_so);
  FIND_TEST ("/move-to/takes-the-stack-along-in-one-step", test_move);
  FIND_TEST ("/move-to/takes-one-note-out-of-its-stack", test_move_takes_out_of_a_stack);
  FIND_TEST ("/move-to/finds-free-places", test_move_finds_free_places);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "map-fixture.h"

#include "canvas/atl-canvas.h"
#include "canvas/notes/atl-note-widget.h"
#include "scene/atl-scene-map.h"
#include "ui/common/atl-miniature.h"
#include "ui/mapping/atl-map-start.h"
#include "ui/people/atl-people-panel.h"
#include "ui/session/atl-session-page.h"
#include "ui/silo/atl-figures-panel.h"
#include "ui/silo/atl-legend-sample.h"
#include "ui/silo/atl-map-bar.h"
#include "ui/silo/atl-map-legend.h"
#include "ui/silo/atl-privacy-card.h"

/* A session page in a window of its own, with a second board that is no map. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  AtlBoard  *wall;
} Opened;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
present (Opened *opened)
{
  gtk_window_present (GTK_WINDOW (opened->window));
  atl_test_wait_for (is_mapped, opened->page);
}

static Opened
open_page (MapFixture *f)
{
  Opened              opened;
  g_autoptr (AtlArea) area = atl_area_new (NULL);

  opened.window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  opened.page = atl_session_page_new ();
  opened.wall = atl_board_new ("wall");
  atl_list_insert (atl_board_get_areas (opened.wall), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (opened.wall));
  gtk_window_set_default_size (GTK_WINDOW (opened.window), 1280, 720);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (opened.window), opened.page);
  atl_session_page_add_actions (ATL_SESSION_PAGE (opened.page), G_ACTION_MAP (opened.window));
  atl_session_page_set_document (ATL_SESSION_PAGE (opened.page), f->document);
  atl_session_page_set_board (ATL_SESSION_PAGE (opened.page), f->board);
  return opened;
}

static void
close_page (Opened *opened)
{
  atl_session_page_set_document (ATL_SESSION_PAGE (opened->page), NULL);
  g_object_unref (opened->wall);
  gtk_window_destroy (GTK_WINDOW (opened->window));
  map_settle ();
}

static gboolean
find_toast (GtkWidget *parent, const char *start)
{
  if (GTK_IS_LABEL (parent) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (parent)), start))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (find_toast (child, start))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen (Opened *opened, GType type)
{
  GtkWidget *widget = atl_find (opened->page, type);

  return widget != NULL && gtk_widget_is_visible (widget) && gtk_widget_get_child_visible (widget);
}

static void
set (Opened *opened, const char *action, gboolean state)
{
  g_action_group_change_action_state (G_ACTION_GROUP (opened->window), action, g_variant_new_boolean (state));
}

static gboolean
get (Opened *opened, const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (opened->window), action);

  return g_variant_get_boolean (state);
}

static AtlMapView
get_view (Opened *opened)
{
  AtlCanvas *canvas = ATL_CANVAS (atl_find (opened->page, ATL_TYPE_CANVAS));

  return atl_scene_get_map_view (atl_canvas_get_scene (canvas));
}

static void
test_bar_over_maps_only (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);
  present (&opened);

  g_assert_true (is_seen (&opened, ATL_TYPE_MAP_BAR));
  atl_session_page_set_board (ATL_SESSION_PAGE (opened.page), opened.wall);
  g_assert_false (is_seen (&opened, ATL_TYPE_MAP_BAR));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (opened.window), "map-silos-only"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (opened.window), "show-figures"));
  close_page (&opened);
}

static void
test_panels_take_turns (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);
  present (&opened);

  set (&opened, "show-figures", TRUE);
  g_assert_true (get (&opened, "show-figures"));
  g_assert_true (is_seen (&opened, ATL_TYPE_FIGURES_PANEL));
  set (&opened, "show-people", TRUE);
  g_assert_true (get (&opened, "show-people"));
  g_assert_false (get (&opened, "show-figures"));
  g_assert_true (is_seen (&opened, ATL_TYPE_PEOPLE_PANEL));
  g_assert_false (is_seen (&opened, ATL_TYPE_FIGURES_PANEL));
  set (&opened, "show-figures", TRUE);
  set (&opened, "show-figures", FALSE);
  g_assert_false (get (&opened, "show-people"));
  g_assert_false (get (&opened, "show-figures"));
  close_page (&opened);
}

static void
test_silos_only_stays_with_the_window (MapFixture *f, gconstpointer data)
{
  Opened  opened = open_page (f);
  guint64 position = atl_history_get_position (f->history);
  present (&opened);

  set (&opened, "map-silos-only", TRUE);
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_SILOS);
  atl_session_page_set_board (ATL_SESSION_PAGE (opened.page), opened.wall);
  atl_session_page_set_board (ATL_SESSION_PAGE (opened.page), f->board);
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_SILOS);
  g_assert_cmpuint (atl_history_get_position (f->history), ==, position);
  close_page (&opened);
}

typedef struct
{
  GtkWidget *miniature;
  AtlMapView view;
} Expected;

static gboolean
shows (gpointer data)
{
  Expected *expected = data;
  AtlScene *scene = atl_miniature_get_scene (ATL_MINIATURE (expected->miniature));

  return scene != NULL && atl_scene_get_map_view (scene) == expected->view;
}

/* The small board of the plan, and those of windows over it, look as the map does. */
static void
test_miniatures_hide_names (MapFixture *f, gconstpointer data)
{
  Opened     opened = open_page (f);
  GtkWidget *over = gtk_window_new ();
  GtkWidget *above = atl_miniature_new (f->board);
  Expected   plan = { NULL, ATL_MAP_PEOPLE }, other = { above, ATL_MAP_SILOS };
  present (&opened);

  plan.miniature = atl_find (opened.page, ATL_TYPE_MINIATURE);
  g_assert_true (atl_miniature_get_board (ATL_MINIATURE (plan.miniature)) == f->board);
  atl_test_wait_for (shows, &plan);
  set (&opened, "map-silos-only", TRUE);
  plan.view = ATL_MAP_SILOS;
  atl_test_wait_for (shows, &plan);
  gtk_window_set_transient_for (GTK_WINDOW (over), GTK_WINDOW (opened.window));
  gtk_window_set_child (GTK_WINDOW (over), above);
  gtk_window_present (GTK_WINDOW (over));
  atl_test_wait_for (shows, &other);
  set (&opened, "map-silos-only", FALSE);
  plan.view = other.view = ATL_MAP_PEOPLE;
  atl_test_wait_for (shows, &plan);
  atl_test_wait_for (shows, &other);
  gtk_window_destroy (GTK_WINDOW (over));
  close_page (&opened);
}

/* Without a window manager a window fills the screen only from the start. */
static void
test_full_screen_hides_names (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);

  set (&opened, "fullscreen", TRUE);
  present (&opened);
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (opened.window)));
  g_assert_true (get (&opened, "fullscreen"));
  g_assert_true (get (&opened, "map-silos-only"));
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_SILOS);

  set (&opened, "map-silos-only", FALSE);
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_PEOPLE);
  g_assert_true (find_toast (opened.window, "Names are now visible"));
  set (&opened, "map-silos-only", TRUE);

  gtk_widget_set_visible (opened.window, FALSE);
  set (&opened, "fullscreen", FALSE);
  present (&opened);
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (opened.window)));
  g_assert_false (get (&opened, "map-silos-only"));
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_PEOPLE);
  close_page (&opened);
}

/* The steps of a hand-off map are nobody's name, until one stands for a person. */
static void
test_steps_stay (MapFixture *f, gconstpointer data)
{
  AtlList            *notes = atl_board_get_notes (f->board);
  GVariant           *options = g_variant_parse (G_VARIANT_TYPE_VARDICT, "{'graph': <{'measures': <false>}>}",
                                                 NULL,
                                                 NULL, NULL);
  g_autoptr (AtlNote) step = atl_note_new ("step");

  while (atl_list_get_length (notes) > 0)
    atl_list_remove (notes, atl_list_get (notes, 0));
  atl_area_set_options (f->area, options);
  g_variant_unref (options);
  atl_note_set_area (step, "map");
  atl_list_insert (notes, ATL_ITEM (step));
  Opened opened = open_page (f);
  set (&opened, "fullscreen", TRUE);
  present (&opened);

  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_PEOPLE);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (opened.window), "map-silos-only"));
  atl_note_set_person (step, "Ana");
  g_assert_cmpint (get_view (&opened), ==, ATL_MAP_SILOS);
  close_page (&opened);
}

static void
test_list_of_people_goes_too (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);

  set (&opened, "show-people", TRUE);
  set (&opened, "fullscreen", TRUE);
  present (&opened);
  g_assert_false (get (&opened, "show-people"));
  g_assert_false (gtk_widget_get_mapped (atl_find (opened.page, ATL_TYPE_PEOPLE_PANEL)));
  close_page (&opened);
}

static gboolean
holds_focus (Opened *opened, GType type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (opened->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static void
test_bar_is_a_pane (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);
  present (&opened);

  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "focus-board", NULL);
  g_assert_true (holds_focus (&opened, ATL_TYPE_CANVAS));
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "previous-pane", NULL);
  g_assert_true (holds_focus (&opened, ATL_TYPE_MAP_BAR));
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "next-pane", NULL);
  g_assert_true (holds_focus (&opened, ATL_TYPE_CANVAS));
  close_page (&opened);
}

static guint
count (GtkWidget *parent, GType type)
{
  guint n = G_TYPE_CHECK_INSTANCE_TYPE (parent, type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

/* A silo map has five kinds, three strengths, two views and three signs to tell. */
static void
test_legend_shows_what_the_map_draws (MapFixture *f, gconstpointer data)
{
  GVariant  *options = g_variant_parse (G_VARIANT_TYPE_VARDICT,
                                        "{'graph': <{'node': <'metric'>, 'linkKinds': <[<'drives'>]>, "
                                         "'measures': <false>}>}",
                                        NULL, NULL, NULL);
  GtkWidget *legend = g_object_ref_sink (atl_map_legend_new (f->board, FALSE));

  g_assert_cmpuint (count (legend, ATL_TYPE_LEGEND_SAMPLE), ==, 13);
  g_object_unref (legend);
  while (atl_list_get_length (atl_board_get_links (f->board)) > 0)
    atl_list_remove (atl_board_get_links (f->board), atl_list_get (atl_board_get_links (f->board), 0));
  atl_area_set_options (f->area, options);
  g_variant_unref (options);
  legend = g_object_ref_sink (atl_map_legend_new (f->board, FALSE));
  g_assert_cmpuint (count (legend, ATL_TYPE_LEGEND_SAMPLE), ==, 4);
  g_object_unref (legend);
}

static void
test_privacy_before_the_first_link (MapFixture *f, gconstpointer data)
{
  AtlList *links = atl_board_get_links (f->board);

  while (atl_list_get_length (links) > 0)
    atl_list_remove (links, atl_list_get (links, 0));
  Opened opened = open_page (f);
  present (&opened);

  g_assert_true (is_seen (&opened, ATL_TYPE_PRIVACY_CARD));
  map_fixture_add_link (f, "Ana", "Bob", ATL_LINK_KIND_SHARED, 3);
  g_assert_false (is_seen (&opened, ATL_TYPE_PRIVACY_CARD));
  atl_list_remove (links, atl_list_get (links, 0));
  g_assert_true (is_seen (&opened, ATL_TYPE_PRIVACY_CARD));
  g_signal_emit_by_name (atl_find (atl_find (opened.page, ATL_TYPE_PRIVACY_CARD), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_false (is_seen (&opened, ATL_TYPE_PRIVACY_CARD));
  close_page (&opened);
}

/* Wherever the keyboard is beside the board, or nowhere, it gets back there by itself. */
static void
test_keyboard_comes_to_the_map (MapFixture *f, gconstpointer data)
{
  Opened opened = open_page (f);
  present (&opened);

  atl_session_page_focus (ATL_SESSION_PAGE (opened.page));
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "previous-board", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "next-board", NULL);
  atl_session_page_set_board (ATL_SESSION_PAGE (opened.page), opened.wall);
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "previous-board", NULL);
  g_assert_true (atl_session_page_get_board (ATL_SESSION_PAGE (opened.page)) == f->board);
  g_assert_true (holds_focus (&opened, ATL_TYPE_NOTE_WIDGET));

  gtk_window_set_focus (GTK_WINDOW (opened.window), NULL);
  gtk_widget_child_focus (atl_find (opened.page, ATL_TYPE_MAP_BAR), GTK_DIR_TAB_FORWARD);
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "focus-board", NULL);
  g_assert_true (holds_focus (&opened, ATL_TYPE_NOTE_WIDGET));
  close_page (&opened);
}

static void
test_empty_map_offers_to_be_filled (MapFixture *f, gconstpointer data)
{
  AtlList *notes = atl_board_get_notes (f->board);

  while (atl_list_get_length (notes) > 0)
    atl_list_remove (notes, atl_list_get (notes, 0));
  Opened opened = open_page (f);
  present (&opened);

  g_signal_emit_by_name (atl_find (atl_find (opened.page, ATL_TYPE_PRIVACY_CARD), GTK_TYPE_BUTTON),
                         "clicked");
  g_assert_true (holds_focus (&opened, ATL_TYPE_MAP_START));
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "map-add-people", NULL);
  g_assert_cmpuint (atl_list_get_length (notes), >, 0);
  g_assert_true (holds_focus (&opened, ATL_TYPE_NOTE_WIDGET));
  close_page (&opened);
}

static void
test_locked_map_takes_nothing (MapFixture *f, gconstpointer data)
{
  static const char *const ways[] = { "map-grid", "map-slips", "map-neutral-labels", "map-add-people",
                                      "map-add-silos" };
  Opened                   opened = open_page (f);
  const guint64            before = atl_history_get_position (atl_document_get_history (f->document));
  guint                    n_windows;

  present (&opened);
  atl_area_set_title (f->area, "Who with whom");
  atl_area_set_locked (f->area, TRUE);
  n_windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (opened.window), ways[i], NULL);
      map_settle ();
    }

  g_assert_true (find_toast (opened.window, "Who with whom is locked"));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, n_windows);
  g_assert_cmpuint (atl_history_get_position (atl_document_get_history (f->document)), ==, before + 2);
  atl_area_set_locked (f->area, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (opened.window), "map-grid", NULL);
  map_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), >, n_windows);
  close_page (&opened);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  MAP_TEST ("/map-actions/bar-over-maps-only", test_bar_over_maps_only);
  MAP_TEST ("/map-actions/panels-take-turns", test_panels_take_turns);
  MAP_TEST ("/map-actions/silos-only-stays-with-the-window", test_silos_only_stays_with_the_window);
  MAP_TEST ("/map-actions/miniatures-hide-names", test_miniatures_hide_names);
  MAP_TEST ("/map-actions/full-screen-hides-names", test_full_screen_hides_names);
  MAP_TEST ("/map-actions/full-screen-hides-the-list-of-people", test_list_of_people_goes_too);
  MAP_TEST ("/map-actions/steps-stay-in-full-screen", test_steps_stay);
  MAP_TEST ("/map-actions/bar-is-a-pane", test_bar_is_a_pane);
  MAP_TEST ("/map-actions/keyboard-comes-to-the-map", test_keyboard_comes_to_the_map);
  MAP_TEST ("/map-actions/empty-map-offers-to-be-filled", test_empty_map_offers_to_be_filled);
  MAP_TEST ("/map-actions/legend-shows-what-the-map-draws", test_legend_shows_what_the_map_draws);
  MAP_TEST ("/map-actions/privacy-before-the-first-link", test_privacy_before_the_first_link);
  MAP_TEST ("/map-actions/locked-map-takes-nothing", test_locked_map_takes_nothing);
  return g_test_run ();
}

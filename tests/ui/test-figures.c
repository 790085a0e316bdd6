/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "map-fixture.h"

#include "model/atl-action.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "scene/atl-scene-map-private.h"
#include "ui/silo/atl-figure-card.h"
#include "ui/silo/atl-figures-panel.h"
#include "ui/silo/atl-matrix-window.h"
#include "ui/silo/atl-matrix.h"
#include "ui/silo/atl-share-bar.h"
#include "ui/silo/atl-silo-cards.h"

/* A panel in a window, with the scene that it lights. */
typedef struct
{
  AtlMapReader *reader;
  AtlScene     *scene;
  GtkWidget    *panel;
} Shown;

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static Shown
show_panel (MapFixture *f)
{
  Shown shown;

  shown.reader = atl_map_reader_new (f->session);
  atl_map_reader_set_board (shown.reader, f->board);
  shown.scene = atl_scene_new (f->board);
  shown.panel = atl_figures_panel_new (f->document, shown.reader);
  g_signal_connect_object (shown.panel, "lit", G_CALLBACK (atl_scene_set_lit), shown.scene,
                           G_CONNECT_SWAPPED);
  atl_figures_panel_set_scene (ATL_FIGURES_PANEL (shown.panel), shown.scene);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (f->window))),
                               shown.panel);
  gtk_window_present (GTK_WINDOW (f->window));
  atl_test_wait_for (is_mapped, shown.panel);
  return shown;
}

static void
clear (MapFixture *f, Shown *shown)
{
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (f->window))), NULL);
  map_settle ();
  g_object_unref (shown->scene);
  g_object_unref (shown->reader);
}

/* The card whose text begins like this. */
static GtkWidget *
find_card (GtkWidget *parent, const char *start)
{
  if (ATL_IS_FIGURE_CARD (parent) &&
      g_str_has_prefix (atl_figure_card_get_text (ATL_FIGURE_CARD (parent)), start))
    return parent;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_card (child, start);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static guint
count_cards (GtkWidget *parent)
{
  guint n = ATL_IS_FIGURE_CARD (parent) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_cards (child);
  return n;
}

/* How many cards begin like this. */
static guint
count_starts (GtkWidget *parent, const char *start)
{
  guint n = ATL_IS_FIGURE_CARD (parent) &&
                g_str_has_prefix (atl_figure_card_get_text (ATL_FIGURE_CARD (parent)), start)
              ? 1
              : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_starts (child, start);
  return n;
}

static gboolean
is_read (gpointer reader)
{
  return atl_map_reader_get_current (reader);
}

/* Whether a text stands anywhere below @parent, tooltips included. */
static gboolean
has_text (GtkWidget *parent, const char *text)
{
  const char *tip = gtk_widget_get_tooltip_text (parent);

  if ((GTK_IS_LABEL (parent) && strstr (gtk_label_get_text (GTK_LABEL (parent)), text) != NULL) ||
      (tip != NULL && strstr (tip, text) != NULL))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;
  return FALSE;
}

/* Whether a label says exactly that. */
static gboolean
says (GtkWidget *parent, const char *text)
{
  if (GTK_IS_LABEL (parent) && g_str_equal (gtk_label_get_text (GTK_LABEL (parent)), text))
    return gtk_widget_get_mapped (parent);
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_lit (MapFixture *f, Shown *shown, const char *from, const char *to)
{
  return atl_scene_map_is_lit (shown->scene, map_fixture_find_link (f, from, to));
}

static void
test_sentences (MapFixture *f, gconstpointer data)
{
  Shown        shown = show_panel (f);
  GtkWidget   *ei = find_card (shown.panel, "2/8 of the links cross a silo boundary.");
  AtlMeasures *measures = atl_map_reader_get_measures (shown.reader);
  GtkWidget   *bar = NULL;

  g_assert_nonnull (ei);
  g_assert_nonnull (strstr (atl_figure_card_get_text (ATL_FIGURE_CARD (ei)), "6.4/8"));
  bar = atl_figure_card_get_bar (ATL_FIGURE_CARD (ei));
  g_assert_cmpfloat_with_epsilon (atl_share_bar_get_value (ATL_SHARE_BAR (bar)), 0.25, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_share_bar_get_reference (ATL_SHARE_BAR (bar)), 29.0 / 36, 1e-9);
  g_assert_nonnull (find_card (shown.panel, "Within a silo, 10/14"));
  g_assert_nonnull (find_card (shown.panel, "JUR: no active link"));
  g_assert_nonnull (find_card (shown.panel, "MAG: all outside links rest on one person"));
  g_assert_nonnull (find_card (shown.panel, "Bob is on the path of 12/16"));
  g_assert_nonnull (find_card (shown.panel, "The link Bob – Dan is the only connection"));
  g_assert_true (has_text (shown.panel, "The map is small"));
  g_assert_true (has_text (shown.panel, "It judges nobody"));
  g_assert_cmpuint (measures->n_bridges, >, 0);
  clear (f, &shown);
}

/* Of the pairs that touch MKT (3 of 9), 18 lead out and 3 stay inside. */
static void
test_reference_of_a_silo (MapFixture *f, gconstpointer data)
{
  Shown        shown = show_panel (f);
  AtlMeasures *measures = atl_map_reader_get_measures (shown.reader);
  GtkWidget   *bar = NULL;

  g_assert_cmpfloat_with_epsilon (atl_silo_cards_get_reference (measures, 0), 15.0 / 21, 1e-9);
  bar = atl_figure_card_get_bar (ATL_FIGURE_CARD (find_card (shown.panel, "MKT: more links inside")));
  g_assert_cmpfloat_with_epsilon (atl_share_bar_get_value (ATL_SHARE_BAR (bar)), -0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (atl_share_bar_get_reference (ATL_SHARE_BAR (bar)), 15.0 / 21, 1e-9);
  bar = atl_figure_card_get_bar (ATL_FIGURE_CARD (find_card (shown.panel, "JUR: no link on this map")));
  g_assert_false (atl_measure_is_defined (atl_share_bar_get_value (ATL_SHARE_BAR (bar))));
  clear (f, &shown);
}

static void
test_live (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  GtkWidget *before = find_card (shown.panel, "2/8 of the links");

  map_fixture_add_link (f, "Ana", "Ines", ATL_LINK_KIND_HANDOFF, 3);
  map_settle ();

  g_assert_true (find_card (shown.panel, "3/9 of the links") == before);
  g_assert_null (find_card (shown.panel, "JUR: no active link"));
  clear (f, &shown);
}

static void
test_silos_only_names_nobody (MapFixture *f, gconstpointer data)
{
  Shown              shown = show_panel (f);
  AtlList           *people = atl_session_get_people (f->session);
  static const char *names[] = { "Ana", "Bob", "Chloé", "Dan", "Eva", "Farid", "Gil", "Hana", "Ines" };
  atl_link_set_remark (map_fixture_find_link (f, "Hana", "Farid"), "Farid never calls");
  map_settle ();
  g_assert_true (has_text (shown.panel, "Farid never calls"));

  atl_figures_panel_set_silos_only (ATL_FIGURES_PANEL (shown.panel), TRUE);

  g_assert_cmpuint (atl_list_get_length (people), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (has_text (shown.panel, names[i]));
  g_assert_null (find_card (shown.panel, "one person of MKT is on the path"));
  g_assert_nonnull (find_card (shown.panel, "The link MKT – DSI"));
  clear (f, &shown);
}

static void
test_people_are_named_as_they_want (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  AtlPerson *bob = atl_list_find (atl_session_get_people (f->session), "Bob");

  atl_person_set_role (bob, "Buyer");
  atl_person_set_shown (bob, ATL_SHOWN_ROLE);
  map_settle ();
  g_assert_nonnull (find_card (shown.panel, "Buyer is on the path of 12/16"));
  g_assert_false (has_text (shown.panel, "Bob"));

  atl_person_set_shown (bob, ATL_SHOWN_HIDDEN);
  map_settle ();
  g_assert_nonnull (find_card (shown.panel, "one person of MKT is on the path of 12/16"));
  g_assert_false (has_text (shown.panel, "Buyer"));
  clear (f, &shown);
}

static void
test_lights_what_it_counts (MapFixture *f, gconstpointer data)
{
  Shown          shown = show_panel (f);
  AtlFigureCard *ei = ATL_FIGURE_CARD (find_card (shown.panel, "2/8 of the links"));
  AtlFigureCard *fragile = ATL_FIGURE_CARD (find_card (shown.panel, "MAG: all outside links"));

  atl_figure_card_set_lit (ei, TRUE);
  g_assert_true (is_lit (f, &shown, "Bob", "Dan"));
  g_assert_true (is_lit (f, &shown, "Chloé", "Gil"));
  g_assert_false (is_lit (f, &shown, "Ana", "Bob"));
  g_assert_false (is_lit (f, &shown, "Hana", "Farid"));

  atl_figure_card_set_lit (fragile, TRUE);
  g_assert_false (atl_figure_card_get_lit (ei));
  g_assert_true (is_lit (f, &shown, "Chloé", "Gil"));
  g_assert_false (is_lit (f, &shown, "Bob", "Dan"));
  g_assert_true (atl_scene_map_is_lit (shown.scene,
                                       atl_list_find (atl_session_get_silos (f->session), "MAG")));

  g_assert_true (atl_figures_panel_unlight (ATL_FIGURES_PANEL (shown.panel)));
  g_assert_true (is_lit (f, &shown, "Ana", "Bob"));
  g_assert_false (atl_figure_card_get_lit (fragile));
  g_assert_false (atl_figures_panel_unlight (ATL_FIGURES_PANEL (shown.panel)));
  clear (f, &shown);
}

static void
test_light_follows_edits (MapFixture *f, gconstpointer data)
{
  Shown shown = show_panel (f);

  atl_figure_card_set_lit (ATL_FIGURE_CARD (find_card (shown.panel, "2/8 of the links")), TRUE);
  map_fixture_add_link (f, "Ana", "Ines", ATL_LINK_KIND_HANDOFF, 3);
  map_settle ();
  g_assert_true (is_lit (f, &shown, "Ana", "Ines"));

  atl_figures_panel_unlight (ATL_FIGURES_PANEL (shown.panel));
  atl_figure_card_set_lit (ATL_FIGURE_CARD (find_card (shown.panel, "The link Ana – Ines")), TRUE);
  g_assert_false (is_lit (f, &shown, "Ana", "Bob"));
  atl_list_remove (atl_board_get_links (f->board), ATL_ITEM (map_fixture_find_link (f, "Ana", "Ines")));
  map_settle ();
  g_assert_true (is_lit (f, &shown, "Ana", "Bob"));
  clear (f, &shown);
}

static void
test_marks_while_it_is_seen (MapFixture *f, gconstpointer data)
{
  Shown    shown = show_panel (f);
  AtlItem *dsi = atl_list_find (atl_session_get_silos (f->session), "DSI");
  AtlItem *jur = atl_list_find (atl_session_get_silos (f->session), "JUR");
  AtlLink *bridge = map_fixture_find_link (f, "Bob", "Dan");

  g_assert_cmpuint (atl_scene_map_get_marks (shown.scene, dsi), ==, ATL_MAP_MARK_FRAGILE);
  g_assert_cmpuint (atl_scene_map_get_marks (shown.scene, jur), ==, ATL_MAP_MARK_ISOLATED);
  g_assert_cmpuint (atl_scene_map_get_marks (shown.scene, bridge), ==, ATL_MAP_MARK_BRIDGE);
  g_assert_cmpuint (atl_scene_map_get_marks (shown.scene, map_fixture_find_link (f, "Gil", "Hana")), ==, 0);

  gtk_widget_set_visible (shown.panel, FALSE);
  g_assert_cmpuint (atl_scene_map_get_marks (shown.scene, dsi), ==, 0);
  clear (f, &shown);
}

static void
test_matrix (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  AtlMatrix *matrix = ATL_MATRIX (atl_find (shown.panel, ATL_TYPE_MATRIX));
  GtkWidget *cell = atl_matrix_get_cell (matrix, 0, 2);

  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (cell), "MKT → MAG: about average (1 of 6)."));
  g_assert_true (has_text (atl_matrix_get_cell (matrix, 2, 0), "No link from MAG to MKT (possible: 6)."));
  g_assert_false (has_text (atl_matrix_get_cell (matrix, 3, 3), "JUR"));

  g_signal_emit_by_name (cell, "activated");
  g_assert_true (gtk_widget_has_css_class (cell, "lit"));
  g_assert_true (says (shown.panel, "MKT → MAG: about average (1 of 6)."));
  g_assert_true (is_lit (f, &shown, "Chloé", "Gil"));
  g_assert_false (is_lit (f, &shown, "Bob", "Dan"));
  g_signal_emit_by_name (cell, "activated");
  g_assert_true (is_lit (f, &shown, "Bob", "Dan"));
  clear (f, &shown);
}

static void
test_enlarged_matrix_is_live (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  GtkWidget *window = atl_matrix_window_open (NULL, shown.reader);
  AtlMatrix *matrix = ATL_MATRIX (atl_find (window, ATL_TYPE_MATRIX));

  g_assert_true (has_text (atl_matrix_get_cell (matrix, 0, 1), "1/9"));
  map_fixture_add_link (f, "Ana", "Eva", ATL_LINK_KIND_HANDOFF, 3);
  map_settle ();
  g_assert_true (has_text (atl_matrix_get_cell (matrix, 0, 1), "2/9"));
  gtk_window_destroy (GTK_WINDOW (window));
  clear (f, &shown);
}

static void
test_action (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  AtlList   *actions = atl_session_get_actions (f->session);
  GtkWidget *links = find_card (shown.panel, "DSI and MAG – pending requests: 1");
  g_assert_nonnull (links);

  gtk_widget_activate_action (links, "figures.make-action", "(ss)", "DSI", "MAG");

  g_assert_cmpuint (atl_list_get_length (actions), ==, 1);
  AtlAction *action = atl_list_get (actions, 0);
  g_assert_cmpstr (atl_action_get_text (action), ==, "Build the link DSI – MAG");
  g_assert_cmpuint (g_strv_length ((char **) atl_action_get_owners (action)), ==, 2);
  g_assert_cmpstr (atl_action_get_owners (action)[0], ==, "Farid");
  g_assert_cmpstr (atl_action_get_owners (action)[1], ==, "Hana");
  g_assert_true (has_text (links, "Action Made"));
  g_assert_nonnull (gtk_widget_get_focus_child (links));

  g_assert_true (atl_history_undo (f->history));
  g_assert_cmpuint (atl_list_get_length (actions), ==, 0);
  g_assert_false (atl_history_get_can_undo (f->history));
  g_assert_true (has_text (find_card (shown.panel, "DSI and MAG"), "Make an Action"));
  clear (f, &shown);
}

/* Where the room looks, an owner is somebody of a silo; who it is stands in the action. */
static void
test_action_in_silos_only (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  AtlList   *actions = atl_session_get_actions (f->session);
  GtkWidget *links = NULL;

  atl_figures_panel_set_silos_only (ATL_FIGURES_PANEL (shown.panel), TRUE);
  links = find_card (shown.panel, "DSI and MAG – pending requests: 1");
  g_assert_true (has_text (links, "Owners: one person of DSI and one of MAG; names are in the action"));
  gtk_widget_activate_action (links, "figures.make-action", "(ss)", "DSI", "MAG");
  map_settle ();

  g_assert_cmpuint (g_strv_length ((char **) atl_action_get_owners (atl_list_get (actions, 0))), ==, 2);
  g_assert_true (has_text (f->window, "Action added for one person of DSI and one of MAG"));
  g_assert_false (has_text (f->window, "Farid"));
  clear (f, &shown);
}

static gboolean
move_focus (MapFixture *f, GtkDirectionType direction)
{
  GtkWidget *before = gtk_root_get_focus (GTK_ROOT (f->window));

  gtk_widget_child_focus (f->window, direction);
  return gtk_root_get_focus (GTK_ROOT (f->window)) != before;
}

/* Whoever goes through the panel comes back the same way, stop by stop. */
static void
test_focus_goes_back (MapFixture *f, gconstpointer data)
{
  Shown                 shown = show_panel (f);
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();

  for (guint i = 0; i < 16; i++)
    {
      g_assert_true (move_focus (f, GTK_DIR_TAB_FORWARD));
      g_ptr_array_add (stops, gtk_root_get_focus (GTK_ROOT (f->window)));
    }
  for (guint i = stops->len - 1; i-- > 0;)
    {
      g_assert_true (move_focus (f, GTK_DIR_TAB_BACKWARD));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == stops->pdata[i]);
    }
  g_assert_true (gtk_widget_is_ancestor (stops->pdata[0], find_card (shown.panel, "2/8 of the links")));
  clear (f, &shown);
}

static gboolean
is_laid_out (gpointer widget)
{
  return gtk_widget_get_height (widget) > 0;
}

static void
test_focus_goes_up (MapFixture *f, gconstpointer data)
{
  Shown      shown = show_panel (f);
  GtkWidget *second = find_card (shown.panel, "Within a silo, 10/14");
  GtkWidget *silo = find_card (shown.panel, "DSI: more links inside");

  atl_test_wait_for (is_laid_out, silo);
  atl_figure_card_enter (ATL_FIGURE_CARD (second));
  g_assert_true (move_focus (f, GTK_DIR_UP));
  g_assert_nonnull (gtk_widget_get_focus_child (find_card (shown.panel, "2/8 of the links")));
  atl_figure_card_enter (ATL_FIGURE_CARD (silo));
  g_assert_true (move_focus (f, GTK_DIR_TAB_BACKWARD));
  g_assert_nonnull (gtk_widget_get_focus_child (find_card (shown.panel, "MKT: more links inside")));
  clear (f, &shown);
}

/* Even if the focus was in that section before. */
static void
test_sections_take_the_focus (MapFixture *f, gconstpointer data)
{
  static const char *names[] = { "links_section", "matrix_section", "silos_section", "cards",
                                 "links_section" };
  Shown              shown = show_panel (f);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *section =
        GTK_WIDGET (gtk_widget_get_template_child (shown.panel, ATL_TYPE_FIGURES_PANEL, names[i]));

      gtk_widget_activate_action (shown.panel, "figures.go", "s", names[i]);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), section));
      g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (f->window)));
    }
  clear (f, &shown);
}

static void
forget_silos (MapFixture *f, const char *kept)
{
  AtlList *people = atl_session_get_people (f->session);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson         *person = atl_list_get (people, i);
      const char *const *of = atl_person_get_silos (person);
      const char *const  none[] = { NULL };

      if (kept == NULL || of == NULL || g_strcmp0 (of[0], kept) != 0)
        atl_person_set_silos (person, none);
    }
  map_settle ();
}

/* What is missing is said, with the way to it; no figure is made up. */
static void
test_no_silo (MapFixture *f, gconstpointer data)
{
  Shown    shown = show_panel (f);
  GObject *details = gtk_widget_get_template_child (shown.panel, ATL_TYPE_FIGURES_PANEL, "lone_figures");

  forget_silos (f, NULL);
  g_assert_true (has_text (shown.panel, "Nobody on this map belongs to a silo yet"));
  g_assert_true (says (shown.panel, "Silos and Partitions…"));
  g_assert_true (has_text (gtk_expander_get_child (GTK_EXPANDER (details)), "0.181 (13 / 72)"));
  g_assert_cmpuint (count_cards (shown.panel), ==, 0);
  clear (f, &shown);
}

static void
test_one_silo (MapFixture *f, gconstpointer data)
{
  Shown shown = show_panel (f);

  forget_silos (f, "DSI");
  g_assert_true (has_text (shown.panel, "There is one silo on this map, DSI"));
  g_assert_null (find_card (shown.panel, "DSI: no active link"));
  g_assert_null (find_card (shown.panel, "0/2 of the links"));
  clear (f, &shown);
}

/* The line keeps its direction; the name keeps its own. */
static void
test_names_turn_no_line_around (MapFixture *f, gconstpointer data)
{
  Shown        shown = show_panel (f);
  GtkWidget   *card = NULL;
  GtkWidget   *label = NULL;
  PangoLayout *layout = NULL;

  atl_note_set_text (atl_list_find (atl_board_get_notes (f->board), "Bob"), "דוד כהן");
  map_settle ();
  card = find_card (shown.panel, "\u200e\u2068דוד כהן\u2069 is on the path");
  g_assert_nonnull (card);
  label = atl_find (card, GTK_TYPE_LABEL);
  layout = gtk_label_get_layout (GTK_LABEL (label));
  g_assert_cmpint (pango_layout_get_direction (layout, 0), ==, PANGO_DIRECTION_LTR);
  clear (f, &shown);
}

/* Three bridges are told of, the others are counted. */
static void
test_many_bridges (MapFixture *f, gconstpointer data)
{
  Shown shown;
  guint n = 0;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("Extra %u", i);

      map_fixture_add_node (f, name, "JUR");
      map_fixture_add_link (f, name, "Ana", ATL_LINK_KIND_HANDOFF, 3);
    }
  shown = show_panel (f);
  n = count_starts (shown.panel, "The link ");
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (find_card (shown.panel, "5 more bridges between silos are marked on the map."));
  clear (f, &shown);
}

static void
test_names_of_silos_are_no_markup (MapFixture *f, gconstpointer data)
{
  Shown shown = show_panel (f);

  atl_silo_set_name (atl_list_find (atl_session_get_silos (f->session), "JUR"), "<b>R&D %s {k}");
  map_settle ();

  g_assert_nonnull (find_card (shown.panel, "<b>R&D %s {k}: no active link"));
  clear (f, &shown);
}

static void
make_handoff_map (MapFixture *f)
{
  GVariantDict graph, options;

  g_variant_dict_init (&graph, NULL);
  g_variant_dict_insert (&graph, "measures", "b", FALSE);
  g_variant_dict_init (&options, NULL);
  g_variant_dict_insert_value (&options, "graph", g_variant_dict_end (&graph));
  atl_area_set_options (f->area, g_variant_dict_end (&options));
}

static void
wait_days (MapFixture *f, const char *from, const char *to, gint64 days)
{
  GVariantDict fields;

  g_variant_dict_init (&fields, NULL);
  g_variant_dict_insert (&fields, "waitingDays", "x", days);
  atl_link_set_fields (map_fixture_find_link (f, from, to), g_variant_dict_end (&fields));
}

/* A map that is not about silos has no silo figures, but says where work waits. */
static void
test_handoff_map (MapFixture *f, gconstpointer data)
{
  make_handoff_map (f);
  wait_days (f, "Bob", "Chloé", 5);
  wait_days (f, "Chloé", "Gil", 4);
  wait_days (f, "Eva", "Farid", 2);
  Shown      shown = show_panel (f);
  GtkWidget *waiting = find_card (shown.panel, "Waiting along the longest path: 9 days");

  g_assert_null (find_card (shown.panel, "2/8 of the links"));
  g_assert_nonnull (find_card (shown.panel, "14 links: Handoff 5"));
  g_assert_nonnull (find_card (shown.panel, "2 requests"));
  g_assert_nonnull (waiting);
  g_assert_true (has_text (waiting, "11 days"));
  g_assert_true (has_text (waiting, "Bob → Chloé → Gil"));
  atl_figure_card_set_lit (ATL_FIGURE_CARD (waiting), TRUE);
  g_assert_true (is_lit (f, &shown, "Bob", "Chloé"));
  g_assert_false (is_lit (f, &shown, "Eva", "Farid"));
  clear (f, &shown);
}

/* Half a day is not rounded away. */
static void
test_half_days (MapFixture *f, gconstpointer data)
{
  GVariantDict fields;
  Shown        shown;

  make_handoff_map (f);
  wait_days (f, "Chloé", "Gil", 17);
  g_variant_dict_init (&fields, NULL);
  g_variant_dict_insert (&fields, "waitingDays", "d", 2.5);
  atl_link_set_fields (map_fixture_find_link (f, "Bob", "Chloé"), g_variant_dict_end (&fields));
  shown = show_panel (f);
  g_assert_nonnull (find_card (shown.panel, "Waiting along the longest path: 19.5 days"));
  clear (f, &shown);
}

/* Hundreds of silos of one are told of in a few cards. */
static void
test_many_silos (MapFixture *f, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char    *name = g_strdup_printf ("Silo %u", i);
      g_autofree char    *person = g_strdup_printf ("Somebody %u", i);
      g_autoptr (AtlSilo) silo = atl_silo_new (name);

      atl_silo_set_name (silo, name);
      atl_list_insert (atl_session_get_silos (f->session), ATL_ITEM (silo));
      map_fixture_add_node (f, person, name);
    }
  Shown shown = show_panel (f);
  atl_test_wait_for (is_read, shown.reader);

  g_assert_cmpuint (count_cards (shown.panel), <, 80);
  g_assert_true (has_text (shown.panel, "204 silos: enlarge the matrix to read it."));
  clear (f, &shown);
}

static void
test_empty_map (MapFixture *f, gconstpointer data)
{
  GObject *stack = NULL;

  while (atl_list_get_length (atl_board_get_notes (f->board)) > 0)
    atl_list_remove (atl_board_get_notes (f->board), atl_list_get (atl_board_get_notes (f->board), 0));
  Shown shown = show_panel (f);

  stack = gtk_widget_get_template_child (shown.panel, ATL_TYPE_FIGURES_PANEL, "stack");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  map_fixture_add_node (f, "Zoe", "MKT");
  map_settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "figures");
  clear (f, &shown);
}

/* Who closes the window keeps nothing of the panel, its reader and its light. */
static void
test_leaves_nothing (MapFixture *f, gconstpointer data)
{
  Shown    shown = show_panel (f);
  gpointer panel = shown.panel;
  g_object_add_weak_pointer (panel, &panel);
  atl_figure_card_set_lit (ATL_FIGURE_CARD (find_card (shown.panel, "2/8 of the links")), TRUE);

  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = gtk_window_new ();
  map_settle ();

  g_assert_null (panel);
  g_assert_finalize_object (shown.scene);
  g_assert_finalize_object (shown.reader);
}

/* What is folded is in no window: GTK would complain, and complaints end tests. */
static void
test_arrows_pass_folded_details (MapFixture *f, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *card = atl_figure_card_new ("Text");
  GtkWidget *after = gtk_button_new ();
  GtkWidget *details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *expander = NULL;

  gtk_box_append (GTK_BOX (details), gtk_button_new ());
  gtk_box_append (GTK_BOX (details), gtk_button_new ());
  atl_figure_card_set_details (ATL_FIGURE_CARD (card), details);
  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), after);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (f->window))), box);
  gtk_window_present (GTK_WINDOW (f->window));
  atl_test_wait_for (is_mapped, card);

  expander = atl_find (card, GTK_TYPE_EXPANDER);
  g_assert_true (gtk_widget_grab_focus (expander));
  gtk_widget_child_focus (box, GTK_DIR_DOWN);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == after);
  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  g_assert_true (gtk_widget_get_visible (details));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (gtk_window_get_child (GTK_WINDOW (f->window))), NULL);
  map_settle ();
}

static void
test_width (MapFixture *f, gconstpointer data)
{
  Shown shown = show_panel (f);
  int   least = 0;

  gtk_widget_measure (shown.panel, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
  clear (f, &shown);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  MAP_TEST ("/figures/sentences-of-the-worked-example", test_sentences);
  MAP_TEST ("/figures/each-silo-beside-its-reference", test_reference_of_a_silo);
  MAP_TEST ("/figures/live", test_live);
  MAP_TEST ("/figures/silos-only-names-nobody", test_silos_only_names_nobody);
  MAP_TEST ("/figures/people-are-named-as-they-want", test_people_are_named_as_they_want);
  MAP_TEST ("/figures/lights-what-it-counts", test_lights_what_it_counts);
  MAP_TEST ("/figures/light-follows-edits", test_light_follows_edits);
  MAP_TEST ("/figures/marks-while-it-is-seen", test_marks_while_it_is_seen);
  MAP_TEST ("/figures/matrix-says-and-lights", test_matrix);
  MAP_TEST ("/figures/enlarged-matrix-is-live", test_enlarged_matrix_is_live);
  MAP_TEST ("/figures/action-with-an-owner-on-either-side", test_action);
  MAP_TEST ("/figures/action-names-nobody-in-silos-only", test_action_in_silos_only);
  MAP_TEST ("/figures/focus-goes-back-as-it-came", test_focus_goes_back);
  MAP_TEST ("/figures/focus-goes-up", test_focus_goes_up);
  MAP_TEST ("/figures/sections-take-the-focus", test_sections_take_the_focus);
  MAP_TEST ("/figures/no-silo-is-said", test_no_silo);
  MAP_TEST ("/figures/one-silo-has-no-outside", test_one_silo);
  MAP_TEST ("/figures/names-turn-no-line-around", test_names_turn_no_line_around);
  MAP_TEST ("/figures/three-bridges-stand-for-many", test_many_bridges);
  MAP_TEST ("/figures/half-days", test_half_days);
  MAP_TEST ("/figures/names-are-no-markup", test_names_of_silos_are_no_markup);
  MAP_TEST ("/figures/handoff-map", test_handoff_map);
  MAP_TEST ("/figures/many-silos", test_many_silos);
  MAP_TEST ("/figures/empty-map", test_empty_map);
  MAP_TEST ("/figures/leaves-nothing", test_leaves_nothing);
  MAP_TEST ("/figures/arrows-pass-folded-details", test_arrows_pass_folded_details);
  MAP_TEST ("/figures/fits-a-telephone", test_width);
  return g_test_run ();
}

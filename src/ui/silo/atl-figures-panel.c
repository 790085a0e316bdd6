/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-figures-panel-private.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "model/atl-action.h"
#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "ui/common/atl-expander.h"
#include "ui/common/atl-toast.h"
#include "ui/silo/atl-channels.h"
#include "ui/silo/atl-figure-details.h"
#include "ui/silo/atl-flow-cards.h"
#include "ui/silo/atl-link-action.h"
#include "ui/silo/atl-map-cards.h"
#include "ui/silo/atl-matrix-legend.h"
#include "ui/silo/atl-matrix-window.h"
#include "ui/silo/atl-matrix.h"
#include "ui/silo/atl-priority-cards.h"
#include "ui/silo/atl-silo-cards.h"
#include "ui/start/atl-style.h"
#include "util/atl-direction.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/silo/"
#define MOST_IN_PANEL 12 /* silos of a matrix that can be read in the width of a panel */

/**
 * AtlFiguresPanel:
 *
 * What a map shows: sentences first, numbers for who wants them. It names people as they want to be named,
 * never in an order of merit, and not at all where only silos are shown.
 */
G_DEFINE_FINAL_TYPE (AtlFiguresPanel, atl_figures_panel, GTK_TYPE_BOX)

static GtkWidget *
get_part (AtlFiguresPanel *self,
          const char      *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_FIGURES_PANEL, name));
}

static AtlSession *
session_of (AtlFiguresPanel *self)
{
  return atl_document_get_session (self->document);
}

static AtlVoice
get_voice (AtlFiguresPanel *self,
           AtlMeasures     *measures)
{
  return (AtlVoice){ session_of (self), measures->network, self->silos_only };
}

static void
show_text (AtlFiguresPanel *self,
           const char      *name,
           const char      *text)
{
  GtkWidget *label = get_part (self, name);

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
show_channels (AtlFiguresPanel *self)
{
  g_auto (GStrv)   names = atl_channels_dup_found (session_of (self));
  g_autofree char *list = names != NULL ? g_strjoinv (", ", names) : NULL;
  g_autofree char *text = NULL;

  /* Translators: names of silos, such as “Web, Shops” */
  if (list != NULL)
    text = g_strdup_printf (_ ("These look like channels, not teams: %s. Group people by department or "
                               "unit instead: a silo for each channel builds the very walls that this "
                               "map shall show."),
                            list);
  show_text (self, "channels", text);
}

static void
show_notices (AtlFiguresPanel *self,
              AtlMeasures     *measures)
{
  const char *language = atl_session_get_language (session_of (self));
  gboolean    measured = atl_board_has_measures (atl_map_reader_get_board (self->reader));
  gboolean    drawn = measures != NULL && measures->network->n_nodes > 0;
  gboolean    small = measured && drawn && atl_measures_is_small (measures);

  show_channels (self);
  show_text (self, "small", small ? atl_words_get_silo_text (language, "small-map") : NULL);
  show_text (self, "privacy", atl_words_get_silo_text (language, "privacy"));
}

static void
show_count (AtlFiguresPanel *self,
            AtlMeasures     *measures)
{
  gboolean         measured = atl_board_has_measures (atl_map_reader_get_board (self->reader));
  guint            n_nodes = measures != NULL ? measures->network->n_nodes : 0;
  guint            n_pairs = measures != NULL ? measures->network->n_pairs : 0;
  guint            n_needs = measures != NULL ? measures->network->n_needs : 0;
  g_autofree char *nodes = g_strdup_printf (ngettext ("%u node", "%u nodes", n_nodes), n_nodes);
  guint            n_links = measures != NULL ? measures->network->n_arcs : 0;
  g_autofree char *pairs = g_strdup_printf (ngettext ("%u linked pair", "%u linked pairs", n_pairs), n_pairs);
  /* Translators: how many links a map has, where those in both directions count twice */
  g_autofree char *links = g_strdup_printf (ngettext ("%u link, each direction counted",
                                                      "%u links, each direction counted", n_links),
                                            n_links);
  g_autofree char *needs = g_strdup_printf (ngettext ("%u request", "%u requests", n_needs), n_needs);
  g_autofree char *text = g_strdup_printf ("%s · %s (%s) · %s", nodes, pairs, links, needs);

  show_text (self, "count", n_nodes == 0 ? NULL : measured ? text
                                                           : nodes);
}

static void
show_matrix (AtlFiguresPanel *self,
             AtlMeasures     *measures,
             const AtlVoice  *voice)
{
  guint            n = measures->network->n_silos;
  GtkWidget       *matrix = adw_bin_get_child (ADW_BIN (self->matrix));
  g_autofree char *many = g_strdup_printf (_ ("%u silos: enlarge the matrix to read it."), n);

  gtk_widget_set_visible (self->matrix, n <= MOST_IN_PANEL);
  gtk_label_set_text (GTK_LABEL (get_part (self, "matrix_hint")),
                      n <= MOST_IN_PANEL ? _ ("Rows give links, columns receive them. Hatched: none; framed: "
                                              "inside a silo.")
                                         : many);
  if (n <= MOST_IN_PANEL)
    atl_matrix_show (ATL_MATRIX (matrix), measures, voice);
}

static void
show_links (AtlFiguresPanel *self,
            AtlMeasures     *measures,
            const AtlVoice  *voice)
{
  AtlBoard *board = atl_map_reader_get_board (self->reader);

  atl_priority_cards_fill (ATL_CARD_BOX (self->links), board, measures, voice,
                           atl_document_get_read_only (self->document));
}

/* With no silo, or a single one, nothing is inside or outside: what is missing is said, and what stands
 * without silos. */
static void
show_lone (AtlFiguresPanel *self,
           AtlMeasures     *measures,
           gboolean         lone)
{
  AtlNetwork      *network = measures->network;
  g_autofree char *name = network->n_silos == 1 ? atl_direction_dup_isolated (network->silos[0].name) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (get_part (self, "lone"), lone);
  if (!lone)
    return;
  if (name != NULL)
    /* Translators: the name of a silo */
    text = g_strdup_printf (_ ("There is one silo on this map, %s: figures between silos need two."), name);
  show_text (self, "lone_text",
             text != NULL ? text
                          : _ ("Nobody on this map belongs to a silo yet: set the silos (Map › Silos and "
                               "Partitions…, or the menu of a node)."));
  atl_expander_set_child (GTK_EXPANDER (get_part (self, "lone_figures")),
                          atl_figure_details_new_overall (measures));
}

static void
show_figures (AtlFiguresPanel *self,
              AtlMeasures     *measures)
{
  AtlSiloReading *reading = atl_map_reader_get_reading (self->reader);
  AtlVoice        voice = get_voice (self, measures);
  gboolean        several = measures->network->n_silos > 1;
  AtlBoard       *board = atl_map_reader_get_board (self->reader);
  gboolean        measured = atl_board_has_measures (board);

  show_lone (self, measures, measured && !several);
  gtk_widget_set_visible (get_part (self, "ways"), measured && several);
  gtk_widget_set_visible (get_part (self, "silos_section"),
                          measured && several && !atl_measures_is_of_teams (measures));
  gtk_widget_set_visible (get_part (self, "matrix_section"), measured && several);
  gtk_widget_set_visible (get_part (self, "links_section"), measured && several);
  if (!measured)
    {
      atl_flow_cards_fill (ATL_CARD_BOX (self->cards), board, measures, &voice);
      return;
    }
  atl_map_cards_fill (ATL_CARD_BOX (self->cards), measures, reading, &voice);
  atl_silo_cards_fill (ATL_CARD_BOX (self->silos), measures, reading, &voice);
  atl_expander_set_child (GTK_EXPANDER (get_part (self, "silos_details")),
                          atl_figure_details_new_silos (measures));
  show_matrix (self, measures, &voice);
  show_links (self, measures, &voice);
}

static void
refresh (AtlFiguresPanel *self)
{
  AtlMeasures *measures = atl_map_reader_get_measures (self->reader);
  const char  *page = "none";

  show_notices (self, measures);
  show_count (self, measures);
  if (measures != NULL && measures->network->n_nodes > 0)
    {
      show_figures (self, measures);
      page = "figures";
    }
  else if (atl_board_is_map (atl_map_reader_get_board (self->reader)))
    page = "empty";
  if (!g_str_equal (page, "figures"))
    gtk_widget_set_visible (get_part (self, "ways"), FALSE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  atl_figures_panel_relight (self);
}

static void
slow_cb (AtlFiguresPanel *self)
{
  gtk_widget_set_visible (self->busy, atl_map_reader_get_slow (self->reader));
}

/* An action that is made, or taken back, changes what its button says. */
static void
session_changed_cb (AtlFiguresPanel *self,
                    AtlChange       *change)
{
  AtlMeasures *measures = atl_map_reader_get_measures (self->reader);
  AtlVoice     voice;

  if (!self->held || measures == NULL || !ATL_IS_ACTION (atl_change_get_item (change)) ||
      measures->network->n_silos < 2)
    return;
  voice = get_voice (self, measures);
  show_links (self, measures, &voice);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  return atl_figures_panel_unlight (ATL_FIGURES_PANEL (widget)) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
enlarge (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  atl_matrix_window_open (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                          ATL_FIGURES_PANEL (widget)->reader);
}

static void
go (GtkWidget  *widget,
    const char *name,
    GVariant   *parameter)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (widget);
  GtkWidget       *section = get_part (self, g_variant_get_string (parameter, NULL));

  if (section != NULL)
    atl_figures_panel_go (self, get_part (self, "scroller"), section);
}

static int
find_silo (AtlNetwork *network,
           const char *id)
{
  for (guint i = 0; i < network->n_silos; i++)
    if (g_strcmp0 (network->silos[i].id, id) == 0)
      return (int) i;
  return -1;
}

/* Where only silos are shown, the owners are told of by theirs: nobody is given a task unawares. */
static char *
dup_made (AtlFiguresPanel *self,
          AtlMeasures     *measures,
          AtlAction       *action,
          guint            a,
          guint            b)
{
  const char *const *owners = atl_action_get_owners (action);
  AtlNetworkSilo    *silos = measures->network->silos;
  g_autofree char   *first = atl_direction_dup_isolated (silos[a].name);
  g_autofree char   *second = atl_direction_dup_isolated (silos[b].name);

  if (self->silos_only && owners != NULL && g_strv_length ((char **) owners) == 2)
    /* Translators: the names of two silos */
    return g_strdup_printf (_ ("Action added for one person of %s and one of %s; names are in the action"),
                            first, second);
  /* Translators: the text of an action */
  return g_strdup_printf (_ ("Action added: %s"), atl_action_get_text (action));
}

static void
make_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (widget);
  AtlHistory      *history = atl_document_get_history (self->document);
  AtlMeasures     *measures = atl_map_reader_get_measures (self->reader);
  const char      *first, *second;
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;
  AtlAction       *action = NULL;
  AtlFigureCard   *card = NULL;
  int              a, b;

  g_variant_get (parameter, "(&s&s)", &first, &second);
  a = measures != NULL ? find_silo (measures->network, first) : -1;
  b = measures != NULL ? find_silo (measures->network, second) : -1;
  if (a < 0 || b < 0 || atl_document_get_read_only (self->document))
    return;
  key = g_strdup_printf ("%s:%s", first, second);
  action = atl_link_action_make (session_of (self), history, measures, (guint) a, (guint) b);
  text = dup_made (self, measures, action, (guint) a, (guint) b);
  atl_toast_show_undo (widget, text, history);
  card = atl_card_box_find (ATL_CARD_BOX (self->links), key);
  if (card != NULL)
    atl_figure_card_enter (card);
}

static void
atl_figures_panel_map (GtkWidget *widget)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (widget);

  GTK_WIDGET_CLASS (atl_figures_panel_parent_class)->map (widget);
  self->held = TRUE;
  atl_map_reader_hold (self->reader);
  refresh (self);
}

static void
atl_figures_panel_unmap (GtkWidget *widget)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (widget);

  self->held = FALSE;
  atl_figures_panel_unlight (self);
  atl_figures_panel_relight (self);
  atl_map_reader_release (self->reader);
  GTK_WIDGET_CLASS (atl_figures_panel_parent_class)->unmap (widget);
}

/* Who enters the panel wants to read, not to close it. */
static gboolean
atl_figures_panel_focus (GtkWidget       *widget,
                         GtkDirectionType direction)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL &&
      gtk_widget_child_focus (self->stack, direction))
    return TRUE;
  return GTK_WIDGET_CLASS (atl_figures_panel_parent_class)->focus (widget, direction);
}

static void
atl_figures_panel_dispose (GObject *object)
{
  AtlFiguresPanel *self = ATL_FIGURES_PANEL (object);

  atl_figures_panel_forget_light (self);
  g_clear_object (&self->reader);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_figures_panel_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "count", "channels", "small", "privacy", "silos_section", "ways",
                                       "silos_details", "scroller", "lone", "lone_text", "lone_figures",
                                       "matrix_section", "matrix_hint", "matrix_sentence", "links_section" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, busy);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, cards);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, silos);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, links);
  gtk_widget_class_bind_template_child (widget_class, AtlFiguresPanel, matrix);
}

static void
install_signals (void)
{
  /**
   * AtlFiguresPanel::lit:
   * @items: (nullable) (element-type AtlItem): the set of what the figure that is lit counts; %NULL for none
   */
  g_signal_new ("lit", ATL_TYPE_FIGURES_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_HASH_TABLE);
}

static void
atl_figures_panel_class_init (AtlFiguresPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_figures_panel_dispose;
  widget_class->focus = atl_figures_panel_focus;
  widget_class->map = atl_figures_panel_map;
  widget_class->unmap = atl_figures_panel_unmap;
  g_type_ensure (ATL_TYPE_CARD_BOX);
  g_type_ensure (ATL_TYPE_MATRIX_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-figures-panel.ui");
  bind_parts (widget_class);
  install_signals ();
  gtk_widget_class_install_action (widget_class, "figures.go", "s", go);
  gtk_widget_class_install_action (widget_class, "figures.enlarge", NULL, enlarge);
  gtk_widget_class_install_action (widget_class, "figures.make-action", "(ss)", make_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
atl_figures_panel_init (AtlFiguresPanel *self)
{
  GtkWidget *matrix = NULL;

  atl_style_ensure (RESOURCES "silo.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_figures_panel_watch (get_part (self, "scroller"));
  matrix = atl_matrix_new (FALSE);
  adw_bin_set_child (ADW_BIN (self->matrix), matrix);
  g_signal_connect_object (matrix, "cell-activated", G_CALLBACK (atl_figures_panel_cell_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cards, "lit-changed", G_CALLBACK (atl_figures_panel_card_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->silos, "lit-changed", G_CALLBACK (atl_figures_panel_card_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->links, "lit-changed", G_CALLBACK (atl_figures_panel_card_toggled), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atl_figures_panel_new:
 * @document: the document whose maps it shows
 * @reader: reads the map that is open
 *
 * Returns: (transfer floating): a panel that is live while it is seen
 */
GtkWidget *
atl_figures_panel_new (AtlDocument  *document,
                       AtlMapReader *reader)
{
  AtlFiguresPanel *self = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (document) && ATL_IS_MAP_READER (reader), NULL);

  self = g_object_new (ATL_TYPE_FIGURES_PANEL, NULL);
  self->document = g_object_ref (document);
  self->reader = g_object_ref (reader);
  g_signal_connect_object (reader, "read", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reader, "notify::slow", G_CALLBACK (slow_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session_of (self), "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * atl_figures_panel_set_scene:
 * @self: a panel
 * @scene: (nullable): the scene of the board that is open, where figures mark what they warn of; what they
 *         count is said by AtlFiguresPanel::lit
 */
void
atl_figures_panel_set_scene (AtlFiguresPanel *self,
                             AtlScene        *scene)
{
  g_return_if_fail (ATL_IS_FIGURES_PANEL (self));

  if (scene == self->scene)
    return;
  atl_figures_panel_unlight (self);
  atl_figures_panel_forget_light (self);
  g_set_object (&self->scene, scene);
  atl_figures_panel_relight (self);
}

/**
 * atl_figures_panel_set_silos_only:
 * @self: a panel
 * @silos_only: whether no person is named
 */
void
atl_figures_panel_set_silos_only (AtlFiguresPanel *self,
                                  gboolean         silos_only)
{
  g_return_if_fail (ATL_IS_FIGURES_PANEL (self));

  if (self->silos_only == silos_only)
    return;
  self->silos_only = silos_only;
  refresh (self);
}

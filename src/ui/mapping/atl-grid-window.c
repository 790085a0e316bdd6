/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-grid-window.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "model/atl-change.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "ui/mapping/atl-grid-data.h"
#include "ui/mapping/atl-grid-view.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlGridWindow:
 *
 * Who works with whom, team by team, and who would need to: the links of a map as a grid. Each cell that is
 * filled in is a step of the history. Where the map is of people it counts what goes on between the silos.
 */
struct _AtlGridWindow
{
  AdwWindow parent_instance;

  GtkWidget *title;
  GtkWidget *sides;
  GtkWidget *needed;
  GtkWidget *kinds;
  GtkWidget *kind;
  GtkWidget *explanation;
  GtkWidget *offers;
  GtkWidget *add_silos;
  GtkWidget *body;
  GtkWidget *status;

  AtlDocument *document;
  AtlBoard    *board;
  AtlGridData *data;
  GArray      *choices; /* AtlLinkKind, as in the drop-down */
  guint        refresh_id;
};

G_DEFINE_FINAL_TYPE (AtlGridWindow, atl_grid_window, ADW_TYPE_WINDOW)

static const char *
get_language (AtlGridWindow *self)
{
  return atl_session_get_language (atl_document_get_session (self->document));
}

static gboolean
is_needed (AtlGridWindow *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->needed));
}

static AtlLinkKind
get_kind (AtlGridWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return g_array_index (self->choices, AtlLinkKind, selected < self->choices->len ? selected : 0);
}

static AtlGridView *
get_view (AtlGridWindow *self)
{
  return ATL_GRID_VIEW (gtk_viewport_get_child (GTK_VIEWPORT (self->body)));
}

static const char *
get_kind_label (AtlGridWindow *self,
                AtlLinkKind    kind)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);

  return atl_words_get_label (get_language (self), ATL_LABEL_LINK_KIND,
                              g_enum_get_value (kinds, (int) kind)->value_nick);
}

/* "DSI → Marketing: 3, about once a month" */
static void
say_cell (AtlGridWindow *self,
          GString       *text,
          guint          row,
          guint          column)
{
  AtlGridValue     value = atl_grid_data_get (self->data, row, column);
  int              strength = value.own > 0 ? value.own : value.other;
  g_autofree char *key = g_strdup_printf (is_needed (self) ? "strength-need-%d" : "strength-active-%d",
                                          strength);

  if (text->len > 0)
    g_string_append (text, "   ·   ");
  g_string_append_printf (text, _ ("%s → %s: %d"), atl_grid_data_get_label (self->data, row),
                          atl_grid_data_get_label (self->data, column), strength);
  if (strength > 0)
    g_string_append_printf (text, ", %s", atl_words_get (get_language (self), key));
  if (value.own == 0 && value.other > 0)
    g_string_append_printf (text, " (%s)", get_kind_label (self, value.other_kind));
}

static void
say_count (AtlGridWindow *self,
           GString       *text,
           guint          row,
           guint          column)
{
  AtlGridValue value = atl_grid_data_get (self->data, row, column);

  /* Translators: links of one silo to another: who gives, who receives, how many there are of how many there
   * could be */
  g_string_append_printf (text, _ ("%s → %s: %d of %u possible links"),
                          atl_grid_data_get_label (self->data, row),
                          atl_grid_data_get_label (self->data, column), value.own, value.possible);
}

static void
show_status (AtlGridWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               row, column;

  atl_grid_view_get_current (get_view (self), &row, &column);
  if (atl_grid_data_get_n (self->data) < 2)
    g_string_append (text, _ ("A grid needs two silos at least."));
  else if (!atl_grid_data_is_editable (self->data))
    say_count (self, text, row, column);
  else
    {
      say_cell (self, text, row, column);
      say_cell (self, text, column, row);
    }
  gtk_label_set_text (GTK_LABEL (self->status), text->str);
}

static const char *
explain (AtlGridWindow *self)
{
  if (!atl_grid_data_is_editable (self->data))
    return _ ("This map is of people: the grid counts the links between their silos, and cannot be typed in. "
              "On a map of teams each cell is a link.");
  if (is_needed (self))
    return _ ("How much does the row need the column, and not get it? From 1, would be nice, to 5, we fail "
              "without it; 0 is no need. ▲ and ▽ mark pairs that differ by two or more.");
  if (atl_link_kind_is_mutual (get_kind (self)))
    return _ ("This kind is the same both ways: a digit fills in the mirror cell, too. From 1, once or twice "
              "a year, to 5, every day; 0 is no link.");
  return _ ("Rows give, columns receive: each way has its own digit, from 1, once or twice a year, to 5, "
            "every day; 0 is no link. Links of other kinds are faint. ▲ and ▽ mark pairs that differ by two "
            "or more.");
}

static void
show_explanation (AtlGridWindow *self)
{
  gboolean              editable = atl_grid_data_is_editable (self->data);
  g_autoptr (GPtrArray) silos = atl_nodes_dup_missing_silos (self->board);
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (self->board);
  g_autofree char      *text = NULL;

  if (atl_grid_data_get_n_left_out (self->data) > 0)
    text = g_strdup_printf (_ ("%s Only the first %u of %u are shown."), explain (self),
                            atl_grid_data_get_n (self->data),
                            atl_grid_data_get_n (self->data) + atl_grid_data_get_n_left_out (self->data));
  gtk_label_set_text (GTK_LABEL (self->explanation), text != NULL ? text : explain (self));
  gtk_widget_set_visible (self->kinds, editable);
  gtk_widget_set_visible (self->sides, editable);
  gtk_widget_set_visible (self->title, !editable);
  gtk_widget_set_visible (self->offers, !editable);
  gtk_widget_set_visible (self->add_silos, nodes->len == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grid.make-team-map", nodes->len > 0 && silos->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "grid.add-silos", silos->len > 1);
}

static void
typed_cb (AtlGridWindow *self,
          guint          row,
          guint          column,
          int            strength)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  g_autofree char *label = NULL;

  /* Translators: a step of the history: the first team gives something to the second */
  label = g_strdup_printf (_ ("%s → %s: %d"), atl_grid_data_get_label (self->data, row),
                           atl_grid_data_get_label (self->data, column), strength);
  atl_history_begin (history, label);
  atl_grid_data_set (self->data, row, column, get_kind (self), strength);
  atl_history_end (history);
}

static void
fill_kinds (AtlGridWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_clear_pointer (&self->choices, g_array_unref);
  self->choices = atl_grid_data_dup_kinds (self->data, is_needed (self));
  for (guint i = 0; i < self->choices->len; i++)
    gtk_string_list_append (labels, get_kind_label (self, g_array_index (self->choices, AtlLinkKind, i)));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind), G_LIST_MODEL (labels));
}

static void
show_values (AtlGridWindow *self)
{
  atl_grid_data_count (self->data, get_kind (self));
  atl_grid_view_update (get_view (self), self->data);
  show_explanation (self);
  show_status (self);
}

static void
make_view (AtlGridWindow *self)
{
  GtkWidget *view = NULL;

  fill_kinds (self);
  atl_grid_data_count (self->data, get_kind (self));
  view = atl_grid_view_new (self->data);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who works with whom"),
                                  -1);
  g_signal_connect_object (view, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "moved", G_CALLBACK (show_status), self, G_CONNECT_SWAPPED);
  gtk_viewport_set_child (GTK_VIEWPORT (self->body), view);
  show_values (self);
  gtk_widget_grab_focus (view);
}

static void
read_board (AtlGridWindow *self)
{
  AtlGridData *data = atl_grid_data_new (self->board);
  gboolean     same = self->data != NULL && atl_grid_data_is_editable (data) &&
                  atl_grid_data_is_same (self->data, data);

  g_clear_pointer (&self->data, atl_grid_data_free);
  self->data = data;
  if (same)
    show_values (self);
  else
    make_view (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlGridWindow *self = user_data;

  self->refresh_id = 0;
  if (atl_item_get_session (ATL_ITEM (self->board)) != NULL)
    read_board (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlGridWindow *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
kind_selected_cb (AtlGridWindow *self)
{
  if (self->choices != NULL && get_view (self) != NULL)
    show_values (self);
}

static void
side_toggled_cb (AtlGridWindow *self)
{
  fill_kinds (self);
  show_values (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_view (self)));
}

static void
turn (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlGridWindow *self = ATL_GRID_WINDOW (widget);
  GObject       *other = gtk_widget_get_template_child (widget, ATL_TYPE_GRID_WINDOW,
                                                  is_needed (self) ? "today" : "needed");

  if (gtk_widget_get_visible (self->sides))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), TRUE);
}

/* The window goes on with the new board, and so does the one under it. */
static void
show_board (AtlGridWindow *self,
            AtlBoard      *board)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  g_set_object (&self->board, board);
  if (G_IS_ACTION_GROUP (parent))
    g_action_group_activate_action (G_ACTION_GROUP (parent), "show-board",
                                    g_variant_new_string (atl_item_get_id (ATL_ITEM (board))));
  read_board (self);
}

static void
make_team_map (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AtlGridWindow   *self = ATL_GRID_WINDOW (widget);
  AtlHistory      *history = atl_document_get_history (self->document);
  AtlBoard        *board = NULL;
  g_autofree char *title = NULL;

  title = atl_words_fill (get_language (self), "team-map", "title", atl_board_get_title (self->board), NULL);
  atl_history_begin (history, _ ("Make a Map of Teams"));
  board = atl_nodes_add_team_board (self->board, title);
  atl_history_end (history);
  show_board (self, board);
}

static void
add_silos (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlGridWindow        *self = ATL_GRID_WINDOW (widget);
  AtlHistory           *history = atl_document_get_history (self->document);
  g_autoptr (GPtrArray) nodes = NULL;

  atl_history_begin (history, _ ("Add Silos as Nodes"));
  nodes = atl_nodes_add_silos (atl_board_find_map (self->board));
  atl_history_end (history);
  read_board (self);
}

static void
atl_grid_window_dispose (GObject *object)
{
  AtlGridWindow *self = ATL_GRID_WINDOW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->data, atl_grid_data_free);
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->board);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_grid_window_parent_class)->dispose (object);
}

static void
atl_grid_window_class_init (AtlGridWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_grid_window_dispose;

  gtk_widget_class_install_action (widget_class, "grid.turn", NULL, turn);
  gtk_widget_class_install_action (widget_class, "grid.make-team-map", NULL, make_team_map);
  gtk_widget_class_install_action (widget_class, "grid.add-silos", NULL, add_silos);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-grid-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, sides);
  gtk_widget_class_bind_template_child_full (widget_class, "today", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, needed);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, kinds);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, explanation);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, offers);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, add_silos);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, body);
  gtk_widget_class_bind_template_child (widget_class, AtlGridWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_toggled_cb);
}

static void
atl_grid_window_init (AtlGridWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_grid_window_new:
 * @parent: (nullable): the window of the document; its action "show-board" shows a new map of teams
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Returns: (transfer floating): a modal window over @parent, to be presented
 */
GtkWidget *
atl_grid_window_new (GtkWindow   *parent,
                     AtlDocument *document,
                     AtlBoard    *board)
{
  AtlGridWindow *self = g_object_new (ATL_TYPE_GRID_WINDOW, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->board = g_object_ref (board);
  read_board (self);
  atl_undo_keys_add (GTK_WIDGET (self), atl_document_get_history (document));
  g_signal_connect_object (atl_document_get_session (document), "changed", G_CALLBACK (session_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atl_grid_window_open:
 * @parent: the window of the document
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Opens the grid of a map over its window.
 */
void
atl_grid_window_open (GtkWindow   *parent,
                      AtlDocument *document,
                      AtlBoard    *board)
{
  gtk_window_present (GTK_WINDOW (atl_grid_window_new (parent, document, board)));
}

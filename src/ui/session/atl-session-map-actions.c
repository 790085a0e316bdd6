/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "scene/atl-scene-map.h"
#include "ui/common/atl-toast.h"
#include "ui/compare/atl-compare-window.h"
#include "ui/session/atl-session-find.h"
#include "ui/silo/atl-figures-panel.h"
#include "ui/silo/atl-map-bar.h"
#include "ui/mapping/atl-map-start.h"
#include "ui/silo/atl-privacy-card.h"

#include <glib/gi18n-lib.h>

/* What can be done with a map, by the window: each feature adds its action to entries[] and is shown by its
 * item in the Map menu of AtlMapBar. A map is the open board if it has an area of layout `graph`. */

static GtkWidget *
get_part (AtlSessionPage *self,
          const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, name));
}

static GtkWindow *
get_window (AtlSessionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static GSimpleAction *
get_action (AtlSessionPage *self,
            const char     *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name));
}

static gboolean
get_state (AtlSessionPage *self,
           const char     *name)
{
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (get_action (self, name)));

  return g_variant_get_boolean (state);
}

static void
set_state (AtlSessionPage *self,
           const char     *name,
           gboolean        state)
{
  g_simple_action_set_state (get_action (self, name), g_variant_new_boolean (state));
}

/* The view is the window's, never the document's; each board has a scene of its own. */
static void
show_view (AtlSessionPage *self)
{
  AtlScene  *scene = self->board != NULL ? atl_canvas_get_scene (ATL_CANVAS (self->canvas)) : NULL;
  GtkWidget *panel = atl_session_page_find_panel (self, ATL_PANEL_FIGURES);
  gboolean   silos_only = get_state (self, "map-silos-only") && atl_board_has_people (self->board);

  atl_session_page_set_found_people (self, !get_state (self, "map-silos-only"));
  if (scene != NULL)
    atl_scene_set_map_view (scene, silos_only ? ATL_MAP_SILOS : ATL_MAP_PEOPLE);
  if (panel == NULL)
    return;
  atl_figures_panel_set_scene (ATL_FIGURES_PANEL (panel), scene);
  atl_figures_panel_set_silos_only (ATL_FIGURES_PANEL (panel), silos_only);
}

static void
toggle_silos_only (GSimpleAction  *action,
                   GVariant       *value,
                   AtlSessionPage *self)
{
  gboolean   silos_only = g_variant_get_boolean (value);
  GtkWindow *window = get_window (self);

  g_simple_action_set_state (action, value);
  show_view (self);
  if (!silos_only && window != NULL && gtk_window_is_fullscreen (window) &&
      atl_board_has_people (self->board))
    atl_toast_show (self->canvas, _ ("Names are now visible to everyone who sees this screen"));
}

static void
arrange (GSimpleAction  *action,
         GVariant       *parameter,
         AtlSessionPage *self)
{
  gboolean all = g_str_equal (g_action_get_name (G_ACTION (action)), "map-arrange-all");

  gtk_widget_activate_action_variant (self->canvas, all ? "canvas.arrange-all" : "canvas.arrange", parameter);
}

static void
compare (GSimpleAction  *action,
         GVariant       *parameter,
         AtlSessionPage *self)
{
  if (self->document == NULL || atl_board_find_map (self->board) == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_compare_window_open (get_window (self), self->document, self->board);
}

static void
toggle_fullscreen (GSimpleAction  *action,
                   GVariant       *value,
                   AtlSessionPage *self)
{
  GtkWindow *window = get_window (self);

  if (window == NULL)
    return;
  if (g_variant_get_boolean (value))
    gtk_window_fullscreen (window);
  else
    gtk_window_unfullscreen (window);
}

/* A screen that is filled is one that the room looks at: names go until somebody asks for them, those of the
 * list of people too. */
static void
fullscreened_cb (AtlSessionPage *self,
                 GParamSpec     *pspec,
                 GtkWindow      *window)
{
  gboolean full = gtk_window_is_fullscreen (window);

  if (full == get_state (self, "fullscreen"))
    return;
  set_state (self, "fullscreen", full);
  if (full)
    self->silos_only_before = get_state (self, "map-silos-only");
  set_state (self, "map-silos-only", full || self->silos_only_before);
  if (full && atl_board_has_people (self->board) &&
      atl_session_page_shows_panel (self, ATL_PANEL_PEOPLE))
    g_action_change_state (G_ACTION (get_action (self, "show-people")), g_variant_new_boolean (FALSE));
  show_view (self);
}

static const GActionEntry entries[] = {
  { "map-silos-only", NULL, NULL, "false", (gpointer) toggle_silos_only },
  { "map-arrange", (gpointer) arrange, "s" },
  { "map-arrange-all", (gpointer) arrange, "s" },
  { "map-compare", (gpointer) compare },
  { "fullscreen", NULL, NULL, "false", (gpointer) toggle_fullscreen },
};

/* Escape on the map also ends the light of a figure. */
static gboolean
map_key_cb (AtlSessionPage *self,
            guint           keyval)
{
  GtkWidget *panel = atl_session_page_find_panel (self, ATL_PANEL_FIGURES);

  if (keyval == GDK_KEY_Escape && panel != NULL)
    atl_figures_panel_unlight (ATL_FIGURES_PANEL (panel));
  return GDK_EVENT_PROPAGATE;
}

static void
watch_keys (AtlSessionPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (map_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (get_part (self, "map_overlay"), keys);
}

/* On a map, keys that make links and nodes work wherever nothing is typed: beside the board, or nowhere. */
static gboolean
board_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  AtlSessionPage *self = ATL_SESSION_PAGE (widget);
  GtkRoot        *root = gtk_widget_get_root (widget);
  GtkWidget      *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!gtk_widget_get_mapped (self->canvas) || atl_board_find_map (self->board) == NULL ||
      !gtk_widget_get_can_focus (self->canvas))
    return GDK_EVENT_PROPAGATE;
  if (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) || focus == self->canvas ||
      (focus != NULL && gtk_widget_is_ancestor (focus, self->canvas)) ||
      (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root)))
    return GDK_EVENT_PROPAGATE;
  atl_session_page_focus_board (self);
  return gtk_widget_activate_action (self->canvas, data, NULL) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
add_board_keys (AtlSessionPage *self)
{
  static const struct
  {
    guint       keyval;
    const char *action;
  } keys[] = { { GDK_KEY_l, "canvas.link" }, { GDK_KEY_n, "canvas.new-note" } };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcutAction *run = gtk_callback_action_new (board_key_cb, (gpointer) keys[i].action, NULL);

      gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].keyval, 0), run));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* For the files of the page: what can be done with maps. */
void
atl_session_page_add_map_actions (AtlSessionPage *self,
                                  GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  atl_session_page_add_mapping_actions (self, map);
  atl_session_page_add_exchange_actions (self, map);
  watch_keys (self);
  add_board_keys (self);
  if (GTK_IS_WINDOW (map))
    g_signal_connect_object (map, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                             G_CONNECT_SWAPPED);
}

/* For the files of the page: whether the panel of figures can be opened; it can always be closed. */
void
atl_session_page_update_map_panel (AtlSessionPage *self)
{
  gboolean map = atl_board_is_map (self->board);

  g_simple_action_set_enabled (get_action (self, "show-figures"),
                               map || atl_session_page_shows_panel (self, ATL_PANEL_FIGURES));
}

/* For the files of the page: the bar over maps, a pane of its own. */
GtkWidget *
atl_session_page_get_map_bar (AtlSessionPage *self)
{
  return get_part (self, "map_bar");
}

/* For the files of the page: whether the open board is a map with something on it. */
gboolean
atl_session_page_shows_nodes (AtlSessionPage *self)
{
  g_autoptr (GPtrArray) nodes = NULL;

  if (atl_board_find_map (self->board) == NULL)
    return FALSE;
  nodes = atl_nodes_dup (self->board);
  return nodes->len > 0;
}

/* For the files of the page: the keyboard goes to a note of the board; on an empty map, to what fills it. */
void
atl_session_page_focus_board (AtlSessionPage *self)
{
  GtkWidget *start = get_part (self, "map_start");

  if (self->board == NULL)
    gtk_widget_child_focus (self->center, GTK_DIR_TAB_FORWARD);
  else if (!gtk_widget_get_visible (start) || !gtk_widget_child_focus (start, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->canvas);
}

/* For the files of the page: after the board or its areas have changed. */
void
atl_session_page_update_map (AtlSessionPage *self)
{
  GtkWidget *bar = get_part (self, "map_bar");
  gboolean   map = atl_board_is_map (self->board);
  gboolean   writable = map && !atl_document_get_read_only (self->document);

  gtk_widget_set_visible (bar, map);
  atl_map_bar_set_board (ATL_MAP_BAR (bar), map ? self->board : NULL);
  if (map)
    gtk_widget_add_css_class (self->canvas, "under-map-bar");
  else
    gtk_widget_remove_css_class (self->canvas, "under-map-bar");
  atl_privacy_card_set_board (ATL_PRIVACY_CARD (get_part (self, "privacy_card")), self->board);
  atl_map_start_set_board (ATL_MAP_START (get_part (self, "map_start")), writable ? self->board : NULL);
  if (self->reader != NULL)
    atl_map_reader_set_board (self->reader, self->board);
  if (self->actions == NULL)
    return;
  g_simple_action_set_enabled (get_action (self, "map-silos-only"), atl_board_has_people (self->board));
  g_simple_action_set_enabled (get_action (self, "map-compare"), map);
  g_simple_action_set_enabled (get_action (self, "map-arrange"), writable);
  g_simple_action_set_enabled (get_action (self, "map-arrange-all"), writable);
  atl_session_page_enable_mapping (self, writable);
  atl_session_page_update_map_panel (self);
  show_view (self);
}

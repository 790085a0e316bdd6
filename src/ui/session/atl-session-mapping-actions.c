/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "ui/common/atl-toast.h"
#include "ui/mapping/atl-grid-window.h"
#include "ui/mapping/atl-map-people.h"
#include "ui/mapping/atl-neutral-window.h"
#include "ui/mapping/atl-silos-window.h"
#include "ui/mapping/atl-slip-window.h"
#include "ui/people/atl-people-panel.h"

#include <glib/gi18n-lib.h>

/* The ways of filling a map that are not drawing. */

static gboolean
has_map (AtlSessionPage *self)
{
  return self->document != NULL && self->board != NULL && atl_board_is_map (self->board);
}

/* What fills a map changes its nodes and links: not on one that is locked, which is said. */
static gboolean
takes_more (AtlSessionPage *self)
{
  AtlArea         *map = has_map (self) ? atl_board_find_map (self->board) : NULL;
  g_autofree char *text = NULL;

  if (map == NULL || !atl_area_get_locked (map))
    return map != NULL;
  /* Translators: %s is the title of an area */
  text = g_strdup_printf (_ ("%s is locked"),
                          *atl_area_get_title (map) != '\0' ? atl_area_get_title (map) : _ ("This area"));
  atl_toast_show (self->canvas, text);
  return FALSE;
}

static void
add_people (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  if (takes_more (self))
    atl_map_people_add (self->canvas, self->document, self->board);
}

static void
add_silos (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  if (takes_more (self))
    atl_map_people_add_silos (self->canvas, self->document, self->board);
}

static void
show_silos (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  gtk_window_present (GTK_WINDOW (atl_silos_window_new (window, atl_document_get_session (self->document),
                                                        atl_document_get_history (self->document))));
}

static void
show_grid (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  if (!takes_more (self))
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_grid_window_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, self->board);
}

static void
show_slips (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  if (!takes_more (self))
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_slip_window_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->document, self->board);
}

static void
show_labels (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  if (!takes_more (self))
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  gtk_window_present (GTK_WINDOW (atl_neutral_window_new (self->canvas, self->document, self->board)));
}

static void
show_board (GSimpleAction  *action,
            GVariant       *id,
            AtlSessionPage *self)
{
  AtlBoard *board = NULL;

  if (self->document == NULL)
    return;
  board = atl_list_find (atl_session_get_boards (atl_document_get_session (self->document)),
                         g_variant_get_string (id, NULL));
  if (board != NULL)
    atl_session_page_set_board (self, board);
}

/* For maps of people or teams; those of steps or numbers have silos, too. */
static const GActionEntry entries[] = {
  { "map-add-people", (gpointer) add_people },
  { "map-grid", (gpointer) show_grid },
  { "map-slips", (gpointer) show_slips },
  { "map-neutral-labels", (gpointer) show_labels },
};

static const GActionEntry silo_entries[] = {
  { "map-add-silos", (gpointer) add_silos },
  { "map-edit-silos", (gpointer) show_silos },
};

static void
enable (AtlSessionPage     *self,
        const GActionEntry *actions,
        guint               n,
        gboolean            enabled)
{
  for (guint i = 0; i < n; i++)
    {
      GAction *action = g_action_map_lookup_action (self->actions, actions[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

/* For the files of the page: the ways of filling a map. */
void
atl_session_page_add_mapping_actions (AtlSessionPage *self,
                                      GActionMap     *map)
{
  static const GActionEntry always[] = { { "show-board", (gpointer) show_board, "s" } };

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action_entries (map, silo_entries, G_N_ELEMENTS (silo_entries), self);
  g_action_map_add_action_entries (map, always, G_N_ELEMENTS (always), self);
}

/* For the files of the page: whether they can be used on the open board. */
void
atl_session_page_enable_mapping (AtlSessionPage *self,
                                 gboolean        enabled)
{
  GtkWidget *people = gtk_stack_get_child_by_name (GTK_STACK (self->panel), ATL_PANEL_PEOPLE);
  gboolean   of_people = enabled && atl_board_has_measures (self->board);

  enable (self, entries, G_N_ELEMENTS (entries), of_people);
  enable (self, silo_entries, G_N_ELEMENTS (silo_entries), enabled);
  if (people != NULL)
    atl_people_panel_set_on_map (ATL_PEOPLE_PANEL (people), of_people);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/session/atl-session-keys.h"

#include "canvas/atl-canvas-asking.h"
#include "canvas/atl-canvas.h"
#include "catalogue/atl-catalogue.h"
#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-guides.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/common/atl-toast.h"
#include "ui/keys/atl-guides-popover.h"
#include "ui/keys/atl-owners-popover.h"
#include "ui/keys/atl-session-say.h"
#include "ui/keys/atl-tips-button.h"

#include <glib/gi18n-lib.h>

#define PARKING "parking-lot" /* the template of the board that every session may have once */
#define BEFORE "board-before-parking"

static AtlTipsButton *
get_tips (AtlSessionPage *self)
{
  return ATL_TIPS_BUTTON (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, "tips"));
}

static gboolean
is_writable (AtlSessionPage *self)
{
  return self->document != NULL && !atl_document_get_read_only (self->document);
}

static void
owners_activated_cb (AtlSessionPage *self,
                     AtlNote        *note)
{
  if (is_writable (self) && *atl_note_get_text (note) != '\0')
    atl_canvas_open_beside (ATL_CANVAS (self->canvas),
                            atl_owners_popover_new (atl_document_get_history (self->document), note),
                            ATL_ITEM (note));
}

static void
guides_activated_cb (AtlSessionPage *self,
                     AtlArea        *area,
                     guint           row,
                     guint           column)
{
  g_autoptr (GPtrArray) silos = NULL;
  GtkWidget            *popover;

  if (!is_writable (self))
    return;
  silos = atl_guides_dup_silos (atl_document_get_session (self->document));
  if (silos->len < 2)
    {
      atl_toast_show (self->canvas, _ ("Add two silos first: they will be the rows and columns"));
      return;
    }
  popover = atl_guides_popover_new (atl_document_get_history (self->document), area);
  atl_canvas_open_beside (ATL_CANVAS (self->canvas), popover, ATL_ITEM (area));
  atl_guides_popover_focus_cell (ATL_GUIDES_POPOVER (popover), row, column);
}

/**
 * atl_session_page_init_keys:
 * @self: a page that has its canvas
 *
 * Lets the board show what optional keys of its template ask for, and opens where that is entered.
 */
void
atl_session_page_init_keys (AtlSessionPage *self)
{
  atl_canvas_set_say (ATL_CANVAS (self->canvas), atl_session_say);
  g_signal_connect_swapped (self->canvas, "owners-activated", G_CALLBACK (owners_activated_cb), self);
  g_signal_connect_swapped (self->canvas, "guides-activated", G_CALLBACK (guides_activated_cb), self);
}

/**
 * atl_session_page_tell_limit:
 * @self: a page with a board
 *
 * Says so when the notes that were just added are more than the template wants there. It never refuses.
 */
void
atl_session_page_tell_limit (AtlSessionPage *self)
{
  AtlArea              *area = atl_canvas_get_current_area (ATL_CANVAS (self->canvas));
  int                   most = area != NULL ? (int) atl_area_get_note_limit (area) : 0;
  g_autoptr (GPtrArray) notes = most > 0 ? atl_area_dup_notes (area) : NULL;
  g_autofree char      *text = NULL;

  if (notes == NULL || notes->len <= (guint) most)
    return;
  /* Translators: the title of an area, how many notes it has and should have at most */
  text = g_strdup_printf (_ ("“%s” has %u notes, %d are enough"), atl_area_get_title (area), notes->len,
                          most);
  atl_toast_show (self->canvas, text);
}

static AtlBoard *
find_parking (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_get_flag (atl_list_get (boards, i), "alwaysOn"))
      return atl_list_get (boards, i);
  return NULL;
}

static AtlBoard *
add_parking (AtlSessionPage *self)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlHistory              *history = atl_document_get_history (self->document);
  AtlBoard                *board;

  atl_history_begin (history, _ ("Add Parking Lot"));
  board = atl_catalogue_add_board (catalogue, atl_document_get_session (self->document), PARKING, NULL);
  atl_history_end (history);
  return board;
}

static AtlBoard *
find_board_before (AtlSessionPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (self), BEFORE);
  AtlSession *session = atl_document_get_session (self->document);

  return id != NULL ? atl_list_find (atl_session_get_boards (session), id) : NULL;
}

static void
remember_board (AtlSessionPage *self)
{
  const char *id = self->board != NULL ? atl_item_get_id (ATL_ITEM (self->board)) : NULL;

  g_object_set_data_full (G_OBJECT (self), BEFORE, g_strdup (id), g_free);
}

/* There, ready to type, and with the same key back to the board one came from. */
static void
parking (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  AtlSessionPage *self = data;
  AtlBoard       *board;

  if (self->document == NULL)
    return;
  board = find_parking (atl_document_get_session (self->document));
  if (board != NULL && board == self->board)
    {
      board = find_board_before (self);
      if (board != NULL)
        atl_session_page_set_board (self, board);
      atl_session_page_focus_board (self);
      return;
    }
  if (board == NULL && is_writable (self))
    board = add_parking (self);
  if (board == NULL)
    return;
  remember_board (self);
  atl_session_page_set_board (self, board);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-capture", NULL);
}

static void
show_tips (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  atl_tips_button_open (get_tips (data));
}

static const GActionEntry entries[] = {
  { "parking", parking },
  { "show-tips", show_tips },
};

/**
 * atl_session_page_add_key_actions:
 * @self: a page
 * @map: the actions of its window
 *
 * Adds the way to the parking lot and to the tips.
 */
void
atl_session_page_add_key_actions (AtlSessionPage *self,
                                  GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

/**
 * atl_session_page_update_keys:
 * @self: a page with actions
 *
 * Follows the board that is open.
 */
void
atl_session_page_update_keys (AtlSessionPage *self)
{
  g_autofree char *tips = self->board != NULL ? atl_board_dup_tips (self->board) : NULL;
  GAction         *show = g_action_map_lookup_action (self->actions, "show-tips");
  GAction         *park = g_action_map_lookup_action (self->actions, "parking");

  atl_tips_button_set_board (get_tips (self), self->board);
  if (show != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (show), tips != NULL);
  if (park != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (park), self->document != NULL);
}

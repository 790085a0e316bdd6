/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "model/atl-authors.h"
#include "ui/draw/atl-draw-window.h"
#include "ui/draw/atl-order-window.h"

#include <glib/gi18n-lib.h>

/* What can be done with the people of the room, beside the panel that lists them. */

static void
choose_authors (GSimpleAction  *action,
                GVariant       *value,
                AtlSessionPage *self)
{
  AtlHistory *history = NULL;
  AtlAuthors  authors;

  if (self->board == NULL || atl_document_get_read_only (self->document) ||
      !atl_authors_parse (g_variant_get_string (value, NULL), &authors))
    return;
  history = atl_document_get_history (self->document);
  atl_history_begin (history, _ ("Show Authors"));
  atl_board_set_authors (self->board, authors);
  atl_history_end (history);
}

static GtkWindow *
get_window (AtlSessionPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
draw_person (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_draw_window_open (get_window (self), self->document);
}

static void
show_speaking_order (GSimpleAction  *action,
                     GVariant       *parameter,
                     AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_order_window_open (get_window (self), self->document, self->board);
}

static const GActionEntry entries[] = {
  { "draw-person", (gpointer) draw_person },
  { "speaking-order", (gpointer) show_speaking_order },
  { "authors", NULL, "s", "'name'", (gpointer) choose_authors },
};

/* For the files of the page: what can be done with people. */
void
atl_session_page_add_people_actions (AtlSessionPage *self,
                                     GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

/* For the files of the page: the states of these actions. */
void
atl_session_page_update_people_actions (AtlSessionPage *self)
{
  GSimpleAction *authors = G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, "authors"));
  gboolean       writable = self->board != NULL && !atl_document_get_read_only (self->document);
  AtlAuthors     shown = self->board != NULL ? atl_board_get_authors (self->board) : ATL_AUTHORS_NAME;

  g_simple_action_set_enabled (authors, writable);
  g_simple_action_set_state (authors, g_variant_new_string (atl_authors_get_nick (shown)));
}

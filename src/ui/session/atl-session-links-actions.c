/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-links-actions.h"

#include "canvas/atl-canvas.h"
#include "model/atl-edits.h"
#include "model/atl-note-links.h"

/* A note in a stack is shown by opening the stack. */
static void
show_note (AtlSessionPage *self,
           AtlNote        *note)
{
  AtlCanvas            *canvas = ATL_CANVAS (self->canvas);
  AtlNote              *lead = atl_note_find_lead (note);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (lead != NULL)
    {
      atl_scene_set_stack_open (atl_canvas_get_scene (canvas), lead, TRUE);
      atl_scene_update (atl_canvas_get_scene (canvas));
    }
  g_ptr_array_add (notes, note);
  atl_canvas_select (canvas, notes);
  atl_canvas_reveal (canvas, ATL_ITEM (note));
  atl_session_page_focus_board (self);
}

static void
go_to_note (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  AtlSession *session = self->document != NULL ? atl_document_get_session (self->document) : NULL;
  AtlNote    *note = atl_session_find_note (session, g_variant_get_string (parameter, NULL));
  AtlBoard   *board = note != NULL ? atl_note_find_board (note) : NULL;

  if (board == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  if (board != self->board)
    atl_session_page_set_board (self, board);
  show_note (self, note);
}

static const GActionEntry entries[] = {
  { "go-to-note", (gpointer) go_to_note, "s" },
};

/**
 * atl_session_page_add_links_actions:
 * @self: a page
 * @map: the actions of its window
 *
 * Adds what goes from a note to those it is linked to.
 */
void
atl_session_page_add_links_actions (AtlSessionPage *self,
                                    GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-links-actions.h"

#include "canvas/atl-canvas.h"
#include "model/atl-edits.h"
#include "model/atl-note-links.h"
#include "ui/links/atl-linked-notes.h"
#include "ui/note/atl-note-panel.h"

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

/* The strip opens on the board, for the note that is selected there. */
static void
link_note (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  if (self->board == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_session_page_focus_board (self);
  gtk_widget_activate_action (self->canvas, "canvas.link", NULL);
}

static const GActionEntry entries[] = {
  { "go-to-note", (gpointer) go_to_note, "s" },
  { "link-note", (gpointer) link_note },
};

static void
note_changed_cb (AtlLinkedNotes *list,
                 GParamSpec     *pspec,
                 AtlNotePanel   *panel)
{
  atl_linked_notes_set_note (list, atl_note_panel_get_note (panel));
}

/**
 * atl_session_page_fill_note_panel:
 * @self: a page with a document
 * @panel: (transfer none): a new AtlNotePanel
 *
 * Puts the list of linked notes into the panel.
 *
 * Returns: (transfer none): @panel
 */
GtkWidget *
atl_session_page_fill_note_panel (AtlSessionPage *self,
                                  GtkWidget      *panel)
{
  GtkWidget *box = atl_note_panel_get_links_box (ATL_NOTE_PANEL (panel));
  GtkWidget *list = atl_linked_notes_new (atl_document_get_session (self->document),
                                          atl_document_get_read_only (self->document));

  gtk_box_append (GTK_BOX (box), list);
  g_signal_connect_object (panel, "notify::note", G_CALLBACK (note_changed_cb), list, G_CONNECT_SWAPPED);
  return panel;
}

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

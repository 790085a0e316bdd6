/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/links/atl-canvas-links.h"
#include "model/atl-edits.h"
#include "model/atl-note-links.h"
#include "scene/atl-scene-links.h"
#include "util/atl-sets.h"

/* The note whose links are looked at: the one that is selected alone, or whose links K steps through. */
static AtlNote *
find_note (AtlCanvas *self)
{
  AtlSelection *selection = atl_board_view_get_selection (self->view);
  GPtrArray    *notes = atl_selection_get_notes (selection);
  AtlNote      *note = notes->len == 1 ? notes->pdata[0] : NULL;
  AtlBox       *box;

  if (notes->len == 0 && atl_board_view_get_link (self->view) != NULL)
    note = atl_selection_get_cursor (selection);
  box = note != NULL ? atl_board_view_find_box (self->view, note) : NULL;
  return box != NULL && !box->is_node ? note : NULL;
}

/* What stands for a note: itself, or the lead of the stack that it is in. */
static void
add_note (AtlCanvas  *self,
          GHashTable *items,
          AtlNote    *note)
{
  AtlNote *lead = atl_board_view_find_box (self->view, note) == NULL ? atl_note_find_lead (note) : note;

  g_hash_table_add (items, lead != NULL ? lead : note);
}

static GHashTable *
dup_linked (AtlCanvas *self,
            AtlNote   *note)
{
  GHashTable        *items = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) steps = atl_note_dup_links (note);

  g_hash_table_add (items, note);
  for (guint i = 0; i < steps->len; i++)
    {
      AtlLinkStep *step = &g_array_index (steps, AtlLinkStep, i);
      AtlBox      *line = atl_board_view_find_link_box (self->view, step->link);

      add_note (self, items, step->note);
      g_hash_table_add (items, line != NULL ? (gpointer) line->item : step->link);
    }
  return items;
}

/**
 * atl_canvas_light_linked:
 * @self: a canvas with a board
 *
 * With one note selected that has links on the board, what it is linked to stays, and everything else fades;
 * not while links are typed: the other end may be any note.
 */
void
atl_canvas_light_linked (AtlCanvas *self)
{
  AtlNote               *note = find_note (self);
  AtlScene              *scene = atl_board_view_get_scene (self->view);
  g_autoptr (GHashTable) items = NULL;
  guint                  n_elsewhere = 0;

  if (note != NULL && atl_canvas_links_get_strip (self->links) == NULL &&
      atl_scene_count_links (scene, note, &n_elsewhere) > n_elsewhere)
    items = dup_linked (self, note);
  if (!atl_set_equal (items, self->light.lit[ATL_LIT_LINKS]))
    atl_canvas_set_lit (self, ATL_LIT_LINKS, items);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-asking.h"
#include "canvas/atl-canvas-reading.h"
#include "canvas/atl-canvas-keyboard.h"
#include "canvas/exchange/atl-canvas-exchange.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/exchange/atl-intake.h"
#include "canvas/notes/atl-stack-title.h"
#include "model/atl-edits.h"

#define REVEAL_MARGIN 24 /* pixels */

/**
 * atl_canvas_get_board:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the board it shows
 */
AtlBoard *
atl_canvas_get_board (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);
  return self->view != NULL ? atl_board_view_get_board (self->view) : NULL;
}

/**
 * atl_canvas_set_read_only:
 * @self: a canvas with a board
 * @read_only: whether the board can be looked at only, until another one is set
 *
 * Notes can be read, found and copied then; whatever edits is refused, and its actions are disabled.
 */
void
atl_canvas_set_read_only (AtlCanvas *self,
                          gboolean   read_only)
{
  g_return_if_fail (ATL_IS_CANVAS (self) && self->view != NULL);

  atl_board_view_set_read_only (self->view, read_only);
  atl_canvas_update_actions (self);
}

/**
 * atl_canvas_set_say:
 * @self: a canvas
 * @say: (nullable): says words in the language of a session, which it is called with
 *
 * Has what optional keys of templates show on the board said by @say, from the next board on.
 */
void
atl_canvas_set_say (AtlCanvas  *self,
                    AtlSceneSay say)
{
  g_return_if_fail (ATL_IS_CANVAS (self));
  self->say = say;
}

/**
 * atl_canvas_open_beside:
 * @self: a canvas with a board
 * @popover: (transfer floating): a GtkPopover that is not open yet
 * @item: an area or a note of the board
 *
 * Brings @item into view and opens @popover beside it. Once that is closed, a note gets the focus.
 */
void
atl_canvas_open_beside (AtlCanvas *self,
                        GtkWidget *popover,
                        AtlItem   *item)
{
  AtlBox *box;

  g_return_if_fail (ATL_IS_CANVAS (self) && GTK_IS_POPOVER (popover));

  atl_canvas_reveal (self, item);
  box = self->view != NULL ? atl_board_view_find_box (self->view, item) : NULL;
  if (box == NULL)
    {
      g_object_unref (g_object_ref_sink (popover));
      return;
    }
  atl_canvas_open_popover (self, popover, atl_camera_rect_to_screen (self->camera, box->rect), TRUE);
}

/**
 * atl_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it draws, another one for each board
 */
AtlScene *
atl_canvas_get_scene (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);
  return self->view != NULL ? atl_board_view_get_scene (self->view) : NULL;
}

/**
 * atl_canvas_set_theme:
 * @self: a canvas
 * @theme: the colors to draw in; a new canvas is light
 */
void
atl_canvas_set_theme (AtlCanvas *self,
                      AtlTheme   theme)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->theme == theme)
    return;
  self->theme = theme;
  if (self->view != NULL)
    {
      atl_scene_set_theme (atl_board_view_get_scene (self->view), theme);
      atl_cell_cache_forget_nodes (self->cache);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: pixels per board unit
 */
double
atl_canvas_get_zoom (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), 1);
  return atl_camera_get_zoom (self->camera);
}

/**
 * atl_canvas_set_zoom:
 * @self: a canvas
 * @zoom: pixels per board unit, kept between ATL_ZOOM_MIN and ATL_ZOOM_MAX
 *
 * Zooms; the middle of the view stays.
 */
void
atl_canvas_set_zoom (AtlCanvas *self,
                     double     zoom)
{
  g_return_if_fail (ATL_IS_CANVAS (self));
  atl_camera_zoom_at (self->camera, zoom, atl_camera_get_center (self->camera));
}

/**
 * atl_canvas_set_held:
 * @self: a canvas
 * @held: whether the board stays where it is when the canvas gets another size, even if all of it was shown
 */
void
atl_canvas_set_held (AtlCanvas *self,
                     gboolean   held)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  atl_camera_set_held (self->camera, held);
}

/**
 * atl_canvas_get_selection:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type AtlNote): the selected notes in the order of the board
 */
GPtrArray *
atl_canvas_get_selection (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);

  if (self->view == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  return atl_board_view_dup_selected (self->view, FALSE);
}

/**
 * atl_canvas_select:
 * @self: a canvas
 * @notes: (element-type AtlNote): notes of its board
 *
 * Selects exactly @notes; the first one gets the cursor. Those inside closed stacks cannot be selected.
 */
void
atl_canvas_select (AtlCanvas *self,
                   GPtrArray *notes)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  g_return_if_fail (ATL_IS_CANVAS (self));

  for (guint i = 0; self->view != NULL && i < notes->len; i++)
    if (atl_board_view_find_box (self->view, notes->pdata[i]) != NULL)
      g_ptr_array_add (shown, notes->pdata[i]);
  if (self->view == NULL)
    return;
  atl_selection_set (atl_board_view_get_selection (self->view), shown);
  atl_selection_set_cursor (atl_board_view_get_selection (self->view), shown->len > 0
                                                                         ? shown->pdata[0]
                                                                         : NULL);
}

/**
 * atl_canvas_get_selected_link:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the selected link; notes are not selected then
 */
AtlLink *
atl_canvas_get_selected_link (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);
  return self->view != NULL ? atl_board_view_get_link (self->view) : NULL;
}

/**
 * atl_canvas_select_link:
 * @self: a canvas
 * @link: (nullable): a link of its board, or %NULL for none; one that is not shown cannot be selected
 */
void
atl_canvas_select_link (AtlCanvas *self,
                        AtlLink   *link)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view != NULL && (link == NULL || atl_board_view_find_link_box (self->view, link) != NULL))
    atl_board_view_set_link (self->view, link);
}

/**
 * atl_canvas_reveal:
 * @self: a canvas
 * @item: an area, a note or a link of its board; for a note inside a closed stack that stack is shown
 *
 * Moves the view no further than needed for @item to be seen.
 *
 * Returns: whether the view had to move
 */
gboolean
atl_canvas_reveal (AtlCanvas *self,
                   AtlItem   *item)
{
  AtlBox  *box;
  AtlNote *lead;

  g_return_val_if_fail (ATL_IS_CANVAS (self), FALSE);

  if (self->view == NULL || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return FALSE;
  box = atl_board_view_find_box (self->view, item);
  lead = box == NULL && ATL_IS_NOTE (item) ? atl_note_find_lead (ATL_NOTE (item)) : NULL;
  if (lead != NULL)
    box = atl_board_view_find_box (self->view, lead);
  return box != NULL && atl_camera_reveal (self->camera, box->rect, REVEAL_MARGIN);
}

/**
 * atl_canvas_get_current_area:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the area that new notes go to
 */
AtlArea *
atl_canvas_get_current_area (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);
  return self->view != NULL ? atl_board_view_get_area (self->view) : NULL;
}

/**
 * atl_canvas_set_current_area:
 * @self: a canvas
 * @area: (nullable): the area of its board that new notes go to; %NULL is the first one
 *
 * What is selected elsewhere is let go.
 */
void
atl_canvas_set_current_area (AtlCanvas *self,
                             AtlArea   *area)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view == NULL)
    return;
  atl_board_view_set_area (self->view, area);
  atl_canvas_leave_for (self, atl_board_view_get_area (self->view));
}

static void
let_go (AtlSelection *selection)
{
  AtlNote *cursor = atl_selection_get_cursor (selection);

  atl_selection_set_one (selection, NULL);
  atl_selection_set_cursor (selection, cursor);
}

/**
 * atl_canvas_add_entries:
 * @self: a canvas
 * @entries: (element-type AtlEntry): what the new notes say
 * @stamp: (nullable): what else they have
 *
 * Adds notes to the current area as one step and shows the last, unless a hand is about something else on the
 * board: it does not move under that. One note is selected. Several are not, so that who takes one of them to
 * drop it on another takes that one; the first has the cursor.
 *
 * Returns: %FALSE if the area takes none; the user is told why
 */
gboolean
atl_canvas_add_entries (AtlCanvas          *self,
                        GPtrArray          *entries,
                        const AtlNoteStamp *stamp)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), FALSE);

  if (self->view == NULL || entries->len == 0)
    return FALSE;
  atl_canvas_end_editing (self);
  if (!atl_intake_add (self->view, entries, stamp))
    return FALSE;
  if (!atl_canvas_input_is_busy (self->input))
    atl_canvas_reveal_selection (self);
  if (entries->len > 1)
    let_go (atl_board_view_get_selection (self->view));
  return TRUE;
}

/**
 * atl_canvas_reveal_selection:
 * @self: a canvas with a board
 *
 * Shows the last of the selected notes.
 */
void
atl_canvas_reveal_selection (AtlCanvas *self)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));

  if (notes->len > 0)
    atl_canvas_reveal (self, notes->pdata[notes->len - 1]);
}

/**
 * atl_canvas_edit:
 * @self: a canvas
 * @note: a note of its board
 *
 * Opens the editor on @note, in place.
 */
void
atl_canvas_edit (AtlCanvas *self,
                 AtlNote   *note)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view == NULL || atl_board_view_find_box (self->view, note) == NULL ||
      atl_board_view_refuse (self->view, atl_note_find_area (note)))
    return;
  atl_canvas_end_editing (self);
  atl_canvas_start_editor (self, note, FALSE);
}

/**
 * atl_canvas_get_editing:
 * @self: a canvas
 *
 * Returns: whether a note is being edited in place
 */
gboolean
atl_canvas_get_editing (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), FALSE);
  return self->editor != NULL && atl_note_editor_get_note (ATL_NOTE_EDITOR (self->editor)) != NULL;
}

/**
 * atl_canvas_end_editing:
 * @self: a canvas
 *
 * Closes the editor; what was typed stays. To be called before anything that is not typing goes to the
 * history.
 */
void
atl_canvas_end_editing (AtlCanvas *self)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->editor != NULL)
    atl_note_editor_stop (ATL_NOTE_EDITOR (self->editor));
  if (self->areas != NULL && atl_canvas_areas_get_title (self->areas) != NULL)
    atl_stack_title_end (ATL_STACK_TITLE (atl_canvas_areas_get_title (self->areas)));
}

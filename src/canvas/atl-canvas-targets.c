/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

/* What a command of the window works on, and where it asks. */

/**
 * atl_canvas_select_cursor:
 * @self: a canvas
 *
 * Selects the note that has the cursor, unless something is selected.
 */
void
atl_canvas_select_cursor (AtlCanvas *self)
{
  AtlSelection *selection;
  AtlNote      *cursor;

  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view == NULL)
    return;
  selection = atl_board_view_get_selection (self->view);
  cursor = atl_selection_get_cursor (selection);
  if (atl_selection_get_size (selection) == 0 && cursor != NULL)
    atl_selection_set_one (selection, cursor);
}

/**
 * atl_canvas_dup_targets:
 * @self: a canvas
 * @whole_stacks: whether a closed stack stands for all its notes, not its lead only
 *
 * Returns: (transfer full) (element-type AtlNote): the selected notes in the order of the board; if there are
 *   none, the one that has the cursor. Those of locked areas are left out, which is said.
 */
GPtrArray *
atl_canvas_dup_targets (AtlCanvas *self,
                        gboolean   whole_stacks)
{
  GPtrArray *notes;

  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);

  if (self->view == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  atl_canvas_select_cursor (self);
  notes = atl_board_view_dup_selected (self->view, whole_stacks);
  atl_board_view_refuse_notes (self->view, notes);
  return notes;
}

static AtlRect
get_anchor (AtlCanvas *self)
{
  GPtrArray *selected = atl_selection_get_notes (atl_board_view_get_selection (self->view));
  AtlNote   *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));
  AtlBox    *box = NULL;

  if (cursor == NULL && selected->len > 0)
    cursor = selected->pdata[0];
  box = atl_board_view_find_box (self->view, cursor);
  if (box == NULL)
    return atl_rect (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 1, 1, 1);
  atl_canvas_reveal (self, box->item);
  return atl_camera_rect_to_screen (self->camera, box->rect);
}

/**
 * atl_canvas_present_popover:
 * @self: a canvas with a board
 * @popover: (transfer floating): a GtkPopover that is not open yet
 *
 * Opens it beside the note that has the cursor. It goes once it is closed, and the note gets the focus.
 */
void
atl_canvas_present_popover (AtlCanvas *self,
                            GtkWidget *popover)
{
  g_return_if_fail (ATL_IS_CANVAS (self) && self->view != NULL);

  atl_canvas_end_editing (self);
  atl_canvas_open_popover (self, popover, get_anchor (self), TRUE);
}

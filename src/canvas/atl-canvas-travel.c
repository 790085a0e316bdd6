/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-keyboard.h"

#include "canvas/atl-canvas-reading.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/atl-commands.h"
#include "model/atl-edits.h"

#define RESIZE_MARGIN 24 /* pixels */

/* Keys that go about the board: arrows by what the eye sees, Home and End in an area, Page Up and Page Down
 * from area to area. */

static AtlSelection *
selection_of (AtlCanvas *self)
{
  return atl_board_view_get_selection (self->view);
}

static void
add (AtlSelection *selection,
     AtlNote      *note)
{
  if (!atl_selection_contains (selection, note))
    atl_selection_toggle (selection, note);
}

/* Plain keys select the note they come to, with Shift they add it, with Ctrl they only move the cursor. */
static void
arrive (AtlCanvas      *self,
        AtlNote        *note,
        GdkModifierType modifiers)
{
  AtlSelection *selection = selection_of (self);

  if (modifiers == 0)
    atl_selection_set_one (selection, note);
  else if (modifiers == GDK_SHIFT_MASK)
    add (selection, note);
  atl_selection_set_cursor (selection, note);
  atl_canvas_focus_note (self, note);
  atl_canvas_reveal (self, ATL_ITEM (note));
}

/**
 * atl_canvas_go:
 * @self: a canvas with a board
 * @direction: where to
 * @modifiers: 0, Shift or Ctrl
 *
 * Goes to the nearest note in that direction.
 */
void
atl_canvas_go (AtlCanvas      *self,
               AtlDirection    direction,
               GdkModifierType modifiers)
{
  AtlNote *next = atl_commands_find_next (self->view, direction);

  if (next != NULL)
    arrive (self, next, modifiers);
}

/* Where the cursor is, else where new notes go. */
static AtlBox *
find_area (AtlCanvas *self)
{
  AtlBox *box = atl_board_view_find_box (self->view, atl_selection_get_cursor (selection_of (self)));

  if (box != NULL && box->area != NULL)
    return box->area;
  return atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
}

static GPtrArray *
notes_of (AtlCanvas *self,
          AtlBox    *area)
{
  return atl_scene_get_area_notes (atl_board_view_get_scene (self->view), area);
}

/* Shift+Home and Shift+End add all that lies between. */
static void
add_range (AtlCanvas *self,
           GPtrArray *boxes,
           gboolean   end)
{
  AtlBox *from = atl_board_view_find_box (self->view, atl_selection_get_cursor (selection_of (self)));
  guint   at = 0;

  if (from == NULL || !g_ptr_array_find (boxes, from, &at))
    return;
  for (guint i = end ? at : 0; i < (end ? boxes->len : at + 1); i++)
    add (selection_of (self), ATL_NOTE (((AtlBox *) boxes->pdata[i])->item));
}

/**
 * atl_canvas_go_to_end:
 * @self: a canvas with a board
 * @end: whether to the last note, not the first
 * @modifiers: 0, Shift or Ctrl
 *
 * Goes to the first or the last note of the area that the cursor is in.
 */
void
atl_canvas_go_to_end (AtlCanvas      *self,
                      gboolean        end,
                      GdkModifierType modifiers)
{
  AtlBox    *area = find_area (self);
  GPtrArray *boxes = area != NULL ? notes_of (self, area) : NULL;
  AtlBox    *box;

  if (boxes == NULL || boxes->len == 0)
    return;
  box = boxes->pdata[end ? boxes->len - 1 : 0];
  if (modifiers == GDK_SHIFT_MASK)
    add_range (self, boxes, end);
  arrive (self, ATL_NOTE (box->item), modifiers);
}

static AtlBox *
find_next_area (AtlCanvas *self,
                int        by)
{
  GPtrArray *areas = atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_AREA);
  AtlBox    *unplaced = atl_scene_get_unplaced (atl_board_view_get_scene (self->view));
  AtlBox    *from = find_area (self);
  int        n = (int) areas->len;
  guint      at = 0;

  if (n == 0)
    return NULL;
  if (from == NULL || !g_ptr_array_find (areas, from, &at))
    return from == unplaced && unplaced != NULL ? areas->pdata[by > 0 ? 0 : n - 1] : areas->pdata[0];
  if (unplaced != NULL && !g_ptr_array_find (areas, unplaced, NULL) && (int) at + by == n)
    return unplaced;
  return areas->pdata[((int) at + by + n) % n];
}

static void
go_into (AtlCanvas *self,
         AtlBox    *area)
{
  GPtrArray *boxes = notes_of (self, area);

  if (area->item != NULL)
    atl_board_view_set_area (self->view, ATL_AREA (area->item));
  if (boxes->len > 0)
    {
      arrive (self, ATL_NOTE (((AtlBox *) boxes->pdata[0])->item), 0);
      return;
    }
  atl_selection_set_one (selection_of (self), NULL);
  atl_selection_set_cursor (selection_of (self), NULL);
  atl_note_tree_focus_area (self->tree, area);
  if (area->item != NULL)
    atl_canvas_reveal (self, area->item);
}

/**
 * atl_canvas_go_into_area:
 * @self: a canvas
 *
 * Goes to the first note of the current area, to the area itself if it has none.
 */
void
atl_canvas_go_into_area (AtlCanvas *self)
{
  AtlBox *area = NULL;

  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view != NULL)
    area = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  if (area != NULL)
    go_into (self, area);
}

/**
 * atl_canvas_go_to_area:
 * @self: a canvas with a board
 * @by: 1 for the next area, -1 for the one before
 *
 * Goes to the first note of another area, to the area itself if it has none; new notes go there from now on.
 */
void
atl_canvas_go_to_area (AtlCanvas *self,
                       int        by)
{
  AtlBox *area = find_next_area (self, by);

  if (area != NULL)
    go_into (self, area);
}

/**
 * atl_canvas_leave_for:
 * @self: a canvas with a board
 * @area: an area of it
 *
 * Lets go of what is selected, and of the cursor, in other areas: the next key is meant for this one.
 */
void
atl_canvas_leave_for (AtlCanvas *self,
                      AtlArea   *area)
{
  AtlNote *cursor = atl_selection_get_cursor (selection_of (self));

  if (cursor == NULL || atl_note_find_area (cursor) == area)
    return;
  atl_selection_set_one (selection_of (self), NULL);
  atl_selection_set_cursor (selection_of (self), NULL);
}

/**
 * atl_canvas_resize:
 * @self: a canvas
 * @width: its width in pixels
 * @height: its height in pixels
 *
 * Gives the camera another size. What opens beside the board does not put the note with the cursor out of
 * view.
 */
void
atl_canvas_resize (AtlCanvas *self,
                   int        width,
                   int        height)
{
  AtlNote *cursor = self->view != NULL
                      ? atl_selection_get_cursor (atl_board_view_get_selection (self->view))
                      : NULL;
  AtlBox  *box = cursor != NULL ? atl_board_view_find_box (self->view, cursor) : NULL;

  if (box != NULL)
    atl_camera_resize (self->camera, width, height, box->rect, RESIZE_MARGIN);
  else
    atl_camera_set_viewport (self->camera, width, height);
}

/**
 * atl_canvas_focus_writing:
 * @self: a canvas
 *
 * Gives the focus to what is being written on the board: a note, or the title of a stack. A menu that closes
 * gives it to the canvas after its item has opened an editor.
 *
 * Returns: whether anything is
 */
gboolean
atl_canvas_focus_writing (AtlCanvas *self)
{
  GtkWidget *title = self->areas != NULL ? atl_canvas_areas_get_title (self->areas) : NULL;
  GtkWidget *writing = atl_canvas_get_editing (self) ? self->editor : title;

  if (writing == NULL)
    return FALSE;
  return (gtk_widget_get_state_flags (writing) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 ||
         gtk_widget_child_focus (writing, GTK_DIR_TAB_FORWARD);
}

/**
 * atl_canvas_focus_first:
 * @self: a canvas
 *
 * Gives the focus to the note that had it last; if that is none, to the first one of the current area, or to
 * the area itself.
 *
 * Returns: whether there was something to focus
 */
gboolean
atl_canvas_focus_first (AtlCanvas *self)
{
  AtlNote   *cursor = self->view != NULL ? atl_selection_get_cursor (selection_of (self)) : NULL;
  AtlBox    *area = self->view != NULL ? find_area (self) : NULL;
  GPtrArray *boxes = area != NULL ? notes_of (self, area) : NULL;

  if (self->view == NULL)
    return FALSE;
  if (cursor == NULL && boxes != NULL && boxes->len > 0)
    cursor = ATL_NOTE (((AtlBox *) boxes->pdata[0])->item);
  if (cursor != NULL || area == NULL)
    return atl_note_tree_focus (self->tree, cursor);
  atl_note_tree_focus_area (self->tree, area);
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
}

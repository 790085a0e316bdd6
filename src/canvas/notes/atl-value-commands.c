/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-value-commands.h"

#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-note-values.h"
#include "model/atl-rows.h"

#include <glib/gi18n-lib.h>

#define STEP 5    /* of 100, that a key moves a note between axes */
#define MIDDLE 50 /* where one comes that waited */

/* The selected notes, or the one that has the cursor; of closed stacks the lead. */
static GPtrArray *
dup_targets (AtlBoardView *view)
{
  GPtrArray *notes = atl_board_view_dup_selected (view, FALSE);
  AtlNote   *cursor = atl_selection_get_cursor (atl_board_view_get_selection (view));

  if (notes->len > 0 || cursor == NULL)
    return notes;
  g_ptr_array_unref (notes);
  notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (notes, g_object_ref (cursor));
  return notes;
}

/**
 * atl_value_commands_set_strength:
 * @view: a view of a board whose notes have strengths
 * @strength: of the selected notes; 0 takes it away
 */
void
atl_value_commands_set_strength (AtlBoardView *view,
                                 int           strength)
{
  g_autoptr (GPtrArray) notes = dup_targets (view);
  AtlHistory           *history = atl_board_view_get_history (view);

  if (atl_board_view_refuse_notes (view, notes))
    return;
  atl_history_begin (history, _ ("Set Strength"));
  for (guint i = 0; i < notes->len; i++)
    atl_note_set_value (notes->pdata[i], ATL_NOTE_VALUE_STRENGTH,
                        strength > 0 ? g_variant_new_int64 (strength) : NULL);
  atl_history_end (history);
}

/**
 * atl_value_commands_take_digit:
 * @view: a view of a board
 * @digit: a key, 0 to 9
 *
 * Gives the selected notes that strength, on boards that ask for it; 0 takes it away.
 *
 * Returns: whether the digit means something here
 */
gboolean
atl_value_commands_take_digit (AtlBoardView *view,
                               int           digit)
{
  AtlNote *cursor = atl_selection_get_cursor (atl_board_view_get_selection (view));
  int      least, most;

  if (cursor == NULL || !atl_board_get_strength (atl_board_view_get_board (view), &least, &most))
    return FALSE;
  if (digit != 0 && (digit < least || digit > most))
    return FALSE;
  atl_value_commands_set_strength (view, digit);
  return TRUE;
}

/**
 * atl_value_commands_asks_fields:
 * @view: a view of a board
 * @note: (nullable): a note
 *
 * Returns: whether the template asks for numbers on @note
 */
gboolean
atl_value_commands_asks_fields (AtlBoardView *view,
                                AtlNote      *note)
{
  g_auto (GStrv) fields = atl_board_dup_names (atl_board_view_get_board (view), "noteFields");
  AtlBox        *box = note != NULL ? atl_board_view_find_box (view, note) : NULL;

  return fields[0] != NULL && box != NULL && !box->is_node;
}

static void
wait_again (AtlNote *note)
{
  atl_note_set_x (note, ATL_PLACE_NONE);
  atl_note_set_y (note, ATL_PLACE_NONE);
}

static void
step (AtlNote     *note,
      AtlDirection direction)
{
  int x = MIDDLE, y = MIDDLE;

  if (!atl_note_get_measures (note, &x, &y))
    {
      if (direction == ATL_DIRECTION_UP)
        atl_note_set_measures (note, x, y);
      return;
    }
  if (direction == ATL_DIRECTION_DOWN && y == 0)
    {
      wait_again (note);
      return;
    }
  x += direction == ATL_DIRECTION_LEFT ? -STEP : direction == ATL_DIRECTION_RIGHT ? STEP
                                                                                  : 0;
  y += direction == ATL_DIRECTION_DOWN ? -STEP : direction == ATL_DIRECTION_UP ? STEP
                                                                               : 0;
  atl_note_set_measures (note, x, y);
}

/**
 * atl_value_commands_nudge:
 * @notes: (element-type AtlNote): notes of @area
 * @area: an area
 * @direction: where to
 *
 * Between axes, moves notes by five of the hundred steps of an axis. One that waits comes up to the middle,
 * and down from the lowest it waits again.
 *
 * Returns: whether @area has axes
 */
gboolean
atl_value_commands_nudge (GPtrArray   *notes,
                          AtlArea     *area,
                          AtlDirection direction)
{
  if (atl_area_get_layout (area) != ATL_LAYOUT_AXES)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    step (notes->pdata[i], direction);
  return TRUE;
}

/* The areas that share rows with @area, if it is not the one where they begin. */
static GPtrArray *
dup_areas (AtlArea *area)
{
  AtlBoard             *board = atl_area_find_board (area);
  g_autoptr (GPtrArray) areas = board != NULL ? atl_board_dup_row_areas (board) : NULL;

  if (areas == NULL || areas->len == 0 || areas->pdata[0] == area || !g_ptr_array_find (areas, area, NULL))
    return NULL;
  return g_steal_pointer (&areas);
}

/**
 * atl_value_commands_find_row:
 * @view: a view of a board
 * @area: where a note is to be added
 *
 * Returns: (transfer none) (nullable): the row that it joins: that of the note with the cursor
 */
AtlNote *
atl_value_commands_find_row (AtlBoardView *view,
                             AtlArea      *area)
{
  AtlNote              *cursor = atl_selection_get_cursor (atl_board_view_get_selection (view));
  g_autoptr (GPtrArray) areas = cursor != NULL ? dup_areas (area) : NULL;

  return areas != NULL && atl_item_get_list (ATL_ITEM (cursor)) != NULL ? atl_note_find_row (cursor, areas)
                                                                        : NULL;
}

/**
 * atl_value_commands_join:
 * @notes: (element-type AtlNote): notes that are in @area now
 * @area: an area
 * @row: (nullable): the row they go to
 *
 * Does nothing in areas that share no rows, or begin them.
 */
void
atl_value_commands_join (GPtrArray *notes,
                         AtlArea   *area,
                         AtlNote   *row)
{
  g_autoptr (GPtrArray) areas = dup_areas (area);

  if (areas != NULL)
    atl_notes_join_row (notes, row);
}

static AtlNote *
find_next_row (GPtrArray *areas,
               AtlNote   *row,
               gboolean   up)
{
  g_autoptr (GPtrArray) rows = atl_area_dup_notes (areas->pdata[0]);
  guint                 at = rows->len;

  if (row != NULL)
    g_ptr_array_find (rows, row, &at);
  if (up)
    return at > 0 && rows->len > 0 ? rows->pdata[at - 1] : row;
  return at + 1 < rows->len ? rows->pdata[at + 1] : NULL;
}

/**
 * atl_value_commands_move_in_rows:
 * @view: a view of a board
 * @notes: (element-type AtlNote): notes of @area
 * @area: an area
 * @direction: where to
 *
 * Where areas share rows, moves notes to the row above or below, or to the area beside, in the same row.
 * Below the last row a note is in none.
 *
 * Returns: whether @area shares rows that begin in another area
 */
gboolean
atl_value_commands_move_in_rows (AtlBoardView *view,
                                 GPtrArray    *notes,
                                 AtlArea      *area,
                                 AtlDirection  direction)
{
  g_autoptr (GPtrArray) areas = dup_areas (area);
  gboolean              up = direction == ATL_DIRECTION_UP;
  guint                 at;

  if (areas == NULL || !g_ptr_array_find (areas, area, &at))
    return FALSE;
  if (up || direction == ATL_DIRECTION_DOWN)
    {
      atl_notes_join_row (notes, find_next_row (areas, atl_note_find_row (notes->pdata[0], areas), up));
      return TRUE;
    }
  at += direction == ATL_DIRECTION_RIGHT ? 1 : -1;
  if (at > 0 && at < areas->len)
    {
      atl_notes_move (notes, areas->pdata[at], NULL);
      atl_board_view_set_area (view, areas->pdata[at]);
    }
  return TRUE;
}

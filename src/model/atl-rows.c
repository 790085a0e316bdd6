/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-rows.h"

#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-note-values.h"

#define ANSWERING "a" /* what a template calls the area of those who answer for a row */

/**
 * atl_note_find_row:
 * @note: a note
 * @areas: (element-type AtlArea): from atl_board_dup_row_areas()
 *
 * Returns: (transfer none) (nullable): the note that begins its row: itself, in the first area; %NULL if it
 *   is in none, or in another area
 */
AtlNote *
atl_note_find_row (AtlNote   *note,
                   GPtrArray *areas)
{
  AtlArea         *area = atl_note_find_area (note);
  AtlBoard        *board = atl_note_find_board (note);
  g_autofree char *id = NULL;
  AtlNote         *row;

  if (areas->len == 0 || area == NULL || !g_ptr_array_find (areas, area, NULL))
    return NULL;
  if (area == areas->pdata[0])
    return note;
  id = atl_note_dup_value_text (note, ATL_NOTE_VALUE_ROW);
  row = atl_list_find (atl_board_get_notes (board), id);
  return row != NULL && atl_note_find_area (row) == areas->pdata[0] ? row : NULL;
}

/**
 * atl_notes_join_row:
 * @notes: (element-type AtlNote): notes
 * @row: (nullable): the note that begins a row, or %NULL to leave the row they are in
 */
void
atl_notes_join_row (GPtrArray *notes,
                    AtlNote   *row)
{
  for (guint i = 0; i < notes->len; i++)
    if (notes->pdata[i] != row)
      atl_note_set_value (notes->pdata[i], ATL_NOTE_VALUE_ROW,
                          row != NULL ? g_variant_new_string (atl_item_get_id (ATL_ITEM (row))) : NULL);
}

/**
 * atl_rows_find_answering:
 * @areas: (element-type AtlArea): from atl_board_dup_row_areas()
 *
 * Returns: (transfer none) (nullable): the area that has exactly one note in each row: who answers for it
 */
AtlArea *
atl_rows_find_answering (GPtrArray *areas)
{
  for (guint i = 1; i < areas->len; i++)
    if (g_str_equal (atl_area_get_key (areas->pdata[i]), ANSWERING))
      return areas->pdata[i];
  return NULL;
}

/**
 * atl_row_count:
 * @row: the note that begins a row
 * @area: an area of its board
 * @areas: (element-type AtlArea): from atl_board_dup_row_areas()
 *
 * Returns: how many notes of @area are in the row
 */
guint
atl_row_count (AtlNote   *row,
               AtlArea   *area,
               GPtrArray *areas)
{
  AtlList *notes = atl_board_get_notes (atl_note_find_board (row));
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);

      if (atl_note_find_area (note) == area && atl_note_find_row (note, areas) == row)
        n++;
    }
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-hidden.h"

#include "model/atl-edits.h"

/**
 * atl_board_dup_hidden:
 * @board: a board
 * @area: (nullable): an area of it, or %NULL for all of the board
 *
 * Returns: (transfer full) (element-type AtlNote): the hidden notes
 */
GPtrArray *
atl_board_dup_hidden (AtlBoard *board,
                      AtlArea  *area)
{
  AtlList   *notes = NULL;
  GPtrArray *hidden = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ATL_IS_BOARD (board), hidden);

  notes = atl_board_get_notes (board);
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);

      if (atl_note_get_hidden (note) && (area == NULL || atl_note_find_area (note) == area))
        g_ptr_array_add (hidden, g_object_ref (note));
    }
  return hidden;
}

/**
 * atl_board_count_hidden:
 * @board: a board
 *
 * Returns: how many of its notes are hidden
 */
guint
atl_board_count_hidden (AtlBoard *board)
{
  AtlList *notes = NULL;
  guint    n = 0;

  g_return_val_if_fail (ATL_IS_BOARD (board), 0);

  notes = atl_board_get_notes (board);
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    n += atl_note_get_hidden (atl_list_get (notes, i)) ? 1 : 0;
  return n;
}

/**
 * atl_notes_count_hidden:
 * @notes: (element-type AtlNote): notes
 *
 * Returns: how many of them are hidden
 */
guint
atl_notes_count_hidden (GPtrArray *notes)
{
  guint n = 0;

  g_return_val_if_fail (notes != NULL, 0);

  for (guint i = 0; i < notes->len; i++)
    n += atl_note_get_hidden (notes->pdata[i]) ? 1 : 0;
  return n;
}

/**
 * atl_notes_set_hidden:
 * @notes: (element-type AtlNote): notes
 * @hidden: whether they are hidden from now on
 *
 * Returns: how many were not what they are now
 */
guint
atl_notes_set_hidden (GPtrArray *notes,
                      gboolean   hidden)
{
  guint before = atl_notes_count_hidden (notes);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    atl_note_set_hidden (notes->pdata[i], hidden);
  return hidden ? notes->len - before : before;
}

/**
 * atl_board_drop_hidden:
 * @board: a board of a copy of a session, made to be shown to others
 *
 * Deletes the hidden notes, so that nothing of them can be seen. What was stacked under one stays.
 */
void
atl_board_drop_hidden (AtlBoard *board)
{
  g_autoptr (GPtrArray) notes = NULL;

  g_return_if_fail (ATL_IS_BOARD (board));

  notes = atl_board_dup_hidden (board, NULL);
  atl_notes_delete (notes);
}

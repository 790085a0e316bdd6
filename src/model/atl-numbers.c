/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-numbers.h"

#include "model/atl-edits.h"
#include "model/atl-locks.h"

static AtlNote *
find_on_board (AtlBoard *board,
               int       number)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_note_get_number (atl_list_get (notes, i)) == number)
      return atl_list_get (notes, i);
  return NULL;
}

/**
 * atl_session_find_number:
 * @session: a session
 * @number: of a card, from 1
 *
 * Returns: (transfer none) (nullable): the note of the card, wherever it is
 */
AtlNote *
atl_session_find_number (AtlSession *session,
                         int         number)
{
  AtlList *boards = NULL;

  g_return_val_if_fail (ATL_IS_SESSION (session), NULL);
  g_return_val_if_fail (number > 0, NULL);

  boards = atl_session_get_boards (session);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlNote *note = find_on_board (atl_list_get (boards, i), number);

      if (note != NULL)
        return note;
    }
  return NULL;
}

/**
 * atl_session_find_next_number:
 * @session: a session
 *
 * Returns: the number after the highest that a note has, 1 if none has any
 */
int
atl_session_find_next_number (AtlSession *session)
{
  AtlList *boards = NULL;
  int      highest = 0;

  g_return_val_if_fail (ATL_IS_SESSION (session), 1);

  boards = atl_session_get_boards (session);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_board_get_notes (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (notes); j++)
        highest = MAX (highest, atl_note_get_number (atl_list_get (notes, j)));
    }
  return highest + 1;
}

/* Areas as they stand on the board, then what has no place. */
static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      areas)
{
  AtlArea *first = atl_note_find_area (*(AtlNote *const *) a);
  AtlArea *second = atl_note_find_area (*(AtlNote *const *) b);
  guint    i = G_MAXUINT, j = G_MAXUINT;

  if (first != NULL)
    atl_list_get_position (areas, ATL_ITEM (first), &i);
  if (second != NULL)
    atl_list_get_position (areas, ATL_ITEM (second), &j);
  return (i > j) - (i < j);
}

/**
 * atl_board_give_numbers:
 * @board: a board
 * @first: the number that is given first
 *
 * Gives a number to each note that has none, area by area; those of locked areas stay as they are.
 *
 * Returns: how many were given
 */
guint
atl_board_give_numbers (AtlBoard *board,
                        int       first)
{
  AtlList              *notes = NULL;
  g_autoptr (GPtrArray) bare = g_ptr_array_new ();

  g_return_val_if_fail (ATL_IS_BOARD (board), 0);

  notes = atl_board_get_notes (board);
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_note_get_number (atl_list_get (notes, i)) == 0 && !atl_note_is_locked (atl_list_get (notes, i)))
      g_ptr_array_add (bare, atl_list_get (notes, i));
  g_ptr_array_sort_with_data (bare, compare_places, atl_board_get_areas (board));
  for (guint i = 0; i < bare->len; i++)
    atl_note_set_number (bare->pdata[i], first + (int) i);
  return bare->len;
}

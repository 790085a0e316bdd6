/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-value-sums.h"

#include "model/atl-edits.h"
#include "model/atl-note-values.h"

/* Those that the room sees. */
static AtlNote *
get_note (AtlArea *area,
          guint    position)
{
  AtlBoard *board = atl_area_find_board (area);
  AtlNote  *note = atl_list_get (atl_board_get_notes (board), position);

  if (atl_note_get_hidden (note))
    return NULL;
  return g_str_equal (atl_note_get_area (note), atl_item_get_id (ATL_ITEM (area))) ? note : NULL;
}

static guint
count_notes (AtlArea *area)
{
  AtlBoard *board = atl_area_find_board (area);

  return board != NULL ? atl_list_get_length (atl_board_get_notes (board)) : 0;
}

/**
 * atl_area_has_value:
 * @area: an area
 * @name: a field of notes
 *
 * Returns: whether any note of @area has a number in it
 */
gboolean
atl_area_has_value (AtlArea    *area,
                    const char *name)
{
  for (guint i = 0, n = count_notes (area); i < n; i++)
    {
      AtlNote *note = get_note (area, i);

      if (note != NULL && atl_note_get_value (note, name, NULL))
        return TRUE;
    }
  return FALSE;
}

/**
 * atl_area_sum_values:
 * @area: an area
 * @name: a field of notes
 * @n_known: (out) (optional): how many of its notes have a number there
 *
 * Returns: the sum over all notes of @area, those in stacks included
 */
double
atl_area_sum_values (AtlArea    *area,
                     const char *name,
                     guint      *n_known)
{
  double sum = 0, value;
  guint  known = 0;

  for (guint i = 0, n = count_notes (area); i < n; i++)
    {
      AtlNote *note = get_note (area, i);

      if (note == NULL || !atl_note_get_value (note, name, &value))
        continue;
      sum += value;
      known++;
    }
  if (n_known != NULL)
    *n_known = known;
  return sum;
}

/**
 * atl_note_get_ratio:
 * @note: a note
 * @over: a field of it, such as "value"
 * @under: a field of it, such as "effort"
 * @ratio: (out): the one divided by the other
 *
 * Returns: whether there is a ratio: both are known, and @under is above 0
 */
gboolean
atl_note_get_ratio (AtlNote    *note,
                    const char *over,
                    const char *under,
                    double     *ratio)
{
  double above, below;

  if (!atl_note_get_value (note, over, &above) || !atl_note_get_value (note, under, &below) || below <= 0)
    return FALSE;
  *ratio = above / below;
  return TRUE;
}

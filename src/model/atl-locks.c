/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-locks.h"

#include "model/atl-edits.h"

/**
 * atl_note_is_locked:
 * @note: a note
 *
 * Returns: whether it stands in a locked area
 */
gboolean
atl_note_is_locked (AtlNote *note)
{
  AtlArea *area = atl_note_find_area (note);

  return area != NULL && atl_area_get_locked (area);
}

/**
 * atl_notes_find_lock:
 * @notes: (element-type AtlNote): notes
 *
 * Returns: (transfer none) (nullable): the first locked area that any of @notes stands in
 */
AtlArea *
atl_notes_find_lock (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (atl_note_is_locked (notes->pdata[i]))
      return atl_note_find_area (notes->pdata[i]);
  return NULL;
}

/**
 * atl_notes_drop_locked:
 * @notes: (element-type AtlNote): notes
 *
 * Removes from the array those that stand in locked areas.
 *
 * Returns: how many were removed
 */
guint
atl_notes_drop_locked (GPtrArray *notes)
{
  guint before = notes->len;

  for (guint i = notes->len; i > 0; i--)
    if (atl_note_is_locked (notes->pdata[i - 1]))
      g_ptr_array_remove_index (notes, i - 1);
  return before - notes->len;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-scroll-mark.h"

#define END 12   /* pixels left free at both ends of the track */
#define LEAST 28 /* pixels: a mark is no shorter, however long the board is */
#define HAIR 2   /* pixels of the board beyond the edge that are not worth a mark */

/**
 * atl_scroll_mark_place:
 * @start: where the board begins in the view, along one axis, pixels; negative if that is out of view
 * @length: of the board along that axis, pixels
 * @view: of the view along that axis, pixels
 * @at: (out): where the mark begins, pixels of the view
 * @size: (out): how long it is
 *
 * Computes what a scroll bar would show of a board.
 *
 * Returns: whether there is anything to show: part of the board is beyond an edge, and the view has room
 */
gboolean
atl_scroll_mark_place (double  start,
                       double  length,
                       double  view,
                       double *at,
                       double *size)
{
  double low = MIN (start, 0);
  double high = MAX (start + length, view);
  double track = view - 2 * END;

  if (high - low - view < HAIR || track < 2 * LEAST)
    return FALSE;
  *size = MAX (track * view / (high - low), LEAST);
  *at = END + (track - *size) * -low / (high - low - view);
  return TRUE;
}

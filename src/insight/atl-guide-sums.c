/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-guide-sums.h"

#include "model/atl-edits.h"
#include "model/atl-guides.h"

/**
 * atl_guides_get_average:
 * @area: an area with guides
 * @row: (nullable): only this row
 * @column: (nullable): only this column
 * @average: (out): of the scores there; a silo is not paired with itself
 *
 * Returns: whether there are any
 */
gboolean
atl_guides_get_average (AtlArea *area,
                        AtlSilo *row,
                        AtlSilo *column,
                        double  *average)
{
  g_autoptr (GPtrArray) silos = atl_guides_dup_silos (atl_item_get_session (ATL_ITEM (area)));
  guint                 n = 0;
  int                   sum = 0;

  for (guint i = 0; i < silos->len; i++)
    for (guint j = 0; j < silos->len; j++)
      {
        int score = ATL_SCORE_NONE;

        if (i != j && (row == NULL || row == silos->pdata[i]) &&
            (column == NULL || column == silos->pdata[j]))
          score = atl_area_get_score (area, silos->pdata[i], silos->pdata[j]);
        sum += MAX (score, 0);
        n += score >= 0 ? 1 : 0;
      }
  *average = n > 0 ? (double) sum / n : 0;
  return n > 0;
}

/* What both sides say of a pair, or the one that says something. */
static gboolean
get_pair (AtlArea *area,
          AtlSilo *a,
          AtlSilo *b,
          double  *score)
{
  int there = atl_area_get_score (area, a, b);
  int back = atl_area_get_score (area, b, a);

  if (there < 0 && back < 0)
    return FALSE;
  *score = there < 0 ? back : back < 0 ? there
                                       : (there + back) / 2.0;
  return TRUE;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  double one = ((const AtlGuideGap *) a)->gap;
  double other = ((const AtlGuideGap *) b)->gap;

  return one > other ? -1 : one < other;
}

static void
add_gap (GArray  *gaps,
         AtlArea *today,
         AtlArea *needed,
         AtlSilo *a,
         AtlSilo *b)
{
  double      is, should;
  AtlGuideGap gap = { a, b, 0 };

  if (!get_pair (today, a, b, &is) || !get_pair (needed, a, b, &should))
    return;
  gap.gap = should - is;
  if (gap.gap > 0)
    g_array_append_val (gaps, gap);
}

/**
 * atl_guides_dup_gaps:
 * @board: a board with two areas that have guides: what is, and what should be
 *
 * Returns: (transfer full) (element-type AtlGuideGap): the pairs of silos that should work together more than
 *   they do, the largest gap first
 */
GArray *
atl_guides_dup_gaps (AtlBoard *board)
{
  GArray               *gaps = g_array_new (FALSE, FALSE, sizeof (AtlGuideGap));
  g_autoptr (GPtrArray) silos = atl_guides_dup_silos (atl_item_get_session (ATL_ITEM (board)));
  AtlList              *areas = atl_board_get_areas (board);
  AtlArea              *both[2] = { NULL, NULL };
  guint                 n = 0;

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (atl_area_has_guides (atl_list_get (areas, i)) && n++ < 2)
      both[n - 1] = atl_list_get (areas, i);
  for (guint i = 0; n == 2 && i < silos->len; i++)
    for (guint j = i + 1; j < silos->len; j++)
      add_gap (gaps, both[0], both[1], silos->pdata[i], silos->pdata[j]);
  g_array_sort (gaps, compare_gaps);
  return gaps;
}

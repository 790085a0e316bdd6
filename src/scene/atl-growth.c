/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-growth.h"

#include <stdlib.h>

#define TOUCH 1.0 /* units by which neighbors may overlap and still count as one above the other */

static double
bottom (AtlRect rect)
{
  return rect.y + rect.height;
}

static gboolean
share_columns (AtlRect a,
               AtlRect b)
{
  return MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x) > TOUCH;
}

static gboolean
is_above (const AtlGrowth *a,
          const AtlGrowth *b)
{
  return bottom (a->stored) <= b->stored.y + TOUCH && share_columns (a->stored, b->stored);
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  double one = (*(AtlGrowth *const *) a)->stored.y;
  double other = (*(AtlGrowth *const *) b)->stored.y;

  return (one > other) - (one < other);
}

static gboolean
anything_grows (const AtlGrowth *areas,
                guint            n)
{
  for (guint i = 0; i < n; i++)
    if (areas[i].needed > areas[i].stored.height)
      return TRUE;
  return FALSE;
}

/* Moves each area by as much as the lowest of those above it went down. */
static void
push (AtlGrowth **sorted,
      guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      double down = 0;

      for (guint j = 0; j < i; j++)
        if (is_above (sorted[j], sorted[i]))
          down = MAX (down, bottom (sorted[j]->placed) - bottom (sorted[j]->stored));
      sorted[i]->placed = sorted[i]->stored;
      sorted[i]->placed.y += down;
      sorted[i]->placed.height = MAX (sorted[i]->stored.height, sorted[i]->needed);
    }
}

/* Lets areas reach down to what moved away from under them, so that a board without gaps stays one. */
static void
fill_gaps (AtlGrowth **sorted,
           guint       n)
{
  double lowest = 0;
  double reached = 0;

  for (guint i = 0; i < n; i++)
    {
      lowest = i == 0 ? bottom (sorted[i]->stored) : MAX (lowest, bottom (sorted[i]->stored));
      reached = i == 0 ? bottom (sorted[i]->placed) : MAX (reached, bottom (sorted[i]->placed));
    }
  for (guint i = 0; i < n; i++)
    {
      double down = reached - lowest;

      for (guint j = 0; j < n; j++)
        if (j != i && is_above (sorted[i], sorted[j]))
          down = MIN (down, sorted[j]->placed.y - sorted[j]->stored.y);
      sorted[i]->placed.height =
        MAX (sorted[i]->placed.height, bottom (sorted[i]->stored) + down - sorted[i]->placed.y);
    }
}

/**
 * atl_growth_place:
 * @areas: (array length=n) (inout): areas of a board
 * @n: their number
 *
 * Computes where areas are drawn from where they were put and the height they need.
 */
void
atl_growth_place (AtlGrowth *areas,
                  guint      n)
{
  g_autofree AtlGrowth **sorted = g_new (AtlGrowth *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      sorted[i] = &areas[i];
      areas[i].placed = areas[i].stored;
    }
  if (!anything_grows (areas, n))
    return;
  qsort (sorted, n, sizeof *sorted, compare_tops);
  push (sorted, n);
  fill_gaps (sorted, n);
}

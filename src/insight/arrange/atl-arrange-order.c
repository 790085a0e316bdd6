/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/arrange/atl-arrange-private.h"

#define PASSES 12
#define MOST 80 /* things whose order is improved; more are left as the greedy walk has them */

typedef struct
{
  const double *weights; /* n × n, symmetric */
  guint         n;
  guint        *order;
  gboolean      ring;
} Ordering;

static double
weight_of (const Ordering *ordering,
           guint           i,
           guint           j)
{
  return ordering->weights[(gsize) i * ordering->n + j];
}

/* How far apart linked things are, all together. */
static double
get_cost (const Ordering *ordering)
{
  double cost = 0;

  for (guint i = 0; i < ordering->n; i++)
    for (guint j = 0; j < i; j++)
      {
        guint way = i - j;

        if (ordering->ring)
          way = MIN (way, ordering->n - way);
        cost += weight_of (ordering, ordering->order[i], ordering->order[j]) * way;
      }
  return cost;
}

static double
get_sum (const Ordering *ordering,
         guint           i)
{
  double sum = 0;

  for (guint j = 0; j < ordering->n; j++)
    sum += weight_of (ordering, i, j);
  return sum;
}

/* Begins with the best linked one and goes on to the one that has most to do with the last few. */
static void
walk (Ordering *ordering)
{
  g_autofree gboolean *taken = g_new0 (gboolean, ordering->n + 1);

  for (guint at = 0; at < ordering->n; at++)
    {
      double best = -1;
      guint  next = 0;

      for (guint i = 0; i < ordering->n; i++)
        {
          double score = at == 0 ? get_sum (ordering, i) : 0;

          for (guint back = 1; back <= MIN (at, 3); back++)
            score += weight_of (ordering, i, ordering->order[at - back]) / back;
          if (!taken[i] && score > best)
            {
              best = score;
              next = i;
            }
        }
      taken[next] = TRUE;
      ordering->order[at] = next;
    }
}

static void
swap (Ordering *ordering,
      guint     i,
      guint     j)
{
  guint other = ordering->order[i];

  ordering->order[i] = ordering->order[j];
  ordering->order[j] = other;
}

static gboolean
improve (Ordering *ordering,
         double   *cost)
{
  gboolean better = FALSE;

  for (guint i = 0; i < ordering->n; i++)
    for (guint j = 0; j < i; j++)
      {
        double after;

        swap (ordering, i, j);
        after = get_cost (ordering);
        if (after < *cost - 1e-9)
          {
            *cost = after;
            better = TRUE;
          }
        else
          swap (ordering, i, j);
      }
  return better;
}

static void
run (Ordering *ordering)
{
  double cost;
  guint  passes = ordering->n <= 24 ? PASSES : 2;

  walk (ordering);
  if (ordering->n > MOST)
    return;
  cost = get_cost (ordering);
  for (guint pass = 0; pass < passes && improve (ordering, &cost); pass++)
    ;
}

/**
 * atl_arrange_order_ring:
 * @weights: n × n, symmetric: how much two have to do with each other
 * @n: their number
 * @order: (array length=n) (out caller-allocates): who comes when around a circle, the strongly linked side
 *         by side
 */
void
atl_arrange_order_ring (const double *weights,
                        guint         n,
                        guint        *order)
{
  Ordering ordering = { weights, n, order, TRUE };

  run (&ordering);
}

/**
 * atl_arrange_order_line:
 * @weights: n × n, symmetric: how much two have to do with each other
 * @n: their number
 * @order: (array length=n) (out caller-allocates): who comes when from top to bottom
 */
void
atl_arrange_order_line (const double *weights,
                        guint         n,
                        guint        *order)
{
  Ordering ordering = { weights, n, order, FALSE };

  run (&ordering);
}

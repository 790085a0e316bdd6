/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-shuffle.h"

/**
 * atl_shuffle:
 * @items: anything
 * @seed: the same seed gives the same order
 *
 * Puts @items into an order in which every other is as likely.
 */
void
atl_shuffle (GPtrArray *items,
             guint32    seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = items->len; i > 1; i--)
    {
      guint    other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer item = items->pdata[i - 1];

      items->pdata[i - 1] = items->pdata[other];
      items->pdata[other] = item;
    }
}

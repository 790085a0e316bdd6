/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-sets.h"

/**
 * atl_set_equal:
 * @a: (nullable): a set of pointers
 * @b: (nullable): another one
 *
 * Returns: whether both hold the same; %NULL is not the empty set
 */
gboolean
atl_set_equal (GHashTable *a,
               GHashTable *b)
{
  GHashTableIter iter;
  gpointer       item = NULL;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!g_hash_table_contains (b, item))
      return FALSE;
  return TRUE;
}

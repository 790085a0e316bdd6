/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-text-hash.h"

/* An odd number that nobody who writes a file can know. */
static guint64
get_multiplier (void)
{
  static gsize multiplier = 0;

  if (g_once_init_enter (&multiplier))
    g_once_init_leave (&multiplier, ((gsize) g_random_int () << 16 << 16) | g_random_int () | 1);
  return multiplier;
}

/**
 * atl_text_hash:
 * @text: a text
 *
 * A hash for tables whose keys come from files: which texts share a value differs from run to run, so that no
 * file can make a table slow. Nothing may depend on the order in which such a table is walked.
 *
 * Returns: a value for GHashTable, with g_str_equal()
 */
guint
atl_text_hash (gconstpointer text)
{
  guint64 multiplier = get_multiplier ();
  guint64 hash = 0;

  for (const guchar *at = text; *at != '\0'; at++)
    hash = (hash + *at + 1) * multiplier;
  return (guint) (hash >> 32);
}

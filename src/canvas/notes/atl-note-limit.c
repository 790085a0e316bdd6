/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-note-limit.h"

#include <glib/gi18n-lib.h>

#define NEAR 0.9 /* of the limit */

/**
 * atl_note_limit_dup_text:
 * @n: how many characters a note has
 *
 * Returns: (transfer full) (nullable): what is said about that, %NULL as long as the limit is far
 */
char *
atl_note_limit_dup_text (guint n)
{
  if (n < NEAR * ATL_NOTE_TEXT_LIMIT)
    return NULL;
  /* Translators: how many characters a note has, and how many it can have */
  return g_strdup_printf (_ ("%'u of %'u characters"), n, (guint) ATL_NOTE_TEXT_LIMIT);
}

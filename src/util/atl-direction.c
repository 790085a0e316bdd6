/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-direction.h"

#include <string.h>

/* U+202A to U+202E start with the same two bytes; the third tells which. What replaces them is as long. */
static const char common[] = "\xe2\x80";
static const char mark[] = "\xef\xbf\xbd";

static char *
find_turn (const char *text)
{
  for (const char *p = strstr (text, common); p != NULL; p = strstr (p + 2, common))
    if ((guchar) p[2] >= 0xaa && (guchar) p[2] <= 0xae)
      return (char *) p;

  return NULL;
}

/**
 * atl_direction_is_turned:
 * @text: a text in UTF-8
 *
 * Returns: whether it holds a character that forces the direction of writing, by which a text can show
 *   something else than it says
 */
gboolean
atl_direction_is_turned (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return find_turn (text) != NULL;
}

/**
 * atl_direction_dup_shown:
 * @text: a text in UTF-8
 *
 * Every character that forces the direction of writing (U+202A to U+202E) becomes U+FFFD, which can be seen.
 * Offsets in bytes and characters stay as they are. Isolates and marks, which ordinary writing uses, stay.
 *
 * Returns: (transfer full): the text as it may be shown
 */
char *
atl_direction_dup_shown (const char *text)
{
  char *shown = g_strdup (text);

  g_return_val_if_fail (text != NULL, NULL);

  for (char *p = find_turn (shown); p != NULL; p = find_turn (p))
    memcpy (p, mark, 3);

  return shown;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-direction.h"

#include <string.h>

/* U+202A to U+202E start with the same two bytes; the third tells which. What replaces them is as long. */
static const char common[] = "\xe2\x80";
static const char mark[] = "\xef\xbf\xbd";

/* A left-to-right mark and a first strong isolate, which ends with the other. */
#define BEGIN_ISOLATE "\u200e\u2068"
#define END_ISOLATE "\u2069"

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

static gboolean
is_right_to_left (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * atl_direction_dup_isolated:
 * @name: a name in UTF-8 that is put into a line written from left to right, as all of words.json are
 *
 * A name in Hebrew or Arabic does not turn the line that it stands in, even as its first word. For the screen
 * and for print: what is exported as data keeps names as they are.
 *
 * Returns: (transfer full): @name, isolated from the words around it if it is written from right to left
 */
char *
atl_direction_dup_isolated (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (is_right_to_left (g_utf8_get_char (p)))
      return g_strconcat (BEGIN_ISOLATE, name, END_ISOLATE, NULL);
  return g_strdup (name);
}

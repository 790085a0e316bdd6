/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-list-sign.h"

#include <string.h>

#define MOST_DIGITS 3
#define MOST_PARTS 4 /* of a number such as 1.2.3 */

/* Signs that no text begins with: a blank after them is not needed. The private ones are those of the fonts
 * Symbol and Wingdings. */
static const struct
{
  gunichar sign;
  guint    level;
} bullets[] = {
  { 0x2022, 0 },
  { 0x2023, 0 },
  { 0x2043, 0 },
  { 0x25cf, 0 },
  { 0x25cb, 1 },
  { 0x25e6, 1 },
  { 0x25a0, 0 },
  { 0x25aa, 2 },
  { 0x25a1, 0 },
  { 0x27a2, 0 },
  { 0xf0b7, 0 },
  { 0xf0a7, 2 },
  { 0xf0d8, 0 },
  { 0xf0fc, 0 },
};

/* Signs that are one only with a blank after them. */
static const char *const dashes[] = { "*", "+", "–", "—", "·", "‐", "‑", "−" };

static const char *const boxes[] = { "[ ]", "[x]", "[X]", "[]", "☐", "☑", "☒", "✓", "✔", "✗", "✘" };

/* The blanks at the beginning of @text, in bytes. */
static guint
count_blanks (const char *text)
{
  const char *at = text;

  while (*at == ' ' || *at == '\t' || g_str_has_prefix (at, "\u00a0"))
    at = g_utf8_next_char (at);
  return (guint) (at - text);
}

static gboolean
ends_sign (const char *at)
{
  return *at == '\0' || count_blanks (at) > 0;
}

/* A box to be ticked, or one that is; length is set to its bytes, with the blanks after it. */
static gboolean
is_box (const char *text,
        guint      *length)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      gsize n = strlen (boxes[i]);

      if (!g_str_has_prefix (text, boxes[i]) || count_blanks (text + n) == 0)
        continue;
      if (length != NULL)
        *length = (guint) n + count_blanks (text + n);
      return TRUE;
    }
  return FALSE;
}

static guint
read_bullet (const char *line,
             guint      *level)
{
  gunichar c = g_utf8_get_char (line);

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bullets[i].sign == c)
      {
        *level = bullets[i].level;
        return (guint) (g_utf8_next_char (line) - line);
      }
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (line, dashes[i]) && ends_sign (line + strlen (dashes[i])))
      return (guint) strlen (dashes[i]);
  return 0;
}

/* Second and third level of a word processor, in a font for signs; they are letters unless a tab follows. */
static guint
read_letter (const char *line,
             guint      *level)
{
  if (line[0] == 'o' && line[1] == '\t')
    {
      *level = 1;
      return 1;
    }
  if (g_str_has_prefix (line, "§\t"))
    {
      *level = 2;
      return (guint) strlen ("§");
    }
  return 0;
}

static const char *
skip_digits (const char *at)
{
  const char *start = at;

  while (g_ascii_isdigit (*at))
    at++;
  return at - start <= MOST_DIGITS ? at : start;
}

/* "1.", "1)", "(1)", with a tab also "1.2" and "a." */
static guint
read_number (const char *line)
{
  const char *at = skip_digits (line + (*line == '(' ? 1 : 0));
  gboolean    digits = at > line + (*line == '(' ? 1 : 0);

  if (*line == '(')
    return digits && *at == ')' && ends_sign (at + 1) ? (guint) (at + 1 - line) : 0;
  if (digits && (*at == '.' || *at == ')') && ends_sign (at + 1))
    return (guint) (at + 1 - line);
  for (guint i = 1; digits && i < MOST_PARTS && *at == '.' && skip_digits (at + 1) > at + 1; i++)
    at = skip_digits (at + 1);
  if (digits && *at == '.' && at[1] == '\t')
    at++;
  if (digits)
    return *at == '\t' && memchr (line, '.', (gsize) (at - line)) != NULL ? (guint) (at - line) : 0;
  if (g_ascii_isalpha (line[0]) && line[1] == ')' && ends_sign (line + 2))
    return 2;
  return g_ascii_isalpha (line[0]) && line[1] == '.' && line[2] == '\t' ? 2 : 0;
}

/**
 * atl_list_sign_read:
 * @line: a line without the blanks before it
 *
 * Returns: the sign of a list that it begins with, a box after it included
 */
AtlListSign
atl_list_sign_read (const char *line)
{
  AtlListSign sign = { 0 };
  guint       box = 0;

  if (*line == '-' && ends_sign (line + 1))
    sign = (AtlListSign){ ATL_LIST_SIGN_DASH, 0, 1 };
  else if ((sign.length = read_bullet (line, &sign.level)) > 0 ||
           (sign.length = read_letter (line, &sign.level)) > 0)
    sign.kind = ATL_LIST_SIGN_BULLET;
  else if ((sign.length = read_number (line)) > 0)
    sign.kind = ATL_LIST_SIGN_NUMBER;
  else if (is_box (line, &box))
    return (AtlListSign){ ATL_LIST_SIGN_BOX, 0, box };
  if (sign.kind == ATL_LIST_SIGN_NONE)
    return sign;
  sign.length += count_blanks (line + sign.length);
  if (is_box (line + sign.length, &box))
    sign.length += box;
  return sign;
}

/**
 * atl_list_sign_needs_escape:
 * @text: what a line of an item says
 * @first: whether it is the first one, which has its sign already
 *
 * Returns: whether it would be taken for something else, backslashes before it aside
 */
gboolean
atl_list_sign_needs_escape (const char *text,
                            gboolean    first)
{
  while (*text == '\\')
    text++;
  return first ? is_box (text, NULL) : atl_list_sign_read (text).kind != ATL_LIST_SIGN_NONE;
}

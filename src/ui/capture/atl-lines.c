/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-lines.h"

#include <string.h>

static const char *const bullets[] = { "- [ ] ", "- [x] ", "[ ] ", "[x] ", "- ", "* ", "+ ",
                                       "• ", "– ", "— ", "· ", "◦ ", "▪ " };

/* What follows the sign of a list, if there is one. A number alone is no sign: "3 days" stays. */
static const char *
skip_bullet (const char *line)
{
  const char *digits = line;

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  while (g_ascii_isdigit (*digits))
    digits++;
  if (digits > line && digits - line <= 3 && (*digits == '.' || *digits == ')') && digits[1] == ' ')
    return digits + 2;
  return line;
}

/**
 * atl_lines_split:
 * @text: a text, as it was pasted
 *
 * Splits a text into its lines, without empty ones, the spaces around them and the signs that lists put
 * before them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the lines
 */
char **
atl_lines_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           lines = g_strsplit_set (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup (skip_bullet (g_strstrip (lines[i])));

      if (*g_strstrip (line) != '\0')
        g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}

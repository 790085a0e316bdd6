/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-card-line.h"

#include "model/atl-numbers.h"

static const char *
skip_spaces (const char *at)
{
  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/**
 * atl_card_line_read:
 * @line: what was typed about a printed card: "12 Ship smaller", "#12: Ship smaller", "12. Ship smaller"
 * @text: (out): what the card says, in @line
 * @replaces: (out): whether it takes the place of what the card says: "12= Ship smaller"
 *
 * Returns: the number of the card, 0 if there is none or nothing after it
 */
int
atl_card_line_read (const char  *line,
                    const char **text,
                    gboolean    *replaces)
{
  const char *at = skip_spaces (line);
  const char *digits = NULL;
  int         number = 0;

  at += *at == '#' ? 1 : 0;
  for (digits = at; g_ascii_isdigit (*at) && number <= ATL_NUMBER_MOST; at++)
    number = 10 * number + g_ascii_digit_value (*at);
  if (at == digits || number == 0 || number > ATL_NUMBER_MOST)
    return 0;
  *replaces = *at == '=';
  if (*at == '.' || *at == ':' || *at == ')' || *at == '-' || *at == '=')
    at++;
  else if (!g_unichar_isspace (g_utf8_get_char (at)))
    return 0;
  at = skip_spaces (at);
  *text = at;
  return *at != '\0' ? number : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-text.h"

/* How much of an unusable value a message shows. */
#define SHOWN_CHARACTERS 40

static gboolean
is_control (char c)
{
  return c > 0 && c < 0x20 && c != '\n' && c != '\t';
}

static gboolean
is_harmless (gunichar c)
{
  return g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT;
}

/**
 * atl_text_is_clean:
 * @text: a UTF-8 text
 *
 * Returns: whether @text holds no control character other than newline and tab
 */
gboolean
atl_text_is_clean (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (; *text != '\0'; text++)
    if (is_control (*text))
      return FALSE;

  return TRUE;
}

/**
 * atl_text_dup_clean:
 * @text: a UTF-8 text
 *
 * Takes out the control characters other than newline and tab. A carriage return that ends a line by itself
 * becomes a newline, lest two lines become one.
 *
 * Returns: (transfer full): the clean text
 */
char *
atl_text_dup_clean (const char *text)
{
  char *clean = g_strdup (text);
  char *to = clean;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *from = clean; *from != '\0'; from++)
    if (*from == '\r' && from[1] != '\n')
      *to++ = '\n';
    else if (!is_control (*from))
      *to++ = *from;
  *to = '\0';

  return clean;
}

/**
 * atl_text_dup_shown:
 * @text: a UTF-8 text from a file
 *
 * Returns: (transfer full): what a message may show of it: short, on one line, and nothing that moves a
 *   terminal's cursor or turns the direction of writing
 */
char *
atl_text_dup_shown (const char *text)
{
  GString *shown = g_string_new (NULL);
  guint    n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == SHOWN_CHARACTERS)
        {
          g_string_append (shown, "…");
          break;
        }
      g_string_append_unichar (shown, is_harmless (c) ? c : 0xfffd);
    }

  return g_string_free (shown, FALSE);
}

/**
 * atl_text_is_date:
 * @text: a text
 *
 * Returns: whether @text is a day of the calendar, written as `2026-03-31`
 */
gboolean
atl_text_is_date (const char *text)
{
  static const guint8 places[] = { 0, 1, 2, 3, 5, 6, 8, 9 };
  guint               digits[G_N_ELEMENTS (places)];
  guint               year;

  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  if (text[10] != '\0')
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    digits[i] = (guint) (text[places[i]] - '0');
  year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3];

  return g_date_valid_dmy ((GDateDay) (digits[6] * 10 + digits[7]),
                           (GDateMonth) (digits[4] * 10 + digits[5]),
                           (GDateYear) year);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"

/* The bytes 0x80 to 0x9F of Windows-1252; the others are their own code points. */
static const gunichar windows_1252[32] = {
  0x20AC,
  0xFFFD,
  0x201A,
  0x0192,
  0x201E,
  0x2026,
  0x2020,
  0x2021,
  0x02C6,
  0x2030,
  0x0160,
  0x2039,
  0x0152,
  0xFFFD,
  0x017D,
  0xFFFD,
  0xFFFD,
  0x2018,
  0x2019,
  0x201C,
  0x201D,
  0x2022,
  0x2013,
  0x2014,
  0x02DC,
  0x2122,
  0x0161,
  0x203A,
  0x0153,
  0xFFFD,
  0x017E,
  0x0178,
};

static char *
decode_windows (const guint8 *data,
                gsize         length)
{
  GString *text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    if (data[i] < 0x80)
      g_string_append_c (text, (char) data[i]);
    else
      g_string_append_unichar (text, data[i] < 0xA0 ? windows_1252[data[i] - 0x80] : data[i]);
  return g_string_free (text, FALSE);
}

/* What is valid but ASCII, and what is not, at @at: returns the end of the run. */
static const char *
skip_run (const char *at,
          const char *end,
          guint      *n_valid)
{
  const char *stop = NULL;

  g_utf8_validate (at, end - at, &stop);
  for (; at < stop; at = g_utf8_next_char (at))
    *n_valid += (guint8) *at >= 0x80 ? 1 : 0;
  return stop;
}

/* UTF-8 with a few bytes that are damaged: sequences of several bytes are hardly ever valid by chance. */
static gboolean
is_damaged_utf8 (const char *data,
                 gsize       length)
{
  const char *end = data + length;
  guint       n_valid = 0;
  guint       n_damaged = 0;

  for (const char *at = skip_run (data, end, &n_valid); at < end; at = skip_run (at + 1, end, &n_valid))
    n_damaged++;
  return n_valid * 2 >= n_damaged;
}

static gunichar
get_unit (const guint8 *data,
          gboolean      big)
{
  return big ? (gunichar) (data[0] << 8 | data[1]) : (gunichar) (data[1] << 8 | data[0]);
}

/* Half pairs become U+FFFD, as does a last odd byte. */
static char *
decode_utf16 (const guint8 *data,
              gsize         length,
              gboolean      big)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = get_unit (data + i, big);
      gunichar next = i + 3 < length ? get_unit (data + i + 2, big) : 0;

      if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000)
        {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00);
          i += 2;
        }
      g_string_append_unichar (text, unit == 0 || (unit >= 0xD800 && unit < 0xE000) ? 0xFFFD : unit);
    }
  if (length % 2 == 1)
    g_string_append_unichar (text, 0xFFFD);
  return g_string_free (text, FALSE);
}

/* Western text in UTF-16 has a zero in nearly every other byte. */
static gboolean
looks_like_utf16 (const guint8 *data,
                  gsize         length,
                  gboolean      big)
{
  gsize n = MIN (length, 400) / 2;
  gsize zeros = 0;

  for (gsize i = 0; i < n; i++)
    zeros += data[2 * i + (big ? 0 : 1)] == 0 && data[2 * i + (big ? 1 : 0)] != 0;
  return n > 0 && zeros * 10 >= n * 7;
}

/**
 * atl_network_decode:
 * @bytes: a text from another program
 * @error: (out) (optional): why not
 *
 * Decodes UTF-8 and UTF-16, with or without a byte order mark, and what else there is as Windows-1252. Bytes
 * that mean nothing in the encoding become U+FFFD.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE if it is no text.
 *
 * Returns: (transfer full) (nullable): valid UTF-8 without a mark
 */
char *
atl_network_decode (GBytes  *bytes,
                    GError **error)
{
  gsize         length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gboolean      marked;

  if (length == 0)
    return g_strdup ("");
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return decode_utf16 (data + 2, length - 2, FALSE);
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return decode_utf16 (data + 2, length - 2, TRUE);
  if (looks_like_utf16 (data, length, FALSE))
    return decode_utf16 (data, length, FALSE);
  if (looks_like_utf16 (data, length, TRUE))
    return decode_utf16 (data, length, TRUE);
  if (memchr (data, 0, length) != NULL)
    {
      g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE, _ ("This is no text."));
      return NULL;
    }
  marked = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  if (marked)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate ((const char *) data, (gssize) length, NULL))
    return g_strndup ((const char *) data, length);
  if (marked || is_damaged_utf8 ((const char *) data, length))
    return g_utf8_make_valid ((const char *) data, (gssize) length);
  return decode_windows (data, length);
}

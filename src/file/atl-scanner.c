/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_INTEGER_DIGITS 15
#define MAX_NUMBER_LENGTH 63
#define MIN_REAL 1e-6
#define MAX_REAL 1e15

#define EVERY_BYTE(b) (G_GUINT64_CONSTANT (0x0101010101010101) * (b))
#define HIGH_BITS EVERY_BYTE (0x80)

static inline guint64
zero_bytes (guint64 word)
{
  return (word - EVERY_BYTE (1)) & ~word & HIGH_BITS;
}

/* Whether one of eight bytes is a quote, a backslash, a control character or not ASCII. */
static inline gboolean
needs_care (guint64 word)
{
  guint64 control = (word - EVERY_BYTE (0x20)) & ~word;
  guint64 quote = zero_bytes (word ^ EVERY_BYTE ('"'));
  guint64 backslash = zero_bytes (word ^ EVERY_BYTE ('\\'));

  return ((word | control | quote | backslash) & HIGH_BITS) != 0;
}

static inline const char *
skip_plain (const char *p, const char *end)
{
  for (; end - p >= 8; p += 8)
    {
      guint64 word;

      memcpy (&word, p, sizeof word);
      if (needs_care (word))
        break;
    }

  while (p < end && (guchar) *p >= 0x20 && (guchar) *p < 0x80 && *p != '"' && *p != '\\')
    p++;

  return p;
}

/* How many bytes a lead byte asks for, and between which values the second may lie (Unicode, table 3-7). */
static int
sequence_length (guchar lead, guchar *low, guchar *high)
{
  *low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90
                                            : 0x80;
  *high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f
                                             : 0xbf;

  if (lead >= 0xc2 && lead <= 0xdf)
    return 2;
  if (lead >= 0xe0 && lead <= 0xef)
    return 3;
  if (lead >= 0xf0 && lead <= 0xf4)
    return 4;

  return 0;
}

static gboolean
skip_sequence (AtlScanner *self)
{
  guchar low, high;
  int    length = sequence_length ((guchar) *self->cursor, &low, &high);

  if (length == 0)
    return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_TEXT, N_ ("these bytes are not UTF-8 text"));

  for (int i = 1; i < length; i++)
    {
      if (self->cursor + i == self->end)
        return atl_scanner_fail_cut (self);
      if ((guchar) self->cursor[i] < low || (guchar) self->cursor[i] > high)
        return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_TEXT, N_ ("these bytes are not UTF-8 text"));
      low = 0x80;
      high = 0xbf;
    }

  self->cursor += length;
  return TRUE;
}

/* Reads the four digits after \u, the cursor standing on the backslash. */
static gboolean
skip_unit (AtlScanner *self, guint *unit)
{
  *unit = 0;
  for (int i = 2; i < 6; i++)
    {
      if (self->cursor + i >= self->end)
        return atl_scanner_fail_cut (self);
      if (!g_ascii_isxdigit (self->cursor[i]))
        return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                                 N_ ("“\\u” takes four hexadecimal digits"));
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value (self->cursor[i]);
    }

  self->cursor += 6;
  return TRUE;
}

static gboolean
skip_low_surrogate (AtlScanner *self)
{
  const char *place = self->cursor;
  guint       unit;

  if (self->end - place < 2 && (place == self->end || *place == '\\'))
    return atl_scanner_fail_cut (self);
  if (place[0] != '\\' || place[1] != 'u')
    return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                             N_ ("half a character: a surrogate stands alone"));
  if (!skip_unit (self, &unit))
    return FALSE;
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return TRUE;

  self->cursor = place;
  return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON, N_ ("half a character: a surrogate stands alone"));
}

static gboolean
skip_unicode_escape (AtlScanner *self)
{
  const char *place = self->cursor;
  guint       unit;

  if (!skip_unit (self, &unit))
    return FALSE;
  if (unit >= 0xd800 && unit <= 0xdbff)
    return skip_low_surrogate (self);
  if (unit != 0 && (unit < 0xdc00 || unit > 0xdfff))
    return TRUE;

  self->cursor = place;
  return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                           unit == 0 ? N_ ("“\\u0000” cannot stand in a text")
                                     : N_ ("half a character: a surrogate stands alone"));
}

static gboolean
skip_escape (AtlScanner *self)
{
  if (self->end - self->cursor < 2)
    return atl_scanner_fail_cut (self);
  if (self->cursor[1] == 'u')
    return skip_unicode_escape (self);
  if (self->cursor[1] == '\0' || strchr ("\"\\/bfnrt", self->cursor[1]) == NULL)
    return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                             N_ ("there is no such escape; a backslash is written “\\\\”"));

  self->cursor += 2;
  return TRUE;
}

static const char *
skip_digits (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;

  return p;
}

/* Skips what must be digits; the end of the file in their place means that more was to come. */
static gboolean
skip_some_digits (AtlScanner *self)
{
  const char *first = self->cursor;

  self->cursor = skip_digits (first, self->end);
  if (self->cursor > first)
    return TRUE;
  if (first == self->end)
    return atl_scanner_fail_cut (self);

  return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON, N_ ("a digit should stand here"));
}

static gboolean
skip_exponent (AtlScanner *self)
{
  self->cursor++;
  if (self->cursor < self->end && (*self->cursor == '+' || *self->cursor == '-'))
    self->cursor++;

  return skip_some_digits (self);
}

static gboolean
check_real (AtlScanner *self, const char *first)
{
  char   copy[MAX_NUMBER_LENGTH + 1] = { 0 };
  gsize  length = (gsize) (self->cursor - first);
  double value;

  if (length <= MAX_NUMBER_LENGTH)
    {
      memcpy (copy, first, length);
      value = fabs (g_ascii_strtod (copy, NULL));
      if (value == 0 || (value >= MIN_REAL && value <= MAX_REAL))
        return TRUE;
    }

  self->cursor = first;
  return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                           N_ ("this number is too long, too large or too small"));
}

/**
 * atl_scanner_fail:
 * @self: a scanner standing at the place of the mistake
 * @code: what kind of mistake
 * @reason: a static string marked for translation
 *
 * Returns: %FALSE, to be returned by the caller
 */
gboolean
atl_scanner_fail (AtlScanner *self, AtlFileError code, const char *reason)
{
  self->code = code;
  self->reason = reason;

  return FALSE;
}

/**
 * atl_scanner_fail_cut:
 * @self: a scanner that needs more than the text has
 *
 * Moves the cursor to the end, where the missing rest would have started.
 *
 * Returns: %FALSE, to be returned by the caller
 */
gboolean
atl_scanner_fail_cut (AtlScanner *self)
{
  self->cursor = self->end;

  return atl_scanner_fail (self, ATL_FILE_ERROR_CUT,
                           N_ ("the file ends too early; open an earlier version or another copy"));
}

/**
 * atl_scanner_skip_space:
 * @self: a scanner
 *
 * Moves the cursor over the four kinds of white space that JSON knows.
 */
void
atl_scanner_skip_space (AtlScanner *self)
{
  const char *p = self->cursor;

  while (p < self->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
    p++;

  self->cursor = p;
}

/**
 * atl_scanner_skip_string:
 * @self: a scanner standing on a quote
 * @escaped: (out): whether the string contains a backslash
 *
 * Moves the cursor behind the closing quote, checking UTF-8 and escapes.
 *
 * Returns: whether the string is correct
 */
gboolean
atl_scanner_skip_string (AtlScanner *self, gboolean *escaped)
{
  *escaped = FALSE;
  self->cursor++;

  for (;;)
    {
      self->cursor = skip_plain (self->cursor, self->end);
      if (self->cursor == self->end)
        return atl_scanner_fail_cut (self);

      if (*self->cursor == '"')
        {
          self->cursor++;
          return TRUE;
        }

      if ((guchar) *self->cursor < 0x20)
        return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                                 N_ ("a text must be closed by a quote on its line"));

      *escaped |= *self->cursor == '\\';
      if (!(*self->cursor == '\\' ? skip_escape (self) : skip_sequence (self)))
        return FALSE;
    }
}

/**
 * atl_scanner_skip_number:
 * @self: a scanner standing on a minus or a digit
 *
 * Moves the cursor behind a number. Integers have at most 15 digits, reals are 0 or between 1e-6 and
 * 1e15: everything in between survives reading and writing unchanged.
 *
 * Returns: whether the number is correct
 */
gboolean
atl_scanner_skip_number (AtlScanner *self)
{
  const char *first = self->cursor;
  const char *digits = first + (*first == '-');
  gboolean    real = FALSE;

  self->cursor = digits;
  if (digits < self->end && *digits == '0')
    self->cursor++;
  else if (!skip_some_digits (self))
    return FALSE;

  if (self->cursor - digits > MAX_INTEGER_DIGITS)
    {
      self->cursor = first;
      return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                               N_ ("this number is too long, too large or too small"));
    }

  if (self->cursor < self->end && *self->cursor == '.')
    {
      self->cursor++;
      real = TRUE;
      if (!skip_some_digits (self))
        return FALSE;
    }

  if (self->cursor < self->end && (*self->cursor == 'e' || *self->cursor == 'E'))
    {
      real = TRUE;
      if (!skip_exponent (self))
        return FALSE;
    }

  return !real || check_real (self, first);
}

/**
 * atl_scanner_skip_word:
 * @self: a scanner
 * @word: `true`, `false` or `null`
 *
 * Moves the cursor behind a word.
 *
 * Returns: whether the word stands there
 */
gboolean
atl_scanner_skip_word (AtlScanner *self, const char *word)
{
  gsize length = strlen (word);
  gsize left = (gsize) (self->end - self->cursor);

  if (left < length && memcmp (self->cursor, word, left) == 0)
    return atl_scanner_fail_cut (self);
  if (left < length || memcmp (self->cursor, word, length) != 0)
    return atl_scanner_fail (self, ATL_FILE_ERROR_NOT_JSON,
                             N_ ("a value should stand here; texts stand between quotes"));

  self->cursor += length;
  return TRUE;
}

static gunichar
read_unit (const char *digits)
{
  gunichar unit = 0;

  for (int i = 0; i < 4; i++)
    unit = unit * 16 + (gunichar) g_ascii_xdigit_value (digits[i]);

  return unit;
}

/* Writes the character of one escape and tells how many bytes of the text it took. */
static gsize
unescape_one (const char *text, char *out, gsize *written)
{
  static const char names[] = "\"\\/bfnrt";
  static const char values[] = "\"\\/\b\f\n\r\t";
  gunichar          c;

  if (text[1] != 'u')
    {
      *out = values[strchr (names, text[1]) - names];
      *written = 1;
      return 2;
    }

  c = read_unit (text + 2);
  if (c < 0xd800 || c > 0xdbff)
    {
      *written = (gsize) g_unichar_to_utf8 (c, out);
      return 6;
    }

  c = 0x10000 + ((c - 0xd800) << 10) + (read_unit (text + 8) - 0xdc00);
  *written = (gsize) g_unichar_to_utf8 (c, out);
  return 12;
}

/**
 * atl_scanner_unescape:
 * @text: what stands between the quotes of a string that was skipped successfully
 * @length: its length in bytes
 * @out: (out caller-allocates): at least @length bytes; no NUL is added
 *
 * Returns: how many bytes were written
 */
gsize
atl_scanner_unescape (const char *text, gsize length, char *out)
{
  gsize n = 0;

  for (gsize i = 0; i < length;)
    {
      gsize written = 1;

      if (text[i] == '\\')
        i += unescape_one (text + i, out + n, &written);
      else
        out[n] = text[i++];
      n += written;
    }

  return n;
}

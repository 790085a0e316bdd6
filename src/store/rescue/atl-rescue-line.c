/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rescue/atl-rescue-line.h"

#include "config.h"
#include "file/atl-gate.h"
#include "file/atl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More damaged characters than this on a line are no slip of a few bits: the line may be two halves of
 * different items. */
#define MAX_PATCHES 8
/* How many places of a damaged line are tried, and in lines of which length. */
#define MAX_TRIES 16
#define MAX_TRIED_LENGTH 65536

#define ITEM_START "{\"id\":\""
#define HEAD_START "{\"format\":"

typedef struct
{
  GArray       *lines;
  GStringChunk *patches;
  GString      *scratch;
} Splitting;

static gboolean
starts (const AtlRescueLine *line, const char *start)
{
  return line->length >= strlen (start) && memcmp (line->text, start, strlen (start)) == 0;
}

static gboolean
ends_in_list (const AtlRescueLine *line)
{
  return line->length > 4 && memcmp (line->text + line->length - 3, "\":[", 3) == 0;
}

/* Whether the line is correct between a start and an end. */
static gboolean
passes (Splitting *self, AtlRescueLine *line, const char *before, const char *after)
{
  AtlGateFault fault;

  g_string_assign (self->scratch, before);
  g_string_append_len (self->scratch, line->text, (gssize) line->length);
  g_string_append (self->scratch, after);
  if (atl_gate_scan (self->scratch->str, self->scratch->len, &fault))
    return TRUE;
  if (line->reason == NULL)
    line->reason = fault.code != ATL_FILE_ERROR_CUT ? fault.reason : N_ ("it is not complete");
  return FALSE;
}

static AtlRescueLineKind
classify_object (Splitting *self, AtlRescueLine *line, gboolean comma)
{
  gboolean head = starts (line, HEAD_START);

  if (ends_in_list (line))
    return !head && passes (self, line, "", "]}") ? ATL_RESCUE_OPEN : ATL_RESCUE_DAMAGED;
  if (passes (self, line, "", ""))
    return head ? ATL_RESCUE_HEAD : ATL_RESCUE_ELEMENT;
  if (head && comma && passes (self, line, "", "}"))
    return ATL_RESCUE_HEAD;
  return ATL_RESCUE_DAMAGED;
}

static AtlRescueLineKind
classify_end (Splitting *self, AtlRescueLine *line)
{
  if (line->length == 1)
    return ATL_RESCUE_CLOSE;
  if (ends_in_list (line))
    return passes (self, line, "{\"\":[", "]}") ? ATL_RESCUE_NEXT : ATL_RESCUE_DAMAGED;
  return passes (self, line, "{\"\":[", "") ? ATL_RESCUE_END_ITEM : ATL_RESCUE_DAMAGED;
}

static AtlRescueLineKind
classify_text (Splitting *self, AtlRescueLine *line)
{
  if (ends_in_list (line))
    return passes (self, line, "{", "]}") ? ATL_RESCUE_LIST : ATL_RESCUE_DAMAGED;
  if (passes (self, line, "", ""))
    return ATL_RESCUE_ELEMENT;
  if (passes (self, line, "{", "") || passes (self, line, "{", "}"))
    return ATL_RESCUE_MEMBERS;
  return ATL_RESCUE_DAMAGED;
}

static void
classify (Splitting *self, AtlRescueLine *line)
{
  gboolean comma = line->length > 1 && line->text[line->length - 1] == ',';

  line->reason = NULL;
  line->length -= comma;
  if (line->text[0] == '{')
    line->kind = classify_object (self, line, comma);
  else if (line->text[0] == ']')
    line->kind = classify_end (self, line);
  else if (line->text[0] == '"')
    line->kind = classify_text (self, line);
  else
    line->kind = passes (self, line, "", "") ? ATL_RESCUE_ELEMENT : ATL_RESCUE_DAMAGED;
}

/* Shows bytes that are no text as U+FFFD, if they are few. */
static char *
dup_patched (const AtlRescueLine *line)
{
  g_autoptr (GString) patched = g_string_sized_new (line->length + MAX_PATCHES * 3);
  const char         *p = line->text;
  const char         *end = p + line->length;
  guint               n = 0;

  while (p < end && n <= MAX_PATCHES)
    {
      gunichar c = (guchar) *p < 0x20 ? (gunichar) -1 : g_utf8_get_char_validated (p, end - p);
      gboolean bad = c == (gunichar) -1 || c == (gunichar) -2;

      if (bad)
        g_string_append (patched, "\xef\xbf\xbd");
      else
        g_string_append_unichar (patched, c);
      p = bad ? p + 1 : g_utf8_next_char (p);
      n += bad;
    }

  return n > 0 && n <= MAX_PATCHES ? g_string_free (g_steal_pointer (&patched), FALSE) : NULL;
}

/* Classifies a line, if need be after replacing a few damaged characters. */
static void
try_line (Splitting *self, AtlRescueLine *line)
{
  AtlRescueLine    patched = *line;
  g_autofree char *text = NULL;

  classify (self, line);
  text = line->kind == ATL_RESCUE_DAMAGED ? dup_patched (&patched) : NULL;
  if (text == NULL)
    return;

  patched.text = text;
  patched.length = strlen (text);
  classify (self, &patched);
  if (patched.kind == ATL_RESCUE_DAMAGED)
    return;
  patched.text = g_string_chunk_insert_len (self->patches, text, (gssize) patched.length);
  patched.patched = TRUE;
  *line = patched;
}

static gboolean
trim (AtlRescueLine *line)
{
  while (line->length > 0 && g_ascii_isspace (line->text[line->length - 1]))
    line->length--;
  while (line->length > 0 && g_ascii_isspace (line->text[0]))
    {
      line->text++;
      line->length--;
    }
  return line->length > 0;
}

/* The part of a damaged line before @at, with or without the byte that took the place of a newline. */
static AtlRescueLine
try_left (Splitting *self, const AtlRescueLine *line, gsize at)
{
  AtlRescueLine left = { .kind = ATL_RESCUE_DAMAGED };

  for (gsize junk = 0; junk < 2 && at > junk && left.kind == ATL_RESCUE_DAMAGED; junk++)
    {
      left = (AtlRescueLine){ .text = line->text, .length = at - junk, .number = line->number };
      if (trim (&left))
        try_line (self, &left);
    }
  return left;
}

static gboolean
is_seam (const char *p, gsize left)
{
  return (left > 7 && memcmp (p, ITEM_START, 7) == 0) ||
         (left >= 2 && p[0] == ']' && (p[1] == ',' || p[1] == '}'));
}

/* Where a newline was overwritten two lines became one. Where another item starts, what follows counts even
 * if what precedes is lost. */
static gboolean
try_seam (Splitting *self, const AtlRescueLine *line, gsize at)
{
  AtlRescueLine left;
  AtlRescueLine right = { .text = line->text + at, .length = line->length - at, .number = line->number };

  try_line (self, &right);
  if (right.kind == ATL_RESCUE_DAMAGED)
    return FALSE;
  left = try_left (self, line, at);
  if (left.kind == ATL_RESCUE_DAMAGED && right.text[0] == ']')
    return FALSE;
  if (left.kind == ATL_RESCUE_DAMAGED)
    {
      left.text = line->text;
      left.length = at;
      left.number = line->number;
      left.reason = line->reason;
    }
  g_array_append_val (self->lines, left);
  g_array_append_val (self->lines, right);
  return TRUE;
}

static gboolean
try_seams (Splitting *self, const AtlRescueLine *line)
{
  guint tries = 0;

  for (gsize at = line->length - 1; at > 0 && tries < MAX_TRIES && line->length < MAX_TRIED_LENGTH; at--)
    if (is_seam (line->text + at, line->length - at) && tries++ < MAX_TRIES && try_seam (self, line, at))
      return TRUE;

  return FALSE;
}

static void
add_line (Splitting *self, const char *text, gsize length, guint number)
{
  AtlRescueLine line = { .text = text, .length = length, .number = number };
  AtlRescueLine whole;

  if (!trim (&line))
    return;
  whole = line;
  try_line (self, &line);
  whole.reason = line.reason;
  if (line.kind != ATL_RESCUE_DAMAGED || !try_seams (self, &whole))
    g_array_append_val (self->lines, line);
}

/**
 * atl_rescue_split:
 * @data: a text
 * @length: its length
 * @patches: where texts of lines are kept in which characters had to be replaced
 *
 * Takes a text apart into the lines of the canonical form. A few bytes that are no text become U+FFFD.
 *
 * Returns: (transfer full) (element-type AtlRescueLine): the lines that are not blank
 */
GArray *
atl_rescue_split (const char *data, gsize length, GStringChunk *patches)
{
  Splitting   self = { g_array_new (FALSE, FALSE, sizeof (AtlRescueLine)), patches, g_string_new (NULL) };
  const char *end = data + length;
  guint       number = 1;

  for (const char *line = data; line < end; number++)
    {
      const char *newline = memchr (line, '\n', (gsize) (end - line));
      const char *stop = newline != NULL ? newline : end;

      add_line (&self, line, (gsize) (stop - line), number);
      line = stop + 1;
    }

  g_string_free (self.scratch, TRUE);
  return self.lines;
}

/**
 * atl_rescue_line_dup_list_name:
 * @self: a line
 *
 * Returns: (transfer full) (nullable): the name of the list that starts at its end
 */
char *
atl_rescue_line_dup_list_name (const AtlRescueLine *self)
{
  gsize end = self->length >= 3 ? self->length - 3 : 0;
  gsize start = end;

  if (!ends_in_list (self))
    return NULL;
  while (start > 0 && self->text[start - 1] != '"')
    start--;

  return start > 0 ? g_strndup (self->text + start, end - start) : NULL;
}

/**
 * atl_rescue_line_dup_lost:
 * @self: a damaged line
 *
 * Returns: (transfer full) (nullable): some words of what stood in it, for a message
 */
char *
atl_rescue_line_dup_lost (const AtlRescueLine *self)
{
  static const char *const names[] = { "\"text\":\"", "\"title\":\"", "\"name\":\"", "\"term\":\"" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char      *found = g_strstr_len (self->text, (gssize) self->length, names[i]);
      const char      *text = found != NULL ? found + strlen (names[i]) : NULL;
      gsize            left = text != NULL ? (gsize) (self->text + self->length - text) : 0;
      const char      *end = left > 0 ? memchr (text, '"', left) : NULL;
      g_autofree char *valid = NULL;

      if (left == 0)
        continue;
      valid = g_utf8_make_valid (text, MIN (end != NULL ? end - text : (gssize) left, 200));
      return atl_text_dup_shown (valid);
    }
  return NULL;
}

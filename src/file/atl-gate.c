/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-gate.h"

#include "file/atl-scanner.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Up to so many members each new name is compared with those before; larger objects are sorted once
 * at their end. Neither depends on a hash that a stranger could make collide. */
#define FEW_MEMBERS 24

typedef enum
{
  WANT_VALUE,
  WANT_VALUE_OR_END,
  WANT_NAME,
  WANT_NAME_OR_END,
  WANT_SEPARATOR,
  WANT_NOTHING,
} Want;

typedef struct
{
  const char *text;
  const char *place;
  gsize       length;
} Name;

typedef struct
{
  guint    first_name;
  gboolean object;
} Frame;

typedef struct
{
  AtlScanner    scanner;
  Frame         frames[ATL_GATE_MAX_DEPTH];
  guint         depth;
  guint         n_values;
  GArray       *names; /* of all open objects, one after the other */
  GStringChunk *unescaped;
} Gate;

static gboolean
fail_at (Gate *gate, const char *place, AtlFileError code, const char *reason)
{
  gate->scanner.cursor = place;

  return atl_scanner_fail (&gate->scanner, code, reason);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const Name *one = a;
  const Name *other = b;

  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;

  return memcmp (one->text, other->text, one->length);
}

static gboolean
fail_twice (Gate *gate, const Name *one, const Name *other)
{
  return fail_at (gate, MAX (one->place, other->place), ATL_FILE_ERROR_NOT_JSON,
                  N_ ("this name stands twice in the same object; remove one of the two"));
}

static gboolean
check_few (Gate *gate, const Name *name, const Name *others, guint n)
{
  for (guint i = 0; i < n; i++)
    if (others[i].length == name->length && memcmp (others[i].text, name->text, name->length) == 0)
      return fail_twice (gate, name, &others[i]);

  return TRUE;
}

static gboolean
check_many (Gate *gate, guint first)
{
  Name *names = &g_array_index (gate->names, Name, first);
  guint n = gate->names->len - first;

  qsort (names, n, sizeof *names, compare_names);
  for (guint i = 1; i < n; i++)
    if (compare_names (&names[i - 1], &names[i]) == 0)
      return fail_twice (gate, &names[i - 1], &names[i]);

  return TRUE;
}

/* Two spellings of one name, "a" and "\u0061", are the same member. */
static void
unescape_name (Gate *gate, Name *name)
{
  g_autofree char *plain = g_malloc (name->length + 1);
  gsize            length = atl_scanner_unescape (name->text, name->length, plain);

  name->text = g_string_chunk_insert_len (gate->unescaped, plain, (gssize) length);
  name->length = length;
}

static gboolean
add_name (Gate *gate, Name *name)
{
  guint first = gate->frames[gate->depth - 1].first_name;
  guint n = gate->names->len - first;

  if (n >= ATL_GATE_MAX_MEMBERS)
    return fail_at (gate, name->place, ATL_FILE_ERROR_TOO_MANY,
                    N_ ("this object has more than 20,000 members"));
  if (n < FEW_MEMBERS && n > 0 && !check_few (gate, name, &g_array_index (gate->names, Name, first), n))
    return FALSE;

  g_array_append_vals (gate->names, name, 1);
  return TRUE;
}

static gboolean
open_frame (Gate *gate, gboolean object)
{
  if (gate->depth == ATL_GATE_MAX_DEPTH)
    return atl_scanner_fail (&gate->scanner, ATL_FILE_ERROR_TOO_DEEP,
                             N_ ("objects and lists are nested more than 64 deep"));

  gate->frames[gate->depth].object = object;
  gate->frames[gate->depth].first_name = gate->names->len;
  gate->depth++;
  gate->scanner.cursor++;

  return TRUE;
}

static gboolean
close_frame (Gate *gate, Want *want)
{
  guint first = gate->frames[--gate->depth].first_name;

  if (gate->names->len - first > FEW_MEMBERS && !check_many (gate, first))
    return FALSE;

  g_array_set_size (gate->names, first);
  gate->scanner.cursor++;
  *want = gate->depth > 0 ? WANT_SEPARATOR : WANT_NOTHING;

  return TRUE;
}

static gboolean
take_scalar (Gate *gate, char c)
{
  gboolean escaped;

  if (c == '"')
    return atl_scanner_skip_string (&gate->scanner, &escaped);
  if (c == '-' || g_ascii_isdigit (c))
    return atl_scanner_skip_number (&gate->scanner);

  return atl_scanner_skip_word (&gate->scanner, c == 't' ? "true" : c == 'f' ? "false"
                                                                             : "null");
}

static gboolean
take_value (Gate *gate, char c, Want *want)
{
  if (++gate->n_values > ATL_GATE_MAX_VALUES)
    return atl_scanner_fail (&gate->scanner, ATL_FILE_ERROR_TOO_MANY,
                             N_ ("the file has more than a million values"));

  if (c == '{' || c == '[')
    {
      *want = c == '{' ? WANT_NAME_OR_END : WANT_VALUE_OR_END;
      return open_frame (gate, c == '{');
    }

  *want = gate->depth > 0 ? WANT_SEPARATOR : WANT_NOTHING;
  return take_scalar (gate, c);
}

static gboolean
take_colon (Gate *gate)
{
  AtlScanner *scanner = &gate->scanner;

  atl_scanner_skip_space (scanner);
  if (scanner->cursor == scanner->end)
    return atl_scanner_fail_cut (scanner);
  if (*scanner->cursor != ':')
    return atl_scanner_fail (scanner, ATL_FILE_ERROR_NOT_JSON,
                             N_ ("a “:” should stand here, between a name and its value"));

  scanner->cursor++;
  return TRUE;
}

static gboolean
take_name (Gate *gate, char c, Want *want)
{
  Name     name = { .text = gate->scanner.cursor + 1, .place = gate->scanner.cursor };
  gboolean escaped;

  if (c != '"')
    return atl_scanner_fail (&gate->scanner, ATL_FILE_ERROR_NOT_JSON,
                             N_ ("the name of a member should stand here, between quotes"));
  if (!atl_scanner_skip_string (&gate->scanner, &escaped))
    return FALSE;

  name.length = (gsize) (gate->scanner.cursor - name.text) - 1;
  if (escaped)
    unescape_name (gate, &name);

  *want = WANT_VALUE;
  return add_name (gate, &name) && take_colon (gate);
}

static gboolean
take_separator (Gate *gate, char c, Want *want)
{
  gboolean object = gate->frames[gate->depth - 1].object;

  if (c == (object ? '}' : ']'))
    return close_frame (gate, want);
  if (c != ',')
    return atl_scanner_fail (&gate->scanner, ATL_FILE_ERROR_NOT_JSON,
                             object ? N_ ("a “,” or a “}” should stand here")
                                    : N_ ("a “,” or a “]” should stand here"));

  gate->scanner.cursor++;
  *want = object ? WANT_NAME : WANT_VALUE;
  return TRUE;
}

static gboolean
step (Gate *gate, Want *want)
{
  char c = *gate->scanner.cursor;

  switch (*want)
    {
    case WANT_NAME_OR_END:
      return c == '}' ? close_frame (gate, want) : take_name (gate, c, want);
    case WANT_NAME:
      return take_name (gate, c, want);
    case WANT_VALUE_OR_END:
      return c == ']' ? close_frame (gate, want) : take_value (gate, c, want);
    case WANT_VALUE:
      return take_value (gate, c, want);
    case WANT_SEPARATOR:
      return take_separator (gate, c, want);
    case WANT_NOTHING:
    default:
      return atl_scanner_fail (&gate->scanner, ATL_FILE_ERROR_NOT_JSON,
                               N_ ("nothing may follow the end of the document"));
    }
}

static gboolean
run (Gate *gate)
{
  AtlScanner *scanner = &gate->scanner;
  Want        want = WANT_VALUE;

  for (;;)
    {
      atl_scanner_skip_space (scanner);
      if (scanner->cursor == scanner->end)
        return want == WANT_NOTHING || atl_scanner_fail_cut (scanner);
      if (!step (gate, &want))
        return FALSE;
    }
}

/**
 * atl_gate_scan:
 * @data: (array length=length): a text, not necessarily ended by a NUL
 * @length: its length in bytes
 * @fault: (out) (optional): where the first fault is, of what kind, and the reason, to be translated
 *
 * Does the work of atl_gate_check() for callers that need the place as a number. Up to the fault the text is
 * correct, except that an object of many members may hold a name twice before it.
 *
 * Returns: whether the text may be parsed
 */
gboolean
atl_gate_scan (const char *data, gsize length, AtlGateFault *fault)
{
  Gate     gate = { .scanner = { .start = data, .cursor = data, .end = data + length } };
  gboolean ok;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  gate.names = g_array_new (FALSE, FALSE, sizeof (Name));
  gate.unescaped = g_string_chunk_new (64);
  if (length > ATL_GATE_MAX_SIZE)
    ok = atl_scanner_fail (&gate.scanner, ATL_FILE_ERROR_TOO_LARGE, N_ ("The file is larger than 64 MiB."));
  else
    ok = run (&gate);
  if (!ok && fault != NULL)
    *fault = (AtlGateFault){ (gsize) (gate.scanner.cursor - data), gate.scanner.code, gate.scanner.reason };
  g_array_unref (gate.names);
  g_string_chunk_free (gate.unescaped);

  return ok;
}

/**
 * atl_gate_check:
 * @data: (array length=length): a text, not necessarily ended by a NUL
 * @length: its length in bytes
 * @error: (out) (optional): what is wrong, and where
 *
 * Checks that a text is strict JSON (RFC 8259) that json-glib reads exactly: one value, UTF-8, no
 * comments, no member twice, no U+0000, no half characters, numbers that survive, and within the limits of a
 * session file. Needs no stack that grows with the text. A byte order mark is refused here;
 * atl_json_parse() skips it.
 *
 * Sets %ATL_FILE_ERROR_TOO_LARGE, _TOO_DEEP, _TOO_MANY, _NOT_TEXT, _CUT (correct so far, but not
 * complete) or _NOT_JSON.
 *
 * Returns: whether the text may be parsed
 */
gboolean
atl_gate_check (const char *data, gsize length, GError **error)
{
  AtlGateFault fault;

  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (atl_gate_scan (data, length, &fault))
    return TRUE;
  if (fault.code == ATL_FILE_ERROR_TOO_LARGE)
    g_set_error_literal (error, ATL_FILE_ERROR, fault.code, _ (fault.reason));
  else
    atl_file_error_set_at (error, fault.code, data, fault.offset, _ (fault.reason));

  return FALSE;
}

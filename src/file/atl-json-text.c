/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-json-text.h"

#include <math.h>
#include <string.h>

/* What the gate lets in again: see atl_scanner_skip_number(). */
#define MAX_INTEGER G_GINT64_CONSTANT (999999999999999)
#define MIN_REAL 1e-6
#define MAX_REAL 1e15

static inline gboolean
is_plain (guchar c)
{
  return c >= 0x20 && c != '"' && c != '\\';
}

static void
append_escape (GString *out, guchar c)
{
  switch (c)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
      break;
    }
}

static void
append_valid (GString *out, const char *value, gsize length)
{
  const char *end = value + length;

  g_string_append_c (out, '"');
  while (value < end)
    {
      const char *run = value;

      while (value < end && is_plain ((guchar) *value))
        value++;
      g_string_append_len (out, run, value - run);
      if (value < end)
        append_escape (out, (guchar) *value++);
    }
  g_string_append_c (out, '"');
}

/**
 * atl_json_append_string:
 * @out: where to append
 * @value: a text
 *
 * Appends a JSON string with as few escapes as there can be: quote, backslash and control characters. Bytes
 * that are not UTF-8 become U+FFFD, so that what is written can be read.
 */
void
atl_json_append_string (GString *out, const char *value)
{
  gsize length = strlen (value);

  if (G_LIKELY (g_utf8_validate_len (value, length, NULL)))
    {
      append_valid (out, value, length);
    }
  else
    {
      g_autofree char *valid = g_utf8_make_valid (value, (gssize) length);

      append_valid (out, valid, strlen (valid));
    }
}

/**
 * atl_json_append_int:
 * @out: where to append
 * @value: an integer; more than 15 digits are clamped, the gate would refuse them
 *
 * Appends a JSON integer.
 */
void
atl_json_append_int (GString *out, gint64 value)
{
  char    digits[24];
  char   *p = digits + sizeof digits;
  guint64 left;

  value = CLAMP (value, -MAX_INTEGER, MAX_INTEGER);
  left = (guint64) ABS (value);
  do
    *--p = (char) ('0' + left % 10);
  while ((left /= 10) > 0);
  if (value < 0)
    *--p = '-';

  g_string_append_len (out, p, digits + sizeof digits - p);
}

/* The gate knows no infinity and nothing beyond its limits. */
static double
clamp_real (double value)
{
  if (isnan (value) || fabs (value) < MIN_REAL)
    return 0;

  return CLAMP (value, -MAX_REAL, MAX_REAL);
}

/* Turns "1e-06" into "1e-6" and "1e+15" into "1e15". */
static void
shorten_exponent (char *digits)
{
  char *from = strchr (digits, 'e');
  char *to;

  if (from == NULL)
    return;

  to = ++from;
  if (*from == '-')
    to++;
  from++;
  while (*from == '0')
    from++;
  memmove (to, from, strlen (from) + 1);
}

/**
 * atl_json_append_double:
 * @out: where to append
 * @value: a real
 *
 * Appends the shortest JSON number that reads back equal. It always looks like a real (`3.0`),
 * so that it stays one.
 */
void
atl_json_append_double (GString *out, double value)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char                     digits[G_ASCII_DTOSTR_BUF_SIZE];

  value = clamp_real (value);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (digits, sizeof digits, formats[i], value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }

  shorten_exponent (digits);
  g_string_append (out, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (out, ".0");
}

static void
append_object (GString *out, JsonObject *object)
{
  JsonObjectIter iter;
  const char    *name;
  const char    *separator = "";
  JsonNode      *node;

  g_string_append_c (out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_string_append (out, separator);
      atl_json_append_string (out, name);
      g_string_append_c (out, ':');
      atl_json_append_node (out, node);
      separator = ",";
    }
  g_string_append_c (out, '}');
}

static void
append_array (GString *out, JsonArray *array)
{
  guint n = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      atl_json_append_node (out, json_array_get_element (array, i));
    }
  g_string_append_c (out, ']');
}

static void
append_scalar (GString *out, JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    atl_json_append_string (out, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    atl_json_append_int (out, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    atl_json_append_double (out, json_node_get_double (node));
  else
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
}

/**
 * atl_json_append_node:
 * @out: where to append
 * @node: any JSON of the depth that the gate allows
 *
 * Appends JSON without spaces or line breaks, members in their order.
 */
void
atl_json_append_node (GString *out, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (out, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (out, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else
    append_scalar (out, node);
}

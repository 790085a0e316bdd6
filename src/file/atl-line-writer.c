/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-line-writer.h"

#include "file/atl-json-text.h"
#include "file/atl-json-variant.h"

/* A session nests four deep: session, board, round, ballot. */
#define MAX_LEVELS 32

typedef struct
{
  gboolean list;
  gboolean filled;   /* something was written on this level */
  gboolean new_line; /* the next member of the root starts on a line of its own */
} Level;

struct _AtlLineWriter
{
  GString *out;
  Level    levels[MAX_LEVELS];
  guint    depth;
};

static Level *
top (AtlLineWriter *self)
{
  return &self->levels[self->depth - 1];
}

static void
push (AtlLineWriter *self, gboolean list)
{
  g_assert (self->depth < MAX_LEVELS);

  self->levels[self->depth++] = (Level){ .list = list };
}

/* Items of a list stand on lines of their own, members follow one another. */
static void
separate (AtlLineWriter *self)
{
  Level *level = top (self);

  if (level->filled)
    g_string_append_c (self->out, ',');
  if (level->list || (level->new_line && level->filled))
    g_string_append_c (self->out, '\n');

  level->filled = TRUE;
  level->new_line = FALSE;
}

/* The names of our tables are letters; those of members that we do not know may be anything. */
static gboolean
is_word (const char *name)
{
  while (g_ascii_isalnum (*name))
    name++;
  return *name == '\0';
}

static void
begin_member (AtlLineWriter *self, const char *name)
{
  g_assert (self->depth > 0 && !top (self)->list);

  separate (self);
  if (is_word (name))
    {
      g_string_append_c (self->out, '"');
      g_string_append (self->out, name);
      g_string_append_len (self->out, "\":", 2);
      return;
    }
  atl_json_append_string (self->out, name);
  g_string_append_c (self->out, ':');
}

/**
 * atl_line_writer_new:
 * @size: the size that the text will probably have, in bytes
 *
 * A writer of the canonical form of our files: no spaces, one item of a list per line, the lists of the
 * root on lines of their own. The same calls always give the same bytes. What is written passes the gate as
 * long as the names in an object differ.
 *
 * Returns: (transfer full): a writer without text
 */
AtlLineWriter *
atl_line_writer_new (gsize size)
{
  AtlLineWriter *self = g_new0 (AtlLineWriter, 1);

  self->out = g_string_sized_new (size);

  return self;
}

/**
 * atl_line_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer and its text.
 */
void
atl_line_writer_free (AtlLineWriter *self)
{
  g_return_if_fail (self != NULL);

  g_string_free (self->out, TRUE);
  g_free (self);
}

/**
 * atl_line_writer_end:
 * @self: (transfer full): a writer whose objects and lists are all ended
 *
 * Ends the last line and frees the writer.
 *
 * Returns: (transfer full): the text
 */
GBytes *
atl_line_writer_end (AtlLineWriter *self)
{
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && self->depth == 0, NULL);

  g_string_append_c (self->out, '\n');
  bytes = g_string_free_to_bytes (self->out);
  g_free (self);

  return bytes;
}

/**
 * atl_line_writer_begin_object:
 * @self: a writer
 *
 * Begins the root object, or the next item of a list.
 */
void
atl_line_writer_begin_object (AtlLineWriter *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->depth == 0 || top (self)->list);

  if (self->depth > 0)
    separate (self);
  g_string_append_c (self->out, '{');
  push (self, FALSE);
}

/**
 * atl_line_writer_end_object:
 * @self: a writer
 *
 * Ends the object begun last.
 */
void
atl_line_writer_end_object (AtlLineWriter *self)
{
  g_return_if_fail (self != NULL && self->depth > 0 && !top (self)->list);

  self->depth--;
  g_string_append_c (self->out, '}');
}

/**
 * atl_line_writer_begin_list:
 * @self: a writer
 * @name: the name of the member
 *
 * Begins a member of the current object that is a list of objects, written with begin_object() and
 * end_object().
 */
void
atl_line_writer_begin_list (AtlLineWriter *self, const char *name)
{
  g_return_if_fail (self != NULL && self->depth > 0 && !top (self)->list);

  if (self->depth == 1)
    top (self)->new_line = TRUE;
  begin_member (self, name);
  g_string_append_c (self->out, '[');
  push (self, TRUE);
}

/**
 * atl_line_writer_end_list:
 * @self: a writer
 *
 * Ends the list begun last.
 */
void
atl_line_writer_end_list (AtlLineWriter *self)
{
  g_return_if_fail (self != NULL && self->depth > 0 && top (self)->list);

  g_string_append (self->out, top (self)->filled ? "\n]" : "]");
  self->depth--;
  if (self->depth == 1)
    top (self)->new_line = TRUE;
}

/**
 * atl_line_writer_string:
 * @self: a writer
 * @name: the name of the member
 * @value: a text
 *
 * Writes a member.
 */
void
atl_line_writer_string (AtlLineWriter *self, const char *name, const char *value)
{
  g_return_if_fail (self != NULL && name != NULL && value != NULL);

  begin_member (self, name);
  atl_json_append_string (self->out, value);
}

/**
 * atl_line_writer_int:
 * @self: a writer
 * @name: the name of the member
 * @value: an integer of at most 15 digits, larger ones are clamped
 *
 * Writes a member.
 */
void
atl_line_writer_int (AtlLineWriter *self, const char *name, gint64 value)
{
  g_return_if_fail (self != NULL && name != NULL);

  begin_member (self, name);
  atl_json_append_int (self->out, value);
}

/**
 * atl_line_writer_boolean:
 * @self: a writer
 * @name: the name of the member
 * @value: a boolean
 *
 * Writes a member.
 */
void
atl_line_writer_boolean (AtlLineWriter *self, const char *name, gboolean value)
{
  g_return_if_fail (self != NULL && name != NULL);

  begin_member (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

/**
 * atl_line_writer_double:
 * @self: a writer
 * @name: the name of the member
 * @value: a real; what is not finite, or not 0 or between 1e-6 and 1e15, is brought there
 *
 * Writes a member in the shortest form that reads back equal.
 */
void
atl_line_writer_double (AtlLineWriter *self, const char *name, double value)
{
  g_return_if_fail (self != NULL && name != NULL);

  begin_member (self, name);
  atl_json_append_double (self->out, value);
}

/**
 * atl_line_writer_strv:
 * @self: a writer
 * @name: the name of the member
 * @value: (nullable): texts, ended by %NULL
 *
 * Writes a member: a list of texts on the same line.
 */
void
atl_line_writer_strv (AtlLineWriter *self, const char *name, const char *const *value)
{
  g_return_if_fail (self != NULL && name != NULL);

  begin_member (self, name);
  g_string_append_c (self->out, '[');
  for (gsize i = 0; value != NULL && value[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ',');
      atl_json_append_string (self->out, value[i]);
    }
  g_string_append_c (self->out, ']');
}

/**
 * atl_line_writer_variant:
 * @self: a writer
 * @name: the name of the member
 * @value: what atl_variant_to_json() takes
 *
 * Writes a member on the same line.
 */
void
atl_line_writer_variant (AtlLineWriter *self, const char *name, GVariant *value)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_if_fail (self != NULL && name != NULL && value != NULL);

  node = atl_variant_to_json (value);
  atl_line_writer_node (self, name, node);
}

/**
 * atl_line_writer_node:
 * @self: a writer
 * @name: the name of the member
 * @value: any JSON, such as a member that this version does not know
 *
 * Writes a member on the same line.
 */
void
atl_line_writer_node (AtlLineWriter *self, const char *name, JsonNode *value)
{
  g_return_if_fail (self != NULL && name != NULL && value != NULL);

  begin_member (self, name);
  atl_json_append_node (self->out, value);
}

/**
 * atl_line_writer_list_node:
 * @self: a writer
 * @value: any JSON
 *
 * Writes an element of the current list, on a line of its own.
 */
void
atl_line_writer_list_node (AtlLineWriter *self, JsonNode *value)
{
  g_return_if_fail (self != NULL && value != NULL);
  g_return_if_fail (self->depth > 0 && top (self)->list);

  separate (self);
  atl_json_append_node (self->out, value);
}

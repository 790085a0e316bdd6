/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-pasted-table.h"

#include <string.h>

typedef struct
{
  AtlPastedTable *table;
  const char     *at;
  char            separator;
} Reader;

static gboolean
ends_cell (Reader     *reader,
           const char *at)
{
  return *at == '\0' || *at == '\n' || *at == reader->separator;
}

/* A quotation mark that opens a cell also closes it, or it is one that somebody wrote. */
static const char *
find_closing (Reader *reader)
{
  for (const char *at = reader->at + 1; *at != '\0'; at++)
    if (at[0] == '"' && at[1] == '"')
      at++;
    else if (at[0] == '"')
      return ends_cell (reader, at + 1) ? at : NULL;
  return NULL;
}

static char *
read_quoted (Reader     *reader,
             const char *closing)
{
  GString *cell = g_string_new (NULL);

  for (const char *at = reader->at + 1; at < closing; at++)
    {
      reader->table->quoted |= *at == '\n' || *at == '"' || *at == reader->separator;
      at += *at == '"' ? 1 : 0;
      g_string_append_c (cell, *at);
    }
  reader->at = closing + 1;
  return g_string_free (cell, FALSE);
}

static char *
read_plain (Reader *reader)
{
  const char *start = reader->at;

  while (!ends_cell (reader, reader->at))
    reader->at++;
  return g_strndup (start, (gsize) (reader->at - start));
}

static gboolean
is_numeric (const char *cell)
{
  return strspn (cell, "0123456789-+%€$ ") == strlen (cell);
}

static GPtrArray *
read_row (Reader *reader)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (;;)
    {
      const char *closing = *reader->at == '"' ? find_closing (reader) : NULL;
      char       *cell = closing != NULL ? read_quoted (reader, closing) : read_plain (reader);

      reader->table->spaced |= row->len > 0 && *cell == ' ';
      g_ptr_array_add (row, g_strstrip (cell));
      reader->table->numeric &= is_numeric (cell);
      if (*reader->at != reader->separator || *reader->at == '\0')
        return row;
      reader->at++;
    }
}

static gboolean
is_empty (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) row->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * atl_pasted_table_new:
 * @text: UTF-8 with plain line ends
 * @separator: between cells
 *
 * Reads cells; one in quotation marks may have line ends in it, and says "" for one of those. Rows with
 * nothing in them are left out.
 *
 * Returns: (transfer full): the table
 */
AtlPastedTable *
atl_pasted_table_new (const char *text,
                      char        separator)
{
  AtlPastedTable *self = g_new0 (AtlPastedTable, 1);
  Reader          reader = { self, text, separator };
  guint           first = 0;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->regular = self->numeric = TRUE;
  while (*reader.at != '\0')
    {
      g_autoptr (GPtrArray) row = read_row (&reader);

      if (*reader.at == '\n')
        reader.at++;
      if (is_empty (row))
        continue;
      first = self->rows->len == 0 ? row->len : first;
      self->regular &= row->len == first;
      self->n_columns = MAX (self->n_columns, row->len);
      g_ptr_array_add (self->rows, g_steal_pointer (&row));
    }
  return self;
}

/**
 * atl_pasted_table_free:
 * @self: a table
 */
void
atl_pasted_table_free (AtlPastedTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Markdown */

static gboolean
is_delimiter (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = row->pdata[i];
      gsize       colon = *cell == ':' ? 1 : 0;
      gsize       dashes = strspn (cell + colon, "-");

      if (dashes == 0 || !(cell[colon + dashes] == '\0' || g_str_equal (cell + colon + dashes, ":")))
        return FALSE;
    }
  return row->len > 0;
}

/* Bars at both ends are no cells; one behind a backslash is part of its cell. */
static GPtrArray *
read_bars (const char *line)
{
  g_autofree char *bare = g_strstrip (g_strdup (line));
  const char      *at = *bare == '|' ? bare + 1 : bare;
  GPtrArray       *row = g_ptr_array_new_with_free_func (g_free);
  GString         *cell = g_string_new (NULL);

  for (; *at != '\0'; at++)
    if (at[0] == '\\' && at[1] == '|')
      g_string_append_c (cell, *++at);
    else if (*at != '|')
      g_string_append_c (cell, *at);
    else
      {
        g_ptr_array_add (row, g_strstrip (g_string_free (cell, FALSE)));
        cell = g_string_new (NULL);
      }
  if (cell->len > 0)
    g_ptr_array_add (row, g_strstrip (g_string_free (cell, FALSE)));
  else
    g_string_free (cell, TRUE);
  return row;
}

/**
 * atl_pasted_table_new_markdown:
 * @text: UTF-8 with plain line ends
 *
 * Reads a table as Markdown writes it (GitHub Flavored Markdown, "Tables"): cells between bars, and a line of
 * dashes below the first row, which is left out.
 *
 * Returns: (transfer full) (nullable): the table, %NULL if @text is anything else
 */
AtlPastedTable *
atl_pasted_table_new_markdown (const char *text)
{
  g_auto (GStrv)             lines = g_strsplit (text, "\n", -1);
  g_autoptr (AtlPastedTable) self = g_new0 (AtlPastedTable, 1);
  gboolean                   ruled = FALSE;

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->regular = TRUE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) row = read_bars (lines[i]);

      if (row->len == 0)
        continue;
      if (strchr (lines[i], '|') == NULL)
        return NULL;
      if (self->rows->len == 1 && !ruled && is_delimiter (row))
        {
          ruled = TRUE;
          continue;
        }
      if (self->rows->len > 0 && !ruled)
        return NULL;
      self->regular &= self->rows->len == 0 || row->len == self->n_columns;
      self->n_columns = MAX (self->n_columns, row->len);
      g_ptr_array_add (self->rows, g_steal_pointer (&row));
    }
  return ruled ? g_steal_pointer (&self) : NULL;
}

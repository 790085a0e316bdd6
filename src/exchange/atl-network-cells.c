/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/atl-csv-writer.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-table.h"

#define MOST_CELLS 2000
#define LINES_LOOKED_AT 20

static const char separators[] = { '\t', ';', '|', ',' };

/* How many separators a line has outside quotes; moves to the next line. */
static guint
count_in_line (const char **at,
               char         separator)
{
  gboolean quoted = FALSE;
  guint    n = 0;

  for (; **at != '\0' && (quoted || (**at != '\n' && **at != '\r')); (*at)++)
    if (**at == '"')
      quoted = !quoted;
    else if (!quoted && **at == separator)
      n++;
  while (**at == '\n' || **at == '\r')
    (*at)++;
  return n;
}

/* In how many of the first lines a separator is there as often as in the first of them. */
static guint
rate_separator (const char *text,
                char        separator)
{
  guint first = count_in_line (&text, separator);
  guint n = first > 0 ? 1 : 0;

  for (guint i = 1; first > 0 && i < LINES_LOOKED_AT && *text != '\0'; i++)
    n += count_in_line (&text, separator) == first ? 1 : 0;
  return n;
}

static char
find_separator (const char *text)
{
  char  best = ',';
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint rate = rate_separator (text, separators[i]);

      if (rate > most)
        {
          best = separators[i];
          most = rate;
        }
    }
  return best;
}

/**
 * atl_network_cells_init:
 * @self: (out caller-allocates): a reader
 * @text: UTF-8 that outlives it; its first line may name the separator as “sep=;” as spreadsheets do
 *
 * Finds the separator and stands before the first row.
 */
void
atl_network_cells_init (AtlNetworkCells *self,
                        const char      *text)
{
  gboolean told = g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' &&
                  memchr (separators, text[4], sizeof separators) != NULL;

  self->separator = told ? text[4] : '\0';
  self->at = text;
  if (told)
    count_in_line (&self->at, '\0');
  else
    self->separator = find_separator (text);
  self->line = 0;
  self->next_line = told ? 2 : 1;
  self->cells = g_ptr_array_new_with_free_func (g_free);
}

/**
 * atl_network_cells_clear:
 * @self: a reader
 */
void
atl_network_cells_clear (AtlNetworkCells *self)
{
  g_clear_pointer (&self->cells, g_ptr_array_unref);
}

static gboolean
fail (AtlNetworkCells *self,
      GError         **error,
      const char      *reason)
{
  g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE, _ ("Line %u: %s"),
               self->line, reason);
  return FALSE;
}

/* A line break inside quotes belongs to the cell. */
static gboolean
read_quoted (AtlNetworkCells *self,
             GString         *cell,
             GError         **error)
{
  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        {
          self->at++;
          return TRUE;
        }
      if (*self->at == '"')
        self->at++;
      self->next_line += *self->at == '\n' ? 1 : 0;
      if (cell->len >= ATL_NETWORK_MOST_BYTES)
        return fail (self, error, _ ("a cell is too long, or a quotation mark is never closed."));
      g_string_append_c (cell, *self->at);
    }
  return fail (self, error, _ ("a quotation mark is never closed."));
}

static gboolean
ends_cell (AtlNetworkCells *self)
{
  char c = *self->at;

  return c == '\0' || c == '\n' || c == '\r' || c == self->separator;
}

static gboolean
read_cell (AtlNetworkCells *self,
           GError         **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gsize               length;
  gboolean            masked;

  while (*self->at == ' ')
    self->at++;
  if (*self->at == '"' && !read_quoted (self, cell, error))
    return FALSE;
  for (length = 0; !ends_cell (self) && length <= ATL_NETWORK_MOST_BYTES; length++)
    self->at++;
  if (length > ATL_NETWORK_MOST_BYTES)
    return fail (self, error, _ ("the line is too long: this is no table."));
  g_string_append_len (cell, self->at - length, (gssize) length);
  if (self->cells->len >= MOST_CELLS)
    return fail (self, error, _ ("there are too many columns."));
  g_strstrip (cell->str);
  /* The apostrophe that keeps spreadsheets from calculating what looks like a formula. */
  masked = *cell->str == '\'' && atl_csv_is_formula (cell->str + 1);
  g_ptr_array_add (self->cells, g_strdup (masked ? cell->str + 1 : cell->str));
  return TRUE;
}

static void
skip_line_end (AtlNetworkCells *self)
{
  if (*self->at == '\r' && self->at[1] == '\n')
    self->at++;
  if (*self->at != '\0')
    {
      self->at++;
      self->next_line++;
    }
}

static gboolean
read_row (AtlNetworkCells *self,
          GError         **error)
{
  g_ptr_array_set_size (self->cells, 0);
  self->line = self->next_line;
  if (!read_cell (self, error))
    return FALSE;
  while (*self->at == self->separator)
    {
      self->at++;
      if (!read_cell (self, error))
        return FALSE;
    }
  skip_line_end (self);
  return TRUE;
}

static gboolean
row_is_empty (AtlNetworkCells *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (*(const char *) self->cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

/**
 * atl_network_cells_next:
 * @self: a reader
 * @error: (out) (optional): why not
 *
 * Reads the next row that has anything in it.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: %FALSE at the end, and where the text is no table
 */
gboolean
atl_network_cells_next (AtlNetworkCells *self,
                        GError         **error)
{
  while (*self->at != '\0')
    {
      if (!read_row (self, error))
        return FALSE;
      if (!row_is_empty (self))
        return TRUE;
    }
  return FALSE;
}

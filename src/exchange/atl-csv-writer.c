/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-csv-writer.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf" /* so that spreadsheets know the encoding */

/**
 * atl_csv_writer_new:
 *
 * Returns: (transfer full): a table without rows
 */
GString *
atl_csv_writer_new (void)
{
  return g_string_new (BYTE_ORDER_MARK);
}

/**
 * atl_csv_is_formula:
 * @text: a cell
 *
 * Returns: whether a spreadsheet would calculate it instead of showing it
 */
gboolean
atl_csv_is_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * atl_csv_writer_cell:
 * @csv: a table
 * @text: of the next cell of the row; what looks like a formula gets an apostrophe before it
 */
void
atl_csv_writer_cell (GString    *csv,
                     const char *text)
{
  gboolean quoted = strpbrk (text, ",;\t|\"\r\n") != NULL || *text == ' ';

  if (quoted)
    g_string_append_c (csv, '"');
  if (atl_csv_is_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (quoted && *c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  if (quoted)
    g_string_append_c (csv, '"');
  g_string_append_c (csv, ',');
}

/**
 * atl_csv_writer_count:
 * @csv: a table
 * @n: the number in the next cell of the row
 */
void
atl_csv_writer_count (GString *csv,
                      guint    n)
{
  g_string_append_printf (csv, "%u,", n);
}

/**
 * atl_csv_writer_end_row:
 * @csv: a table with at least one cell in its last row
 */
void
atl_csv_writer_end_row (GString *csv)
{
  g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, "\r\n");
}

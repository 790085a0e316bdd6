/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-file.h"

#include "config.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-cells.h"
#include "exchange/atl-network-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES (4 * 1024 * 1024)

/* A cell as it stands in a text: on one line, between tabs. */
static void
append_cell (GString    *text,
             const char *cell,
             gboolean    last)
{
  g_autofree char *flat = g_strdelimit (g_strdup (cell), "\t\r\n", ' ');

  g_string_append_printf (text, "%s%c", flat, last ? '\n' : '\t');
}

/* What follows a fault of the table is kept as it is: whoever looks at the preview sees it. */
static char *
dup_tabbed (const char *table)
{
  g_auto (AtlNetworkCells) cells = { 0 };
  GString                 *text = g_string_new (NULL);
  const char              *start = table;
  g_autoptr (GError)       error = NULL;

  atl_network_cells_init (&cells, table);
  while (atl_network_cells_next (&cells, &error))
    {
      for (guint i = 0; i < cells.cells->len; i++)
        append_cell (text, cells.cells->pdata[i], i + 1 == cells.cells->len);
      start = cells.at;
    }
  if (error != NULL)
    g_string_append (text, start);
  return g_string_free (text, FALSE);
}

/**
 * atl_people_file_decode:
 * @bytes: a file
 * @is_table: whether it is one of comma-separated values, as its name says
 * @error: (out) (optional): why not, a sentence for the user
 *
 * Reads UTF-8, UTF-16 and Windows-1252, as spreadsheets write them. The cells of a table come out separated
 * by tabs.
 *
 * Sets %ATL_EXCHANGE_ERROR_UNREADABLE.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
atl_people_file_decode (GBytes  *bytes,
                        gboolean is_table,
                        GError **error)
{
  g_autofree char *text = NULL;

  if (g_bytes_get_size (bytes) <= MOST_BYTES)
    text = atl_network_decode (bytes, NULL);
  if (text == NULL)
    {
      g_set_error_literal (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_UNREADABLE,
                           g_bytes_get_size (bytes) > MOST_BYTES
                             ? _ ("This file is too large for a list of people.")
                             : _ ("This file is no text. Save it as CSV in the spreadsheet first."));
      return NULL;
    }
  return is_table ? dup_tabbed (text) : g_steal_pointer (&text);
}

static gboolean
is_table (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name != NULL ? name : "", -1);

  return g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv") ||
         g_str_has_suffix (lower, ".tab");
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  GError                      *error = NULL;
  g_autofree guint8           *buffer = g_malloc (MOST_BYTES + 1);
  g_autoptr (GFileInputStream) stream = g_file_read (data, cancellable, &error);
  g_autoptr (GBytes)           bytes = NULL;
  gsize                        length = 0;
  char                        *text = NULL;

  if (stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, MOST_BYTES + 1, &length,
                                                 cancellable, &error))
    {
      bytes = g_bytes_new_take (g_steal_pointer (&buffer), length);
      text = atl_people_file_decode (bytes, is_table (data), &error);
    }
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * atl_people_file_read_async:
 * @file: a text, or a table
 * @cancellable: (nullable): to give up
 * @callback: called when it is read, or why not
 * @user_data: for @callback
 *
 * Reads a list of people in a thread.
 */
void
atl_people_file_read_async (GFile              *file,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, atl_people_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run);
}

/**
 * atl_people_file_read_finish:
 * @result: what the callback got
 * @error: (out) (optional): why not, a sentence for the user
 *
 * Returns: (transfer full) (nullable): the text, as atl_people_text_new() reads it
 */
char *
atl_people_file_read_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

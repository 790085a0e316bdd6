/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-table.h"
#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-rows.h"

#define MOST_COLUMNS 8

/* The notes of @area in the row, one after the other. */
static char *
dup_cell (AtlReport *report,
          AtlNote   *row,
          AtlArea   *area,
          GPtrArray *areas)
{
  g_autoptr (GPtrArray) notes = atl_area_dup_notes (area);
  g_autoptr (GString)   text = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    if (atl_note_find_row (notes->pdata[i], areas) == row && !atl_note_get_hidden (notes->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? atl_report_word (report, "list-separator") : "",
                              atl_note_get_text (notes->pdata[i]));
  return g_strdup (text->str);
}

/* Exactly one note in the row of who answers for it. */
static void
add_warning (AtlReport   *report,
             AtlPdfTable *table,
             AtlNote     *row,
             GPtrArray   *areas)
{
  AtlArea         *answering = atl_rows_find_answering (areas);
  guint            n = answering != NULL ? atl_row_count (row, answering, areas) : 1;
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *text = NULL;

  if (n == 1)
    return;
  text = atl_words_fill (report->language, n == 0 ? "key-row-nobody" : "key-row-several", "n", number, NULL);
  atl_pdf_table_more (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, text);
}

static void
add_row (AtlReport   *report,
         AtlPdfTable *table,
         AtlNote     *row,
         GPtrArray   *areas)
{
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_note_get_text (row));
  add_warning (report, table, row, areas);
  for (guint i = 1; i < MIN (areas->len, MOST_COLUMNS); i++)
    {
      g_autofree char *cell = dup_cell (report, row, areas->pdata[i], areas);

      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, cell);
    }
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_rows:
 * @report: a report
 * @board: a board
 *
 * Adds areas that share rows as a table, such as who does, answers for, is asked about and told of each
 * decision.
 */
void
atl_report_add_rows (AtlReport *report,
                     AtlBoard  *board)
{
  g_autoptr (GPtrArray)   areas = atl_board_dup_row_areas (board);
  g_autoptr (GPtrArray)   rows = areas->len > 0 ? atl_area_dup_notes (areas->pdata[0]) : NULL;
  g_autoptr (AtlPdfTable) table = NULL;
  AtlPdfColumn            columns[MOST_COLUMNS];
  guint                   n = MIN (areas->len, MOST_COLUMNS);

  if (rows == NULL || rows->len == 0)
    return;
  for (guint i = 0; i < n; i++)
    columns[i] = (AtlPdfColumn){ atl_area_get_title (areas->pdata[i]), i == 0 ? 30 : 18, FALSE };
  atl_pdf_flow_gap (report->flow, 10);
  table = atl_pdf_table_new (report->flow, columns, n);
  for (guint i = 0; i < rows->len; i++)
    if (!atl_note_get_hidden (rows->pdata[i]))
      add_row (report, table, rows->pdata[i], areas);
}

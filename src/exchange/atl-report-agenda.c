/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-table.h"
#include "model/atl-step.h"

#define TITLE_CHARS 60 /* of a board */

/* "0:25" from the start of the session: nobody knows yet at what time it begins. */
static char *
dup_clock (AtlReport *report,
           int        minutes)
{
  g_autofree char *hours = g_strdup_printf ("%d", minutes / 60);
  g_autofree char *rest = g_strdup_printf ("%02d", minutes % 60);

  return atl_words_fill (report->language, "clock", "h", hours, "mm", rest, NULL);
}

static const char *
mode_label (AtlReport *report,
            AtlStep   *step)
{
  g_autoptr (GEnumClass) modes = g_type_class_ref (ATL_TYPE_STEP_MODE);
  GEnumValue            *mode = g_enum_get_value (modes, (int) atl_step_get_mode (step));

  return mode != NULL ? atl_words_get_label (report->language, ATL_LABEL_MODE, mode->value_nick) : "";
}

/* A title names the board; in a narrow column, much of it would only make the row high. */
static char *
dup_brief (const char *title)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (title, -1) <= TITLE_CHARS)
    return g_strdup (title);
  start = g_utf8_substring (title, 0, TITLE_CHARS - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
add_step (AtlReport   *report,
          AtlPdfTable *table,
          AtlStep     *step,
          int          before)
{
  AtlBoard        *board = atl_list_find (atl_session_get_boards (report->session),
                                          atl_step_get_board (step));
  g_autofree char *target = board != NULL ? atl_report_dup_target (board) : NULL;
  g_autofree char *clock = dup_clock (report, before);
  g_autofree char *title = dup_brief (board != NULL ? atl_board_get_title (board) : "");
  g_autofree char *minutes = atl_words_dup_duration (report->language, atl_step_get_minutes (step));

  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, clock);
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_step_get_title (step));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, mode_label (report, step));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_ACCENT, title);
  atl_pdf_table_set_target (table, target);
  atl_pdf_table_page_cell (table, target);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, minutes);
  atl_pdf_table_end_row (table);
}

static void
add_total (AtlReport   *report,
           AtlPdfTable *table,
           int          minutes)
{
  g_autofree char *total = atl_words_dup_duration (report->language, minutes);

  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, "");
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_report_word (report, "total"));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, "");
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, "");
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, "");
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, total);
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_agenda:
 * @report: a report
 *
 * Adds the agenda: its steps, what each was for, and on which page its board is.
 */
void
atl_report_add_agenda (AtlReport *report)
{
  AtlList           *steps = atl_session_get_steps (report->session);
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "start"), 9, FALSE },
    { atl_report_word (report, "step"), 36, FALSE },
    { atl_report_word (report, "mode"), 17, FALSE },
    { atl_report_word (report, "board"), 25, FALSE },
    { atl_report_word (report, "page"), 6, TRUE },
    { atl_report_word (report, "duration"), 9, TRUE },
  };
  AtlPdfTable *table;
  int          minutes = 0;

  if (atl_list_get_length (steps) == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "agenda"), "agenda", TRUE);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < atl_list_get_length (steps); i++)
    {
      AtlStep *step = atl_list_get (steps, i);

      add_step (report, table, step, minutes);
      minutes += atl_step_get_minutes (step);
    }
  add_total (report, table, minutes);
  atl_pdf_table_free (table);
  atl_pdf_flow_end_section (report->flow);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-note-list.h"
#include "exchange/atl-pdf-table.h"
#include "model/atl-action-notes.h"
#include "model/atl-action.h"
#include "model/atl-decision.h"
#include "model/atl-glossary.h"
#include "model/atl-group.h"
#include "model/atl-term.h"

#define COLUMNS 3
#define COLUMN_GAP 26.0

/* "Label: value" under the text of a cell. */
static void
add_remark (AtlReport   *report,
            AtlPdfTable *table,
            const char  *label,
            const char  *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0')
    return;
  text = atl_words_fill (report->language, "label-value", "label", atl_report_word (report, label),
                         "value", value, NULL);
  atl_pdf_table_more (table, ATL_FACE_SMALL, ATL_PRINT_MUTED, text);
}

/* The notes it comes from, quoted. */
static void
add_sources (AtlReport         *report,
             AtlPdfTable       *table,
             const char *const *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlNote *note = atl_report_find_note (report, ids[i]);

      if (note == NULL || *atl_note_get_text (note) == '\0')
        continue;
      g_autofree char *quoted = atl_words_fill (report->language, "quoted", "text",
                                                atl_note_get_text (note), NULL);
      if (text->len > 0)
        g_string_append (text, atl_report_word (report, "list-separator"));
      g_string_append (text, quoted);
    }
  add_remark (report, table, "from-notes", text->str);
}

static void
add_status (AtlReport   *report,
            AtlPdfTable *table,
            AtlStatus    status)
{
  g_autoptr (GEnumClass) statuses = g_type_class_ref (ATL_TYPE_STATUS);
  GEnumValue            *value = g_enum_get_value (statuses, (int) status);
  g_autofree char       *key = g_strconcat ("status-", value->value_nick, NULL);
  gboolean               begun = status == ATL_STATUS_ONGOING || status == ATL_STATUS_DONE;
  AtlPrintInk            ink = status == ATL_STATUS_DONE ? ATL_PRINT_GOOD : ATL_PRINT_TEXT;

  if (status == ATL_STATUS_DROPPED)
    ink = ATL_PRINT_MUTED;
  atl_pdf_table_cell (table, begun ? ATL_FACE_STRONG : ATL_FACE_BODY, ink, atl_report_word (report, key));
}

static void
add_action (AtlReport   *report,
            AtlPdfTable *table,
            AtlAction   *action,
            guint        number)
{
  g_autofree char *ordinal = g_strdup_printf ("%u", number);
  g_autofree char *owners = atl_report_dup_people (report, atl_action_get_owners (action));
  g_autofree char *due = atl_words_dup_date (report->language, atl_action_get_due (action));
  gboolean         has_due = due != NULL && *due != '\0';

  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, ordinal);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, atl_action_get_text (action));
  add_remark (report, table, "proof", atl_action_get_proof (action));
  if (atl_action_find_note (action) == NULL)
    add_sources (report, table, atl_action_get_notes (action));
  atl_pdf_table_cell (table, *owners != '\0' ? ATL_FACE_BODY : ATL_FACE_STRONG, ATL_PRINT_TEXT,
                      *owners != '\0' ? owners : atl_report_word (report, "no-owner"));
  atl_pdf_table_cell (table, ATL_FACE_BODY, has_due ? ATL_PRINT_TEXT : ATL_PRINT_MUTED,
                      has_due ? due : atl_report_word (report, "no-due"));
  add_status (report, table, atl_action_get_status (action));
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_actions:
 * @report: a report
 *
 * Adds the actions: what, who, until when, how far.
 */
void
atl_report_add_actions (AtlReport *report)
{
  AtlList           *actions = atl_session_get_actions (report->session);
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "number"), 4, FALSE },
    { atl_report_word (report, "action"), 50, FALSE },
    { atl_report_word (report, "owners"), 20, FALSE },
    { atl_report_word (report, "due"), 15, FALSE },
    { atl_report_word (report, "status"), 11, FALSE },
  };
  AtlPdfTable *table;

  if (atl_list_get_length (actions) == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "actions"), "actions", FALSE);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < atl_list_get_length (actions); i++)
    add_action (report, table, atl_list_get (actions, i), i + 1);
  atl_pdf_table_free (table);
  atl_pdf_flow_end_section (report->flow);
}

/* The names of the usual ways to decide; any other is a text as it is. */
static const char *
decision_mode (AtlReport  *report,
               const char *mode)
{
  static const char *const known[] = { "consent", "consensus", "vote", "majority", "fist-of-five",
                                       "delegation", "advice", "authority" };
  g_autofree char         *key = g_strconcat ("decision-mode-", mode, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (mode, known[i]))
      return atl_report_word (report, key);
  return mode;
}

static void
add_decision (AtlReport   *report,
              AtlPdfTable *table,
              AtlDecision *decision)
{
  g_autofree char *date = atl_words_dup_date (report->language, atl_decision_get_date (decision));
  g_autofree char *review = atl_words_dup_date (report->language, atl_decision_get_review (decision));

  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_decision_get_text (decision));
  add_remark (report, table, "objections", atl_decision_get_objections (decision));
  add_sources (report, table, atl_decision_get_notes (decision));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT,
                      decision_mode (report, atl_decision_get_mode (decision)));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, atl_decision_get_by (decision));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, date);
  add_remark (report, table, "review", review);
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_decisions:
 * @report: a report
 *
 * Adds the decisions: what, how, by whom, when, and when to look again.
 */
void
atl_report_add_decisions (AtlReport *report)
{
  AtlList           *decisions = atl_session_get_decisions (report->session);
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "decision"), 52, FALSE },
    { atl_report_word (report, "mode"), 15, FALSE },
    { atl_report_word (report, "by"), 16, FALSE },
    { atl_report_word (report, "decided-on"), 17, FALSE },
  };
  AtlPdfTable *table;

  if (atl_list_get_length (decisions) == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "decisions"), "decisions", TRUE);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < atl_list_get_length (decisions); i++)
    add_decision (report, table, atl_list_get (decisions, i));
  atl_pdf_table_free (table);
  atl_pdf_flow_end_section (report->flow);
}

static void
add_term (AtlPdfTable *table,
          AtlTerm     *term)
{
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_term_get_term (term));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, atl_term_get_agreed (term));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, atl_term_get_business (term));
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, atl_term_get_technical (term));
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_glossary:
 * @report: a report
 *
 * Adds the words of the room in the order of the alphabet, with what was agreed on them.
 */
void
atl_report_add_glossary (AtlReport *report)
{
  g_autoptr (GPtrArray) terms = atl_glossary_dup_sorted (report->session);
  const AtlPdfColumn    columns[] = {
       { atl_report_word (report, "term"), 16, FALSE },
       { atl_report_word (report, "agreed"), 32, FALSE },
       { atl_report_word (report, "business"), 26, FALSE },
       { atl_report_word (report, "technical"), 26, FALSE },
  };
  AtlPdfTable *table;

  if (terms->len == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "glossary"), "glossary", FALSE);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < terms->len; i++)
    add_term (table, terms->pdata[i]);
  atl_pdf_table_free (table);
  atl_pdf_flow_end_section (report->flow);
}

static void
add_parking_notes (AtlReport *report,
                   AtlBoard  *board)
{
  double width =
    (atl_pdf_flow_get_frame (report->flow).width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
  AtlList                *notes = atl_board_get_notes (board);
  g_autoptr (AtlNoteList) list = atl_note_list_new (report, board, width);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_note_find_lead (atl_list_get (notes, i)) == NULL)
      atl_note_list_add_note (list, atl_list_get (notes, i));
  atl_pdf_flow_begin_columns (report->flow, COLUMNS, atl_note_list_get_height (list));
  atl_note_list_write (list);
  atl_pdf_flow_end_columns (report->flow);
}

/**
 * atl_report_add_parking:
 * @report: a report
 *
 * Adds what was put aside: the notes of the boards that are always one key away.
 */
void
atl_report_add_parking (AtlReport *report)
{
  AtlList *boards = atl_session_get_boards (report->session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard        *board = atl_list_get (boards, i);
      g_autofree char *target = atl_report_dup_target (board);

      if (!atl_report_board_has (board, "alwaysOn"))
        continue;
      atl_pdf_flow_begin_section (report->flow, atl_board_get_title (board), target, FALSE);
      if (atl_list_get_length (atl_board_get_notes (board)) > 0)
        add_parking_notes (report, board);
      else
        atl_report_say (report, "no-notes");
      atl_report_add_rounds (report, board);
      atl_pdf_flow_end_section (report->flow);
    }
}

/**
 * atl_report_add_groups:
 * @report: a report
 *
 * Adds the break-out groups and who was in them.
 */
void
atl_report_add_groups (AtlReport *report)
{
  AtlList           *groups = atl_session_get_groups (report->session);
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "group"), 25, FALSE },
    { atl_report_word (report, "people"), 75, FALSE },
  };
  AtlPdfTable *table;

  if (atl_list_get_length (groups) == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "groups"), "groups", FALSE);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < atl_list_get_length (groups); i++)
    {
      AtlGroup        *group = atl_list_get (groups, i);
      g_autofree char *people = atl_report_dup_people (report, atl_group_get_people (group));

      atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_group_get_title (group));
      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, people);
      atl_pdf_table_end_row (table);
    }
  atl_pdf_table_free (table);
  atl_pdf_flow_end_section (report->flow);
}

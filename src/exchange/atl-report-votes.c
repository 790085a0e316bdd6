/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-table.h"
#include "insight/atl-tally.h"
#include "model/atl-area.h"
#include "model/atl-ballot.h"

/* A note, or the lead of a stack, with what it got. */
typedef struct
{
  AtlNote   *lead;
  GPtrArray *stack; /* nullable */
  int        votes;
  guint      order;
} Result;

static void
result_clear (gpointer data)
{
  g_clear_pointer (&((Result *) data)->stack, g_ptr_array_unref);
}

static int
compare_results (gconstpointer a,
                 gconstpointer b)
{
  const Result *first = a;
  const Result *second = b;

  if (first->votes != second->votes)
    return first->votes > second->votes ? -1 : 1;
  return first->order < second->order ? -1 : 1;
}

static gboolean
is_of_board (AtlRound *round,
             AtlBoard *board)
{
  const char *const *areas = atl_round_get_areas (round);
  AtlList           *ballots = atl_round_get_ballots (round);

  for (guint i = 0; areas != NULL && areas[i] != NULL; i++)
    if (atl_list_find (atl_board_get_areas (board), areas[i]) != NULL)
      return TRUE;
  for (guint i = 0; i < atl_list_get_length (ballots); i++)
    if (atl_list_find (atl_board_get_notes (board), atl_ballot_get_note (atl_list_get (ballots, i))) != NULL)
      return TRUE;
  return FALSE;
}

/* Puts every note with votes into the result of its stack. */
static GArray *
collect_results (AtlTally *tally,
                 AtlBoard *board)
{
  AtlList               *notes = atl_board_get_notes (board);
  GArray                *results = g_array_new (FALSE, TRUE, sizeof (Result));
  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);

  g_array_set_clear_func (results, result_clear);
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);
      AtlNote *lead = atl_note_find_lead (note);
      int      votes = atl_tally_get_votes (tally, note);
      guint    place;
      Result   fresh = { .lead = lead != NULL ? lead : note, .order = i };

      if (votes == 0)
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (index, fresh.lead));
      if (place == 0)
        {
          g_array_append_val (results, fresh);
          g_hash_table_insert (index, fresh.lead, GUINT_TO_POINTER (place = results->len));
        }
      g_array_index (results, Result, place - 1).votes += votes;
    }
  for (guint i = 0; i < results->len; i++)
    g_array_index (results, Result, i).stack = atl_note_dup_stack (g_array_index (results, Result, i).lead);
  g_array_sort (results, compare_results);
  return results;
}

static guint
count_voters (AtlRound *round)
{
  AtlList               *ballots = atl_round_get_ballots (round);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atl_list_get_length (ballots); i++)
    {
      const char *person = atl_ballot_get_person (atl_list_get (ballots, i));

      if (*person != '\0')
        g_hash_table_add (people, (gpointer) person);
    }
  return g_hash_table_size (people);
}

static void
add_rules (AtlReport *report,
           AtlRound  *round,
           AtlTally  *tally)
{
  guint            n_voters = count_voters (round);
  g_autofree char *voters = atl_words_dup_count (report->language, "voters", n_voters);
  g_autofree char *votes = atl_words_dup_count (report->language, "votes",
                                                (guint) atl_tally_get_total (tally));
  g_autofree char *budget = g_strdup_printf ("%d", atl_round_get_budget (round));
  g_autofree char *rule = atl_words_fill (report->language, "label-value", "label",
                                          atl_report_word (report, "budget"),
                                          "value", budget, NULL);
  g_autofree char *text = n_voters > 0 ? g_strdup_printf ("%s · %s · %s", votes, voters, rule)
                                       : g_strconcat (votes, " · ", atl_report_word (report, "tally"), NULL);

  atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED, text);
  atl_pdf_flow_gap (report->flow, 6);
}

static void
add_note_cell (AtlReport    *report,
               AtlPdfTable  *table,
               const Result *result,
               AtlTally     *tally)
{
  const char *title = atl_note_get_stack_title (result->lead);
  gboolean    is_stack = result->stack->len > 1;

  atl_pdf_table_set_chip (table, atl_palette_get_note_fill (ATL_THEME_PRINT,
                                                            atl_note_get_color (result->lead)));
  if (!is_stack)
    {
      atl_pdf_table_more (table, ATL_FACE_BODY, ATL_PRINT_TEXT, atl_note_get_text (result->lead));
      return;
    }
  atl_pdf_table_more (table, ATL_FACE_STRONG, ATL_PRINT_TEXT,
                      *title != '\0' ? title : atl_report_word (report, "stack"));
  for (guint i = 0; i < result->stack->len; i++)
    {
      AtlNote         *note = g_ptr_array_index (result->stack, i);
      g_autofree char *line = g_strdup_printf ("%d  %s", atl_tally_get_votes (tally, note),
                                               atl_note_get_text (note));

      atl_pdf_table_more (table, ATL_FACE_SMALL, ATL_PRINT_MUTED, line);
    }
}

/* How many silos gave it votes, the best note of a stack. */
static char *
dup_breadth (AtlTally     *tally,
             const Result *result)
{
  guint best = 0;

  for (guint i = 0; i < result->stack->len; i++)
    best = MAX (best, atl_tally_count_silos (tally, g_ptr_array_index (result->stack, i)));
  return g_strdup_printf ("%u / %u", best, atl_tally_get_n_silos (tally));
}

static void
add_result (AtlReport    *report,
            AtlPdfTable  *table,
            const Result *result,
            AtlTally     *tally,
            double        share)
{
  AtlArea         *area = atl_note_find_area (result->lead);
  g_autofree char *votes = g_strdup_printf ("%d", result->votes);
  g_autofree char *breadth = dup_breadth (tally, result);

  add_note_cell (report, table, result, tally);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, area != NULL ? atl_area_get_title (area) : "");
  atl_pdf_table_bar_cell (table, share, votes);
  if (atl_tally_get_n_silos (tally) > 1)
    atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, breadth);
  atl_pdf_table_end_row (table);
}

static void
add_results (AtlReport *report,
             AtlTally  *tally,
             GArray    *results)
{
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "note"), 46, FALSE },
    { atl_report_word (report, "area"), 20, FALSE },
    { atl_report_word (report, "votes"), 22, FALSE },
    { atl_report_word (report, "breadth"), 12, TRUE },
  };
  gboolean     by_silo = atl_tally_get_n_silos (tally) > 1;
  AtlPdfTable *table = atl_pdf_table_new (report->flow, columns, by_silo ? 4 : 3);
  double       most = MAX (g_array_index (results, Result, 0).votes, 1);

  for (guint i = 0; i < results->len; i++)
    {
      const Result *result = &g_array_index (results, Result, i);

      add_result (report, table, result, tally, result->votes / most);
    }
  atl_pdf_table_free (table);
}

/* About how high the table is: one that fits on a page is not split. */
static double
estimate_height (GArray *results)
{
  double height = 90;

  for (guint i = 0; i < results->len; i++)
    {
      guint n = g_array_index (results, Result, i).stack->len;

      height += 21 + (n > 1 ? 12.0 * n : 0);
    }
  return height < 460 ? height : 110;
}

/* A round that is not closed keeps its secret, on paper too. */
static void
add_round (AtlReport *report,
           AtlRound  *round,
           AtlBoard  *board)
{
  const char          *title = atl_round_get_title (round);
  g_autoptr (AtlTally) tally = atl_tally_new (round);
  g_autoptr (GArray)   results = collect_results (tally, board);
  g_autofree char     *heading = g_str_equal (title, atl_board_get_title (board)) || *title == '\0'
                                   ? g_strdup (atl_report_word (report, "results"))
                                   : g_strdup_printf ("%s – %s", atl_report_word (report, "results"), title);

  atl_pdf_flow_gap (report->flow, 22);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, heading,
                        atl_round_get_closed (round) ? estimate_height (results) : 30);
  if (!atl_round_get_closed (round))
    atl_report_say (report, "open-round");
  else
    {
      add_rules (report, round, tally);
      if (results->len > 0)
        add_results (report, tally, results);
      else
        atl_report_say (report, "no-votes");
    }
  atl_pdf_script_end (report->script);
}

/**
 * atl_report_add_rounds:
 * @report: a report
 * @board: a board
 *
 * Adds the result of each round of votes held on @board: notes by votes, stacks as one, breadth of support
 * by silo.
 */
void
atl_report_add_rounds (AtlReport *report,
                       AtlBoard  *board)
{
  AtlList *rounds = atl_session_get_rounds (report->session);

  for (guint i = 0; i < atl_list_get_length (rounds); i++)
    {
      AtlRound *round = atl_list_get (rounds, i);

      if (is_of_board (round, board))
        add_round (report, round, board);
    }
}

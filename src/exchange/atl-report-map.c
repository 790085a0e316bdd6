/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report-map.h"

#include <math.h>
#include <string.h>

#include "catalogue/atl-words.h"
#include "model/atl-maps.h"
#include "scene/atl-text.h"

#define BAR_HEIGHT 9.0
#define MARK_WIDTH 1.5
#define MARK_OVER 3.0 /* above and below the bar */
#define UNDEFINED "–"

/* Which sentences stand under a heading, by how their ids begin. */
typedef struct
{
  const char *heading;
  const char *prefixes[4];
} Block;

static const Block blocks[] = {
  { "map-density", { "density.", "modularity.", NULL } },
  { "map-crossing", { "ei.lead", "ei.closed", "ei.partly", NULL } },
  { "map-both-ways", { "reciprocity.", NULL } },
  { "map-alone", { "isolated", "fragile", NULL } },
  { "map-passages", { "broker.low", NULL } },
};

/**
 * atl_report_dup_share:
 * @report: a report
 * @share: 0 to 1, or NaN
 *
 * Returns: (transfer full): such as "37 %" in the language of the report; "–" if it is undefined
 */
char *
atl_report_dup_share (AtlReport *report,
                      double     share)
{
  double           percent = share * 100;
  gboolean         edge = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
  g_autofree char *number = NULL;

  if (isnan (share))
    return g_strdup (UNDEFINED);
  number = atl_report_dup_number (report, edge ? CLAMP (percent, 0.1, 99.9) : floor (percent + 0.5));
  return atl_words_fill (report->language, "percent", "n", number, NULL);
}

/**
 * atl_report_dup_decimal:
 * @report: a report
 * @value: a number, NaN or infinite
 *
 * Returns: (transfer full): with two decimals in the language of the report; "–" if it is undefined
 */
char *
atl_report_dup_decimal (AtlReport *report,
                        double     value)
{
  char             text[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv)   parts = NULL;
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup (UNDEFINED);
  if (isinf (value))
    return g_strdup ("∞");
  g_ascii_formatd (text, sizeof text, "%.2f", fabs (value));
  parts = g_strsplit (text, ".", 2);
  number = g_strjoinv (atl_report_word (report, "decimal-point"), parts);
  return g_strconcat (value < -0.005 ? "−" : "", number, NULL);
}

static gboolean
belongs (const Block           *block,
         const AtlSiloSentence *sentence)
{
  if (sentence->personal || sentence->details || sentence->id == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (block->prefixes) && block->prefixes[i] != NULL; i++)
    if (g_str_has_prefix (sentence->id, block->prefixes[i]))
      return TRUE;
  /* What the share across silos means has two more bands, and the factory a sentence of its own. */
  return g_str_equal (block->heading, "map-crossing") &&
         (g_str_equal (sentence->id, "ei.open") || g_str_equal (sentence->id, "ei.outward") ||
          g_str_equal (sentence->id, "ei.factory"));
}

static guint
count_sentences (AtlSiloReading *reading,
                 const Block    *block)
{
  guint n = 0;

  for (guint i = 0; i < reading->sentences->len; i++)
    n += belongs (block, &g_array_index (reading->sentences, AtlSiloSentence, i)) ? 1 : 0;
  return n;
}

/* How much of the links cross a boundary, and how much chance would have cross it. */
static void
add_bar (AtlReport *report,
         double     share,
         double     expected)
{
  AtlRect                 frame = atl_pdf_flow_get_frame (report->flow);
  AtlRect                 bar = atl_rect (frame.x, frame.y + 6, frame.width * 0.82, BAR_HEIGHT);
  double                  x = bar.x + bar.width * CLAMP (expected, 0, 1);
  g_autofree char        *random = atl_report_dup_share (report, expected);
  g_autofree char        *label = atl_words_fill (report->language, "map-mark", "share", random, NULL);
  g_autoptr (PangoLayout) mark = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, label, -1);
  double                  at = CLAMP (x - atl_text_get_width (mark) / 2, bar.x,
                                      frame.x + frame.width - atl_text_get_width (mark));
  AtlRgba                 ink = atl_pdf_type_get_ink (ATL_PRINT_TEXT);

  atl_pdf_script_fill (report->script, bar, BAR_HEIGHT / 2, atl_pdf_type_get_ink (ATL_PRINT_RULE));
  bar.width *= CLAMP (share, 0, 1);
  if (bar.width > 0)
    atl_pdf_script_fill (report->script, bar, BAR_HEIGHT / 2, atl_pdf_type_get_ink (ATL_PRINT_ACCENT));
  atl_pdf_script_fill (report->script,
                       atl_rect (x - MARK_WIDTH / 2, bar.y - MARK_OVER, MARK_WIDTH,
                                 BAR_HEIGHT + 2 * MARK_OVER),
                       0, ink);
  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_text (report->script, mark, 0, 1, (AtlPoint){ at, bar.y + BAR_HEIGHT + MARK_OVER + 1 },
                       atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_script_end (report->script);
  atl_pdf_flow_advance (report->flow, 36);
}

/* The first sentence of a block says what is, those after it what it may mean. */
static void
add_block (AtlReport      *report,
           AtlMeasures    *measures,
           AtlSiloReading *reading,
           const Block    *block)
{
  gboolean first = TRUE;

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
      g_autofree char       *text = NULL;

      if (!belongs (block, sentence))
        continue;
      text = atl_silo_sentence_dup_shown (sentence, reading->network, report->language, NULL, NULL);
      if (!first)
        atl_pdf_flow_gap (report->flow, 3);
      atl_pdf_flow_paragraph (report->flow, first ? ATL_FACE_STRONG : ATL_FACE_BODY, ATL_PRINT_TEXT, text);
      if (g_str_equal (sentence->id, "ei.lead"))
        add_bar (report, measures->ei.share, measures->ei.expected_share);
      first = FALSE;
    }
}

/**
 * atl_report_count_bridges:
 * @measures: the figures of a map
 *
 * Returns: how many links between silos are the only passage between two parts of the map
 */
guint
atl_report_count_bridges (AtlMeasures *measures)
{
  guint n = 0;

  for (guint i = 0; i < measures->n_bridges; i++)
    n += atl_network_is_cross (measures->network, measures->bridges[i].a, measures->bridges[i].b) ? 1 : 0;
  return n;
}

static void
begin_block (AtlReport  *report,
             const char *heading)
{
  atl_pdf_flow_gap (report->flow, 14);
  atl_pdf_flow_need (report->flow, 60);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H3, atl_report_word (report, heading), 30);
}

static void
add_sentences (AtlReport      *report,
               AtlMeasures    *measures,
               AtlSiloReading *reading)
{
  guint n_bridges = atl_report_count_bridges (measures);

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      gboolean bridges = g_str_equal (blocks[i].heading, "map-passages") && n_bridges > 0;

      if (count_sentences (reading, &blocks[i]) == 0 && !bridges)
        continue;
      begin_block (report, blocks[i].heading);
      add_block (report, measures, reading, &blocks[i]);
      if (bridges)
        {
          g_autofree char *text = atl_words_dup_count (report->language, "bridges", n_bridges);

          atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_TEXT, text);
        }
      atl_pdf_script_end (report->script);
    }
}

/* Nodes are people, unless some stand for teams or roles. */
static const char *
get_node_word (AtlNetwork *network)
{
  for (guint i = 0; i < network->n_nodes; i++)
    if (network->nodes[i].person == NULL)
      return "nodes";
  return "people";
}

static void
add_counts (AtlReport   *report,
            AtlMeasures *measures)
{
  AtlNetwork      *network = measures->network;
  g_autofree char *silos = atl_words_dup_count (report->language, "silos", network->n_silos);
  g_autofree char *nodes = atl_words_dup_count (report->language, get_node_word (network), network->n_nodes);
  g_autofree char *pairs = atl_words_dup_count (report->language, "linked-pairs", network->n_pairs);
  g_autofree char *arcs = atl_words_dup_count (report->language, "links", network->n_arcs);
  g_autofree char *links =
    atl_words_fill (report->language, "map-pairs-and-links", "pairs", pairs, "links", arcs, NULL);
  g_autofree char *requests = atl_words_dup_count (report->language, "requests", network->n_needs);
  g_autofree char *text = g_strjoin (" · ", silos, nodes, links, requests, NULL);

  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED, text);
}

static void
add_reading (AtlReport      *report,
             AtlMeasures    *measures,
             AtlSiloReading *reading)
{
  const AtlSiloSentence *small = atl_silo_reading_find (reading, "small-map");

  atl_pdf_flow_new_page (report->flow);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, "map-reading"), 60);
  add_counts (report, measures);
  if (small != NULL)
    atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_TEXT,
                            atl_words_get_silo_text (report->language, small->id));
  atl_pdf_flow_gap (report->flow, 10);
  atl_pdf_flow_begin_columns (report->flow, 2, 10 * ATL_PDF_HEIGHT);
  add_sentences (report, measures, reading);
  if (measures->network->n_silos > 1 && !atl_measures_is_of_teams (measures))
    {
      atl_pdf_flow_break (report->flow);
      atl_report_add_silos (report, measures, reading);
    }
  atl_pdf_flow_end_columns (report->flow);
  atl_pdf_script_end (report->script);
}

/**
 * atl_report_add_map:
 * @report: a report
 * @board: a board
 *
 * Adds what a map of people or teams says, for readers who know no network analysis: sentences, the matrix,
 * the links to build first and what the figures mean. Nothing is added for other boards, nor for a map
 * without nodes.
 */
void
atl_report_add_map (AtlReport *report,
                    AtlBoard  *board)
{
  g_autoptr (AtlNetwork)     network = atl_board_has_measures (board) ? atl_network_new (board) : NULL;
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;

  if (network == NULL || network->n_nodes == 0 || network->n_silos == 0)
    return;
  measures = atl_measures_new (network, NULL);
  reading = atl_silo_reading_new (measures);
  atl_pdf_flow_set_running_head (report->flow, atl_board_get_title (board));
  add_reading (report, measures, reading);
  atl_report_add_matrix (report, measures);
  atl_report_add_priorities (report, measures);
  atl_report_add_figures (report, measures);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report-map.h"

#include <math.h>
#include <string.h>

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-table.h"
#include "insight/atl-comparison.h"
#include "insight/atl-priorities.h"

#define FIRST_PAIRS 5

/* What chance alone would have of the linked pairs of a silo lead out of it. */
static double
get_expected_share (AtlNetwork *network,
                    guint       silo)
{
  double own = network->silos[silo].n_nodes;
  double all = 0;
  double inside = own * (own - 1) / 2;

  for (guint i = 0; i < network->n_silos; i++)
    all += network->silos[i].n_nodes;
  return own * (all - own) / (own * (all - own) + inside);
}

static void
add_share_row (AtlReport   *report,
               AtlPdfTable *table,
               double       expected,
               guint        external,
               guint        internal)
{
  guint            all = external + internal;
  double           share = all > 0 ? (double) external / all : (double) NAN;
  g_autofree char *text = atl_report_dup_share (report, share);
  g_autofree char *counts = g_strdup_printf ("%u / %u", external, internal);
  g_autofree char *index = atl_report_dup_decimal (report, 2 * share - 1);

  atl_pdf_table_bar_cell (table, isnan (share) ? 0 : share, text);
  if (isfinite (expected))
    atl_pdf_table_set_mark (table, expected);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, counts);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, index);
  atl_pdf_table_end_row (table);
}

static AtlRgba
get_tint (AtlReport  *report,
          const char *id)
{
  AtlSilo *silo = atl_list_find (atl_session_get_silos (report->session), id);

  return atl_palette_get_node_fill (ATL_THEME_PRINT,
                                    silo != NULL ? atl_silo_get_color (silo) : ATL_TINT_GREY);
}

/* The sentence about a silo begins with its name. */
static char *
dup_silo_sentence (AtlReport      *report,
                   AtlSiloReading *reading,
                   guint           silo)
{
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);

      if (g_str_has_prefix (sentence->id, "ei.silo.") && sentence->values[0].index == silo)
        return atl_silo_sentence_dup_shown (sentence, reading->network, report->language, NULL, NULL);
    }
  return g_strdup (reading->network->silos[silo].name);
}

/**
 * atl_report_add_silos:
 * @report: a report
 * @measures: the figures of a map
 * @reading: what they say
 *
 * Adds the E-I index of each silo as a bar beside what chance alone would give.
 */
void
atl_report_add_silos (AtlReport      *report,
                      AtlMeasures    *measures,
                      AtlSiloReading *reading)
{
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "silo"), 42, FALSE },
    { atl_report_word (report, "map-outward"), 34, FALSE },
    { atl_report_word (report, "map-out-in"), 14, TRUE },
    { atl_report_word (report, "map-index"), 12, TRUE },
  };
  AtlNetwork  *network = measures->network;
  AtlPdfTable *table;

  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H3, atl_report_word (report, "map-by-silo"), 60);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED,
                          atl_report_word (report, "map-by-silo-help"));
  atl_pdf_flow_gap (report->flow, 6);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < network->n_silos; i++)
    {
      g_autofree char *sentence = dup_silo_sentence (report, reading, i);

      atl_pdf_table_set_chip (table, get_tint (report, network->silos[i].id));
      atl_pdf_table_more (table, ATL_FACE_SMALL, ATL_PRINT_TEXT, sentence);
      add_share_row (report, table, get_expected_share (network, i), measures->silos[i].external,
                     measures->silos[i].internal);
    }
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_report_word (report, "map-all-silos"));
  add_share_row (report, table, measures->ei.expected_share, measures->ei.external, measures->ei.internal);
  atl_pdf_table_free (table);
  atl_pdf_script_end (report->script);
}

/* The requests between two silos, by what was said of the links. */
typedef struct
{
  guint blocked;
  guint missing;
  guint strongest;
} Requests;

static Requests
count_requests (AtlNetwork        *network,
                const AtlPriority *pair)
{
  Requests requests = { 0 };

  for (guint i = 0; i < network->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &network->entries[i];
      int                    from = network->nodes[entry->from].silo;
      int                    to = network->nodes[entry->to].silo;

      if (MIN (from, to) != (int) pair->a || MAX (from, to) != (int) pair->b)
        continue;
      if (entry->kind != ATL_LINK_KIND_BLOCKED && entry->kind != ATL_LINK_KIND_MISSING)
        continue;
      if (entry->kind == ATL_LINK_KIND_BLOCKED)
        requests.blocked++;
      else
        requests.missing++;
      requests.strongest = MAX (requests.strongest, entry->strength);
    }
  return requests;
}

static char *
dup_kinds (AtlReport *report,
           Requests   requests)
{
  g_autofree char *blocked = atl_words_dup_count (report->language, "blocked-links", requests.blocked);
  g_autofree char *missing = atl_words_dup_count (report->language, "missing-links", requests.missing);

  if (requests.blocked == 0)
    return g_steal_pointer (&missing);
  if (requests.missing == 0)
    return g_steal_pointer (&blocked);
  return g_strdup_printf ("%s · %s", missing, blocked);
}

static void
add_priority (AtlReport         *report,
              AtlPdfTable       *table,
              AtlMeasures       *measures,
              const AtlPriority *pair)
{
  AtlNetwork      *network = measures->network;
  Requests         requests = count_requests (network, pair);
  g_autofree char *between = g_strdup_printf ("%s – %s", network->silos[pair->a].name,
                                              network->silos[pair->b].name);
  g_autofree char *asked = g_strdup_printf ("%u", pair->n_requests);
  g_autofree char *kinds = dup_kinds (report, requests);
  g_autofree char *need = g_strdup_printf ("map-need-%u", CLAMP (requests.strongest, 1, 5));
  g_autofree char *pairs = g_strdup_printf ("%u", pair->n_pairs);
  g_autofree char *possible = g_strdup_printf ("%" G_GUINT64_FORMAT, pair->possible);
  g_autofree char *linked = atl_words_fill (report->language, "map-of", "n", pairs, "total", possible, NULL);

  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, between);
  atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, asked);
  if (pair->n_requests > 0)
    atl_pdf_table_more (table, ATL_FACE_SMALL, ATL_PRINT_MUTED, kinds);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT,
                      pair->n_requests > 0 ? atl_report_word (report, need) : "–");
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, linked);
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_priorities:
 * @report: a report
 * @measures: the figures of a map
 *
 * Adds the pairs of silos to link first (SILO-METHOD §10), with the requests and no name.
 */
void
atl_report_add_priorities (AtlReport   *report,
                           AtlMeasures *measures)
{
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "map-between"), 36, FALSE },
    { atl_report_word (report, "map-requests"), 22, FALSE },
    { atl_report_word (report, "map-strongest"), 24, FALSE },
    { atl_report_word (report, "map-linked-pairs"), 16, FALSE },
  };
  guint                   n = 0;
  g_autofree AtlPriority *ranked = atl_priorities_rank (measures, FIRST_PAIRS, &n);
  AtlPdfTable            *table;

  if (n == 0)
    return;
  atl_pdf_flow_new_page (report->flow);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, "map-first-links"), 60);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED,
                          measures->network->n_needs > 0
                            ? atl_report_word (report, "map-first-links-help")
                            : atl_words_get_silo_text (report->language, "missing.none"));
  atl_pdf_flow_gap (report->flow, 6);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < n; i++)
    add_priority (report, table, measures, &ranked[i]);
  atl_pdf_table_free (table);
  atl_pdf_flow_gap (report->flow, 6);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_STRONG, ATL_PRINT_TEXT,
                          atl_report_word (report, "map-next"));
  atl_pdf_script_end (report->script);
}

/* One row of what the figures mean; @value and @help are taken. */
static void
add_figure (AtlReport   *report,
            AtlPdfTable *table,
            const char  *key,
            char        *value,
            const char  *expected)
{
  g_autofree char *own = value;
  g_autofree char *help_key = g_strconcat (key, "-help", NULL);
  g_autofree char *help = atl_words_fill (report->language, help_key, "expected", expected, NULL);

  if (!g_str_equal (own, "–"))
    {
      atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_TEXT, atl_report_word (report, key));
      atl_pdf_table_cell (table, ATL_FACE_STRONG, ATL_PRINT_ACCENT, own);
      atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, help);
      atl_pdf_table_end_row (table);
    }
}

static char *
dup_contrast (AtlReport *report,
              double     contrast)
{
  g_autofree char *number = NULL;

  if (!isfinite (contrast))
    return g_strdup (isnan (contrast) ? "–" : "∞");
  number = atl_report_dup_number (report, contrast < 9.95 ? contrast : round (contrast));
  return g_strconcat ("× ", number, NULL);
}

static void
add_density_figures (AtlReport   *report,
                     AtlPdfTable *table,
                     AtlMeasures *measures)
{
  const AtlDensity *density = &measures->density;

  add_figure (report, table, "map-density-within", atl_report_dup_share (report, density->within), "");
  add_figure (report, table, "map-density-between", atl_report_dup_share (report, density->between), "");
  add_figure (report, table, "map-contrast", dup_contrast (report, density->contrast), "");
}

static void
add_ei_figures (AtlReport   *report,
                AtlPdfTable *table,
                AtlMeasures *measures)
{
  const AtlEi     *ei = &measures->ei;
  g_autofree char *share = atl_report_dup_share (report, ei->expected_share);
  g_autofree char *index = atl_report_dup_decimal (report, ei->expected_index);

  if (atl_measures_is_of_teams (measures))
    return;
  add_figure (report, table, "map-share", atl_report_dup_share (report, ei->share), share);
  add_figure (report, table, "map-ei", atl_report_dup_decimal (report, ei->index), index);
}

static guint
count_fragile (AtlMeasures *measures)
{
  guint n = 0;

  for (guint i = 0; i < measures->network->n_silos; i++)
    n += measures->silos[i].fragile ? 1 : 0;
  return n;
}

static void
add_other_figures (AtlReport   *report,
                   AtlPdfTable *table,
                   AtlMeasures *measures)
{
  add_figure (report, table, "map-reciprocity",
              atl_report_dup_share (report, measures->reciprocity.cross), "");
  if (measures->network->n_silos > 1)
    add_figure (report, table, "map-isolated",
                g_strdup_printf ("%u", atl_measures_count_isolated (measures)), "");
  add_figure (report, table, "map-fragile", g_strdup_printf ("%u", count_fragile (measures)), "");
  add_figure (report, table, "map-bridges", g_strdup_printf ("%u", atl_report_count_bridges (measures)), "");
  add_figure (report, table, "map-broker",
              atl_report_dup_share (report, atl_comparison_get_top_share (measures)), "");
  if (measures->network->n_silos > 1 && !atl_measures_is_of_teams (measures))
    add_figure (report, table, "map-modularity", atl_report_dup_decimal (report, measures->modularity), "");
}

/**
 * atl_report_add_figures:
 * @report: a report
 * @measures: the figures of a map
 *
 * Adds the figures with what each of them means.
 */
void
atl_report_add_figures (AtlReport   *report,
                        AtlMeasures *measures)
{
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "map-figure"), 24, FALSE },
    { atl_report_word (report, "map-here"), 9, FALSE },
    { atl_report_word (report, "map-meaning"), 67, FALSE },
  };
  AtlPdfTable *table;

  atl_pdf_flow_new_page (report->flow);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, "map-how-to-read"), 60);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  add_density_figures (report, table, measures);
  add_ei_figures (report, table, measures);
  add_other_figures (report, table, measures);
  atl_pdf_table_free (table);
  atl_pdf_flow_gap (report->flow, 6);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED, atl_report_word (report, "map-care"));
  atl_pdf_script_end (report->script);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include <math.h>

#include "catalogue/atl-words.h"
#include "model/atl-scale.h"
#include "scene/atl-text.h"

#define COLUMNS 3
#define ROW 13.0
#define LABEL_SHARE 0.46
#define BAR_HEIGHT 6.0
#define MAX_OPTIONS 12
#define MIN_GROUP 3 /* fewer answers of a silo are not shown apart */

typedef struct
{
  double sum;
  guint  n;
} Mean;

/* The answers of a scale, counted. */
typedef struct
{
  int         min;
  int         max;
  gint64      min_group;
  guint       counts[MAX_OPTIONS];
  Mean        all;
  GHashTable *silos; /* silo → Mean */
  GVariant   *labels;
} Spread;

static void
spread_clear (Spread *spread)
{
  g_hash_table_unref (spread->silos);
  g_clear_pointer (&spread->labels, g_variant_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spread, spread_clear)

/* Numbers of files come as integers or reals. */
static gboolean
read_number (GVariant *value,
             double   *number)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    *number = (double) g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    *number = g_variant_get_int32 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    *number = g_variant_get_double (value);
  else
    return FALSE;
  return TRUE;
}

static int
lookup_int (GVariant   *dict,
            const char *key,
            int         fallback)
{
  g_autoptr (GVariant) value = dict != NULL ? g_variant_lookup_value (dict, key, NULL) : NULL;
  double               number;

  return value != NULL && read_number (value, &number) ? (int) CLAMP (number, -100, 100) : fallback;
}

static void
add_to_mean (GHashTable *means,
             gpointer    key,
             double      value,
             guint       n)
{
  Mean *mean = g_hash_table_lookup (means, key);

  if (mean == NULL)
    g_hash_table_insert (means, key, mean = g_new0 (Mean, 1));
  mean->sum += value * n;
  mean->n += n;
}

static void
count_answer (Spread *spread,
              double  value,
              guint   n)
{
  int index = (int) lround (value) - spread->min;

  if (index < 0 || index > spread->max - spread->min)
    return;
  spread->counts[index] += n;
  spread->all.sum += value * n;
  spread->all.n += n;
}

static void
read_tally (Spread   *spread,
            GVariant *tally)
{
  GVariantIter iter;
  const char  *key;
  GVariant    *value;

  g_variant_iter_init (&iter, tally);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      double n;

      if (read_number (value, &n) && n > 0)
        count_answer (spread, g_ascii_strtod (key, NULL), (guint) MIN (n, 100000));
    }
}

static void
read_silos (AtlReport *report,
            Spread    *spread,
            GVariant  *silos)
{
  GVariantIter iter;
  const char  *key;
  GVariant    *value;

  g_variant_iter_init (&iter, silos);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (report->session), key);
      double   mean;

      if (silo != NULL && read_number (value, &mean))
        add_to_mean (spread->silos, silo, mean, (guint) spread->min_group);
    }
}

static void
read_person (AtlReport  *report,
             Spread     *spread,
             const char *id,
             GVariant   *value)
{
  AtlPerson *person = atl_list_find (atl_session_get_people (report->session), id);
  AtlSilo   *silo = atl_person_find_silo (person);
  double     answer;

  if (!read_number (value, &answer))
    return;
  count_answer (spread, answer, 1);
  if (silo != NULL)
    add_to_mean (spread->silos, silo, answer, 1);
}

/* Answers stand by person, or as a "tally" by value, or as means by "silos". */
static void
read_answers (AtlReport *report,
              Spread    *spread,
              GVariant  *answers)
{
  GVariantIter iter;
  const char  *key;
  GVariant    *value;

  g_variant_iter_init (&iter, answers);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      gboolean is_dict = g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT);

      if (is_dict && g_str_equal (key, "tally"))
        read_tally (spread, value);
      else if (is_dict && g_str_equal (key, "silos"))
        read_silos (report, spread, value);
      else
        read_person (report, spread, key, value);
    }
}

static void
spread_init (AtlReport *report,
             Spread    *spread,
             AtlScale  *scale)
{
  GVariant *options = atl_scale_get_options (scale);
  GVariant *answers = atl_scale_get_answers (scale);

  spread->min = lookup_int (options, "min", 1);
  spread->max = CLAMP (lookup_int (options, "max", 5), spread->min, spread->min + MAX_OPTIONS - 1);
  spread->min_group = MAX (lookup_int (options, "minGroup", MIN_GROUP), 1);
  spread->silos = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  spread->labels = options != NULL ? g_variant_lookup_value (options, "labels", G_VARIANT_TYPE ("av")) : NULL;
  if (answers != NULL)
    read_answers (report, spread, answers);
}

static char *
dup_label (Spread *spread,
           int     index)
{
  g_autoptr (GVariant) child = NULL;
  g_autoptr (GVariant) label = NULL;

  if (spread->labels != NULL && (gsize) index < g_variant_n_children (spread->labels))
    {
      child = g_variant_get_child_value (spread->labels, (gsize) index);
      label = g_variant_get_variant (child);
    }
  if (label != NULL && g_variant_is_of_type (label, G_VARIANT_TYPE_STRING))
    return g_strdup_printf ("%d  %s", spread->min + index, g_variant_get_string (label, NULL));
  return g_strdup_printf ("%d", spread->min + index);
}

/* One line: label, bar, figure. */
static void
add_bar (AtlReport  *report,
         const char *label,
         double      share,
         const char *figure,
         AtlRgba     color)
{
  AtlRect                 frame = atl_pdf_flow_get_frame (report->flow);
  double                  label_width = frame.width * LABEL_SHARE;
  AtlRect                 bar = atl_rect (frame.x + label_width + 6, frame.y + 2.5,
                                          frame.width - label_width - 36, BAR_HEIGHT);
  g_autoptr (PangoLayout) name = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, label, label_width);
  g_autoptr (PangoLayout) number = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, figure, -1);
  AtlPoint                end = { frame.x + frame.width - atl_text_get_width (number), frame.y };

  pango_layout_set_height (name, -1);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_fill (report->script, bar, 3, atl_pdf_type_get_ink (ATL_PRINT_SHADE));
  bar.width *= CLAMP (share, 0, 1);
  if (share > 0)
    atl_pdf_script_fill (report->script, bar, 3, color);
  atl_pdf_script_text (report->script, name, 0, 1, (AtlPoint){ frame.x, frame.y },
                       atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  atl_pdf_script_text (report->script, number, 0, 1, end, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
  atl_pdf_script_end (report->script);
  atl_pdf_flow_advance (report->flow, ROW);
}

static void
add_spread (AtlReport *report,
            Spread    *spread)
{
  guint most = 1;

  for (guint i = 0; i < MAX_OPTIONS; i++)
    most = MAX (most, spread->counts[i]);
  for (int i = spread->max - spread->min; i >= 0; i--)
    {
      g_autofree char *label = dup_label (spread, i);
      g_autofree char *figure = g_strdup_printf ("%u", spread->counts[i]);

      add_bar (report, label, (double) spread->counts[i] / most, figure,
               atl_pdf_type_get_ink (ATL_PRINT_ACCENT));
    }
}

/* The mean of each silo, unless so few answered that one could tell who. */
static void
add_silos (AtlReport *report,
           Spread    *spread)
{
  AtlList *silos = atl_session_get_silos (report->session);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo         *silo = atl_list_get (silos, i);
      Mean            *mean = g_hash_table_lookup (spread->silos, silo);
      g_autofree char *figure = NULL;

      if (mean == NULL || mean->n < spread->min_group)
        continue;
      figure = atl_report_dup_number (report, mean->sum / mean->n);
      add_bar (report, atl_silo_get_name (silo),
               (mean->sum / mean->n - spread->min) / MAX (spread->max - spread->min, 1), figure,
               atl_palette_get_node_fill (ATL_THEME_PRINT, atl_silo_get_color (silo)));
    }
}

static guint
count_shown_silos (Spread *spread)
{
  GHashTableIter iter;
  gpointer       mean;
  guint          n = 0;

  g_hash_table_iter_init (&iter, spread->silos);
  while (g_hash_table_iter_next (&iter, NULL, &mean))
    n += ((Mean *) mean)->n >= spread->min_group ? 1 : 0;
  return n;
}

static double
get_height (Spread *spread)
{
  int n_options = spread->all.n > 0 ? spread->max - spread->min + 2 : 0;

  return 46 + ROW * (n_options + (int) count_shown_silos (spread));
}

static void
add_summary (AtlReport *report,
             Spread    *spread)
{
  g_autofree char *mean = atl_report_dup_number (report, spread->all.sum / MAX (spread->all.n, 1));
  g_autofree char *average = atl_words_fill (report->language, "label-value", "label",
                                             atl_report_word (report, "average"),
                                             "value", mean, NULL);
  g_autofree char *answers = atl_words_dup_count (report->language, "answers", spread->all.n);
  g_autofree char *text = g_strdup_printf ("%s · %s", answers, average);

  if (spread->all.n == 0)
    return;
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED, text);
  atl_pdf_flow_gap (report->flow, 2);
}

static void
add_scale (AtlReport *report,
           AtlScale  *scale,
           Spread    *spread)
{
  atl_pdf_flow_gap (report->flow, 14);
  atl_pdf_flow_need (report->flow, get_height (spread));
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H3, atl_scale_get_title (scale), 30);
  add_summary (report, spread);
  if (spread->all.n > 0)
    add_spread (report, spread);
  else if (count_shown_silos (spread) == 0)
    atl_report_say (report, "no-answers");
  if (count_shown_silos (spread) > 0)
    {
      atl_pdf_flow_gap (report->flow, 4);
      add_silos (report, spread);
    }
  atl_pdf_script_end (report->script);
}

static double
measure_all (AtlReport *report,
             AtlList   *scales)
{
  double height = 0;

  for (guint i = 0; i < atl_list_get_length (scales); i++)
    {
      g_auto (Spread) spread = { 0 };

      spread_init (report, &spread, atl_list_get (scales, i));
      height += get_height (&spread) + 14;
    }
  return height;
}

/**
 * atl_report_add_scales:
 * @report: a report
 *
 * Adds the scales: how the answers spread, their mean, and the mean of each silo with enough answers.
 */
void
atl_report_add_scales (AtlReport *report)
{
  AtlList *scales = atl_session_get_scales (report->session);

  if (atl_list_get_length (scales) == 0)
    return;
  atl_pdf_flow_begin_section (report->flow, atl_report_word (report, "scales"), "scales", TRUE);
  atl_pdf_flow_begin_columns (report->flow, COLUMNS, measure_all (report, scales));
  for (guint i = 0; i < atl_list_get_length (scales); i++)
    {
      g_auto (Spread) spread = { 0 };

      spread_init (report, &spread, atl_list_get (scales, i));
      add_scale (report, atl_list_get (scales, i), &spread);
    }
  atl_pdf_flow_end_columns (report->flow);
  atl_pdf_flow_end_section (report->flow);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-figures.h"

#include "catalogue/atl-words.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define UNDEFINED "–"

typedef enum
{
  SHARE,
  INDEX,
  COUNT,
} Unit;

/* What a figure is; @get_count gives the fraction that stands for a share of a small map. */
typedef struct
{
  const char *label;
  const char *word; /* of words.json */
  const char *help; /* of words.json */
  const char *note;
  Unit        unit;
  double (*get) (AtlMeasures *measures);
  char *(*dup_count) (AtlMeasures *measures);
} Kind;

static double
get_between (AtlMeasures *measures)
{
  return measures->density.between;
}

static double
get_share (AtlMeasures *measures)
{
  return measures->ei.share;
}

static double
get_expected (AtlMeasures *measures)
{
  return measures->ei.expected_share;
}

static double
get_cross_reciprocity (AtlMeasures *measures)
{
  return measures->reciprocity.cross;
}

static double
get_modularity (AtlMeasures *measures)
{
  return measures->modularity;
}

static double
get_isolated (AtlMeasures *measures)
{
  return atl_measures_count_isolated (measures);
}

static char *
dup_fraction (guint64 count,
              guint64 total)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, count, total);
}

static char *
dup_between (AtlMeasures *measures)
{
  return dup_fraction (measures->density.n_between, measures->density.possible_between);
}

static char *
dup_share_count (AtlMeasures *measures)
{
  return dup_fraction (measures->ei.external, (guint64) measures->ei.external + measures->ei.internal);
}

static char *
dup_cross_count (AtlMeasures *measures)
{
  return dup_fraction (measures->reciprocity.n_mutual_cross, measures->reciprocity.n_cross);
}

static const Kind kinds[] = {
  { N_ ("Density between silos"), "map-density-between", "compare-density-help",
    N_ ("Directed links between silos, divided by all that are possible: "
        "(L − Σ Lₛₛ) / (n(n−1) − Σ nₛ(nₛ−1))"),
    SHARE, get_between, dup_between },
  { N_ ("Share across silos"), "map-share", "compare-share-help",
    N_ ("Linked pairs across silos, divided by all linked pairs: "
        "X = E / (E + I), which is (1 + E-I index) / 2"),
    SHARE, get_share, dup_share_count },
  { N_ ("Share expected by chance"), "compare-expected", "compare-expected-help",
    N_ ("The same share if links had formed at random: "
        "X* = E* / (E* + I*), with I* = Σ nₛ(nₛ−1)/2 and E* = n(n−1)/2 − I*"),
    SHARE, get_expected, NULL },
  { N_ ("Reciprocity between silos"), "map-reciprocity", "map-reciprocity-help",
    N_ ("Of the directed links between silos, those that go the other way as well"), SHARE,
    get_cross_reciprocity, dup_cross_count },
  { N_ ("Isolated silos"), "map-isolated", "map-isolated-help",
    N_ ("Silos without a linked pair outside: Eₛ = 0"), COUNT, get_isolated, NULL },
  { N_ ("Highest broker share"), "map-broker", "compare-broker-help",
    N_ ("Of the shortest connections between people of different silos, the largest share that goes "
        "through one person who is neither end. Whose it is is not said here."),
    SHARE, atl_comparison_get_top_share, NULL },
  { N_ ("Modularity"), "map-modularity", "map-modularity-help",
    N_ ("How closely links follow the silos: Q = Σ [Iₛ/m − (kₛ/2m)²], with kₛ = 2 Iₛ + Eₛ. "
        "It goes down when silos open."),
    INDEX, get_modularity, NULL },
};

static gboolean
is_small (AtlCompareResult *result)
{
  AtlComparison *comparison = result->comparison;

  return atl_measures_is_small (comparison->before) || atl_measures_is_small (comparison->after);
}

/* A number as the session writes it; what is undefined is said by the caller. */
static char *
dup_number (const char *language,
            double      number,
            int         decimals)
{
  char           buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char    *format = decimals == 0 ? "%.0f" : decimals == 1 ? "%.1f"
                                                                 : "%.2f";
  g_auto (GStrv) parts = g_strsplit (g_ascii_formatd (buffer, sizeof buffer, format, number), ".", 2);

  return g_strjoinv (atl_words_get (language, "decimal-point"), parts);
}

/* Whole percents; below ten, one decimal says more. */
static char *
dup_percent (const char *language,
             double      share)
{
  double           percent = share * 100;
  gboolean         fine = fabs (percent) < 9.95 && fabs (percent - round (percent)) >= 0.05;
  g_autofree char *number = dup_number (language, percent, fine ? 1 : 0);

  return atl_words_fill (language, "percent", "n", number, NULL);
}

static char *
dup_value (const Kind  *kind,
           AtlMeasures *measures,
           const char  *language,
           gboolean     small)
{
  double value = kind->get (measures);

  if (!atl_measure_is_defined (value))
    return g_strdup (UNDEFINED);
  if (kind->unit != SHARE)
    return dup_number (language, value, kind->unit == COUNT ? 0 : 2);
  return small && kind->dup_count != NULL ? kind->dup_count (measures) : dup_percent (language, value);
}

/* With a minus of the length of a plus. */
static char *
dup_change (const Kind *kind,
            const char *language,
            double      before,
            double      after)
{
  double           change = kind->unit == SHARE ? (after - before) * 100 : after - before;
  int              decimals = kind->unit == INDEX ? 2 : kind->unit == SHARE && fabs (change) < 9.95 ? 1
                                                                                                    : 0;
  g_autofree char *number = NULL;
  g_autofree char *signed_number = NULL;

  if (!atl_measure_is_defined (before) || !atl_measure_is_defined (after))
    return g_strdup (UNDEFINED);
  if (fabs (change) * pow (10, decimals) < 0.5)
    return g_strdup ("=");
  number = dup_number (language, fabs (change), decimals);
  signed_number = g_strconcat (change > 0 ? "+" : "−", number, NULL);
  if (kind->unit != SHARE)
    return g_steal_pointer (&signed_number);
  return atl_words_fill (language, "points", "n", signed_number, NULL);
}

static void
figure_free (gpointer data)
{
  AtlCompareFigure *figure = data;

  g_free (figure->before);
  g_free (figure->after);
  g_free (figure->change);
  g_free (figure);
}

static AtlCompareFigure *
make_figure (const Kind       *kind,
             AtlCompareResult *result,
             const char       *language)
{
  AtlComparison    *comparison = result->comparison;
  AtlCompareFigure *figure = g_new0 (AtlCompareFigure, 1);
  gboolean          small = is_small (result);

  figure->label = _ (kind->label);
  figure->word = atl_words_get (language, kind->word);
  figure->help = atl_words_get (language, kind->help);
  figure->note = _ (kind->note);
  figure->before = dup_value (kind, comparison->before, language, small);
  figure->after = dup_value (kind, comparison->after, language, small);
  figure->change = dup_change (kind, language, kind->get (comparison->before), kind->get (comparison->after));
  figure->details = small && kind->unit != COUNT && kind->dup_count == NULL;
  return figure;
}

/* Of both maps together, so there is no before. */
static AtlCompareFigure *
make_stability (AtlCompareResult *result,
                const char       *language)
{
  AtlCompareFigure *figure = g_new0 (AtlCompareFigure, 1);
  double            value = result->comparison->stability;

  figure->label = _ ("Stability");
  figure->word = atl_words_get (language, "compare-stability");
  figure->help = atl_words_get (language, "compare-stability-help");
  figure->note = _ ("Links between silos on both maps, divided by those on either: J = |A∩B| / |A∪B|");
  figure->before = g_strdup ("");
  figure->after = atl_measure_is_defined (value) ? dup_percent (language, value) : g_strdup (UNDEFINED);
  figure->change = g_strdup ("");
  figure->details = is_small (result);
  return figure;
}

/**
 * atl_compare_figures_new:
 * @result: two maps compared
 * @language: of the numbers and words: that of the user in a window, that of the session on paper
 *
 * Returns: (transfer full) (element-type AtlCompareFigure): the figures of SILO-METHOD §10, of the nodes on
 *   both maps; none of them names anybody
 */
GPtrArray *
atl_compare_figures_new (AtlCompareResult *result,
                         const char       *language)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_ptr_array_add (figures, make_figure (&kinds[i], result, language));
  g_ptr_array_add (figures, make_stability (result, language));
  return figures;
}

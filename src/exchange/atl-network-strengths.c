/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-strengths.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST 5

/* So many values above the scale are no slips of the finger any more: they and their share of all. */
#define FEWEST_OF_OTHER_SCALE 3
#define SHARE_OF_OTHER_SCALE 20 /* one in */
#define END_OF_OTHER_SCALE 100

/* The strengths of one file. */
typedef struct
{
  guint    n;
  guint    n_above;
  double   most;
  gboolean whole;
} Range;

static const char *
get_label (AtlNetworkTable *table,
           guint            node)
{
  return ((AtlNetworkRow *) table->rows->pdata[node])->label;
}

static Range
find_range (AtlNetworkTable *table,
            guint            file)
{
  Range range = { .whole = TRUE };

  for (guint i = 0; i < table->ties->len; i++)
    {
      const AtlNetworkTie *tie = &g_array_index (table->ties, AtlNetworkTie, i);

      if (tie->file != file)
        continue;
      range.n++;
      range.n_above += tie->strength > MOST ? 1 : 0;
      range.most = MAX (range.most, tie->strength);
      range.whole = range.whole && tie->strength == floor (tie->strength);
    }
  return range;
}

/* Shares from 0 to 1, percents and the like: a few values that are too high are mistakes, not a scale. */
static gboolean
is_other_scale (const Range *range)
{
  if (range->most <= MOST)
    return !range->whole && range->most <= 1;
  return range->n_above >= FEWEST_OF_OTHER_SCALE && range->n_above * SHARE_OF_OTHER_SCALE > range->n &&
         range->most <= END_OF_OTHER_SCALE;
}

/* What is above the scale is at its end; what is between two numbers goes to the nearer one. */
static void
keep_strength (AtlNetworkTable *table,
               AtlNetworkTie   *tie)
{
  double given = tie->strength;

  tie->strength = CLAMP (round (given), 1, MOST);
  table->line = tie->line;
  if (given > MOST)
    atl_network_table_report (table, _ ("“%s” to “%s”: strength %g is above %d, so %d was taken"),
                              get_label (table, tie->from), get_label (table, tie->to), given, MOST, MOST);
  else if (given != tie->strength)
    atl_network_table_report (table, _ ("“%s” to “%s”: strength %g was rounded to %g"),
                              get_label (table, tie->from), get_label (table, tie->to), given, tie->strength);
}

static void
scale_file (AtlNetworkTable *table,
            guint            file)
{
  const Range    range = find_range (table, file);
  const gboolean other = is_other_scale (&range);

  table->source = file > 0 ? table->sources->pdata[file - 1] : NULL;
  table->line = 0;
  if (other)
    atl_network_table_report (table,
                              _ ("strengths up to %g are of another scale: each was multiplied by %.3g and "
                                 "rounded up, so that all are from 1 to %d"),
                              range.most, MOST / range.most, MOST);
  for (guint i = 0; range.n > 0 && i < table->ties->len; i++)
    {
      AtlNetworkTie *tie = &g_array_index (table->ties, AtlNetworkTie, i);

      if (tie->file == file && other)
        tie->strength = CLAMP (ceil (MOST * (tie->strength / range.most) - 1e-9), 1, MOST);
      else if (tie->file == file)
        keep_strength (table, tie);
    }
}

/**
 * atl_network_strengths_scale:
 * @table: a table that all files were read into
 *
 * Brings the strengths of each file to 1 to 5. One or a few values above 5 are taken as 5, and listed with
 * their lines; all values are multiplied only where the file plainly uses another scale: at least three of
 * them, and more than one in twenty, are above 5, and none above 100; or there are shares from 0 to 1.
 */
void
atl_network_strengths_scale (AtlNetworkTable *table)
{
  const char *source = table->source;

  for (guint file = 0; file <= table->sources->len; file++)
    scale_file (table, file);
  table->source = source;
  table->line = 0;
}

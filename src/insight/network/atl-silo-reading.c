/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-silo-reading.h"

#include "insight/atl-priorities.h"

#include <math.h>

#define FIRST_PAIRS 5
#define NEAR 1e-9

/* Figures are sums of many roundings: one that is at a mark up to those has reached it. */
static gboolean
reaches (double value,
         double mark)
{
  return value >= mark - NEAR;
}

static gboolean
exceeds (double value,
         double mark)
{
  return value > mark + NEAR;
}

typedef struct
{
  AtlSiloReading *reading;
  AtlMeasures    *measures;
  gboolean        small;
} Reader;

static AtlSiloSentence *
add (AtlSiloReading *self,
     const char     *id)
{
  AtlSiloSentence sentence;

  atl_silo_sentence_init (&sentence, id);
  g_array_append_val (self->sentences, sentence);
  return &g_array_index (self->sentences, AtlSiloSentence, self->sentences->len - 1);
}

/* A sentence that an index calls for: among the details of a small map. */
static AtlSiloSentence *
add_band (Reader     *reader,
          const char *id)
{
  AtlSiloSentence *sentence = add (reader->reading, id);

  sentence->details = reader->small;
  return sentence;
}

/* What is inside a silo and what is outside takes two. */
static gboolean
has_walls (Reader *reader)
{
  return reader->measures->network->n_silos > 1;
}

static void
read_density (Reader *reader)
{
  const AtlDensity *density = &reader->measures->density;
  double            contrast = density->contrast;
  AtlSiloSentence  *sentence = NULL;

  if (isnan (density->within) || isnan (density->between))
    return;
  sentence = add (reader->reading, "density.lead");
  atl_silo_sentence_add_share (sentence, "within", density->within, density->n_within,
                               density->possible_within, reader->small);
  atl_silo_sentence_add_share (sentence, "between", density->between, density->n_between,
                               density->possible_between, reader->small);
  if (density->n_between == 0 || reaches (contrast, 15))
    add_band (reader, "density.wall");
  else if (!reaches (contrast, 2))
    add_band (reader, "density.open");
  else
    {
      sentence = add_band (reader, reaches (contrast, 5) ? "density.strong" : "density.some");
      atl_silo_sentence_add_factor (sentence, "k", contrast);
    }
}

static void
read_ei (Reader *reader)
{
  const AtlEi     *ei = &reader->measures->ei;
  guint            m = ei->external + ei->internal;
  double           ratio = ei->share / ei->expected_share;
  AtlSiloSentence *sentence = NULL;

  if (m == 0 || !has_walls (reader) || atl_measures_is_of_teams (reader->measures))
    return;
  sentence = add (reader->reading, "ei.lead");
  atl_silo_sentence_add_share (sentence, "share", ei->share, ei->external, m, reader->small);
  if (reader->small)
    atl_silo_sentence_add_part (sentence, "expected", ei->expected_share, m);
  else
    atl_silo_sentence_add_share (sentence, "expected", ei->expected_share, 0, 0, FALSE);
  if (!isfinite (ratio))
    return;
  if (!reaches (ratio, 0.35))
    add_band (reader, "ei.closed");
  else if (!reaches (ratio, 0.7))
    add_band (reader, "ei.partly");
  else
    add_band (reader, exceeds (ratio, 1.1) ? "ei.outward" : "ei.open");
}

static const char *
get_silo_band (double ei)
{
  if (isnan (ei))
    return "ei.silo.none";
  if (!exceeds (ei, -0.5))
    return "ei.silo.inward";
  if (!reaches (ei, 0))
    return "ei.silo.mostly-inward";
  return exceeds (ei, 0.5) ? "ei.silo.outward" : "ei.silo.balanced";
}

static void
read_silos (Reader *reader)
{
  AtlNetwork            *network = reader->measures->network;
  const AtlSiloMeasures *silos = reader->measures->silos;

  if (!has_walls (reader) || atl_measures_is_of_teams (reader->measures))
    return;
  for (guint i = 0; i < network->n_silos; i++)
    atl_silo_sentence_add_silo (add (reader->reading, get_silo_band (silos[i].ei)), "silo", i);
  for (guint i = 0; i < network->n_silos; i++)
    if (network->silos[i].factory && !isnan (silos[i].ei) && !reaches (silos[i].ei, 0))
      add (reader->reading, "ei.factory");
}

static void
read_reciprocity (Reader *reader)
{
  const AtlReciprocity *reciprocity = &reader->measures->reciprocity;

  if (isnan (reciprocity->cross))
    return;
  atl_silo_sentence_add_share (add (reader->reading, "reciprocity.lead"), "share", reciprocity->cross,
                               reciprocity->n_mutual_cross, reciprocity->n_cross, reader->small);
  if (!reaches (reciprocity->cross, 0.4))
    add_band (reader, "reciprocity.low");
  else
    add_band (reader, reaches (reciprocity->cross, 0.7) ? "reciprocity.high" : "reciprocity.mid");
}

static void
read_isolation (Reader *reader)
{
  AtlNetwork            *network = reader->measures->network;
  const AtlSiloMeasures *silos = reader->measures->silos;

  for (guint i = 0; has_walls (reader) && i < network->n_silos; i++)
    if (silos[i].isolated)
      atl_silo_sentence_add_silo (add (reader->reading, "isolated"), "silo", i);
  for (guint i = 0; i < network->n_silos; i++)
    if (silos[i].fragile)
      atl_silo_sentence_add_silo (add (reader->reading, "fragile"), "silo", i);
}

/* In the order of the nodes, never of the figures: nobody is ranked. */
static void
read_brokers (Reader *reader)
{
  const AtlBrokers *brokers = reader->measures->brokers;
  int               top = atl_brokers_find_top (reader->measures->brokers);

  if (top >= 0 && !reaches (brokers->shares[top], 0.25))
    add (reader->reading, "broker.low");
  for (guint i = 0; i < brokers->n_nodes; i++)
    {
      double           share = brokers->shares[i];
      AtlSiloSentence *sentence = NULL;

      if (isnan (share) || !reaches (share, 0.25))
        continue;
      sentence = add (reader->reading, reaches (share, 0.5) ? "broker.high" : "broker.mid");
      atl_silo_sentence_add_node (sentence, "who", i);
      atl_silo_sentence_add_share (sentence, "share", share, (guint64) llround (brokers->cross[i]),
                                   brokers->cross_pairs[i], reader->small);
    }
}

static void
read_bridges (Reader *reader)
{
  AtlMeasures *measures = reader->measures;

  for (guint i = 0; i < measures->n_bridges; i++)
    {
      AtlSiloSentence *sentence = NULL;

      if (!atl_network_is_cross (measures->network, measures->bridges[i].a, measures->bridges[i].b))
        continue;
      sentence = add (reader->reading, "bridge");
      atl_silo_sentence_add_node (sentence, "a", measures->bridges[i].a);
      atl_silo_sentence_add_node (sentence, "b", measures->bridges[i].b);
    }
}

static void
read_modularity (Reader *reader)
{
  double modularity = reader->measures->modularity;

  if (isnan (modularity) || !has_walls (reader) || atl_measures_is_of_teams (reader->measures))
    return;
  if (!reaches (modularity, 0.1))
    add_band (reader, "modularity.low");
  else
    add_band (reader, reaches (modularity, 0.3) ? "modularity.high" : "modularity.mid");
}

static void
read_priorities (Reader *reader)
{
  guint                   n = 0;
  g_autofree AtlPriority *ranked = atl_priorities_rank (reader->measures, FIRST_PAIRS, &n);

  for (guint i = 0; i < n; i++)
    {
      AtlSiloSentence *sentence = ranked[i].n_requests > 0 ? add (reader->reading, "missing") : NULL;

      if (sentence == NULL)
        continue;
      atl_silo_sentence_add_silo (sentence, "a", ranked[i].a);
      atl_silo_sentence_add_silo (sentence, "b", ranked[i].b);
      atl_silo_sentence_add_count (sentence, "requests", ranked[i].n_requests);
      atl_silo_sentence_add_count (sentence, "pairs", ranked[i].n_pairs);
      atl_silo_sentence_add_count (sentence, "possible", ranked[i].possible);
    }
  if (reader->measures->network->n_needs == 0)
    add (reader->reading, "missing.none");
}

static AtlSiloReading *
new_empty (AtlNetwork *network)
{
  AtlSiloReading *self = g_new0 (AtlSiloReading, 1);

  self->sentences = g_array_new (FALSE, FALSE, sizeof (AtlSiloSentence));
  self->network = atl_network_ref (network);
  return self;
}

/**
 * atl_silo_reading_new:
 * @measures: the figures of a map
 *
 * Reads the figures by the bands of SILO-METHOD §14. Sentences whose figures are undefined are left out, as
 * are those about walls on a map of teams or of one silo. On a small map shares are given as counts, and
 * what only an index says is marked as a detail. Nothing is said of a map without nodes.
 *
 * Returns: (transfer full): the reading
 */
AtlSiloReading *
atl_silo_reading_new (AtlMeasures *measures)
{
  Reader reader = { new_empty (measures->network), measures, atl_measures_is_small (measures) };

  if (measures->network->n_nodes == 0)
    return reader.reading;
  if (reader.small)
    add (reader.reading, "small-map");
  read_density (&reader);
  read_ei (&reader);
  read_silos (&reader);
  read_reciprocity (&reader);
  read_isolation (&reader);
  read_brokers (&reader);
  read_bridges (&reader);
  read_modularity (&reader);
  read_priorities (&reader);
  return reader.reading;
}

/* The needs that are still open, each as a pair of nodes; returns how many. */
static guint
collect_open (AtlSiloReading *self,
              AtlComparison  *comparison)
{
  guint n = 0;

  self->open = g_new0 (AtlBridge, comparison->n_needs + 1);
  for (guint i = 0; i < comparison->n_needs; i++)
    if (!comparison->needs[i].met)
      self->open[n++] = (AtlBridge){ comparison->needs[i].a, comparison->needs[i].b };
  return n;
}

/**
 * atl_silo_reading_new_comparison:
 * @comparison: two maps compared
 * @after: the later map, which the comparison was made from
 * @date: the date of the earlier map, in words of the session's language
 *
 * Returns: (transfer full): the reading of what changed
 */
AtlSiloReading *
atl_silo_reading_new_comparison (AtlComparison *comparison,
                                 AtlNetwork    *after,
                                 const char    *date)
{
  AtlSiloReading  *self = new_empty (after);
  AtlSiloSentence *lead = add (self, "compare.lead");
  guint            n_open = collect_open (self, comparison);

  self->date = g_strdup (date);
  atl_silo_sentence_add_text (lead, "date", self->date);
  atl_silo_sentence_add_count (lead, "new", comparison->counts[ATL_LINK_CHANGE_NEW]);
  atl_silo_sentence_add_count (lead, "lost", comparison->counts[ATL_LINK_CHANGE_LOST]);
  atl_silo_sentence_add_count (lead, "stronger", comparison->counts[ATL_LINK_CHANGE_STRONGER]);
  atl_silo_sentence_add_count (lead, "met", comparison->n_met);
  atl_silo_sentence_add_count (lead, "asked", comparison->n_needs);
  if (n_open > 0)
    atl_silo_sentence_add_pairs (add (self, "compare.open"), "list", self->open, n_open);
  add (self, "compare.care");
  return self;
}

/**
 * atl_silo_reading_free:
 * @self: (transfer full): a reading
 */
void
atl_silo_reading_free (AtlSiloReading *self)
{
  g_array_unref (self->sentences);
  atl_network_unref (self->network);
  g_free (self->open);
  g_free (self->date);
  g_free (self);
}

/**
 * atl_silo_reading_find:
 * @self: a reading
 * @id: an id of silo-texts.json
 *
 * Returns: (transfer none) (nullable): the first sentence with that id, %NULL if it does not apply
 */
const AtlSiloSentence *
atl_silo_reading_find (AtlSiloReading *self,
                       const char     *id)
{
  for (guint i = 0; i < self->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (self->sentences, AtlSiloSentence, i);

      if (g_strcmp0 (sentence->id, id) == 0)
        return sentence;
    }
  return NULL;
}

static const char *
get_cell_band (const AtlCell *cell)
{
  if (cell->possible == 0)
    return NULL;
  if (cell->n_links == 0)
    return "matrix.none";
  if (!reaches (cell->ratio, 0.67))
    return "matrix.less";
  return exceeds (cell->ratio, 1.5) ? "matrix.more" : "matrix.average";
}

/**
 * atl_silo_reading_get_cell:
 * @measures: the figures of a map
 * @from: the silo that gives
 * @to: the silo that receives
 *
 * Returns: the sentence about a cell of the matrix, without id for a blank one
 */
AtlSiloSentence
atl_silo_reading_get_cell (AtlMeasures *measures,
                           guint        from,
                           guint        to)
{
  AtlCell         cell = atl_measures_get_cell (measures, from, to);
  AtlSiloSentence sentence;

  atl_silo_sentence_init (&sentence, get_cell_band (&cell));
  atl_silo_sentence_add_silo (&sentence, "a", from);
  atl_silo_sentence_add_silo (&sentence, "b", to);
  atl_silo_sentence_add_count (&sentence, "count", cell.n_links);
  atl_silo_sentence_add_count (&sentence, "possible", cell.possible);
  return sentence;
}

/**
 * atl_silo_reading_get_breadth:
 * @n_silos: the silos that voted for a note
 * @total: the silos in the room
 *
 * Returns: the sentence about the breadth of its support, without id if @total is 0
 */
AtlSiloSentence
atl_silo_reading_get_breadth (guint n_silos,
                              guint total)
{
  const char     *id = "breadth.narrow";
  AtlSiloSentence sentence;

  if (3 * (guint64) n_silos >= 2 * (guint64) total)
    id = "breadth.wide";
  else if (3 * (guint64) n_silos >= total)
    id = "breadth.mid";
  atl_silo_sentence_init (&sentence, total > 0 ? id : NULL);
  atl_silo_sentence_add_count (&sentence, "g", n_silos);
  atl_silo_sentence_add_count (&sentence, "total", total);
  return sentence;
}

/**
 * atl_silo_reading_get_groups:
 * @pairs: the cross-silo pairs obtained in mixed groups
 * @max: the most that were possible
 * @needs: the needs whose two people are in one group
 *
 * Returns: the sentence about mixed groups
 */
AtlSiloSentence
atl_silo_reading_get_groups (guint pairs,
                             guint max,
                             guint needs)
{
  AtlSiloSentence sentence;

  atl_silo_sentence_init (&sentence, "groups.result");
  atl_silo_sentence_add_count (&sentence, "pairs", pairs);
  atl_silo_sentence_add_count (&sentence, "max", max);
  atl_silo_sentence_add_count (&sentence, "needs", needs);
  return sentence;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-names.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "exchange/atl-network-names.h"
#include "insight/network/atl-silo-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEIGHBORS_SHOWN 3

/**
 * atl_compare_names_dup_node:
 * @result: two maps compared
 * @node: a node of the later map
 *
 * Returns: (transfer full): its name, as its person wants to be drawn
 */
char *
atl_compare_names_dup_node (AtlCompareResult *result,
                            guint             node)
{
  return atl_network_names_dup_shown (result->after.network, node, result->after.session);
}

/**
 * atl_compare_names_dup_silo:
 * @result: two maps compared
 * @node: a node of the later map
 * @then: by the earlier map: people may have moved
 *
 * Returns: (transfer full): the name of its silo
 */
char *
atl_compare_names_dup_silo (AtlCompareResult *result,
                            guint             node,
                            gboolean          then)
{
  AtlNetwork *network = then ? result->before.network : result->after.network;
  guint       index = then ? result->matching->before[node] : node;
  int         silo = index != ATL_MATCHING_NONE ? network->nodes[index].silo : -1;

  return g_strdup (silo >= 0 ? network->silos[silo].name : _ ("No silo"));
}

/**
 * atl_compare_names_dup_day:
 * @source: a map
 * @language: of the session
 *
 * Returns: (transfer full): the day it is of
 */
char *
atl_compare_names_dup_day (AtlCompareSource *source,
                           const char       *language)
{
  return atl_words_dup_date (language, atl_compare_source_get_day (source));
}

/**
 * atl_compare_names_dup_source:
 * @source: a map
 *
 * Returns: (transfer full): what tells it from another one: its session and, where that has several maps,
 *   which one
 */
char *
atl_compare_names_dup_source (AtlCompareSource *source)
{
  const char *title = atl_compare_source_get_title (source);
  const char *map = atl_compare_source_get_map_title (source, atl_compare_source_get_chosen (source));

  if (*title == '\0')
    title = _ ("Untitled Session");
  if (atl_compare_source_get_n_maps (source) < 2 || *map == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s · %s", map, title);
}

static char *
dup_neighbors (AtlCompareSide *side,
               guint           node)
{
  AtlNetwork           *network = side->network;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = network->starts[node]; i < network->starts[node + 1] && names->len < NEIGHBORS_SHOWN; i++)
    g_ptr_array_add (names, atl_network_names_dup_shown (network, network->neighbors[i], side->session));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (atl_words_get (atl_session_get_language (side->session), "list-separator"),
                     (GStrv) names->pdata);
}

/**
 * atl_compare_names_dup_hint:
 * @side: one of the maps
 * @node: one of its nodes
 *
 * Returns: (transfer full): what tells somebody from others of the same name: the silo, and a few people that
 *   are linked
 */
char *
atl_compare_names_dup_hint (AtlCompareSide *side,
                            guint           node)
{
  int              silo = side->network->nodes[node].silo;
  const char      *name = silo >= 0 ? side->network->silos[silo].name : _ ("No silo");
  g_autofree char *neighbors = dup_neighbors (side, node);

  if (*neighbors == '\0')
    return g_strdup_printf (_ ("%s, no link"), name);
  /* Translators: a silo, and people of the map that somebody is linked with */
  return g_strdup_printf (_ ("%s, linked with %s"), name, neighbors);
}

static char *
dup_both (guint n)
{
  return g_strdup_printf (ngettext ("%u person is on both maps", "%u people are on both maps", n), n);
}

static char *
dup_gone (guint n)
{
  if (n == 0)
    return g_strdup ("");
  /* Translators: goes on after "12 people are on both maps" */
  return g_strdup_printf (ngettext (", %u only on the earlier one", ", %u only on the earlier one", n), n);
}

static char *
dup_come (guint n)
{
  if (n == 0)
    return g_strdup ("");
  /* Translators: goes on after "12 people are on both maps", perhaps with those of the earlier one */
  return g_strdup_printf (ngettext (", %u only on the later one", ", %u only on the later one", n), n);
}

/**
 * atl_compare_names_dup_presence:
 * @result: two maps compared
 *
 * Returns: (transfer full): how many are on both maps, and on one of them only
 */
char *
atl_compare_names_dup_presence (AtlCompareResult *result)
{
  AtlComparison   *comparison = result->comparison;
  g_autofree char *both = dup_both (comparison->n_common);
  g_autofree char *gone = dup_gone (comparison->n_gone);
  g_autofree char *come = dup_come (comparison->n_come);

  if (*gone == '\0' && *come == '\0')
    return g_strconcat (both, ".", NULL);
  return g_strconcat (both, gone, come, ". ", _ ("Only what is on both is compared."), NULL);
}

/* Where no date tells the maps apart, the sentence has to do without. */
static char *
dup_since (AtlCompareResult *result,
           const char       *language)
{
  if (atl_compare_source_is_same_day (result->before.source, result->after.source))
    return g_strdup (atl_words_get (language, "earlier-map"));
  return atl_compare_names_dup_day (result->before.source, language);
}

/**
 * atl_compare_names_dup_sentence:
 * @result: two maps compared
 * @id: of a sentence of SILO-METHOD §14
 * @silos_only: people are named by their silo only
 *
 * Returns: (transfer full): the sentence in the language of the later session, "" if it does not apply
 */
char *
atl_compare_names_dup_sentence (AtlCompareResult *result,
                                const char       *id,
                                gboolean          silos_only)
{
  const char                *language = atl_session_get_language (result->after.session);
  g_autofree char           *since = dup_since (result, language);
  g_autoptr (AtlSiloReading) reading =
    atl_silo_reading_new_comparison (result->comparison, result->after.network, since);
  const AtlSiloSentence *sentence = atl_silo_reading_find (reading, id);
  AtlSiloNamer           namer = silos_only ? atl_network_names_dup_silo : atl_network_names_dup_shown;

  if (sentence == NULL)
    return g_strdup ("");
  return atl_silo_sentence_dup_shown (sentence, reading->network, language, namer, result->after.session);
}

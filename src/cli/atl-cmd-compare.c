/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-words.h"
#include "cli/atl-cli-map.h"
#include "exchange/atl-network-names.h"

/* A figure of both maps. */
typedef struct
{
  const char *object; /* of the JSON, NULL for the outermost */
  const char *member;
  const char *label;
  double (*get) (AtlMeasures *measures);
  gboolean is_count;
} Figure;

static double
get_between (AtlMeasures *measures)
{
  return measures->density.between;
}

static double
get_within (AtlMeasures *measures)
{
  return measures->density.within;
}

static double
get_contrast (AtlMeasures *measures)
{
  return measures->density.contrast;
}

static double
get_share (AtlMeasures *measures)
{
  return measures->ei.share;
}

static double
get_ei (AtlMeasures *measures)
{
  return measures->ei.index;
}

static double
get_reciprocity (AtlMeasures *measures)
{
  return measures->reciprocity.overall;
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

static const Figure figures[] = {
  { "density", "within", N_ ("Density within silos"), get_within },
  { "density", "between", N_ ("Density between silos"), get_between },
  { "density", "contrast", N_ ("Contrast"), get_contrast },
  { "share", "external", N_ ("Share across silos"), get_share },
  { "ei", "overall", N_ ("E-I index"), get_ei },
  { "reciprocity", "overall", N_ ("Reciprocity"), get_reciprocity },
  { "reciprocity", "crossSilo", N_ ("Reciprocity between silos"), get_cross_reciprocity },
  { "modularity", "Q", N_ ("Modularity"), get_modularity },
  { "silos", "isolated", N_ ("Isolated silos"), get_isolated, TRUE },
  { "brokerShare", "max", N_ ("Highest broker share"), atl_comparison_get_top_share },
};

static const char *const change_nicks[ATL_N_LINK_CHANGES] = {
  [ATL_LINK_CHANGE_NEW] = "new",
  [ATL_LINK_CHANGE_LOST] = "lost",
  [ATL_LINK_CHANGE_STRONGER] = "stronger",
  [ATL_LINK_CHANGE_WEAKER] = "weaker",
  [ATL_LINK_CHANGE_SAME] = "same",
};

typedef struct
{
  AtlCliMap      before;
  AtlCliMap      after;
  AtlMatching   *matching;
  AtlComparison *comparison;
} Pair;

static void
pair_clear (Pair *self)
{
  atl_cli_map_clear (&self->before);
  atl_cli_map_clear (&self->after);
  g_clear_pointer (&self->matching, atl_matching_free);
  g_clear_pointer (&self->comparison, atl_comparison_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pair, pair_clear)

static void
add_node (JsonBuilder *builder,
          const char  *name,
          AtlCliMap   *map,
          guint        node)
{
  const AtlNetworkNode *drawn = &map->network->nodes[node];
  g_autofree char      *shown = atl_network_names_dup_shown (map->network, node, map->session);

  atl_cli_begin (builder, name);
  atl_cli_add_text (builder, "node", drawn->id);
  atl_cli_add_text (builder, "name", shown);
  atl_cli_add_text (builder, "silo", drawn->silo >= 0 ? map->network->silos[drawn->silo].name : NULL);
  json_builder_end_object (builder);
}

static void
add_links (JsonBuilder *builder,
           Pair        *pair)
{
  AtlComparison *comparison = pair->comparison;

  atl_cli_begin (builder, "counts");
  for (guint i = 0; i < ATL_N_LINK_CHANGES; i++)
    atl_cli_add_int (builder, change_nicks[i], comparison->counts[i]);
  json_builder_end_object (builder);
  atl_cli_begin_list (builder, "links");
  for (guint i = 0; i < comparison->n_links; i++)
    {
      json_builder_begin_object (builder);
      atl_cli_add_text (builder, "change", change_nicks[comparison->links[i].kind]);
      add_node (builder, "from", &pair->after, comparison->links[i].from);
      add_node (builder, "to", &pair->after, comparison->links[i].to);
      atl_cli_add_int (builder, "before", comparison->links[i].before);
      atl_cli_add_int (builder, "after", comparison->links[i].after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_needs (JsonBuilder *builder,
           Pair        *pair)
{
  AtlComparison *comparison = pair->comparison;

  atl_cli_begin (builder, "needs");
  atl_cli_add_int (builder, "asked", comparison->n_needs);
  atl_cli_add_int (builder, "met", comparison->n_met);
  atl_cli_add_int (builder, "open", comparison->n_needs - comparison->n_met);
  atl_cli_begin_list (builder, "list");
  for (guint i = 0; i < comparison->n_needs; i++)
    {
      json_builder_begin_object (builder);
      add_node (builder, "a", &pair->after, comparison->needs[i].a);
      add_node (builder, "b", &pair->after, comparison->needs[i].b);
      atl_cli_add_int (builder, "level", comparison->needs[i].level);
      atl_cli_add_flag (builder, "met", comparison->needs[i].met);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_figures (JsonBuilder   *builder,
             AtlComparison *comparison)
{
  const char *open = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      double before = figures[i].get (comparison->before);
      double after = figures[i].get (comparison->after);

      if (g_strcmp0 (open, figures[i].object) != 0)
        {
          if (open != NULL)
            json_builder_end_object (builder);
          open = figures[i].object;
          atl_cli_begin (builder, open);
        }
      atl_cli_begin (builder, figures[i].member);
      atl_cli_add_figure (builder, "before", before);
      atl_cli_add_figure (builder, "after", after);
      atl_cli_add_figure (builder, "change", after - before);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static guint
count_ambiguous (Pair *pair)
{
  guint n = 0;

  for (guint i = 0; i < pair->matching->n_before; i++)
    n += pair->matching->ambiguous[i] ? 1 : 0;
  return n;
}

static void
add_nodes (JsonBuilder *builder,
           Pair        *pair)
{
  atl_cli_begin (builder, "nodes");
  atl_cli_add_int (builder, "common", pair->comparison->n_common);
  atl_cli_add_int (builder, "onlyBefore", pair->comparison->n_gone);
  atl_cli_add_int (builder, "onlyAfter", pair->comparison->n_come);
  json_builder_end_object (builder);
  atl_cli_begin_list (builder, "ambiguous");
  for (guint i = 0; i < pair->matching->n_before; i++)
    if (pair->matching->ambiguous[i])
      {
        json_builder_begin_object (builder);
        add_node (builder, "before", &pair->before, i);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
print_json (Pair           *pair,
            AtlSiloReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_nodes (builder, pair);
  add_links (builder, pair);
  add_needs (builder, pair);
  atl_cli_add_figure (builder, "stability", pair->comparison->stability);
  atl_cli_begin (builder, "figures");
  add_figures (builder, pair->comparison);
  json_builder_end_object (builder);
  atl_cli_add_sentences (builder, &pair->after, reading, atl_network_names_dup_shown);
  json_builder_end_object (builder);
  atl_cli_print_json (builder);
}

static const char *
get_change_label (AtlLinkChangeKind kind)
{
  switch (kind)
    {
    case ATL_LINK_CHANGE_NEW:
      return _ ("New links between silos");
    case ATL_LINK_CHANGE_LOST:
      return _ ("Lost links between silos");
    case ATL_LINK_CHANGE_STRONGER:
      return _ ("Stronger links between silos");
    case ATL_LINK_CHANGE_WEAKER:
      return _ ("Weaker links between silos");
    case ATL_LINK_CHANGE_SAME:
    default:
      return _ ("Unchanged links between silos");
    }
}

static void
print_link (Pair                *pair,
            const AtlLinkChange *link)
{
  g_autofree char *from = atl_network_names_dup_shown (pair->after.network, link->from, pair->after.session);
  g_autofree char *to = atl_network_names_dup_shown (pair->after.network, link->to, pair->after.session);

  if (link->before > 0 && link->after > 0 && link->before != link->after)
    g_print ("  %s → %s (%u → %u)\n", from, to, link->before, link->after);
  else
    g_print ("  %s → %s (%u)\n", from, to, MAX (link->before, link->after));
}

static void
print_links (Pair *pair)
{
  AtlComparison *comparison = pair->comparison;

  for (guint kind = 0; kind < ATL_N_LINK_CHANGES; kind++)
    {
      if (comparison->counts[kind] == 0)
        continue;
      g_print ("\n%s: %u\n", get_change_label (kind), comparison->counts[kind]);
      for (guint i = 0; kind != ATL_LINK_CHANGE_SAME && i < comparison->n_links; i++)
        if (comparison->links[i].kind == kind)
          print_link (pair, &comparison->links[i]);
    }
}

static char *
dup_figure (const Figure *figure,
            AtlMeasures  *measures)
{
  double value = figure->get (measures);

  return figure->is_count ? g_strdup_printf ("%.0f", value) : atl_cli_dup_figure (value);
}

static void
print_figures (AtlComparison *comparison)
{
  g_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *first = dup_figure (&figures[i], comparison->before);
      g_autofree char *second = dup_figure (&figures[i], comparison->after);
      g_autofree char *line = g_strdup_printf ("%s → %s", first, second);

      atl_cli_print_row (_ (figures[i].label), line);
    }
  atl_cli_print_figure (_ ("Stability"), comparison->stability);
}

static void
print_text (Pair           *pair,
            AtlSiloReading *reading)
{
  AtlComparison *comparison = pair->comparison;

  atl_cli_map_print_sentences (&pair->after, reading, atl_network_names_dup_shown);
  print_links (pair);
  print_figures (comparison);
  g_print ("\n");
  atl_cli_print_count (_ ("In both maps"), comparison->n_common);
  atl_cli_print_count (_ ("Left out: only before"), comparison->n_gone);
  atl_cli_print_count (_ ("Left out: only after"), comparison->n_come);
  if (count_ambiguous (pair) > 0)
    atl_cli_print_count (_ ("Left out: name not unique"), count_ambiguous (pair));
}

/* What the sentence says since when. Where no date tells the maps apart, it is since the earlier map. */
static char *
dup_date (Pair *pair)
{
  const char *language = atl_session_get_language (pair->after.session);
  const char *date = atl_session_get_date (pair->before.session);

  if (*date == '\0' || g_str_equal (date, atl_session_get_date (pair->after.session)))
    return g_strdup (atl_words_get (language, "earlier-map"));
  return atl_words_dup_date (language, date);
}

/* Where nobody is in both maps, every figure would be empty. */
static AtlExit
fail_strangers (Pair       *pair,
                const char *file)
{
  if (count_ambiguous (pair) > 0)
    return atl_cli_fail (file, "%s",
                         _ ("nobody can be found in both maps: the names that are in both are not unique"));
  return atl_cli_fail (file, "%s",
                       _ ("nobody is in both maps, by id or by name: there is nothing to compare"));
}

static AtlExit
print_comparison (char   **files,
                  int     *numbers,
                  gboolean json)
{
  g_auto (Pair)              pair = { 0 };
  g_autofree char           *date = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;
  AtlExit                    exit = atl_cli_map_load (&pair.before, "compare", files[0], numbers[0]);

  if (exit == ATL_EXIT_DONE)
    exit = atl_cli_map_load (&pair.after, "compare", files[1], numbers[1]);
  if (exit != ATL_EXIT_DONE)
    return exit;
  pair.matching = atl_matching_new (pair.before.network, pair.after.network);
  if (atl_matching_count (pair.matching) == 0)
    return fail_strangers (&pair, files[1]);
  pair.comparison = atl_comparison_new (pair.before.network, pair.after.network, pair.matching, NULL);
  date = dup_date (&pair);
  reading = atl_silo_reading_new_comparison (pair.comparison, pair.after.network, date);
  if (json)
    print_json (&pair, reading);
  else
    print_text (&pair, reading);
  return ATL_EXIT_DONE;
}

/**
 * atl_cmd_compare:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Compares an earlier map with a later one, of another session file or of the same one.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_compare (int    argc,
                 char **argv)
{
  const char        *summary = _ ("Compare two silo maps: before and after");
  gboolean           json = FALSE;
  int                numbers[2] = { 0, 0 };
  const GOptionEntry entries[] = {
    { "board-before", 0, 0, G_OPTION_ARG_INT, &numbers[0],
      N_ ("The board of BEFORE, by its number from 1 (default: its first map of silos)"), N_ ("N") },
    { "board-after", 0, 0, G_OPTION_ARG_INT, &numbers[1],
      N_ ("The board of AFTER, by its number from 1 (default: its first map of silos)"), N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "compare", _ ("BEFORE AFTER"), summary, entries))
    return ATL_EXIT_USAGE;
  if (argc != 3)
    return atl_cli_fail_usage ("compare", "%s", _ ("say which two files to compare: the earlier one first"));
  return print_comparison (argv + 1, numbers, json);
}

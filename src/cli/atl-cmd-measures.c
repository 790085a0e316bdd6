/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/atl-cli-map.h"
#include "exchange/atl-network-names.h"
#include "insight/atl-priorities.h"

/* The matrix of a map with more silos than this lists only cells with links: it would be mostly zeros. */
#define MOST_SILOS 50
#define FIRST_PAIRS 5

static void
add_density (JsonBuilder      *builder,
             const AtlDensity *density)
{
  atl_cli_begin (builder, "density");
  atl_cli_add_figure (builder, "overall", density->overall);
  atl_cli_add_figure (builder, "within", density->within);
  atl_cli_add_figure (builder, "between", density->between);
  atl_cli_add_figure (builder, "contrast", density->contrast);
  atl_cli_add_flag (builder, "contrastInfinite", isinf (density->contrast));
  atl_cli_add_int (builder, "linksWithin", density->n_within);
  atl_cli_add_int (builder, "linksBetween", density->n_between);
  atl_cli_add_int (builder, "possibleWithin", (gint64) density->possible_within);
  atl_cli_add_int (builder, "possibleBetween", (gint64) density->possible_between);
  json_builder_end_object (builder);
}

static void
add_ei (JsonBuilder *builder,
        const AtlEi *ei)
{
  atl_cli_begin (builder, "ei");
  atl_cli_add_figure (builder, "overall", ei->index);
  atl_cli_add_figure (builder, "expected", ei->expected_index);
  atl_cli_add_figure (builder, "min", ei->min);
  atl_cli_add_figure (builder, "max", ei->max);
  atl_cli_add_figure (builder, "rescaled", ei->rescaled);
  atl_cli_add_figure (builder, "p", ei->p);
  atl_cli_add_int (builder, "external", ei->external);
  atl_cli_add_int (builder, "internal", ei->internal);
  json_builder_end_object (builder);
  atl_cli_begin (builder, "share");
  atl_cli_add_figure (builder, "external", ei->share);
  atl_cli_add_figure (builder, "expected", ei->expected_share);
  json_builder_end_object (builder);
}

static void
add_reciprocity (JsonBuilder          *builder,
                 const AtlReciprocity *reciprocity)
{
  atl_cli_begin (builder, "reciprocity");
  atl_cli_add_figure (builder, "overall", reciprocity->overall);
  atl_cli_add_figure (builder, "crossSilo", reciprocity->cross);
  atl_cli_add_figure (builder, "weighted", reciprocity->weighted);
  json_builder_end_object (builder);
}

static void
add_silo (JsonBuilder *builder,
          AtlMeasures *measures,
          guint        i)
{
  const AtlNetworkSilo  *silo = &measures->network->silos[i];
  const AtlSiloMeasures *figures = &measures->silos[i];
  AtlCell                cell = atl_measures_get_cell (measures, i, i);

  json_builder_begin_object (builder);
  atl_cli_add_text (builder, "id", silo->id);
  atl_cli_add_text (builder, "name", silo->name);
  atl_cli_add_int (builder, "nodes", silo->n_nodes);
  atl_cli_add_flag (builder, "external", silo->external);
  atl_cli_add_flag (builder, "factory", silo->factory);
  atl_cli_add_figure (builder, "density", cell.density);
  atl_cli_add_figure (builder, "ei", figures->ei);
  atl_cli_add_int (builder, "externalPairs", figures->external);
  atl_cli_add_int (builder, "internalPairs", figures->internal);
  atl_cli_add_int (builder, "holders", figures->n_holders);
  atl_cli_add_flag (builder, "isolated", figures->isolated);
  atl_cli_add_flag (builder, "fragile", figures->fragile);
  json_builder_end_object (builder);
}

static void
add_silos (JsonBuilder *builder,
           AtlMeasures *measures)
{
  atl_cli_begin_list (builder, "silos");
  for (guint i = 0; i < measures->network->n_silos; i++)
    add_silo (builder, measures, i);
  json_builder_end_array (builder);
}

static void
add_cell (JsonBuilder *builder,
          AtlMeasures *measures,
          guint        from,
          guint        to)
{
  AtlCell cell = atl_measures_get_cell (measures, from, to);

  json_builder_begin_object (builder);
  atl_cli_add_text (builder, "from", measures->network->silos[from].name);
  atl_cli_add_text (builder, "to", measures->network->silos[to].name);
  atl_cli_add_int (builder, "links", cell.n_links);
  atl_cli_add_int (builder, "possible", (gint64) cell.possible);
  atl_cli_add_figure (builder, "density", cell.density);
  atl_cli_add_figure (builder, "intensity", cell.intensity);
  atl_cli_add_figure (builder, "ratio", cell.ratio);
  json_builder_end_object (builder);
}

static void
add_matrix (JsonBuilder *builder,
            AtlMeasures *measures)
{
  guint n = measures->network->n_silos;

  atl_cli_begin_list (builder, "matrix");
  for (guint i = 0; n <= MOST_SILOS && i < n * n; i++)
    add_cell (builder, measures, i / n, i % n);
  for (guint i = 0; n > MOST_SILOS && i < measures->blocks->n_blocks; i++)
    if (measures->blocks->blocks[i].n_arcs > 0)
      add_cell (builder, measures, measures->blocks->blocks[i].from, measures->blocks->blocks[i].to);
  json_builder_end_array (builder);
}

static void
add_end (JsonBuilder *builder,
         const char  *name,
         AtlNetwork  *network,
         guint        node)
{
  int silo = network->nodes[node].silo;

  atl_cli_begin (builder, name);
  atl_cli_add_text (builder, "node", network->nodes[node].id);
  atl_cli_add_text (builder, "silo", silo >= 0 ? network->silos[silo].name : NULL);
  json_builder_end_object (builder);
}

/* Ends are told by id and silo: results about single people are for the facilitator's screen (§15). */
static void
add_bridges (JsonBuilder *builder,
             AtlMeasures *measures)
{
  atl_cli_begin_list (builder, "bridges");
  for (guint i = 0; i < measures->n_bridges; i++)
    {
      const AtlBridge *bridge = &measures->bridges[i];

      json_builder_begin_object (builder);
      add_end (builder, "a", measures->network, bridge->a);
      add_end (builder, "b", measures->network, bridge->b);
      atl_cli_add_flag (builder, "crossSilo", atl_network_is_cross (measures->network, bridge->a, bridge->b));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Only the highest, and only by its silo. */
static void
add_broker (JsonBuilder *builder,
            AtlMeasures *measures)
{
  int         top = atl_brokers_find_top (measures->brokers);
  int         silo = top >= 0 ? measures->network->nodes[top].silo : -1;
  const char *name = silo >= 0 ? measures->network->silos[silo].name : NULL;

  atl_cli_begin (builder, "brokerShare");
  atl_cli_add_figure (builder, "max", atl_comparison_get_top_share (measures));
  atl_cli_add_text (builder, "silo", name);
  json_builder_end_object (builder);
}

static void
add_priorities (JsonBuilder *builder,
                AtlMeasures *measures)
{
  guint                   n = 0;
  g_autofree AtlPriority *ranked = atl_priorities_rank (measures, FIRST_PAIRS, &n);

  atl_cli_begin_list (builder, "priorities");
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (builder);
      atl_cli_add_text (builder, "a", measures->network->silos[ranked[i].a].name);
      atl_cli_add_text (builder, "b", measures->network->silos[ranked[i].b].name);
      atl_cli_add_figure (builder, "priority", ranked[i].priority);
      atl_cli_add_int (builder, "needs", (gint64) ranked[i].needs);
      atl_cli_add_int (builder, "requests", ranked[i].n_requests);
      atl_cli_add_int (builder, "pairs", ranked[i].n_pairs);
      atl_cli_add_int (builder, "possible", (gint64) ranked[i].possible);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static guint
count_alone (AtlMeasures *measures)
{
  guint n = 0;

  for (guint i = 0; i < measures->network->n_nodes; i++)
    n += atl_measures_is_alone (measures, i) ? 1 : 0;
  return n;
}

static void
add_counts (JsonBuilder *builder,
            AtlMeasures *measures)
{
  AtlNetwork *network = measures->network;
  gint64      weight = 0;

  for (guint i = 0; i < network->n_arcs; i++)
    weight += network->arcs[i].strength;
  atl_cli_begin (builder, "counts");
  atl_cli_add_int (builder, "nodes", network->n_nodes);
  atl_cli_add_int (builder, "silos", network->n_silos);
  atl_cli_add_int (builder, "links", network->n_arcs);
  atl_cli_add_int (builder, "strength", weight);
  atl_cli_add_int (builder, "pairs", network->n_pairs);
  atl_cli_add_int (builder, "needs", network->n_needs);
  atl_cli_add_int (builder, "isolatedSilos", atl_measures_count_isolated (measures));
  atl_cli_add_int (builder, "isolatedNodes", count_alone (measures));
  json_builder_end_object (builder);
}

static void
print_json (AtlCliMap      *map,
            AtlMeasures    *measures,
            AtlSiloReading *reading)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  atl_cli_add_board (builder, map);
  atl_cli_add_flag (builder, "small", atl_measures_is_small (measures));
  add_counts (builder, measures);
  add_density (builder, &measures->density);
  add_ei (builder, &measures->ei);
  add_reciprocity (builder, &measures->reciprocity);
  atl_cli_begin (builder, "modularity");
  atl_cli_add_figure (builder, "Q", measures->modularity);
  atl_cli_add_figure (builder, "directedWeighted", measures->modularity_weighted);
  json_builder_end_object (builder);
  add_silos (builder, measures);
  add_matrix (builder, measures);
  add_bridges (builder, measures);
  add_broker (builder, measures);
  add_priorities (builder, measures);
  atl_cli_add_sentences (builder, map, reading, atl_network_names_dup_silo);
  json_builder_end_object (builder);
  atl_cli_print_json (builder);
}

/* A bridge between silos is what the report shows; one inside a silo holds on to somebody of the own silo. */
static void
print_bridges (AtlMeasures *measures)
{
  g_autofree char *text = NULL;
  guint            n = 0;

  for (guint i = 0; i < measures->n_bridges; i++)
    n += atl_network_is_cross (measures->network, measures->bridges[i].a, measures->bridges[i].b) ? 1 : 0;
  /* Translators: two counts of bridges, single links that hold a map together */
  text = g_strdup_printf (_ ("%u between silos, %u inside"), n, measures->n_bridges - n);
  atl_cli_print_row (_ ("Bridges"), text);
}

/* What takes two silos: a single one is isolated from nothing. */
static void
print_walls (AtlMeasures *measures)
{
  atl_cli_print_count (_ ("Isolated silos"), atl_measures_count_isolated (measures));
  atl_cli_print_figure (_ ("Density between silos"), measures->density.between);
  atl_cli_print_figure (_ ("Contrast"), measures->density.contrast);
  atl_cli_print_figure (_ ("Share across silos"), measures->ei.share);
  atl_cli_print_figure (_ ("Share expected at random"), measures->ei.expected_share);
  atl_cli_print_figure (_ ("E-I index"), measures->ei.index);
  atl_cli_print_figure (_ ("E-I index expected at random"), measures->ei.expected_index);
  atl_cli_print_figure (_ ("Reciprocity between silos"), measures->reciprocity.cross);
  atl_cli_print_figure (_ ("Modularity"), measures->modularity);
  atl_cli_print_figure (_ ("Highest broker share"), atl_comparison_get_top_share (measures));
}

static void
print_silos (AtlMeasures *measures)
{
  g_print ("\n%s\n", _ ("E-I index by silo"));
  for (guint i = 0; i < measures->network->n_silos; i++)
    atl_cli_print_figure (measures->network->silos[i].name, measures->silos[i].ei);
}

static void
print_text (AtlCliMap      *map,
            AtlMeasures    *measures,
            AtlSiloReading *reading)
{
  g_print ("%s\n\n", atl_board_get_title (map->board));
  atl_cli_map_print_sentences (map, reading, atl_network_names_dup_silo);
  g_print ("\n");
  atl_cli_print_count (_ ("People or teams"), measures->network->n_nodes);
  atl_cli_print_count (_ ("Silos"), measures->network->n_silos);
  atl_cli_print_count (_ ("Links, by direction"), measures->network->n_arcs);
  atl_cli_print_count (_ ("Linked pairs"), measures->network->n_pairs);
  atl_cli_print_count (_ ("Pairs with a need"), measures->network->n_needs);
  if (measures->network->n_silos > 1)
    print_bridges (measures);
  else
    atl_cli_print_count (_ ("Bridges"), measures->n_bridges);
  atl_cli_print_figure (_ ("Density"), measures->density.overall);
  atl_cli_print_figure (_ ("Density within silos"), measures->density.within);
  atl_cli_print_figure (_ ("Reciprocity"), measures->reciprocity.overall);
  if (measures->network->n_silos > 1)
    {
      print_walls (measures);
      print_silos (measures);
    }
  else
    g_print ("%s\n", _ ("Figures between silos need two silos."));
}

static AtlExit
print_measures (const char *file,
                int         number,
                gboolean    json)
{
  g_auto (AtlCliMap)         map = { NULL };
  g_autoptr (AtlMeasures)    measures = NULL;
  g_autoptr (AtlSiloReading) reading = NULL;
  AtlExit                    exit = atl_cli_map_load (&map, "measures", file, number);

  if (exit != ATL_EXIT_DONE)
    return exit;
  measures = atl_measures_new (map.network, NULL);
  reading = atl_silo_reading_new (measures);
  if (json)
    print_json (&map, measures, reading);
  else
    print_text (&map, measures, reading);
  return ATL_EXIT_DONE;
}

/**
 * atl_cmd_measures:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Tells the figures of a map: of silos and of the whole, never of single people (SILO-METHOD §15).
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_measures (int    argc,
                  char **argv)
{
  gboolean           json = FALSE;
  int                number = 0;
  const GOptionEntry entries[] = {
    { "board", 'b', 0, G_OPTION_ARG_INT, &number,
      N_ ("The board, by its number from 1 (default: the first map of silos)"),
      N_ ("N") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
    { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "measures", _ ("FILE"), _ ("Tell the figures of a silo map"), entries))
    return ATL_EXIT_USAGE;
  if (argc != 2)
    return atl_cli_fail_usage ("measures", "%s", _ ("say which file, and only one"));
  return print_measures (argv[1], number, json);
}

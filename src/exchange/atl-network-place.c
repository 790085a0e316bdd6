/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-place.h"

#include <math.h>

#include "insight/atl-arrange.h"
#include "insight/atl-network.h"
#include "model/atl-note.h"

/* Above this, silos are filled without looking at the links: nobody waits, and hulls are seen anyway. */
#define MOST_ARRANGED 400

/* About what a node is on the board; what draws it arranges it by its text. */
#define CHARACTER 9.0
#define PADDING 30.0
#define NODE_HEIGHT 40.0
#define LABEL_CHARACTER 10.0
#define HEAD 90.0 /* of the area: title and prompt */
#define EDGE 24.0

/* Silos stand on an oval, their nodes around their middle like the seeds of a sunflower. */
static void
fill_silos (AtlBoard   *board,
            AtlArea    *area,
            AtlNetwork *network,
            GHashTable *moving)
{
  g_autofree guint *placed = g_new0 (guint, network->n_silos + 1);
  double            width = atl_area_get_width (area);
  double            height = atl_area_get_height (area);
  double            room = MIN (width, height) / (network->n_silos + 4.0);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (board), network->nodes[i].id);
      guint    silo = network->nodes[i].silo < 0 ? network->n_silos : (guint) network->nodes[i].silo;
      guint    size = silo < network->n_silos ? network->silos[silo].n_nodes : network->n_nodes;
      double   turn = 2 * G_PI * silo / (network->n_silos + 1.0);
      double   angle = 2.399963 * placed[silo];
      double   radius = room * sqrt ((placed[silo]++ + 0.5) / size);

      if (!g_hash_table_contains (moving, note))
        continue;
      atl_note_set_x (note, (int) (width * (0.5 + 0.36 * cos (turn)) + radius * cos (angle)));
      atl_note_set_y (note, (int) (height * (0.5 + 0.36 * sin (turn)) + radius * sin (angle)));
    }
}

static AtlArrangeMap *
make_map (AtlBoard   *board,
          AtlArea    *area,
          AtlNetwork *network,
          GHashTable *moving)
{
  AtlArrangeMap *map = atl_arrange_map_new (network->n_nodes, network->n_arcs, network->n_silos);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (board), network->nodes[i].id);

      map->nodes[i] = (AtlArrangeNode){
        .x = atl_note_get_x (note),
        .y = atl_note_get_y (note),
        .width = PADDING + CHARACTER * g_utf8_strlen (network->nodes[i].label, -1),
        .height = NODE_HEIGHT,
        .silo = network->nodes[i].silo,
        .pinned = !g_hash_table_contains (moving, note),
      };
    }
  for (guint i = 0; i < network->n_arcs; i++)
    map->arcs[i] = (AtlArrangeArc){ network->arcs[i].from, network->arcs[i].to, network->arcs[i].strength };
  for (guint i = 0; i < network->n_silos; i++)
    map->labels[i] = LABEL_CHARACTER * g_utf8_strlen (network->silos[i].name, -1);
  map->room = (AtlArrangeRoom){ EDGE, HEAD, MAX (atl_area_get_width (area) - 2 * EDGE, 100),
                                MAX (atl_area_get_height (area) - HEAD - EDGE, 100) };
  return map;
}

static void
arrange (AtlBoard   *board,
         AtlArea    *area,
         AtlNetwork *network,
         GHashTable *moving)
{
  g_autoptr (AtlArrangeMap) map = make_map (board, area, network, moving);

  if (!atl_arrange_map_run (map, ATL_ARRANGE_SILO_CIRCLE, NULL))
    return;
  for (guint i = 0; i < network->n_nodes; i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (board), network->nodes[i].id);

      if (!g_hash_table_contains (moving, note))
        continue;
      atl_note_set_x (note, (int) lround (map->nodes[i].x));
      atl_note_set_y (note, (int) lround (map->nodes[i].y));
    }
}

/**
 * atl_network_place:
 * @board: a board with a map
 * @area: its area of layout `graph`
 * @notes: (element-type AtlNote): new nodes in it
 *
 * Gives new nodes places by silo; the others stay.
 */
void
atl_network_place (AtlBoard  *board,
                   AtlArea   *area,
                   GPtrArray *notes)
{
  g_autoptr (AtlNetwork) network = atl_network_new (board);
  g_autoptr (GHashTable) moving = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (moving, notes->pdata[i]);
  fill_silos (board, area, network, moving);
  if (network->n_nodes <= MOST_ARRANGED)
    arrange (board, area, network, moving);
}

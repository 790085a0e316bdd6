/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-board.h"

#include "model/atl-note.h"

/**
 * atl_map_board_find_area:
 * @board: (nullable): a board
 *
 * Returns: (transfer none) (nullable): its first area that holds a map, %NULL if it is no map board
 */
AtlArea *
atl_map_board_find_area (AtlBoard *board)
{
  AtlList *areas = board != NULL ? atl_board_get_areas (board) : NULL;

  for (guint i = 0; areas != NULL && i < atl_list_get_length (areas); i++)
    if (atl_area_get_layout (atl_list_get (areas, i)) == ATL_LAYOUT_GRAPH)
      return atl_list_get (areas, i);
  return NULL;
}

/**
 * atl_map_board_has_measures:
 * @board: (nullable): a board
 *
 * Returns: whether the silo figures make sense for its map: not where its template says that they do not
 */
gboolean
atl_map_board_has_measures (AtlBoard *board)
{
  AtlArea             *area = atl_map_board_find_area (board);
  GVariant            *options = area != NULL ? atl_area_get_options (area) : NULL;
  g_autoptr (GVariant) graph = NULL;
  gboolean             measures = area != NULL;

  if (options != NULL && g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    graph = g_variant_lookup_value (options, "graph", G_VARIANT_TYPE_VARDICT);
  if (graph != NULL)
    g_variant_lookup (graph, "measures", "b", &measures);
  return measures;
}

/**
 * atl_map_board_has_people:
 * @board: (nullable): a board
 *
 * Returns: whether its map may name people: one with silo figures, or one with a node that stands for a
 *   person. The steps of a hand-off map and the figures of a tree are nobody's name.
 */
gboolean
atl_map_board_has_people (AtlBoard *board)
{
  AtlList *notes = atl_map_board_find_area (board) != NULL ? atl_board_get_notes (board) : NULL;
  gboolean found = atl_map_board_has_measures (board);

  for (guint i = 0; !found && notes != NULL && i < atl_list_get_length (notes); i++)
    found = *atl_note_get_person (atl_list_get (notes, i)) != '\0';
  return found;
}

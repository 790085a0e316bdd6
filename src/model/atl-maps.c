/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-maps.h"

#include "model/atl-edits.h"

/**
 * atl_area_is_map:
 * @area: (nullable): an area
 *
 * Returns: whether its notes are nodes of a map
 */
gboolean
atl_area_is_map (AtlArea *area)
{
  return area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_GRAPH;
}

/**
 * atl_area_dup_map_option:
 * @area: (nullable): an area
 * @option: a member of its option `graph`
 * @type: what is expected there
 *
 * Returns: (transfer full) (nullable): the value, %NULL if there is none of this type
 */
GVariant *
atl_area_dup_map_option (AtlArea            *area,
                         const char         *option,
                         const GVariantType *type)
{
  GVariant            *options = area != NULL ? atl_area_get_options (area) : NULL;
  g_autoptr (GVariant) graph = NULL;

  if (options != NULL && g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    graph = g_variant_lookup_value (options, "graph", G_VARIANT_TYPE_VARDICT);
  return graph != NULL ? g_variant_lookup_value (graph, option, type) : NULL;
}

/**
 * atl_area_dup_map_strings:
 * @area: (nullable): an area
 * @option: a member of its option `graph`
 *
 * Returns: (transfer full) (array zero-terminated=1): the strings that are listed there; other values are
 *   passed over
 */
GStrv
atl_area_dup_map_strings (AtlArea    *area,
                          const char *option)
{
  g_autoptr (GVariant)     values = atl_area_dup_map_option (area, option, G_VARIANT_TYPE ("av"));
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  for (gsize i = 0; values != NULL && i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (values, i);
      g_autoptr (GVariant) value = g_variant_get_variant (child);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (strings, g_variant_get_string (value, NULL));
    }
  return g_strv_builder_end (strings);
}

/* Whether the figures of silo mapping mean something there: on a map, unless its template says no. */
static gboolean
has_measures (AtlArea *area)
{
  g_autoptr (GVariant) measures = atl_area_dup_map_option (area, "measures", G_VARIANT_TYPE_BOOLEAN);

  return atl_area_is_map (area) && (measures == NULL || g_variant_get_boolean (measures));
}

/**
 * atl_note_is_node:
 * @note: a note
 *
 * Returns: whether it lies on a map
 */
gboolean
atl_note_is_node (AtlNote *note)
{
  return atl_area_is_map (atl_note_find_area (note));
}

static AtlArea *
find_area (AtlBoard *board,
           gboolean (*holds) (AtlArea *area))
{
  AtlList *areas = board != NULL ? atl_board_get_areas (board) : NULL;

  for (guint i = 0; areas != NULL && i < atl_list_get_length (areas); i++)
    if (holds (atl_list_get (areas, i)))
      return atl_list_get (areas, i);
  return NULL;
}

/**
 * atl_board_find_map:
 * @board: (nullable): a board
 *
 * Returns: (transfer none) (nullable): its first area where nodes and links are drawn, %NULL if it is no map
 */
AtlArea *
atl_board_find_map (AtlBoard *board)
{
  return find_area (board, atl_area_is_map);
}

/**
 * atl_board_is_map:
 * @board: (nullable): a board
 *
 * Returns: whether it has nodes and links
 */
gboolean
atl_board_is_map (AtlBoard *board)
{
  return atl_board_find_map (board) != NULL;
}

/**
 * atl_board_has_measures:
 * @board: (nullable): a board
 *
 * Returns: whether one of its areas has figures of silo mapping
 */
gboolean
atl_board_has_measures (AtlBoard *board)
{
  return find_area (board, has_measures) != NULL;
}

/**
 * atl_board_has_people:
 * @board: (nullable): a board
 *
 * Returns: whether its map may name people: one with silo figures, or one with a node that stands for a
 *   person. The steps of a hand-off map and the figures of a tree are nobody's name.
 */
gboolean
atl_board_has_people (AtlBoard *board)
{
  AtlList *notes = atl_board_is_map (board) ? atl_board_get_notes (board) : NULL;
  gboolean found = atl_board_has_measures (board);

  for (guint i = 0; !found && notes != NULL && i < atl_list_get_length (notes); i++)
    found = *atl_note_get_person (atl_list_get (notes, i)) != '\0';
  return found;
}

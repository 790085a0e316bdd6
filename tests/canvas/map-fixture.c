/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "model/atl-silo.h"

static const char *const NODES[] = { "Ana", "Bob", "Chloé", "Boris Team", "Team 2", NULL };
static const char *const SILOS[] = { "IT", "IT", "Shops", "Shops", NULL };

static void
add_silo (AtlBoardFixture *board,
          const char      *name)
{
  AtlList            *silos = atl_session_get_silos (board->session);
  g_autoptr (AtlSilo) silo = atl_silo_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (silos);

  atl_silo_set_name (silo, name);
  atl_silo_set_rank (silo, rank);
  atl_silo_set_partition (silo, atl_session_get_active_partition (board->session));
  atl_list_insert (silos, ATL_ITEM (silo));
}

/**
 * map_fixture_add:
 * @board: a fixture
 *
 * Returns: (transfer none): an area that is the map
 */
AtlArea *
map_fixture_add (AtlBoardFixture *board)
{
  AtlArea *area = atl_board_fixture_add_area (board, "Map", ATL_LAYOUT_GRAPH, NODES);

  add_silo (board, "IT");
  add_silo (board, "Shops");
  for (guint i = 0; SILOS[i] != NULL; i++)
    atl_note_set_silo (atl_board_fixture_find (board, NODES[i]),
                       atl_item_get_id (ATL_ITEM (map_fixture_find_silo (board, SILOS[i]))));
  for (guint i = 0; NODES[i] != NULL; i++)
    {
      atl_note_set_x (atl_board_fixture_find (board, NODES[i]), 120 + 250 * (int) (i % 3));
      atl_note_set_y (atl_board_fixture_find (board, NODES[i]), 300 + 300 * (int) (i / 3));
    }
  g_clear_object (&board->history);
  board->history = atl_history_new (board->session);
  return area;
}

/**
 * map_fixture_find_silo:
 * @board: a fixture with a map
 * @name: of a silo
 *
 * Returns: (transfer none) (nullable): the silo
 */
AtlSilo *
map_fixture_find_silo (AtlBoardFixture *board,
                       const char      *name)
{
  AtlList *silos = atl_session_get_silos (board->session);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    if (g_str_equal (atl_silo_get_name (atl_list_get (silos, i)), name))
      return atl_list_get (silos, i);
  return NULL;
}

/**
 * map_fixture_get_link:
 * @board: a fixture with a map
 * @index: which of its links
 *
 * Returns: (transfer none): the link
 */
AtlLink *
map_fixture_get_link (AtlBoardFixture *board,
                      guint            index)
{
  return atl_list_get (atl_board_get_links (board->board), index);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static char *
describe (AtlBoardFixture *board,
          AtlLink         *link)
{
  AtlList    *notes = atl_board_get_notes (board->board);
  GEnumClass *kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  const char *kind = g_enum_get_value (kinds, (int) atl_link_get_kind (link))->value_nick;
  const char *sides[] = { "", " by from", " by to" };
  char       *text =
    g_strdup_printf ("%s>%s %s %d%s", atl_note_get_text (atl_list_find (notes, atl_link_get_from (link))),
                     atl_note_get_text (atl_list_find (notes, atl_link_get_to (link))), kind,
                     atl_link_get_strength (link), sides[atl_link_get_declared_by (link)]);

  g_type_class_unref (kinds);
  return text;
}

/**
 * map_fixture_dup_links:
 * @board: a fixture with a map
 *
 * Returns: (transfer full): its links in the order of the alphabet: "Ana>Bob handoff 3, Bob>Ana shared 4 by
 * to"
 */
char *
map_fixture_dup_links (AtlBoardFixture *board)
{
  AtlList              *links = atl_board_get_links (board->board);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    g_ptr_array_add (lines, describe (board, atl_list_get (links, i)));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv (", ", (GStrv) lines->pdata);
}

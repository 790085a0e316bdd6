/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-light.h"

#include "insight/network/atl-paths.h"
#include "model/atl-links.h"
#include "model/atl-session.h"
#include "scene/atl-scene-map.h"

#define WAITING "waitingDays"

typedef struct
{
  AtlBoard    *board;
  AtlMeasures *measures;
  AtlNetwork  *network;
  AtlLight     light;
} Lamp;

static gboolean
is_between (guint from,
            guint to,
            guint a,
            guint b)
{
  return (from == a && to == b) || (from == b && to == a);
}

/* Whether an entry counts for a cell: what says the same in both directions counts in both. */
static gboolean
is_in_cell (Lamp                  *lamp,
            const AtlNetworkEntry *entry)
{
  int from = lamp->network->nodes[entry->from].silo;
  int to = lamp->network->nodes[entry->to].silo;
  int a = (int) lamp->light.a;
  int b = (int) lamp->light.b;

  return (from == a && to == b) || (from == b && to == a && atl_link_kind_is_mutual (entry->kind));
}

static gboolean
is_mutual (Lamp                  *lamp,
           const AtlNetworkEntry *entry)
{
  return atl_network_is_cross (lamp->network, entry->from, entry->to) &&
         atl_network_get_strength (lamp->network, entry->from, entry->to) > 0 &&
         atl_network_get_strength (lamp->network, entry->to, entry->from) > 0;
}

static gboolean
touches_silo (Lamp                  *lamp,
              const AtlNetworkEntry *entry,
              guint                  silo)
{
  return lamp->network->nodes[entry->from].silo == (int) silo ||
         lamp->network->nodes[entry->to].silo == (int) silo;
}

static gboolean
lights_active (Lamp                  *lamp,
               const AtlNetworkEntry *entry)
{
  gboolean cross = atl_network_is_cross (lamp->network, entry->from, entry->to);

  switch (lamp->light.kind)
    {
    case ATL_LIGHT_WITHIN:
      return !cross && lamp->network->nodes[entry->from].silo >= 0 &&
             lamp->network->nodes[entry->to].silo >= 0;
    case ATL_LIGHT_CROSS:
      return cross;
    case ATL_LIGHT_MUTUAL:
      return is_mutual (lamp, entry);
    case ATL_LIGHT_CELL:
      return is_in_cell (lamp, entry);
    case ATL_LIGHT_SILO:
      return touches_silo (lamp, entry, lamp->light.a);
    case ATL_LIGHT_SILO_CROSS:
      return cross && touches_silo (lamp, entry, lamp->light.a);
    case ATL_LIGHT_NODE:
      return entry->from == lamp->light.a || entry->to == lamp->light.a;
    case ATL_LIGHT_PAIR:
      return is_between (entry->from, entry->to, lamp->light.a, lamp->light.b);
    case ATL_LIGHT_ALL:
      return TRUE;
    case ATL_LIGHT_NEEDS:
    case ATL_LIGHT_ALL_NEEDS:
    case ATL_LIGHT_WAITING:
    default:
      return FALSE;
    }
}

static gboolean
lights_need (Lamp                  *lamp,
             const AtlNetworkEntry *entry)
{
  int from = lamp->network->nodes[entry->from].silo;
  int to = lamp->network->nodes[entry->to].silo;

  if (lamp->light.kind == ATL_LIGHT_ALL_NEEDS || lamp->light.kind == ATL_LIGHT_ALL)
    return TRUE;
  return lamp->light.kind == ATL_LIGHT_NEEDS && from >= 0 && to >= 0 &&
         is_between ((guint) from, (guint) to, lamp->light.a, lamp->light.b);
}

static void
add_found (AtlList    *list,
           const char *id,
           GHashTable *items)
{
  AtlItem *item = id != NULL ? atl_list_find (list, id) : NULL;

  if (item != NULL)
    g_hash_table_add (items, item);
}

static void
add_node (Lamp       *lamp,
          guint       node,
          GHashTable *items)
{
  add_found (atl_board_get_notes (lamp->board), lamp->network->nodes[node].id, items);
}

static AtlItem *
find_silo (AtlBoard   *board,
           AtlNetwork *network,
           guint       silo)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (board));

  return session != NULL ? atl_list_find (atl_session_get_silos (session), network->silos[silo].id) : NULL;
}

static void
add_silo (Lamp       *lamp,
          guint       silo,
          GHashTable *items)
{
  AtlItem *item = find_silo (lamp->board, lamp->network, silo);

  if (item != NULL)
    g_hash_table_add (items, item);
}

static void
add_node_silo (Lamp       *lamp,
               guint       node,
               GHashTable *items)
{
  if (lamp->network->nodes[node].silo >= 0)
    add_silo (lamp, (guint) lamp->network->nodes[node].silo, items);
}

static void
add_links (Lamp       *lamp,
           GHashTable *items)
{
  for (guint i = 0; i < lamp->network->n_entries; i++)
    {
      const AtlNetworkEntry *entry = &lamp->network->entries[i];
      gboolean               need = atl_link_kind_is_need (entry->kind);

      if (!(need ? lights_need (lamp, entry) : lights_active (lamp, entry)))
        continue;
      add_found (atl_board_get_links (lamp->board), entry->id, items);
      add_node (lamp, entry->from, items);
      add_node (lamp, entry->to, items);
      add_node_silo (lamp, entry->from, items);
      add_node_silo (lamp, entry->to, items);
    }
}

static void
add_waiting (Lamp       *lamp,
             GHashTable *items)
{
  g_autoptr (GPtrArray) links = atl_board_dup_longest_path (lamp->board, WAITING, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      g_hash_table_add (items, links->pdata[i]);
      add_found (atl_board_get_notes (lamp->board), atl_link_get_from (links->pdata[i]), items);
      add_found (atl_board_get_notes (lamp->board), atl_link_get_to (links->pdata[i]), items);
    }
}

static void
add_members (Lamp       *lamp,
             guint       silo,
             GHashTable *items)
{
  add_silo (lamp, silo, items);
  for (guint i = 0; i < lamp->network->n_nodes; i++)
    if (lamp->network->nodes[i].silo == (int) silo)
      add_node (lamp, i, items);
}

/**
 * atl_map_light_dup_items:
 * @board: a map
 * @measures: figures of it, perhaps of before the last edit: what is gone since is left out
 * @light: what is counted
 *
 * Returns: (transfer full) (element-type AtlItem): the items, borrowed: nodes with their silos, links
 */
GHashTable *
atl_map_light_dup_items (AtlBoard    *board,
                         AtlMeasures *measures,
                         AtlLight     light)
{
  Lamp        lamp = { board, measures, measures->network, light };
  GHashTable *items = g_hash_table_new (NULL, NULL);
  gboolean    of_silo = light.kind == ATL_LIGHT_SILO || light.kind == ATL_LIGHT_SILO_CROSS;
  gboolean    of_pair = light.kind == ATL_LIGHT_CELL || light.kind == ATL_LIGHT_NEEDS;

  add_links (&lamp, items);
  if (of_silo || of_pair)
    add_members (&lamp, light.a, items);
  if (of_pair)
    add_members (&lamp, light.b, items);
  if (light.kind == ATL_LIGHT_WAITING)
    add_waiting (&lamp, items);
  if (light.kind == ATL_LIGHT_NODE)
    add_node (&lamp, light.a, items);
  return items;
}

static void
mark (GHashTable *marks,
      AtlItem    *item,
      AtlMapMark  value)
{
  guint before = item != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (marks, item)) : 0;

  if (item != NULL)
    g_hash_table_insert (marks, item, GUINT_TO_POINTER (before | value));
}

static void
mark_bridge (AtlBoard    *board,
             AtlMeasures *measures,
             AtlBridge    bridge,
             GHashTable  *marks)
{
  g_auto (GStrv) ids = NULL;

  if (!atl_network_is_cross (measures->network, bridge.a, bridge.b))
    return;
  ids = atl_network_dup_link_ids (measures->network, bridge.a, bridge.b, FALSE);
  for (guint i = 0; ids[i] != NULL; i++)
    mark (marks, atl_list_find (atl_board_get_links (board), ids[i]), ATL_MAP_MARK_BRIDGE);
}

/**
 * atl_map_light_dup_marks:
 * @board: a map
 * @measures: figures of it
 *
 * Returns: (transfer full) (element-type AtlItem guint): bridges between silos, fragile and isolated silos,
 *   borrowed, with their AtlMapMark
 */
GHashTable *
atl_map_light_dup_marks (AtlBoard    *board,
                         AtlMeasures *measures)
{
  GHashTable *marks = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < measures->n_bridges; i++)
    mark_bridge (board, measures, measures->bridges[i], marks);
  for (guint i = 0; measures->network->n_silos > 1 && i < measures->network->n_silos; i++)
    {
      if (measures->silos[i].fragile)
        mark (marks, find_silo (board, measures->network, i), ATL_MAP_MARK_FRAGILE);
      if (measures->silos[i].isolated)
        mark (marks, find_silo (board, measures->network, i), ATL_MAP_MARK_ISOLATED);
    }
  return marks;
}

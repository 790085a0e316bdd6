/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-network-builder.h"

#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-maps.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"

typedef struct
{
  AtlNetworkBuilder *builder;
  AtlSession        *session; /* NULL for a board that is in none */
  AtlBoard          *board;
  GHashTable        *silos; /* id of a silo to its index + 1 */
  GHashTable        *nodes; /* id of a note to its index + 1 */
} Reading;

static void
read_silos (Reading *reading)
{
  AtlList    *silos = atl_session_get_silos (reading->session);
  const char *partition = atl_session_get_active_partition (reading->session);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo    *silo = atl_list_get (silos, i);
      const char *id = atl_item_get_id (ATL_ITEM (silo));
      guint       index;

      if (g_strcmp0 (atl_silo_get_partition (silo), partition) != 0)
        continue;
      index = atl_network_builder_add_silo (reading->builder, id, atl_silo_get_name (silo));
      atl_network_builder_set_silo (reading->builder, index, atl_silo_get_external (silo),
                                    atl_silo_get_factory (silo));
      g_hash_table_insert (reading->silos, (gpointer) id, GUINT_TO_POINTER (index + 1));
    }
}

static int
find_index (GHashTable *table,
            const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (table, id)) - 1 : -1;
}

/* A silo of the active partition: the note's own, else one of its person. */
static int
find_silo (Reading   *reading,
           AtlNote   *note,
           AtlPerson *person)
{
  const char *const *ids = person != NULL ? atl_person_get_silos (person) : NULL;
  int                silo = find_index (reading->silos, atl_note_get_silo (note));

  for (guint i = 0; silo < 0 && ids != NULL && ids[i] != NULL; i++)
    silo = find_index (reading->silos, ids[i]);
  return silo;
}

static AtlPerson *
find_person (Reading *reading,
             AtlNote *note)
{
  const char *id = atl_note_get_person (note);

  if (reading->session == NULL || id == NULL)
    return NULL;
  return atl_list_find (atl_session_get_people (reading->session), id);
}

static void
read_node (Reading *reading,
           AtlNote *note)
{
  AtlPerson  *person = find_person (reading, note);
  const char *name = person != NULL ? atl_person_get_name (person) : NULL;
  const char *text = atl_note_get_text (note);
  const char *label = (text == NULL || *text == '\0') && name != NULL ? name : text;
  const char *id = atl_item_get_id (ATL_ITEM (note));
  guint       node = atl_network_builder_add_node (reading->builder, id, label,
                                                   find_silo (reading, note, person));

  g_hash_table_insert (reading->nodes, (gpointer) id, GUINT_TO_POINTER (node + 1));
  if (person == NULL)
    return;
  atl_network_builder_set_person (reading->builder, node, atl_item_get_id (ATL_ITEM (person)),
                                  name != NULL && *name != '\0' ? name : label);
  atl_network_builder_set_node (reading->builder, node, atl_person_get_external (person),
                                atl_person_get_present (person));
}

/* What is hidden from the room is in no figure and in no file. */
static void
read_nodes (Reading *reading)
{
  AtlList *notes = atl_board_get_notes (reading->board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote    *note = atl_list_get (notes, i);
      const char *id = atl_note_get_area (note);
      AtlArea    *area = id != NULL ? atl_list_find (atl_board_get_areas (reading->board), id) : NULL;

      if (atl_area_is_map (area) && !atl_note_get_hidden (note))
        read_node (reading, note);
    }
}

static void
read_links (Reading *reading)
{
  AtlList *links = atl_board_get_links (reading->board);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);
      int      from = find_index (reading->nodes, atl_link_get_from (link));
      int      to = find_index (reading->nodes, atl_link_get_to (link));

      if (from >= 0 && to >= 0)
        atl_network_builder_add_link (reading->builder, atl_item_get_id (ATL_ITEM (link)), (guint) from,
                                      (guint) to, atl_link_get_kind (link), atl_link_get_strength (link));
    }
}

/* Only a map that offers the kind `feedback` draws it as active links. */
static gboolean
has_feedback (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);
  gboolean found = FALSE;

  for (guint i = 0; i < atl_list_get_length (areas) && !found; i++)
    {
      g_auto (GStrv) kinds = atl_area_dup_map_strings (atl_list_get (areas, i), "linkKinds");

      found = g_strv_contains ((const char *const *) kinds, "feedback");
    }
  return found;
}

/**
 * atl_network_new:
 * @board: a board, normally of a session
 *
 * Takes the snapshot of a map: the notes of its areas of layout `graph`, in the order of the board, the silos
 * of the session's active partition that they belong to, and the links among them. A note belongs to its own
 * silo, else to that of its person. Nodes without a silo of this partition count in overall figures, as steps
 * of paths and for bridges, but silo figures leave them and their links out. Links to anything but nodes of
 * this board are passed over.
 *
 * Returns: (transfer full): the network
 */
AtlNetwork *
atl_network_new (AtlBoard *board)
{
  Reading reading = { atl_network_builder_new (), NULL, board, NULL, NULL };

  reading.session = atl_item_get_session (ATL_ITEM (board));
  reading.silos = g_hash_table_new (g_str_hash, g_str_equal);
  reading.nodes = g_hash_table_new (g_str_hash, g_str_equal);
  atl_network_builder_set_feedback (reading.builder, has_feedback (board));
  if (reading.session != NULL)
    read_silos (&reading);
  read_nodes (&reading);
  read_links (&reading);
  g_hash_table_unref (reading.silos);
  g_hash_table_unref (reading.nodes);
  return atl_network_builder_end (reading.builder);
}

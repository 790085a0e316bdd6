/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-nodes.h"

#include "model/atl-boards.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "util/atl-fold.h"
#include "util/atl-rank.h"

#include <string.h>

#define NEUTRAL "neutralLabel" /* member of a node's fields: its text names nobody */

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

static AtlSession *
session_of (gpointer item)
{
  return atl_item_get_session (ATL_ITEM (item));
}

/**
 * atl_nodes_dup:
 * @board: a board
 *
 * Returns: (transfer full) (element-type AtlNote): the nodes of its graph areas, in the order of the board
 */
GPtrArray *
atl_nodes_dup (AtlBoard *board)
{
  AtlList   *notes = atl_board_get_notes (board);
  GPtrArray *nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);

      if (atl_note_is_node (note))
        g_ptr_array_add (nodes, g_object_ref (note));
    }
  return nodes;
}

/**
 * atl_nodes_find_person:
 * @node: a note
 *
 * Returns: (transfer none) (nullable): the person it stands for
 */
AtlPerson *
atl_nodes_find_person (AtlNote *node)
{
  AtlSession *session = session_of (node);

  if (session == NULL)
    return NULL;
  return atl_list_find (atl_session_get_people (session), atl_note_get_person (node));
}

static AtlSilo *
find_own_silo (AtlNote *node)
{
  AtlSession *session = session_of (node);

  return session != NULL ? atl_list_find (atl_session_get_silos (session), atl_note_get_silo (node)) : NULL;
}

/**
 * atl_nodes_find_silo:
 * @node: a note
 *
 * Returns: (transfer none) (nullable): its silo in the active partition: its own, else that of its person
 */
AtlSilo *
atl_nodes_find_silo (AtlNote *node)
{
  AtlSilo *own = find_own_silo (node);

  if (own != NULL &&
      g_str_equal (atl_silo_get_partition (own), atl_session_get_active_partition (session_of (node))))
    return own;
  return atl_person_find_silo (atl_nodes_find_person (node));
}

/**
 * atl_nodes_is_team:
 * @node: a note
 *
 * Returns: whether it stands for a silo as a whole
 */
gboolean
atl_nodes_is_team (AtlNote *node)
{
  return atl_nodes_find_person (node) == NULL && find_own_silo (node) != NULL;
}

/**
 * atl_nodes_are_teams:
 * @board: a board
 *
 * Returns: whether there are nodes on it and none of them stands for a person
 */
gboolean
atl_nodes_are_teams (AtlBoard *board)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  for (guint i = 0; i < nodes->len; i++)
    if (atl_nodes_find_person (nodes->pdata[i]) != NULL)
      return FALSE;
  return nodes->len > 0;
}

/* "Claire", or "Claire D." where there are two. */
static char *
dup_short_name (AtlPerson  *person,
                GHashTable *first_names)
{
  const char      *name = atl_person_get_name (person);
  const char      *last = strrchr (name, ' ');
  g_autofree char *first = atl_person_dup_first_name (person);
  g_autofree char *folded = atl_fold (first);
  char             letter[7] = { 0 };

  if (last == NULL || last[1] == '\0' || g_str_equal (first, name) ||
      (first_names != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (first_names, folded)) < 2))
    return g_steal_pointer (&first);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (last + 1)), letter);
  return g_strdup_printf ("%s %s.", first, letter);
}

/* How many people have each first name. */
static GHashTable *
count_first_names (AtlSession *session)
{
  AtlList    *people = atl_session_get_people (session);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      g_autofree char *first = atl_person_dup_first_name (atl_list_get (people, i));
      char            *folded = atl_fold (first);
      guint            n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, folded));

      g_hash_table_insert (counts, folded, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

/**
 * atl_nodes_has_neutral_label:
 * @node: a note
 *
 * Returns: whether its text is a label that names nobody, which the room may read whoever it stands for
 */
gboolean
atl_nodes_has_neutral_label (AtlNote *node)
{
  GVariant *fields = atl_note_get_fields (node);
  gboolean  neutral = FALSE;

  if (fields == NULL || !g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  return g_variant_lookup (fields, NEUTRAL, "b", &neutral) && neutral;
}

/**
 * atl_nodes_dup_label:
 * @node: a note
 *
 * People decide whether they are drawn by first name, by role or not at all.
 *
 * Returns: (transfer full): what the room may read on the node, "" for nothing
 */
char *
atl_nodes_dup_label (AtlNote *node)
{
  AtlPerson  *person = atl_nodes_find_person (node);
  const char *text = atl_note_get_text (node);
  AtlShown    shown = person != NULL ? atl_person_get_shown (person) : ATL_SHOWN_NAME;

  if (person == NULL || atl_nodes_has_neutral_label (node) || (*text != '\0' && shown == ATL_SHOWN_NAME))
    return g_strdup (text);
  if (shown == ATL_SHOWN_HIDDEN)
    return g_strdup ("");
  return shown == ATL_SHOWN_ROLE ? g_strdup (atl_person_get_role (person))
                                 : atl_person_dup_first_name (person);
}

/* The ids of what the nodes of a board stand for. */
static GHashTable *
dup_drawn (AtlBoard *board)
{
  GHashTable           *drawn = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  for (guint i = 0; i < nodes->len; i++)
    {
      AtlPerson *person = atl_nodes_find_person (nodes->pdata[i]);

      if (person != NULL)
        g_hash_table_add (drawn, (gpointer) id_of (person));
      else if (find_own_silo (nodes->pdata[i]) != NULL)
        g_hash_table_add (drawn, (gpointer) id_of (find_own_silo (nodes->pdata[i])));
    }
  return drawn;
}

/**
 * atl_nodes_dup_missing_people:
 * @board: a board of a session
 * @absent_too: whether to count those who are not in the room
 *
 * Returns: (transfer full) (element-type AtlPerson): who has no node on it, in the order of the people
 */
GPtrArray *
atl_nodes_dup_missing_people (AtlBoard *board,
                              gboolean  absent_too)
{
  AtlList               *people = atl_session_get_people (session_of (board));
  GPtrArray             *missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) drawn = dup_drawn (board);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson *person = atl_list_get (people, i);

      if ((absent_too || atl_person_get_present (person)) && !g_hash_table_contains (drawn, id_of (person)))
        g_ptr_array_add (missing, g_object_ref (person));
    }
  return missing;
}

/**
 * atl_nodes_dup_missing_silos:
 * @board: a board of a session
 *
 * Returns: (transfer full) (element-type AtlSilo): the silos of the active partition, the factory among
 *   them, that no node stands for
 */
GPtrArray *
atl_nodes_dup_missing_silos (AtlBoard *board)
{
  AtlSession            *session = session_of (board);
  AtlList               *silos = atl_session_get_silos (session);
  const char            *partition = atl_session_get_active_partition (session);
  GPtrArray             *missing = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) drawn = dup_drawn (board);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);

      if (g_str_equal (atl_silo_get_partition (silo), partition) &&
          !g_hash_table_contains (drawn, id_of (silo)))
        g_ptr_array_add (missing, g_object_ref (silo));
    }
  return missing;
}

static AtlNote *
make_node (AtlArea *area,
           char   **rank)
{
  AtlBoard *board = atl_area_find_board (area);
  AtlNote  *node = atl_board_new_note (board);
  char     *next = *rank == NULL ? atl_list_dup_end_rank (atl_board_get_notes (board))
                                 : atl_rank_between (*rank, NULL);

  g_free (*rank);
  *rank = next;
  atl_note_set_area (node, id_of (area));
  atl_note_set_rank (node, next);
  atl_note_set_color (node, atl_tint_to_note_color (atl_area_get_color (area)));
  return node;
}

/**
 * atl_nodes_add_people:
 * @area: a graph area of a board of a session
 * @people: (element-type AtlPerson): people of that session
 *
 * Adds a node for each of them who has none on the board. Their silo is that of the person, whatever the
 * partition; places are left to arranging. The text is the first name only where a person is shown by name.
 *
 * Returns: (transfer full) (element-type AtlNote): the new nodes
 */
GPtrArray *
atl_nodes_add_people (AtlArea   *area,
                      GPtrArray *people)
{
  AtlBoard              *board = atl_area_find_board (area);
  GPtrArray             *added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) drawn = dup_drawn (board);
  g_autoptr (GHashTable) first_names = count_first_names (session_of (area));
  g_autofree char       *rank = NULL;

  for (guint i = 0; i < people->len; i++)
    {
      AtlPerson       *person = people->pdata[i];
      g_autofree char *name = dup_short_name (person, first_names);
      AtlNote         *node;

      if (!g_hash_table_add (drawn, (gpointer) id_of (person)))
        continue;
      node = make_node (area, &rank);
      atl_note_set_person (node, id_of (person));
      atl_note_set_text (node, atl_person_get_shown (person) == ATL_SHOWN_NAME ? name : "");
      g_ptr_array_add (added, node);
    }
  atl_list_insert_many (atl_board_get_notes (board), added);
  return added;
}

/**
 * atl_nodes_add_silos:
 * @area: a graph area of a board of a session
 *
 * Adds a node for each silo of the active partition that has none on the board, the factory included.
 *
 * Returns: (transfer full) (element-type AtlNote): the new nodes
 */
GPtrArray *
atl_nodes_add_silos (AtlArea *area)
{
  AtlBoard             *board = atl_area_find_board (area);
  GPtrArray            *added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) silos = atl_nodes_dup_missing_silos (board);
  g_autofree char      *rank = NULL;

  for (guint i = 0; i < silos->len; i++)
    {
      AtlNote *node = make_node (area, &rank);

      atl_note_set_silo (node, id_of (silos->pdata[i]));
      atl_note_set_text (node, atl_silo_get_name (silos->pdata[i]));
      g_ptr_array_add (added, node);
    }
  atl_list_insert_many (atl_board_get_notes (board), added);
  return added;
}

/**
 * atl_nodes_add_team_board:
 * @board: a map of a session
 * @title: of the new board
 *
 * Adds a board with the areas of @board behind the others, and a node for each silo.
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_nodes_add_team_board (AtlBoard   *board,
                          const char *title)
{
  AtlBoard             *copy = atl_board_duplicate (board, title, ATL_BOARD_COPY_AREAS);
  g_autoptr (GPtrArray) nodes = atl_nodes_add_silos (atl_board_find_map (copy));

  return copy;
}

static void
set_neutral (AtlNote *node,
             gboolean neutral)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (atl_note_get_fields (node));
  g_autoptr (GVariant)  fields = NULL;

  if (neutral == atl_nodes_has_neutral_label (node))
    return;
  if (neutral)
    g_variant_dict_insert (&dict, NEUTRAL, "b", TRUE);
  else
    g_variant_dict_remove (&dict, NEUTRAL);
  fields = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_note_set_fields (node, g_variant_n_children (fields) > 0 ? fields : NULL);
}

/**
 * atl_nodes_set_neutral_label:
 * @node: a node that stands for a person of a session
 * @label: what names nobody, such as "Person 1"
 *
 * Shows @label instead of the name; everywhere else the person is not named any more.
 */
void
atl_nodes_set_neutral_label (AtlNote    *node,
                             const char *label)
{
  AtlPerson *person = atl_nodes_find_person (node);

  atl_note_set_text (node, label);
  set_neutral (node, TRUE);
  if (person != NULL)
    atl_person_set_shown (person, ATL_SHOWN_HIDDEN);
}

/**
 * atl_nodes_show_label:
 * @node: a node that stands for a person of a session
 * @label: a text that is shown only if the person is shown by name, "" for what the person is shown by
 *
 * Changes the text into one that is no neutral label.
 */
void
atl_nodes_show_label (AtlNote    *node,
                      const char *label)
{
  atl_note_set_text (node, label);
  set_neutral (node, FALSE);
}

/**
 * atl_nodes_show_name:
 * @node: a node that stands for a person of a session
 *
 * Shows the first name again; nothing happens to a node of somebody without a name.
 */
void
atl_nodes_show_name (AtlNote *node)
{
  AtlPerson             *person = atl_nodes_find_person (node);
  g_autoptr (GHashTable) first_names = NULL;
  g_autofree char       *name = NULL;

  if (person == NULL || *atl_person_get_name (person) == '\0')
    return;
  first_names = count_first_names (session_of (node));
  name = dup_short_name (person, first_names);
  atl_nodes_show_label (node, name);
  atl_person_set_shown (person, ATL_SHOWN_NAME);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-neutral-labels.h"

#include "catalogue/atl-words.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "scene/atl-arranging.h"
#include "util/atl-shuffle.h"

#include <math.h>

/* The people of a map, each once. */
static GPtrArray *
dup_people (AtlBoard *board)
{
  g_autoptr (GPtrArray)  nodes = atl_nodes_dup (board);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray             *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < nodes->len; i++)
    {
      AtlPerson *person = atl_nodes_find_person (nodes->pdata[i]);

      if (person != NULL && g_hash_table_add (seen, person))
        g_ptr_array_add (people, g_object_ref (person));
    }
  return people;
}

/* On every board of the session, so that no other map still shows the name. */
static GPtrArray *
dup_nodes_of (AtlPerson *person)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (person));
  AtlList    *boards = atl_session_get_boards (session);
  GPtrArray  *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      g_autoptr (GPtrArray) nodes = atl_nodes_dup (atl_list_get (boards, i));

      for (guint j = 0; j < nodes->len; j++)
        if (atl_nodes_find_person (nodes->pdata[j]) == person)
          g_ptr_array_add (found, g_object_ref (nodes->pdata[j]));
    }
  return found;
}

/* Who chose not to be drawn at all is not given a role either. */
static gboolean
shows_role (AtlPerson    *person,
            GPtrArray    *nodes,
            AtlNeutralWay way)
{
  gboolean neutral = nodes->len > 0 && atl_nodes_has_neutral_label (nodes->pdata[0]);

  if (way != ATL_NEUTRAL_ROLES || *atl_person_get_role (person) == '\0')
    return FALSE;
  return neutral || atl_person_get_shown (person) != ATL_SHOWN_HIDDEN;
}

static char *
dup_label (AtlPerson *person,
           gboolean   role,
           guint      number)
{
  const char      *language = atl_session_get_language (atl_item_get_session (ATL_ITEM (person)));
  g_autofree char *n = g_strdup_printf ("%u", number);

  if (role)
    return g_strdup (atl_person_get_role (person));
  return atl_words_fill (language, "person-number", "n", n, NULL);
}

/* With the name gone, the label is the name. Beside a number, a role or who manages would tell who it is. */
static void
rename_person (AtlPerson    *person,
               GPtrArray    *nodes,
               const char   *label,
               AtlNeutralWay way)
{
  atl_person_set_name (person, label);
  if (way == ATL_NEUTRAL_NUMBERS)
    {
      atl_person_set_role (person, "");
      atl_person_set_manager (person, FALSE);
    }
  for (guint i = 0; i < nodes->len; i++)
    atl_nodes_show_label (nodes->pdata[i], label);
  atl_person_set_shown (person, ATL_SHOWN_NAME);
}

static void
hide_name (AtlPerson  *person,
           GPtrArray  *nodes,
           const char *label,
           gboolean    role)
{
  for (guint i = 0; i < nodes->len; i++)
    if (role)
      atl_nodes_show_label (nodes->pdata[i], "");
    else
      atl_nodes_set_neutral_label (nodes->pdata[i], label);
  if (role)
    atl_person_set_shown (person, ATL_SHOWN_ROLE);
}

static void
show_name (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    atl_nodes_show_name (nodes->pdata[i]);
}

static void
make_way (AtlBoard *board,
          AtlArea  *area)
{
  g_autoptr (AtlScene)     scene = atl_scene_new (board);
  AtlBox                  *box = atl_scene_find_box (scene, area);
  g_autoptr (AtlArranging) arranging = atl_arranging_new_apart (scene, box);

  if (!atl_arranging_run (arranging, NULL))
    return;
  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;
      gboolean stays;
      AtlNote *note = atl_arranging_get (arranging, i, &place, &stays);

      if (stays || atl_note_get_x (note) == ATL_PLACE_NONE)
        continue;
      atl_note_set_x (note, (int) lround (place.x));
      atl_note_set_y (note, (int) lround (place.y));
    }
}

static gboolean
has_people (AtlBoard *board)
{
  g_autoptr (GPtrArray) people = dup_people (board);

  return people->len > 0;
}

/* Longer labels make larger nodes, on any map of people. */
static void
make_way_on_maps (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);
      AtlList  *areas = atl_board_get_areas (board);

      for (guint j = 0; has_people (board) && j < atl_list_get_length (areas); j++)
        if (atl_area_is_map (atl_list_get (areas, j)))
          make_way (board, atl_list_get (areas, j));
    }
}

/**
 * atl_neutral_labels_apply:
 * @board: a map of a session
 * @way: how its people are shown
 * @remove_names: whether the names go from the session, too; not with %ATL_NEUTRAL_NAMES
 * @seed: of the order of the numbers
 *
 * Shows the people of the map in another way, on all boards. Numbers are dealt at random, in the language of
 * the session; where they take the place of names in the session, roles and who manages go as well. Nodes
 * that would cover others then make way, but for those that were placed by hand.
 *
 * Returns: how many people it was
 */
guint
atl_neutral_labels_apply (AtlBoard     *board,
                          AtlNeutralWay way,
                          gboolean      remove_names,
                          guint32       seed)
{
  g_autoptr (GPtrArray) people = dup_people (board);
  guint                 number = 0;

  atl_shuffle (people, seed); /* who stands first in the list must not be person 1 */
  for (guint i = 0; i < people->len; i++)
    {
      AtlPerson            *person = people->pdata[i];
      g_autoptr (GPtrArray) nodes = dup_nodes_of (person);
      gboolean              role = shows_role (person, nodes, way);
      g_autofree char      *label = dup_label (person, role, number + 1);

      number += !role;
      if (way == ATL_NEUTRAL_NAMES)
        show_name (nodes);
      else if (remove_names)
        rename_person (person, nodes, label, way);
      else
        hide_name (person, nodes, label, role);
    }
  make_way_on_maps (atl_item_get_session (ATL_ITEM (board)));
  return people->len;
}

/**
 * atl_neutral_labels_count:
 * @board: a map of a session
 *
 * Returns: how many people are on it
 */
guint
atl_neutral_labels_count (AtlBoard *board)
{
  g_autoptr (GPtrArray) people = dup_people (board);

  return people->len;
}

/**
 * atl_neutral_labels_can_show:
 * @board: a map of a session
 *
 * Returns: whether there is somebody on it who is not shown by name
 */
gboolean
atl_neutral_labels_can_show (AtlBoard *board)
{
  g_autoptr (GPtrArray) people = dup_people (board);

  for (guint i = 0; i < people->len; i++)
    if (atl_person_get_shown (people->pdata[i]) != ATL_SHOWN_NAME)
      return TRUE;
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-splits.h"

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "util/atl-rank.h"
#include "util/atl-shuffle.h"

/**
 * atl_session_find_group:
 * @session: a session
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the break-out group of this id
 */
AtlGroup *
atl_session_find_group (AtlSession *session,
                        const char *id)
{
  return id != NULL && *id != '\0' ? atl_list_find (atl_session_get_groups (session), id) : NULL;
}

static const char *
get_silo (AtlPerson *person)
{
  const char *const *silos = atl_person_get_silos (person);

  return silos != NULL ? silos[0] : "";
}

static int
compare_silos (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (get_silo (*(AtlPerson *const *) a), get_silo (*(AtlPerson *const *) b));
}

static GPtrArray *
list_present (AtlSession *session)
{
  AtlList   *people = atl_session_get_people (session);
  GPtrArray *present = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (people); i++)
    if (atl_person_get_present (atl_list_get (people, i)))
      g_ptr_array_add (present, atl_list_get (people, i));
  return present;
}

/**
 * atl_splits_deal:
 * @session: a session
 * @n: how many groups, at least 1
 * @seed: decides about chance: the same seed deals the same way
 *
 * Deals the people who are present to groups, like cards: at random, no group larger than another by more
 * than one, and the people of each silo spread over the groups.
 *
 * Returns: (transfer full) (element-type GStrv): @n teams, some of them empty where people are few
 */
GPtrArray *
atl_splits_deal (AtlSession *session,
                 guint       n,
                 guint32     seed)
{
  GPtrArray            *teams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) people = list_present (session);

  g_return_val_if_fail (n > 0, teams);

  atl_shuffle (people, seed);
  g_ptr_array_sort (people, compare_silos);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GStrvBuilder) team = g_strv_builder_new ();

      for (guint j = i; j < people->len; j += n)
        g_strv_builder_add (team, atl_item_get_id (people->pdata[j]));
      g_ptr_array_add (teams, g_strv_builder_end (team));
    }
  return teams;
}

/**
 * atl_splits_make_groups:
 * @session: a session
 * @titles: (array zero-terminated=1): the name of each group
 * @teams: (nullable) (element-type GStrv): who works in which, one entry for each title
 *
 * Adds break-out groups to the session, after those it has.
 *
 * Returns: (transfer full) (element-type AtlGroup): the groups
 */
GPtrArray *
atl_splits_make_groups (AtlSession        *session,
                        const char *const *titles,
                        GPtrArray         *teams)
{
  AtlList         *list = atl_session_get_groups (session);
  GPtrArray       *groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *first = atl_list_dup_end_rank (list);
  guint            n = g_strv_length ((GStrv) titles);
  g_auto (GStrv)   ranks = n > 1 ? atl_rank_spread (first, NULL, n - 1) : NULL;

  for (guint i = 0; i < n; i++)
    {
      AtlGroup *group = atl_group_new (NULL);

      atl_group_set_title (group, titles[i]);
      atl_group_set_rank (group, i == 0 ? first : ranks[i - 1]);
      if (teams != NULL && i < teams->len)
        atl_group_set_people (group, teams->pdata[i]);
      g_ptr_array_add (groups, group);
    }
  atl_list_insert_many (list, groups);
  return groups;
}

static GHashTable *
list_used (AtlSession *session)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);
  AtlList    *boards = atl_session_get_boards (session);

  g_hash_table_add (used, (gpointer) atl_session_get_group (session));
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_board_get_notes (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (notes); j++)
        g_hash_table_add (used, (gpointer) atl_note_get_group (atl_list_get (notes, j)));
    }
  return used;
}

static GPtrArray *
list_groups (AtlSession *session,
             gboolean    used)
{
  g_autoptr (GHashTable) ids = list_used (session);
  AtlList               *groups = atl_session_get_groups (session);
  GPtrArray             *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (groups); i++)
    {
      AtlItem *group = atl_list_get (groups, i);

      if (g_hash_table_contains (ids, atl_item_get_id (group)) == used)
        g_ptr_array_add (found, g_object_ref (group));
    }
  return found;
}

/**
 * atl_splits_dup_used:
 * @session: a session
 *
 * Returns: (transfer full) (element-type AtlGroup): the groups that notes belong to, and the one whose copy
 * the session is
 */
GPtrArray *
atl_splits_dup_used (AtlSession *session)
{
  return list_groups (session, TRUE);
}

/**
 * atl_splits_remove_unused:
 * @session: a session
 *
 * Removes the groups that no note belongs to.
 */
void
atl_splits_remove_unused (AtlSession *session)
{
  g_autoptr (GPtrArray) unused = list_groups (session, FALSE);

  atl_list_remove_many (atl_session_get_groups (session), unused);
}

static GHashTable *
index_people (GPtrArray *groups)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      const char *const *people = atl_group_get_people (groups->pdata[i]);

      for (guint j = 0; people != NULL && people[j] != NULL; j++)
        g_hash_table_insert (index, (gpointer) people[j], (gpointer) atl_item_get_id (groups->pdata[i]));
    }
  return index;
}

static guint
assign_board (AtlBoard   *board,
              GHashTable *by_person)
{
  AtlList *notes = atl_board_get_notes (board);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote    *note = atl_list_get (notes, i);
      const char *group = g_hash_table_lookup (by_person, atl_note_get_author (note));

      if (group == NULL || *atl_note_get_group (note) != '\0')
        continue;
      atl_note_set_group (note, group);
      n++;
    }
  return n;
}

/**
 * atl_splits_assign_notes:
 * @session: a session
 * @groups: (element-type AtlGroup): groups of the session
 *
 * Gives each note the group that its author works in. Notes that have a group keep it, and those of nobody
 * stay everybody's.
 *
 * Returns: how many notes got a group
 */
guint
atl_splits_assign_notes (AtlSession *session,
                         GPtrArray  *groups)
{
  g_autoptr (GHashTable) by_person = index_people (groups);
  AtlList               *boards = atl_session_get_boards (session);
  guint                  n = 0;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    n += assign_board (atl_list_get (boards, i), by_person);
  return n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-roll.h"

#include "model/atl-authors.h"

/* Who can be called upon in the room, and how. */

/**
 * atl_roll_dup:
 * @session: a session
 * @silo: (nullable): the silo they are from, %NULL for all
 * @n_left_out: (out) (optional): how many are here, but do not want to be shown
 *
 * Returns: (transfer full) (element-type AtlPerson): the people who are present and may be called by name or
 *   role, in the order of the list
 */
GPtrArray *
atl_roll_dup (AtlSession *session,
              AtlSilo    *silo,
              guint      *n_left_out)
{
  AtlList   *people = atl_session_get_people (session);
  GPtrArray *roll = g_ptr_array_new_with_free_func (g_object_unref);
  guint      n = 0;

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson       *person = atl_list_get (people, i);
      g_autofree char *shown = NULL;

      if (!atl_person_get_present (person) || (silo != NULL && atl_person_find_silo (person) != silo))
        continue;
      shown = atl_person_dup_shown (person, TRUE);
      if (shown != NULL)
        g_ptr_array_add (roll, g_object_ref (person));
      else
        n++;
    }
  if (n_left_out != NULL)
    *n_left_out = n;
  return roll;
}

/**
 * atl_roll_dup_details:
 * @person: somebody who can be called
 *
 * Returns: (transfer full): silo and role, as far as there are any, without what they are called by
 */
char *
atl_roll_dup_details (AtlPerson *person)
{
  AtlSilo    *silo = atl_person_find_silo (person);
  const char *of = silo != NULL ? atl_silo_get_name (silo) : "";
  const char *role = atl_person_get_shown (person) == ATL_SHOWN_NAME ? atl_person_get_role (person) : "";

  return g_strconcat (of, *of != '\0' && *role != '\0' ? " · " : "", role, NULL);
}

/**
 * atl_roll_dup_line:
 * @person: somebody who can be called
 *
 * Returns: (transfer full): as "Ada Martin (IT)"
 */
char *
atl_roll_dup_line (AtlPerson *person)
{
  g_autofree char *shown = atl_person_dup_shown (person, TRUE);
  AtlSilo         *silo = atl_person_find_silo (person);

  if (silo == NULL || *atl_silo_get_name (silo) == '\0')
    return g_strdup (shown != NULL ? shown : "");
  return g_strdup_printf ("%s (%s)", shown != NULL ? shown : "", atl_silo_get_name (silo));
}

/**
 * atl_roll_dup_writers:
 * @board: (nullable): a board
 *
 * Who wrote on a board that shows no authors stays unknown here, too.
 *
 * Returns: (transfer full) (element-type utf8): the ids of the people whose notes it has
 */
GHashTable *
atl_roll_dup_writers (AtlBoard *board)
{
  GHashTable *writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AtlList    *notes = board != NULL ? atl_board_get_notes (board) : NULL;

  if (notes == NULL || atl_board_get_authors (board) == ATL_AUTHORS_NONE)
    return writers;
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      const char *author = atl_note_get_author (atl_list_get (notes, i));

      if (*author != '\0')
        g_hash_table_add (writers, g_strdup (author));
    }
  return writers;
}

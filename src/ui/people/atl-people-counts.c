/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-counts.h"

#include "ui/people/atl-people-edits.h"

static void
count_person (GHashTable *counts,
              gpointer    silo,
              AtlPerson  *person)
{
  AtlPeopleCount *count = g_hash_table_lookup (counts, silo);

  if (count == NULL)
    {
      count = g_new0 (AtlPeopleCount, 1);
      g_hash_table_insert (counts, silo, count);
    }
  count->n++;
  count->n_present += atl_person_get_present (person) ? 1 : 0;
}

/**
 * atl_people_counts_get:
 * @counts: (element-type gpointer AtlPeopleCount): what was counted; empty, to be counted now
 * @session: a session
 * @silo: (nullable): a silo, %NULL for those who have none, @session for all
 *
 * Returns: how many people @silo has
 */
AtlPeopleCount
atl_people_counts_get (GHashTable *counts,
                       AtlSession *session,
                       gpointer    silo)
{
  AtlList        *people = atl_session_get_people (session);
  AtlPeopleCount *count = NULL;

  if (g_hash_table_size (counts) == 0)
    for (guint i = 0; i < atl_list_get_length (people); i++)
      {
        AtlPerson *person = atl_list_get (people, i);

        count_person (counts, atl_person_find_silo (person), person);
        count_person (counts, session, person);
      }
  count = g_hash_table_lookup (counts, silo);
  return count != NULL ? *count : (AtlPeopleCount){ 0 };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-partitions.h"

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "util/atl-fold.h"

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

/**
 * atl_partitions_dup_names:
 * @session: a session
 *
 * Returns: (transfer full): the partitions that have silos, in the order of these, and the active one
 */
char **
atl_partitions_dup_names (AtlSession *session)
{
  AtlList               *silos = atl_session_get_silos (session);
  const char            *active = atl_session_get_active_partition (session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray)  names = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      const char *name = atl_silo_get_partition (atl_list_get (silos, i));

      if (g_hash_table_add (seen, (gpointer) name))
        g_ptr_array_add (names, g_strdup (name));
    }
  if (!g_hash_table_contains (seen, active))
    g_ptr_array_add (names, g_strdup (active));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * atl_partitions_dup_silos:
 * @session: a session
 * @partition: one of its partitions
 *
 * Returns: (transfer full) (element-type AtlSilo): its silos in their order
 */
GPtrArray *
atl_partitions_dup_silos (AtlSession *session,
                          const char *partition)
{
  AtlList   *silos = atl_session_get_silos (session);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    if (g_str_equal (atl_silo_get_partition (atl_list_get (silos, i)), partition))
      g_ptr_array_add (found, g_object_ref (atl_list_get (silos, i)));
  return found;
}

/**
 * atl_partitions_find_silo:
 * @person: a person of a session
 * @partition: one of its partitions
 *
 * Returns: (transfer none) (nullable): the silo of @person there
 */
AtlSilo *
atl_partitions_find_silo (AtlPerson  *person,
                          const char *partition)
{
  AtlSession        *session = atl_item_get_session (ATL_ITEM (person));
  const char *const *ids = atl_person_get_silos (person);

  for (guint i = 0; session != NULL && ids != NULL && ids[i] != NULL; i++)
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (session), ids[i]);

      if (silo != NULL && g_str_equal (atl_silo_get_partition (silo), partition))
        return silo;
    }
  return NULL;
}

static gboolean
is_taken (AtlSession *session,
          const char *name)
{
  g_auto (GStrv)   names = atl_partitions_dup_names (session);
  g_autofree char *wanted = atl_fold (name);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = atl_fold (names[i]);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }
  return FALSE;
}

/* What the silos of @partition are silos of. */
static void
rename_silos (AtlSession *session,
              const char *partition,
              const char *name)
{
  g_autoptr (GPtrArray) silos = atl_partitions_dup_silos (session, partition);

  for (guint i = 0; i < silos->len; i++)
    atl_silo_set_partition (silos->pdata[i], name);
}

/**
 * atl_partitions_add:
 * @session: a session
 * @name: of the new partition
 * @unnamed: the name for a partition that has none yet, since only a single one can go without
 *
 * Makes a partition without silos the active one.
 *
 * Returns: whether it was made; %FALSE if there is one of that name
 */
gboolean
atl_partitions_add (AtlSession *session,
                    const char *name,
                    const char *unnamed)
{
  if (*name == '\0' || is_taken (session, name))
    return FALSE;
  if (!is_taken (session, unnamed))
    rename_silos (session, "", unnamed);
  if (is_taken (session, name))
    return FALSE;
  atl_session_set_partition (session, name);
  return TRUE;
}

/**
 * atl_partitions_rename:
 * @session: a session
 * @partition: one of its partitions
 * @name: its new name
 *
 * Returns: whether it has that name now; %FALSE if another one has it
 */
gboolean
atl_partitions_rename (AtlSession *session,
                       const char *partition,
                       const char *name)
{
  g_autofree char *old = g_strdup (partition);
  gboolean         active = g_str_equal (partition, atl_session_get_active_partition (session));
  g_autofree char *folded = atl_fold (name);
  g_autofree char *before = atl_fold (partition);

  if (*name == '\0' || (!g_str_equal (folded, before) && is_taken (session, name)))
    return FALSE;
  rename_silos (session, old, name);
  if (active)
    atl_session_set_partition (session, name);
  return TRUE;
}

static guint
count_tint (AtlList    *silos,
            const char *partition,
            AtlTint     tint)
{
  guint n = 0;

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    n += atl_silo_get_color (atl_list_get (silos, i)) == tint &&
         g_str_equal (atl_silo_get_partition (atl_list_get (silos, i)), partition);
  return n;
}

/* The first color that fewest silos of the partition have. */
static AtlTint
choose_tint (AtlList    *silos,
             const char *partition)
{
  AtlTint best = atl_silo_get_nth_tint (0);

  for (guint i = 1; i < ATL_SILO_N_TINTS; i++)
    if (count_tint (silos, partition, atl_silo_get_nth_tint (i)) < count_tint (silos, partition, best))
      best = atl_silo_get_nth_tint (i);
  return best;
}

/**
 * atl_partitions_add_silo:
 * @session: a session
 * @partition: the partition of the new silo
 * @name: its name
 *
 * Returns: (transfer none): a silo behind the others, in a color that is little used
 */
AtlSilo *
atl_partitions_add_silo (AtlSession *session,
                         const char *partition,
                         const char *name)
{
  AtlList            *silos = atl_session_get_silos (session);
  g_autoptr (AtlSilo) silo = atl_silo_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (silos);

  atl_silo_set_name (silo, name);
  atl_silo_set_partition (silo, partition);
  atl_silo_set_color (silo, choose_tint (silos, partition));
  atl_silo_set_rank (silo, rank);
  atl_list_insert (silos, ATL_ITEM (silo));
  return silo;
}

/* The notes of a session that stand for a silo. */
static GPtrArray *
dup_team_notes (AtlSilo *silo)
{
  AtlList   *boards = atl_session_get_boards (atl_item_get_session (ATL_ITEM (silo)));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_board_get_notes (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (notes); j++)
        if (g_str_equal (atl_note_get_silo (atl_list_get (notes, j)), id_of (silo)))
          g_ptr_array_add (found, atl_list_get (notes, j));
    }
  return found;
}

/**
 * atl_partitions_rename_silo:
 * @silo: a silo of a session
 * @name: its new name
 *
 * Renames the silo, and the nodes that stand for it under its old name.
 */
void
atl_partitions_rename_silo (AtlSilo    *silo,
                            const char *name)
{
  g_autoptr (GPtrArray) notes = dup_team_notes (silo);

  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (atl_note_get_text (notes->pdata[i]), atl_silo_get_name (silo)))
      atl_note_set_text (notes->pdata[i], name);
  atl_silo_set_name (silo, name);
}

static void
take_out (AtlPerson  *person,
          const char *id)
{
  const char *const    *ids = atl_person_get_silos (person);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (ids == NULL || !g_strv_contains (ids, id))
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id))
      g_ptr_array_add (kept, (gpointer) ids[i]);
  g_ptr_array_add (kept, NULL);
  atl_person_set_silos (person, (const char *const *) kept->pdata);
}

/**
 * atl_partitions_delete_silo:
 * @silo: a silo of a session
 *
 * Takes the silo away. Its people stay, without a silo in this partition; so do the nodes that stood for it.
 */
void
atl_partitions_delete_silo (AtlSilo *silo)
{
  AtlSession           *session = atl_item_get_session (ATL_ITEM (silo));
  AtlList              *people = atl_session_get_people (session);
  g_autoptr (GPtrArray) notes = dup_team_notes (silo);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    take_out (atl_list_get (people, i), id_of (silo));
  for (guint i = 0; i < notes->len; i++)
    atl_note_set_silo (notes->pdata[i], "");
  atl_list_remove (atl_session_get_silos (session), ATL_ITEM (silo));
}

/**
 * atl_partitions_set_factory:
 * @silo: a silo of a session
 * @factory: whether it is the digital factory
 *
 * A partition has one factory: another silo stops being it.
 */
void
atl_partitions_set_factory (AtlSilo *silo,
                            gboolean factory)
{
  AtlSession           *session = atl_item_get_session (ATL_ITEM (silo));
  g_autoptr (GPtrArray) silos = atl_partitions_dup_silos (session, atl_silo_get_partition (silo));

  for (guint i = 0; factory && i < silos->len; i++)
    if (silos->pdata[i] != silo)
      atl_silo_set_factory (silos->pdata[i], FALSE);
  atl_silo_set_factory (silo, factory);
}

/**
 * atl_partitions_put:
 * @person: a person of a session
 * @partition: one of its partitions
 * @silo: (nullable): a silo of @partition, or %NULL to take the person out
 *
 * Changes the silo in this partition; those in other partitions stay.
 */
void
atl_partitions_put (AtlPerson  *person,
                    const char *partition,
                    AtlSilo    *silo)
{
  AtlSilo              *old = atl_partitions_find_silo (person, partition);
  const char *const    *ids = atl_person_get_silos (person);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  if (silo == old)
    return;
  if (silo != NULL)
    g_ptr_array_add (kept, (gpointer) id_of (silo));
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (old == NULL || !g_str_equal (ids[i], id_of (old)))
      g_ptr_array_add (kept, (gpointer) ids[i]);
  g_ptr_array_add (kept, NULL);
  atl_person_set_silos (person, (const char *const *) kept->pdata);
}

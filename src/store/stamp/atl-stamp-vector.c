/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-stamp-vector.h"

#include <string.h>

struct _AtlStampVector
{
  GHashTable *counters; /* gint64 actor to counter */
};

/**
 * atl_stamp_vector_new:
 * @texts: (nullable): stamps as a file holds them; what is no stamp is passed over
 *
 * Returns: (transfer full): a vector
 */
AtlStampVector *
atl_stamp_vector_new (const char *const *texts)
{
  AtlStampVector *self = g_new0 (AtlStampVector, 1);
  AtlStamp        stamp;

  self->counters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (atl_stamp_parse (texts[i], &stamp))
      atl_stamp_vector_add (self, stamp);
  return self;
}

/**
 * atl_stamp_vector_free:
 * @self: (transfer full): a vector
 */
void
atl_stamp_vector_free (AtlStampVector *self)
{
  g_hash_table_unref (self->counters);
  g_free (self);
}

static guint32
get_counter (const AtlStampVector *self, guint64 actor)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counters, &actor));
}

/**
 * atl_stamp_vector_add:
 * @self: a vector
 * @stamp: a stamp that was seen, with all that the same actor stamped before
 */
void
atl_stamp_vector_add (AtlStampVector *self, AtlStamp stamp)
{
  if (stamp.counter > get_counter (self, stamp.actor))
    g_hash_table_insert (self->counters, g_memdup2 (&stamp.actor, sizeof stamp.actor),
                         GUINT_TO_POINTER (stamp.counter));
}

/**
 * atl_stamp_vector_join:
 * @self: a vector
 * @other: what was seen besides
 */
void
atl_stamp_vector_join (AtlStampVector *self, const AtlStampVector *other)
{
  GHashTableIter iter;
  gpointer       actor, counter;

  g_hash_table_iter_init (&iter, other->counters);
  while (g_hash_table_iter_next (&iter, &actor, &counter))
    atl_stamp_vector_add (self, (AtlStamp){ *(guint64 *) actor, GPOINTER_TO_UINT (counter) });
}

/**
 * atl_stamp_vector_covers:
 * @self: a vector
 * @stamp: a stamp
 *
 * Returns: whether it was seen; the base always was
 */
gboolean
atl_stamp_vector_covers (const AtlStampVector *self, AtlStamp stamp)
{
  return atl_stamp_is_base (stamp) || stamp.counter <= get_counter (self, stamp.actor);
}

/**
 * atl_stamp_vector_includes:
 * @self: a vector
 * @other: another one
 *
 * Returns: whether all that @other has seen was seen
 */
gboolean
atl_stamp_vector_includes (const AtlStampVector *self, const AtlStampVector *other)
{
  GHashTableIter iter;
  gpointer       actor, counter;

  g_hash_table_iter_init (&iter, other->counters);
  while (g_hash_table_iter_next (&iter, &actor, &counter))
    if (GPOINTER_TO_UINT (counter) > get_counter (self, *(guint64 *) actor))
      return FALSE;
  return TRUE;
}

/**
 * atl_stamp_vector_get_highest:
 * @self: a vector
 *
 * Returns: the highest counter that ours has to follow
 */
guint32
atl_stamp_vector_get_highest (const AtlStampVector *self)
{
  GHashTableIter iter;
  gpointer       counter;
  guint32        highest = 0;

  g_hash_table_iter_init (&iter, self->counters);
  while (g_hash_table_iter_next (&iter, NULL, &counter))
    if (GPOINTER_TO_UINT (counter) <= ATL_STAMP_MAX_FOLLOWED)
      highest = MAX (highest, GPOINTER_TO_UINT (counter));
  return highest;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/**
 * atl_stamp_vector_dup_texts:
 * @self: a vector
 *
 * Returns: (transfer full): its entries as a file holds them, in the order of their bytes
 */
char **
atl_stamp_vector_dup_texts (const AtlStampVector *self)
{
  GPtrArray     *texts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       actor, counter;

  g_hash_table_iter_init (&iter, self->counters);
  while (g_hash_table_iter_next (&iter, &actor, &counter))
    {
      char text[ATL_STAMP_TEXT_SIZE];

      atl_stamp_print ((AtlStamp){ *(guint64 *) actor, GPOINTER_TO_UINT (counter) }, text);
      g_ptr_array_add (texts, g_strdup (text));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (texts, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-difference.h"

#include "model/atl-note.h"

/* What a session holds, by kind and id. */
static guint
hash_item (gconstpointer item)
{
  return g_str_hash (atl_item_get_id ((AtlItem *) item)) ^ (guint) G_OBJECT_TYPE (item);
}

static gboolean
is_same_item (gconstpointer a, gconstpointer b)
{
  return G_OBJECT_TYPE (a) == G_OBJECT_TYPE (b) &&
         g_str_equal (atl_item_get_id ((AtlItem *) a), atl_item_get_id ((AtlItem *) b));
}

static void collect (AtlItem *item, GHashTable *items);

static void
collect_list (AtlList *list, GHashTable *items)
{
  for (guint i = 0; i < atl_list_get_length (list); i++)
    {
      g_hash_table_add (items, atl_list_get (list, i));
      collect (atl_list_get (list, i), items);
    }
}

static void
collect (AtlItem *item, GHashTable *items)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      collect_list (atl_item_get_child_list (item, i), items);
}

static GHashTable *
collect_all (AtlSession *session)
{
  GHashTable *items = g_hash_table_new (hash_item, is_same_item);

  collect (ATL_ITEM (session), items);
  return items;
}

/* What a session has seen of others is no content. */
static gboolean
is_content (AtlItem *item, guint field)
{
  return ATL_ITEM_GET_CLASS (item)->fields[field].type != ATL_VALUE_LIST &&
         !(ATL_IS_SESSION (item) && field == ATL_SESSION_VECTOR);
}

static gboolean
is_equal (AtlItem *a, AtlItem *b)
{
  guint n = ATL_ITEM_GET_CLASS (a)->n_fields;

  for (guint i = 0; i < n; i++)
    {
      AtlValue left;
      AtlValue right;

      if (!is_content (a, i))
        continue;
      left = atl_item_peek_value (a, i);
      right = atl_item_peek_value (b, i);
      if (!atl_value_equal (&left, &right))
        return FALSE;
    }
  return TRUE;
}

/* Adds to @notes or to the others. */
static void
count (AtlDifference *self, gpointer item, guint *notes)
{
  if (ATL_IS_NOTE (item))
    (*notes)++;
  else
    self->others++;
}

/**
 * atl_difference_compute:
 * @from: one state of a session
 * @to: another one
 * @difference: (out caller-allocates): what was added, removed and changed on the way from @from to @to
 *
 * Compares by kind and id; a note that was moved counts as changed. Linear. Both sessions may be private to
 * a thread.
 */
void
atl_difference_compute (AtlSession *from, AtlSession *to, AtlDifference *difference)
{
  g_autoptr (GHashTable) before = collect_all (from);
  g_autoptr (GHashTable) after = collect_all (to);
  AtlDifference          result = { 0 };
  GHashTableIter         iter;
  gpointer               item;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      gpointer old = g_hash_table_lookup (before, item);

      result.n_notes += ATL_IS_NOTE (item);
      if (old == NULL)
        count (&result, item, &result.added);
      else if (!is_equal (old, item))
        count (&result, item, &result.changed);
    }
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (!g_hash_table_contains (after, item))
      count (&result, item, &result.removed);
  result.others += !is_equal (ATL_ITEM (from), ATL_ITEM (to));
  *difference = result;
}

/**
 * atl_difference_is_none:
 * @self: a difference
 *
 * Returns: whether both states hold the same
 */
gboolean
atl_difference_is_none (const AtlDifference *self)
{
  return self->added == 0 && self->removed == 0 && self->changed == 0 && self->others == 0;
}

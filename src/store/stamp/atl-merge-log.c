/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-log.h"

#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-book.h"
#include "store/stamp/atl-merge-value.h"

/* What an item had at one moment. */
typedef struct
{
  AtlStampSet *stamps[ATL_MERGE_N_GROUPS];
  GVariant    *values[ATL_MERGE_N_GROUPS];
  GVariant    *alternatives;
  JsonObject  *unknown;
  GHashTable  *unusables;
} State;

typedef struct
{
  AtlItem *item;
  guint    groups;
  State    before;
  State    after;
} Touch;

typedef struct
{
  AtlItem *before;
  AtlItem *after;
} Grave;

struct _AtlMergeLog
{
  AtlStampVector *seen; /* what the other session had seen */
  GPtrArray      *touches;
  GPtrArray      *graves;
  gboolean        undone;
  gboolean        pending; /* undone or redone since the last stamps */
};

static void
state_clear (State *state)
{
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    {
      g_free (state->stamps[i]);
      g_clear_pointer (&state->values[i], g_variant_unref);
    }
  g_clear_pointer (&state->alternatives, g_variant_unref);
  g_clear_pointer (&state->unknown, json_object_unref);
  g_clear_pointer (&state->unusables, g_hash_table_unref);
}

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  state_clear (&touch->before);
  state_clear (&touch->after);
  if (!ATL_IS_SESSION (touch->item))
    g_object_unref (touch->item);
  g_free (touch);
}

static void
grave_free (gpointer data)
{
  Grave *grave = data;

  g_clear_object (&grave->before);
  g_clear_object (&grave->after);
  g_free (grave);
}

static void
take (State *state, AtlItem *item, guint groups)
{
  AtlCarried *carried = atl_carried_ensure (item);
  GVariant   *alternatives = atl_item_get_alternatives (item);

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((groups & 1u << i) != 0)
      {
        AtlStampSet stamps = atl_carried_peek_stamps (item, i);

        state->stamps[i] = atl_stamp_set_dup (&stamps);
        state->values[i] = atl_merge_value_dup (item, i);
      }
  state->alternatives = alternatives != NULL ? g_variant_ref (alternatives) : NULL;
  if (atl_carried_get_unknown (carried) != NULL)
    state->unknown = json_object_ref (atl_carried_get_unknown (carried));
  if (atl_carried_get_unusables (carried) != NULL)
    state->unusables = g_hash_table_ref (atl_carried_get_unusables (carried));
}

/**
 * atl_merge_log_new:
 * @seen: what the other session had seen
 *
 * Returns: (transfer full): an empty log
 */
AtlMergeLog *
atl_merge_log_new (const AtlStampVector *seen)
{
  AtlMergeLog *self = g_new0 (AtlMergeLog, 1);

  self->seen = atl_stamp_vector_new (NULL);
  atl_stamp_vector_join (self->seen, seen);
  self->touches = g_ptr_array_new_with_free_func (touch_free);
  self->graves = g_ptr_array_new_with_free_func (grave_free);
  return self;
}

/**
 * atl_merge_log_free:
 * @self: (transfer full): a log
 */
void
atl_merge_log_free (AtlMergeLog *self)
{
  atl_stamp_vector_free (self->seen);
  g_ptr_array_unref (self->touches);
  g_ptr_array_unref (self->graves);
  g_free (self);
}

/**
 * atl_merge_log_add_item:
 * @self: a log
 * @item: an item of our session, not yet changed by the merge
 * @groups: bit set of the merge groups that will change
 */
void
atl_merge_log_add_item (AtlMergeLog *self, AtlItem *item, guint groups)
{
  Touch *touch = g_new0 (Touch, 1);

  touch->item = ATL_IS_SESSION (item) ? item : g_object_ref (item); /* the session keeps the log itself */
  touch->groups = groups;
  take (&touch->before, item, groups);
  g_ptr_array_add (self->touches, touch);
}

/**
 * atl_merge_log_add_grave:
 * @self: a log
 * @before: (nullable): the tombstone that was there
 * @after: (nullable): the one that is there now
 */
void
atl_merge_log_add_grave (AtlMergeLog *self, AtlItem *before, AtlItem *after)
{
  Grave *grave = g_new0 (Grave, 1);

  g_set_object (&grave->before, before);
  g_set_object (&grave->after, after);
  g_ptr_array_add (self->graves, grave);
}

/**
 * atl_merge_log_end:
 * @self: a log
 *
 * Takes note of the items as the merge left them.
 */
void
atl_merge_log_end (AtlMergeLog *self)
{
  for (guint i = 0; i < self->touches->len; i++)
    {
      Touch *touch = self->touches->pdata[i];

      take (&touch->after, touch->item, touch->groups);
    }
}

static void
put_carried (AtlItem *item, const State *state)
{
  AtlCarried *carried = atl_carried_ensure (item);

  atl_carried_set_unknown (carried, state->unknown != NULL ? json_object_ref (state->unknown) : NULL);
  atl_carried_set_unusables (carried, state->unusables != NULL ? g_hash_table_ref (state->unusables) : NULL);
}

static void
put_grave (AtlMergeBook *book, AtlItem *from, AtlItem *to)
{
  AtlItemKey key = atl_item_key (from != NULL ? from : to);

  if (atl_merge_book_find (book, &key) != from)
    return;
  if (to != NULL)
    atl_merge_book_bury (book, to);
  else
    atl_merge_book_forget (book, &key);
}

/**
 * atl_merge_log_follow:
 * @self: a log
 * @seen: what our session has seen now
 * @book: the book of our session
 *
 * Finds out whether the merge was undone or redone. If so, tombstones and what is carried go back or forth at
 * once.
 */
void
atl_merge_log_follow (AtlMergeLog *self, const AtlStampVector *seen, AtlMergeBook *book)
{
  gboolean undone = !atl_stamp_vector_includes (seen, self->seen);

  if (undone == self->undone)
    return;
  self->undone = undone;
  self->pending = !self->pending;
  for (guint i = 0; i < self->touches->len; i++)
    {
      Touch *touch = self->touches->pdata[i];

      put_carried (touch->item, undone ? &touch->before : &touch->after);
    }
  for (guint i = 0; i < self->graves->len; i++)
    {
      Grave *grave = self->graves->pdata[i];

      put_grave (book, undone ? grave->after : grave->before, undone ? grave->before : grave->after);
    }
}

/**
 * atl_merge_log_is_pending:
 * @self: a log
 *
 * Returns: whether the merge was undone, or redone, since the stamps were settled
 */
gboolean
atl_merge_log_is_pending (AtlMergeLog *self)
{
  return self->pending;
}

/**
 * atl_merge_log_is_undone:
 * @self: a log
 *
 * Returns: whether the merge is undone
 */
gboolean
atl_merge_log_is_undone (AtlMergeLog *self)
{
  return self->undone;
}

/**
 * atl_merge_log_collect_returned:
 * @self: a log that is undone
 * @keys: set of AtlItemKey, with g_free() for its keys; gets the items that the merge had deleted
 *
 * These are as they were before, stamps included.
 */
void
atl_merge_log_collect_returned (AtlMergeLog *self, GHashTable *keys)
{
  for (guint i = 0; i < self->graves->len; i++)
    {
      Grave *grave = self->graves->pdata[i];

      if (grave->before == NULL && grave->after != NULL)
        {
          AtlItemKey key = atl_item_key (grave->after);

          g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
        }
    }
}

static gboolean
entries_equal (GVariant *a, GVariant *b, guint group)
{
  const char          *nick = atl_merge_groups_get_nick (group);
  g_autoptr (GVariant) one = a != NULL ? g_variant_lookup_value (a, nick, NULL) : NULL;
  g_autoptr (GVariant) two = b != NULL ? g_variant_lookup_value (b, nick, NULL) : NULL;

  if (one == NULL || two == NULL)
    return one == two;
  return g_variant_equal (one, two);
}

static void
settle_group (const Touch *touch, guint group, gboolean undone, AtlMergeLogSettled settled, gpointer data)
{
  const State         *from = undone ? &touch->after : &touch->before;
  const State         *to = undone ? &touch->before : &touch->after;
  AtlStampSet          now = atl_carried_peek_stamps (touch->item, group);
  g_autoptr (GVariant) value = NULL;

  if (!atl_stamp_set_equal (&now, from->stamps[group]))
    return;
  atl_carried_set_group_stamps (atl_carried_ensure (touch->item), group, to->stamps[group]);
  value = atl_merge_value_dup (touch->item, group);
  settled (touch->item, group,
           g_variant_equal (value, to->values[group]) &&
             entries_equal (atl_item_get_alternatives (touch->item), to->alternatives, group),
           data);
}

/**
 * atl_merge_log_settle:
 * @self: a pending log
 * @settled: called for each group that gets back the stamps that it had
 * @data: for @settled
 *
 * Gives the items the stamps they had before the merge if it was undone, after it if it was redone.
 */
void
atl_merge_log_settle (AtlMergeLog *self, AtlMergeLogSettled settled, gpointer data)
{
  self->pending = FALSE;
  for (guint i = 0; i < self->touches->len; i++)
    {
      Touch *touch = self->touches->pdata[i];

      for (guint group = 0; group < ATL_MERGE_N_GROUPS; group++)
        if ((touch->groups & 1u << group) != 0)
          settle_group (touch, group, self->undone, settled, data);
    }
}

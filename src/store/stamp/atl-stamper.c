/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-stamper.h"

#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-book.h"
#include "store/stamp/atl-merge-log.h"
#include "store/stamp/atl-merge-tombstone.h"
#include "store/stamp/atl-merge-value.h"
#include "store/stamp/atl-stamp-mark.h"

/**
 * AtlStamper:
 *
 * Gives every version a stamp: it listens to a session, and when asked, each merge group that changed since
 * the last time gets our next stamp, and what is gone a tombstone. What did not change costs nothing.
 */
struct _AtlStamper
{
  GObject parent_instance;

  AtlSession     *session;
  GHashTable     *marks; /* AtlItem to AtlStampMark */
  guint           paused;
  AtlStampVector *seen; /* while stamping */
  guint           generation;
  gboolean        stamped;
  gboolean        undone;   /* a merge was undone or redone since the last time */
  GHashTable     *returned; /* set of AtlItemKey: what such a merge had deleted */
};

G_DEFINE_FINAL_TYPE (AtlStamper, atl_stamper, G_TYPE_OBJECT)

static AtlStampMark *
ensure_mark (AtlStamper *self, AtlItem *item, gboolean was_in, const char *container)
{
  AtlStampMark *mark = g_hash_table_lookup (self->marks, item);

  if (mark != NULL)
    return mark;
  mark = atl_stamp_mark_new (item, was_in, container);
  g_hash_table_insert (self->marks, item, mark);
  return mark;
}

/* An item comes and goes with everything in it. */
static void
mark_tree (AtlStamper *self, AtlItem *item, gboolean was_in, AtlItem *parent)
{
  const char   *container = ATL_IS_SESSION (parent) ? "" : atl_item_get_id (parent);
  AtlStampMark *mark = ensure_mark (self, item, was_in, container);
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  if (was_in)
    g_set_object (&mark->left, parent);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (item, i);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          mark_tree (self, atl_list_get (list, j), was_in, item);
      }
}

/* Undoing a merge takes back what the session has seen. */
static void
follow_logs (AtlStamper *self)
{
  AtlMergeBook              *book = atl_merge_book_ensure (self->session);
  g_autoptr (AtlStampVector) seen = atl_merge_book_dup_vector (self->session);
  GPtrArray                 *logs = atl_merge_book_get_logs (book);

  for (guint i = logs->len; i > 0; i--)
    atl_merge_log_follow (logs->pdata[i - 1], seen, book);
}

static void
changed_cb (AtlStamper *self, AtlChange *change)
{
  AtlItem      *item = atl_change_get_item (change);
  AtlChangeKind kind = atl_change_get_kind (change);
  AtlStampMark *mark;

  if (self->paused > 0)
    return;
  if (kind != ATL_CHANGE_SET)
    {
      AtlItem *parent = atl_list_get_owner (atl_change_get_list (change));

      if (parent != NULL)
        mark_tree (self, item, kind == ATL_CHANGE_REMOVE, parent);
      if (parent != NULL && kind == ATL_CHANGE_REMOVE && atl_merge_groups_of (parent)->container)
        ensure_mark (self, parent, TRUE, "");
      return;
    }
  if (item == ATL_ITEM (self->session) && atl_change_get_field (change) == ATL_SESSION_VECTOR)
    follow_logs (self);
  mark = ensure_mark (self, item, TRUE, atl_merge_value_get_container (item));
  atl_stamp_mark_add_old (mark, atl_change_get_field (change), atl_change_peek_old (change));
}

/* Our stamp of this time. The first one draws the actor. */
static AtlStamp
get_stamp (AtlStamper *self)
{
  AtlMergeBook *book = atl_merge_book_ensure (self->session);
  AtlStamp      own = atl_merge_book_get_own (book);

  if (self->stamped)
    return own;
  if (atl_stamp_is_base (own))
    own = atl_stamp_draw ();
  own.counter = MAX (atl_stamp_vector_get_highest (self->seen), own.counter) + 1;
  atl_merge_book_set_own (book, own);
  self->stamped = TRUE;
  return own;
}

static void
stamp_groups (AtlStamper *self, AtlItem *item, guint groups)
{
  groups &= atl_merge_groups_of (item)->mask;
  if (groups == 0)
    return;
  AtlStamp    stamp = get_stamp (self);
  AtlStampSet set = { 1, &stamp };
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((groups & 1u << i) != 0)
      atl_carried_set_group_stamps (atl_carried_ensure (item), i, &set);
}

static gboolean
is_seen (AtlStamper *self, AtlItem *item, guint group)
{
  AtlStampSet stamps = atl_carried_peek_stamps (item, group);

  for (guint i = 0; i < stamps.n; i++)
    if (!atl_stamp_vector_covers (self->seen, stamps.stamps[i]))
      return FALSE;
  return TRUE;
}

static gboolean
has_known_stamps (AtlStamper *self, AtlItem *item)
{
  AtlCarried *carried = atl_carried_get (item);
  guint       mask = atl_merge_groups_of (item)->mask;

  if (carried == NULL || (atl_carried_is_plain (carried) &&
                          atl_stamp_is_base (atl_carried_get_stamp (carried))))
    return FALSE;
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((mask & 1u << i) != 0 && !is_seen (self, item, i))
      return FALSE;
  return TRUE;
}

/* What was deleted has come back: that is a new edit of its presence, and of what else differs. */
static void
stamp_returned (AtlStamper *self, AtlItem *item, AtlItem *tombstone)
{
  AtlItemKey key = atl_item_key (item);
  guint      changed = 1u << ATL_MERGE_TEXT;

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (i != ATL_MERGE_TEXT && !atl_merge_value_equal (item, tombstone, i))
      changed |= 1u << i;
  atl_carried_copy_stamps (tombstone, item);
  stamp_groups (self, item, changed);
  atl_merge_book_forget (atl_merge_book_ensure (self->session), &key);
}

static void
stamp_inserted (AtlStamper *self, AtlStampMark *mark)
{
  AtlItemKey key = atl_item_key (mark->item);
  AtlItem   *tombstone = atl_merge_book_find (atl_merge_book_ensure (self->session), &key);

  if (tombstone != NULL)
    stamp_returned (self, mark->item, tombstone);
  else if (g_hash_table_contains (self->returned, &key) || has_known_stamps (self, mark->item))
    stamp_groups (self, mark->item, (atl_stamp_mark_find_changed (mark) | mark->unsettled) & ~mark->settled);
  else
    atl_carried_set_stamp (atl_carried_ensure (mark->item), get_stamp (self));
}

static gboolean
is_empty (AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST && !atl_item_value_is_default (item, i))
      return FALSE;
  return TRUE;
}

/* A container that was there only for what was in it stays: who took the last thing out, or moved it away,
 * has the container on the screen. */
static void
keep_container (AtlStamper *self, AtlItem *item)
{
  if (!atl_merge_groups_of (item)->container || atl_item_get_session (item) != self->session)
    return;
  if (atl_carried_peek_stamps (item, ATL_MERGE_TEXT).n == 0 && is_empty (item))
    stamp_groups (self, item, 1u << ATL_MERGE_TEXT);
}

/* Our stamps follow all that we have seen: a higher one is later. */
static gboolean
has_newer_own (AtlStamper *self, AtlItem *item, AtlItem *tombstone, guint group)
{
  AtlStamp    own = atl_merge_book_get_own (atl_merge_book_ensure (self->session));
  AtlStampSet now = atl_carried_peek_stamps (item, group);
  AtlStampSet then = atl_carried_peek_stamps (tombstone, group);
  guint32     last = then.n > 0 ? then.stamps[then.n - 1].counter : 0;

  for (guint i = 0; i < now.n && !atl_stamp_is_base (own); i++)
    if (now.stamps[i].actor == own.actor && now.stamps[i].counter > last)
      return TRUE;
  return FALSE;
}

/* Undoing a merge, or redoing one, has taken it away, and put the tombstone that it had then in its place.
 * That replaces what we have stamped since, which others may have seen. */
static void
stamp_buried_again (AtlStamper *self, AtlItem *item, AtlItem *before)
{
  guint               newer = 0;
  g_autoptr (AtlItem) tombstone = NULL;

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (has_newer_own (self, item, before, i))
      newer |= 1u << i;
  if (newer == 0)
    return;
  tombstone = atl_merge_tombstone_copy (before);
  stamp_groups (self, tombstone, newer);
  atl_merge_book_bury (atl_merge_book_ensure (self->session), tombstone);
}

static void
stamp_removed (AtlStamper *self, AtlStampMark *mark)
{
  AtlMergeBook       *book = atl_merge_book_ensure (self->session);
  AtlItemKey          key = atl_item_key (mark->item);
  AtlItem            *before = self->undone ? atl_merge_book_find (book, &key) : NULL;
  guint               changed = (atl_stamp_mark_find_changed (mark) | mark->unsettled) & ~mark->settled;
  g_autoptr (AtlItem) tombstone = NULL;

  if (before != NULL)
    {
      stamp_buried_again (self, mark->item, before);
      return;
    }
  if (!is_seen (self, mark->item, ATL_MERGE_TEXT))
    return; /* it came by a merge that was undone */
  tombstone = atl_merge_tombstone_new (mark->item, atl_stamp_mark_get_last_container (mark));
  stamp_groups (self, tombstone, changed | 1u << ATL_MERGE_TEXT);
  atl_merge_book_bury (book, tombstone);
}

/* First what went, then what came: a vote taken back and given again is another object of the same id. */
static void
stamp_mark (AtlStamper *self, AtlStampMark *mark, gboolean gone)
{
  gboolean is_in = atl_item_get_session (mark->item) == self->session;

  if (is_in == gone)
    return;
  if (is_in && mark->was_in)
    stamp_groups (self, mark->item, (atl_stamp_mark_find_changed (mark) | mark->unsettled) & ~mark->settled);
  else if (is_in)
    stamp_inserted (self, mark);
  else if (mark->was_in)
    stamp_removed (self, mark);
}

static void
log_settled (AtlItem *item, guint group, gboolean clean, gpointer data)
{
  AtlStamper   *self = data;
  AtlStampMark *mark = ensure_mark (self, item, TRUE, atl_merge_value_get_container (item));
  guint         bit = 1u << group;

  mark->settled = clean ? mark->settled | bit : mark->settled & ~bit;
  mark->unsettled = clean ? mark->unsettled & ~bit : mark->unsettled | bit;
}

/* The latest merge is undone first, and redone last. */
static void
settle_logs (AtlStamper *self)
{
  GPtrArray *logs = atl_merge_book_get_logs (atl_merge_book_ensure (self->session));

  self->undone = FALSE;
  g_hash_table_remove_all (self->returned);
  for (guint i = logs->len; i > 0; i--)
    if (atl_merge_log_is_pending (logs->pdata[i - 1]) && atl_merge_log_is_undone (logs->pdata[i - 1]))
      {
        atl_merge_log_settle (logs->pdata[i - 1], log_settled, self);
        atl_merge_log_collect_returned (logs->pdata[i - 1], self->returned);
        self->undone = TRUE;
      }
  for (guint i = 0; i < logs->len; i++)
    if (atl_merge_log_is_pending (logs->pdata[i]))
      {
        atl_merge_log_settle (logs->pdata[i], log_settled, self);
        self->undone = TRUE;
      }
}

static gboolean
has_note (AtlSession *session, const char *id)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *notes = atl_item_get_child_list (atl_list_get (boards, i), ATL_BOARD_NOTES);

      if (atl_list_find (notes, id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A link that waited for its ends, and is not there although both have come back, was not wanted. */
static void
drop_waiting (AtlStamper *self)
{
  AtlMergeBook         *book = atl_merge_book_ensure (self->session);
  g_autoptr (GPtrArray) tombstones = atl_merge_book_dup_tombstones (book);

  for (guint i = 0; i < tombstones->len; i++)
    {
      AtlItem *item = tombstones->pdata[i];

      if (!ATL_IS_LINK (item) || !atl_carried_get_waiting (atl_carried_ensure (item)) ||
          !has_note (self->session, atl_link_get_from (ATL_LINK (item))) ||
          !has_note (self->session, atl_link_get_to (ATL_LINK (item))))
        continue;
      g_autoptr (AtlItem) tombstone = atl_merge_tombstone_new (item, atl_merge_value_get_container (item));
      stamp_groups (self, tombstone, 1u << ATL_MERGE_TEXT);
      atl_merge_book_bury (book, tombstone);
    }
}

static void
stamp_marks (AtlStamper *self, gboolean gone)
{
  GHashTableIter iter;
  gpointer       mark;
  gboolean       notes_came = FALSE;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, NULL, &mark))
    {
      AtlStampMark *one = mark;

      notes_came = notes_came || (ATL_IS_NOTE (one->item) && !one->was_in);
      stamp_mark (self, one, gone);
    }
  if (notes_came && !gone)
    drop_waiting (self);
}

static void
keep_containers (AtlStamper *self)
{
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->marks);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    keep_container (self, item);
}

static void
atl_stamper_dispose (GObject *object)
{
  AtlStamper *self = ATL_STAMPER (object);

  if (self->session != NULL && atl_merge_book_get_stamper (atl_merge_book_ensure (self->session)) == self)
    atl_merge_book_set_stamper (atl_merge_book_ensure (self->session), NULL);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_stamper_parent_class)->dispose (object);
}

static void
atl_stamper_finalize (GObject *object)
{
  g_hash_table_unref (ATL_STAMPER (object)->marks);
  g_hash_table_unref (ATL_STAMPER (object)->returned);
  G_OBJECT_CLASS (atl_stamper_parent_class)->finalize (object);
}

static void
atl_stamper_class_init (AtlStamperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_stamper_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_stamper_finalize;
}

static void
atl_stamper_init (AtlStamper *self)
{
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) atl_stamp_mark_free);
  self->returned = g_hash_table_new_full (atl_item_key_hash, atl_item_key_equal, g_free, NULL);
}

/**
 * atl_stamper_new:
 * @session: a session as it was read or stamped last, or a new one
 *
 * Follows @session from now on. There is one stamper for a session; a merge asks it for stamps by itself.
 *
 * Returns: (transfer full): the stamper, which holds a reference to @session
 */
AtlStamper *
atl_stamper_new (AtlSession *session)
{
  AtlStamper *self = g_object_new (ATL_TYPE_STAMPER, NULL);

  self->session = g_object_ref (session);
  atl_merge_book_set_stamper (atl_merge_book_ensure (session), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atl_stamper_stamp:
 * @self: a stamper
 *
 * Gives our next stamp to every merge group that changed since the last time, and a tombstone to what is
 * gone. To be called before the session is written for others: a snapshot or a save. Announces no change.
 *
 * Returns: whether anything was stamped
 */
gboolean
atl_stamper_stamp (AtlStamper *self)
{
  g_return_val_if_fail (ATL_IS_STAMPER (self), FALSE);

  if (g_hash_table_size (self->marks) == 0)
    return FALSE;
  self->seen = atl_merge_book_dup_vector (self->session);
  self->stamped = FALSE;
  settle_logs (self);
  stamp_marks (self, TRUE);
  stamp_marks (self, FALSE);
  keep_containers (self);
  self->generation++;
  g_hash_table_remove_all (self->marks);
  g_hash_table_remove_all (self->returned);
  g_clear_pointer (&self->seen, atl_stamp_vector_free);
  return self->stamped;
}

/**
 * atl_stamper_get_generation:
 * @self: a stamper
 *
 * Returns: a number that grows whenever stamping found that something had happened
 */
guint
atl_stamper_get_generation (AtlStamper *self)
{
  return self->generation;
}

/**
 * atl_stamper_pause:
 * @self: a stamper
 *
 * What happens until atl_stamper_resume() brings its stamps itself. Only merging does that.
 */
void
atl_stamper_pause (AtlStamper *self)
{
  self->paused++;
}

/**
 * atl_stamper_resume:
 * @self: a stamper
 *
 * Ends what atl_stamper_pause() began.
 */
void
atl_stamper_resume (AtlStamper *self)
{
  g_return_if_fail (self->paused > 0);
  self->paused--;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-faults.h"

#include "merge-replicas.h"
#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-round.h"
#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec.h"
#include "store/stamp/atl-merge-book.h"

typedef void (*Spoil) (AtlItem *item, AtlSession *ours);

static void
spoil_tree (AtlItem *item, Spoil spoil, AtlSession *ours)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      for (guint j = atl_list_get_length (atl_item_get_child_list (item, i)); j > 0; j--)
        spoil_tree (atl_list_get (atl_item_get_child_list (item, i), j - 1), spoil, ours);
  spoil (item, ours);
}

static GBytes *
merge_and_spoil (GBytes *ours, GBytes *theirs, Spoil spoil)
{
  g_autoptr (GBytes)     merged = replica_merge (ours, theirs);
  g_autoptr (AtlSession) session = replica_read (merged);
  g_autoptr (AtlSession) before = replica_read (ours);

  spoil_tree (ATL_ITEM (session), spoil, before);
  return atl_codec_write (session);
}

static void
keep_our_words (AtlItem *item, AtlSession *ours)
{
  AtlList *boards = atl_session_get_boards (ours);

  for (guint i = 0; ATL_IS_NOTE (item) && i < atl_list_get_length (boards); i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), atl_item_get_id (item));

      if (note != NULL)
        atl_note_set_text (ATL_NOTE (item), atl_note_get_text (note));
    }
}

GBytes *
merge_keeping_our_words (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, keep_our_words);
}

static void
stamp_anew (AtlItem *item, AtlSession *ours)
{
  AtlStamp stamp = atl_stamp_draw ();

  stamp.counter = 1000;
  if (ATL_IS_SESSION (item))
    atl_merge_book_set_own (atl_merge_book_ensure (ATL_SESSION (item)), stamp);
}

GBytes *
merge_stamping_anew (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, stamp_anew);
}

static void
drop_tombstones (AtlItem *item, AtlSession *ours)
{
  AtlMergeBook         *book = ATL_IS_SESSION (item) ? atl_merge_book_get (ATL_SESSION (item)) : NULL;
  g_autoptr (GPtrArray) tombstones = book != NULL ? atl_merge_book_dup_tombstones (book) : NULL;

  for (guint i = 0; tombstones != NULL && i < tombstones->len; i++)
    {
      AtlItemKey key = atl_item_key (tombstones->pdata[i]);

      atl_merge_book_forget (book, &key);
    }
}

GBytes *
merge_without_tombstones (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, drop_tombstones);
}

static void
drop_versions (AtlItem *item, AtlSession *ours)
{
  atl_item_set_alternatives (item, NULL);
}

GBytes *
merge_without_versions (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, drop_versions);
}

/* Links that wait for their ends stay where they were. */
static void
leave_links (AtlItem *item, AtlSession *ours)
{
  AtlMergeBook         *book = ATL_IS_SESSION (item) ? atl_merge_book_get (ATL_SESSION (item)) : NULL;
  g_autoptr (GPtrArray) tombstones = book != NULL ? atl_merge_book_dup_tombstones (book) : NULL;

  for (guint i = 0; tombstones != NULL && i < tombstones->len; i++)
    {
      AtlItem    *link = tombstones->pdata[i];
      AtlItemKey  key = atl_item_key (link);
      const char *container = atl_carried_get_container (atl_carried_ensure (link));
      AtlBoard   *board = atl_list_find (atl_session_get_boards (ATL_SESSION (item)), container);

      if (!ATL_IS_LINK (link) || board == NULL || !atl_carried_get_waiting (atl_carried_get (link)))
        continue;
      atl_merge_book_forget (book, &key);
      atl_list_insert (atl_board_get_links (board), link);
    }
}

GBytes *
merge_leaving_links (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, leave_links);
}

static void
count_twice (AtlItem *item, AtlSession *ours)
{
  if (!ATL_IS_BALLOT (item))
    return;
  g_autoptr (AtlItem) copy = atl_item_copy (item);
  atl_list_insert (atl_item_get_list (item), copy);
}

GBytes *
merge_counting_twice (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, count_twice);
}

static void
drop_unknown (AtlItem *item, AtlSession *ours)
{
  if (atl_carried_get (item) != NULL)
    atl_carried_set_unknown (atl_carried_get (item), NULL);
}

GBytes *
merge_without_unknown (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, drop_unknown);
}

static void
rank_anew (AtlItem *item, AtlSession *ours)
{
  if (ATL_IS_NOTE (item))
    atl_note_set_rank (ATL_NOTE (item), "zzz");
}

GBytes *
merge_ranking_anew (GBytes *ours, GBytes *theirs)
{
  return merge_and_spoil (ours, theirs, rank_anew);
}

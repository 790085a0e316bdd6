/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

/**
 * AtlMergeKind:
 * @ATL_MERGE_ADDED: only the other session has it
 * @ATL_MERGE_CHANGED: the other session has a newer version of some of it
 * @ATL_MERGE_CONFLICT: both changed the same thing: both versions are kept, see atl_item_get_alternatives()
 * @ATL_MERGE_DELETED: deleted in the other session
 * @ATL_MERGE_REVIVED: deleted on one side, edited on the other: it is kept
 */
typedef enum
{
  ATL_MERGE_ADDED,
  ATL_MERGE_CHANGED,
  ATL_MERGE_CONFLICT,
  ATL_MERGE_DELETED,
  ATL_MERGE_REVIVED,
  ATL_MERGE_N_KINDS,
} AtlMergeKind;

/**
 * AtlMergeEntry:
 * @kind: what becomes of the item
 * @item: what to show: ours, or theirs if we do not have it
 * @theirs: (nullable): the other session's version, %NULL if that is deleted or unknown there
 * @groups: bit set (1 << AtlMergeGroup) of what changes in our item
 * @conflicts: bit set of what gets a second version
 *
 * One thing that a merge does to our session. Borrowed from the merge.
 */
typedef struct
{
  AtlMergeKind kind;
  AtlItem     *item;
  AtlItem     *theirs;
  guint        groups;
  guint        conflicts;
} AtlMergeEntry;

#define ATL_TYPE_MERGE (atl_merge_get_type ())
G_DECLARE_FINAL_TYPE (AtlMerge, atl_merge, ATL, MERGE, GObject)

AtlMerge            *atl_merge_new (AtlSession *ours, AtlSession *theirs, AtlSession *base, GError **error);
guint                atl_merge_get_n_entries (AtlMerge *self);
const AtlMergeEntry *atl_merge_get_entry (AtlMerge *self, guint i);
AtlItem             *atl_merge_dup_item (AtlMerge *self, guint i);
guint                atl_merge_count (AtlMerge *self, AtlMergeKind kind);
gboolean             atl_merge_is_empty (AtlMerge *self);
void                 atl_merge_apply (AtlMerge *self);

void atl_session_become (AtlSession *self, AtlSession *other);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge/atl-merge-state.h"

G_BEGIN_DECLS

/* What an item is after the merge. */
guint     atl_merge_result_find_changes (const AtlMergeRecord *record, guint *shown, guint *conflicts);
void      atl_merge_result_put (const AtlMergeRecord *record, AtlItem *item, guint groups);
GVariant *atl_merge_result_dup_alternatives (const AtlMergeRecord *record);
AtlItem  *atl_merge_result_make_item (const AtlMergeRecord *record, const char *id);
AtlItem  *atl_merge_result_make_tombstone (const AtlMergeRecord *record);

G_END_DECLS

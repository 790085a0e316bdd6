/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stamp/atl-merge-groups.h"
#include "store/stamp/atl-stamp-vector.h"

G_BEGIN_DECLS

/* What one merge did to the stamps of the items that were there before, to the tombstones and to what is
 * carried: none of it is undone by the history. Undoing the merge takes its entries out of the session's
 * vector; that tells. */
typedef struct _AtlMergeLog  AtlMergeLog;
typedef struct _AtlMergeBook AtlMergeBook;

/* @clean: the value of @group is the one that its stamps, set back or forth, stand for. */
typedef void (*AtlMergeLogSettled) (AtlItem *item, guint group, gboolean clean, gpointer data);

AtlMergeLog *atl_merge_log_new (const AtlStampVector *seen);
void         atl_merge_log_free (AtlMergeLog *self);
void         atl_merge_log_add_item (AtlMergeLog *self, AtlItem *item, guint groups);
void         atl_merge_log_add_grave (AtlMergeLog *self, AtlItem *before, AtlItem *after);
void         atl_merge_log_end (AtlMergeLog *self);
void         atl_merge_log_follow (AtlMergeLog *self, const AtlStampVector *seen, AtlMergeBook *book);
gboolean     atl_merge_log_is_pending (AtlMergeLog *self);
gboolean     atl_merge_log_is_undone (AtlMergeLog *self);
void         atl_merge_log_collect_returned (AtlMergeLog *self, GHashTable *keys);
void         atl_merge_log_settle (AtlMergeLog *self, AtlMergeLogSettled settled, gpointer data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/atl-session.h"
#include "store/stamp/atl-item-key.h"
#include "store/stamp/atl-stamp-vector.h"

G_BEGIN_DECLS

typedef struct _AtlStamper AtlStamper;

/* What a session keeps for merging that is no property of it: the tombstones of what was deleted, the
 * stamps that this opening has given, and what merges did, so that undoing them can be told from editing. */
typedef struct _AtlMergeBook AtlMergeBook;

AtlMergeBook *atl_merge_book_get (AtlSession *session);
AtlMergeBook *atl_merge_book_ensure (AtlSession *session);

AtlItem   *atl_merge_book_find (AtlMergeBook *self, const AtlItemKey *key);
void       atl_merge_book_bury (AtlMergeBook *self, AtlItem *tombstone);
void       atl_merge_book_forget (AtlMergeBook *self, const AtlItemKey *key);
gboolean   atl_merge_book_is_alive (AtlSession *session, const AtlItemKey *key);
GPtrArray *atl_merge_book_dup_tombstones (AtlMergeBook *self);
void       atl_merge_book_add_stray (AtlMergeBook *self, JsonNode *stray);
JsonArray *atl_merge_book_get_strays (AtlMergeBook *self);

AtlStamp        atl_merge_book_get_own (AtlMergeBook *self);
void            atl_merge_book_set_own (AtlMergeBook *self, AtlStamp own);
AtlStampVector *atl_merge_book_dup_vector (AtlSession *session);
AtlStamper     *atl_merge_book_get_stamper (AtlMergeBook *self);
void            atl_merge_book_set_stamper (AtlMergeBook *self, AtlStamper *stamper);
GPtrArray      *atl_merge_book_get_logs (AtlMergeBook *self);

G_END_DECLS

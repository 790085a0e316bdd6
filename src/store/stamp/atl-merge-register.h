/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stamp/atl-merge-groups.h"
#include "store/stamp/atl-stamp-vector.h"

G_BEGIN_DECLS

/* One version of the value of a merge group. */
typedef struct
{
  gboolean     deleted; /* of the text: the item was deleted */
  GVariant    *members; /* as atl_merge_value_dup() gives them */
  AtlStampSet *stamps;
} AtlMergeVersion;

/* The versions that one side has of a merge group of an item: the shown one and the alternatives; their
 * values differ. */
typedef struct _AtlMergeRegister AtlMergeRegister;

AtlMergeRegister *atl_merge_register_read (AtlItem *item, guint group, gboolean deleted);
AtlMergeRegister *atl_merge_register_join (AtlMergeRegister     *a,
                                           const AtlStampVector *a_seen,
                                           AtlMergeRegister     *b,
                                           const AtlStampVector *b_seen,
                                           AtlMergeRegister     *base);
AtlMergeRegister *atl_merge_register_read_collapsed (AtlItem *item, guint group);
void              atl_merge_register_free (AtlMergeRegister *self);

const AtlMergeVersion *atl_merge_register_get_shown (AtlMergeRegister *self);
gboolean               atl_merge_register_is_deleted (AtlMergeRegister *self);
GVariant              *atl_merge_register_dup_alternatives (AtlMergeRegister *self, gboolean kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMergeRegister, atl_merge_register_free)

G_END_DECLS

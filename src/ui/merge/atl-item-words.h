/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-alternatives.h"

G_BEGIN_DECLS

/* Things of a session in the user's words. */

const char *atl_item_get_kind_label (AtlItem *item);
char       *atl_item_dup_words (AtlItem    *item,
                                AtlSession *session);
char       *atl_item_dup_place (AtlItem    *item,
                                AtlSession *session);
gboolean    atl_item_has_same_values (AtlItem    *item,
                                      AtlItem    *other,
                                      const char *group);
char       *atl_item_dup_differences (AtlItem    *item,
                                      AtlItem    *other,
                                      const char *group,
                                      AtlSession *session);
const char *atl_merge_group_get_label (AtlMergeGroup group);

G_END_DECLS

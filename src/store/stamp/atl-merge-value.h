/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"

G_BEGIN_DECLS

/* The value of a merge group of an item: the stored properties in it, what of them could not be used, and,
 * of the order, the item it is in. As a dict: the members that are not at their default, by name;
 * "container" is the id of that item, "members" are those that this version does not know. */

const char *atl_merge_value_get_container (AtlItem *item);
gboolean    atl_merge_value_equal (AtlItem *a, AtlItem *b, guint group);
GVariant   *atl_merge_value_dup (AtlItem *item, guint group);
void        atl_merge_value_copy (AtlItem *from, AtlItem *to, guint group);
void        atl_merge_value_apply (AtlItem *item, guint group, GVariant *value);
GVariant   *atl_merge_value_sort_take (GVariant *dict);

G_END_DECLS

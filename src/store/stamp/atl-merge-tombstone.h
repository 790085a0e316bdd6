/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"

G_BEGIN_DECLS

AtlItem *atl_merge_tombstone_new (AtlItem *item, const char *container);
AtlItem *atl_merge_tombstone_copy (AtlItem *tombstone);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge/atl-merge-state.h"

G_BEGIN_DECLS

void atl_merge_state_apply (AtlMergeState *self);

G_END_DECLS

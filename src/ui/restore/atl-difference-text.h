/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/merge/atl-difference.h"

G_BEGIN_DECLS

char *atl_difference_dup_text (const AtlDifference *difference);

G_END_DECLS

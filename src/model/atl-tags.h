/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"

G_BEGIN_DECLS

GHashTable *atl_board_dup_tags (AtlBoard *board);

G_END_DECLS

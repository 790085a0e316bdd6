/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Which notes a template wants to be linked. */

gboolean atl_board_has_link_rules (AtlBoard *board);
gboolean atl_board_allows_link (AtlNote *from,
                                AtlNote *to);

G_END_DECLS

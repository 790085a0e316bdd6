/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"

G_BEGIN_DECLS

/* What a gesture does to a whole board. The caller opens and names the group of the history. */

typedef enum
{
  ATL_BOARD_COPY_AREAS = 0,
  ATL_BOARD_COPY_NOTES = 1, /* with their links; votes stay with the originals */
  ATL_BOARD_COPY_STEPS = 2, /* of the agenda */
} AtlBoardCopy;

AtlBoard *atl_board_duplicate (AtlBoard    *board,
                               const char  *title,
                               AtlBoardCopy what);
gboolean  atl_board_is_empty (AtlBoard *board);
void      atl_board_reset (AtlBoard *board);

G_END_DECLS

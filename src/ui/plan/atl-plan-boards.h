/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-boards.h"
#include "model/atl-history.h"

G_BEGIN_DECLS

/* What the plan does to a whole board, each one step of the history. */

AtlBoard *atl_plan_boards_duplicate (AtlBoard    *board,
                                     AtlHistory  *history,
                                     AtlBoardCopy what);
void      atl_plan_boards_reset (AtlBoard   *board,
                                 AtlHistory *history,
                                 GtkWidget  *widget);
void      atl_plan_boards_delete (AtlBoard   *board,
                                  AtlHistory *history,
                                  GtkWidget  *widget);

G_END_DECLS

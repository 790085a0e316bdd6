/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "model/atl-history.h"

G_BEGIN_DECLS

/* Signal "board-selected" (AtlBoard *board): the user wants to see a board. */

#define ATL_TYPE_PLAN (atl_plan_get_type ())
G_DECLARE_FINAL_TYPE (AtlPlan, atl_plan, ATL, PLAN, GtkWidget)

void      atl_plan_set_session (AtlPlan    *self,
                                AtlSession *session,
                                AtlHistory *history,
                                gboolean    read_only);
void      atl_plan_set_board (AtlPlan  *self,
                              AtlBoard *board);
AtlBoard *atl_plan_get_neighbor (AtlPlan *self,
                                 int      by);

G_END_DECLS

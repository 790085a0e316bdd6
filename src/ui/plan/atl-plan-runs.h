/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-session.h"
#include "model/atl-step.h"

G_BEGIN_DECLS

/* A row of the plan: consecutive steps with the same board, one step without a board, or a board without a
 * step. */
typedef struct
{
  AtlBoard  *board; /* NULL: a break or a speech */
  GPtrArray *steps; /* of AtlStep, may be empty */
  int        minutes;
} AtlPlanRun;

GPtrArray *atl_plan_runs_new (AtlSession *session);
int        atl_plan_runs_get_minutes (GPtrArray *runs);
int        atl_plan_runs_find_board (GPtrArray *runs,
                                     AtlBoard  *board);
AtlBoard  *atl_plan_runs_get_neighbor (GPtrArray *runs,
                                       AtlBoard  *board,
                                       int        by);
void       atl_plan_runs_move (AtlSession *session,
                               guint       from,
                               guint       to);

G_END_DECLS

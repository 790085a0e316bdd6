/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"
#include "canvas/tools/atl-navigation.h"

G_BEGIN_DECLS

/* What templates ask for on notes, as steps of the history: strengths, places between axes, rows. */

gboolean atl_value_commands_take_digit (AtlBoardView *view,
                                        int           digit);
void     atl_value_commands_set_strength (AtlBoardView *view,
                                          int           strength);
gboolean atl_value_commands_asks_fields (AtlBoardView *view,
                                         AtlNote      *note);
AtlNote *atl_value_commands_find_row (AtlBoardView *view,
                                      AtlArea      *area);
void     atl_value_commands_join (GPtrArray *notes,
                                  AtlArea   *area,
                                  AtlNote   *row);
gboolean atl_value_commands_move_in_rows (AtlBoardView *view,
                                          GPtrArray    *notes,
                                          AtlArea      *area,
                                          AtlDirection  direction);
gboolean atl_value_commands_nudge (GPtrArray   *notes,
                                   AtlArea     *area,
                                   AtlDirection direction);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-edits.h"
#include "model/atl-history.h"

G_BEGIN_DECLS

/* A session with one board for tests: areas side by side, 800 × 1000 units each, with notes named by
 * their text. */
typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *board;
} AtlBoardFixture;

void     atl_board_fixture_set_up (AtlBoardFixture *self);
void     atl_board_fixture_tear_down (AtlBoardFixture *self);
void     atl_board_fixture_start_history (AtlBoardFixture *self);
AtlArea *atl_board_fixture_add_area (AtlBoardFixture   *self,
                                     const char        *title,
                                     AtlLayout          layout,
                                     const char *const *texts);
AtlNote *atl_board_fixture_find (AtlBoardFixture *self,
                                 const char      *text);
char    *atl_board_fixture_dup_order (AtlBoardFixture *self,
                                      AtlArea         *area);

G_END_DECLS

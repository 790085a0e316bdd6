/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "atl-board-fixture.h"

#include "canvas/paint/atl-board-view.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* A map with three silos and five nodes: Ana and Bob (IT), Chloé and Boris Team (Shops), Team 2 (none). */
AtlArea *map_fixture_add (AtlBoardFixture *board);
AtlSilo *map_fixture_find_silo (AtlBoardFixture *board,
                                const char      *name);
AtlLink *map_fixture_get_link (AtlBoardFixture *board,
                               guint            index);
char    *map_fixture_dup_links (AtlBoardFixture *board);

#define assert_links(board, expected)                            \
  G_STMT_START                                                   \
  {                                                              \
    g_autofree char *got_links_ = map_fixture_dup_links (board); \
    g_assert_cmpstr (got_links_, ==, expected);                  \
  }                                                              \
  G_STMT_END

G_END_DECLS

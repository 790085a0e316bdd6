/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

/* What templates ask of boards and areas beyond their layout: the optional keys, as the options hold them. */

/* How many people a team should have; 0 where the template says nothing. */
typedef struct
{
  guint least;
  guint ideal_from;
  guint ideal_to;
  guint most; /* above it is too large */
} AtlTeamGuard;

gboolean    atl_board_get_flag (AtlBoard   *board,
                                const char *key);
GStrv       atl_board_dup_names (AtlBoard   *board,
                                 const char *key);
gboolean    atl_board_get_strength (AtlBoard *board,
                                    int      *least,
                                    int      *most);
AtlArea    *atl_board_find_team (AtlBoard     *board,
                                 AtlTeamGuard *guard);
guint       atl_area_get_note_limit (AtlArea *area);
char       *atl_board_dup_tips (AtlBoard *board);
const char *atl_area_get_key (AtlArea *area);
AtlArea    *atl_board_find_keyed_area (AtlBoard   *board,
                                       const char *key);
GPtrArray  *atl_board_dup_row_areas (AtlBoard *board);
GVariant   *atl_area_dup_option (AtlArea    *area,
                                 const char *key);
gboolean    atl_area_get_measures (AtlArea *area,
                                   char   **x,
                                   char   **y);

G_END_DECLS

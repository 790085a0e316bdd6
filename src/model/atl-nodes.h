/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* The notes of a map: nodes that stand for people, roles or teams. The caller opens and names the group of
 * the history. */

/* Reading */
GPtrArray *atl_nodes_dup (AtlBoard *board);
AtlPerson *atl_nodes_find_person (AtlNote *node);
AtlSilo   *atl_nodes_find_silo (AtlNote *node);
gboolean   atl_nodes_is_team (AtlNote *node);
gboolean   atl_nodes_are_teams (AtlBoard *board);
char      *atl_nodes_dup_label (AtlNote *node);
gboolean   atl_nodes_has_neutral_label (AtlNote *node);
GPtrArray *atl_nodes_dup_missing_people (AtlBoard *board,
                                         gboolean  absent_too);
GPtrArray *atl_nodes_dup_missing_silos (AtlBoard *board);

/* Editing */
GPtrArray *atl_nodes_add_people (AtlArea   *area,
                                 GPtrArray *people);
GPtrArray *atl_nodes_add_silos (AtlArea *area);
AtlBoard  *atl_nodes_add_team_board (AtlBoard   *board,
                                     const char *title);
void       atl_nodes_set_neutral_label (AtlNote    *node,
                                        const char *label);
void       atl_nodes_show_label (AtlNote    *node,
                                 const char *label);
void       atl_nodes_show_name (AtlNote *node);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* Areas with the option `guides`: the silos of the session are rows and columns, and each cell has a score.
 * Scores are kept in the option `scores`, by the ids of row and column. The caller opens the group of the
 * history. */

#define ATL_SCORE_NONE (-1)
#define ATL_SCORE_MOST 5
#define ATL_GUIDES_MOST 40 /* silos that are shown */

gboolean   atl_area_has_guides (AtlArea *area);
GPtrArray *atl_guides_dup_silos (AtlSession *session);
int        atl_area_get_score (AtlArea *area,
                               AtlSilo *row,
                               AtlSilo *column);
void       atl_area_set_score (AtlArea *area,
                               AtlSilo *row,
                               AtlSilo *column,
                               int      score);
gboolean   atl_area_has_scores (AtlArea *area);
void       atl_area_clear_scores (AtlArea *area);

G_END_DECLS

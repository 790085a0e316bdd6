/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-history.h"
#include "ui/templates/atl-cells.h"

G_BEGIN_DECLS

/* What a gesture does to the areas of a board: each is one group of the history. */

gboolean atl_area_edits_place (AtlHistory *history,
                               AtlArea    *area,
                               AtlCells    cells,
                               gboolean    by_key);
AtlArea *atl_area_edits_add (AtlHistory *history,
                             AtlBoard   *board,
                             AtlCells    cells);
AtlArea *atl_area_edits_add_somewhere (AtlHistory *history,
                                       AtlBoard   *board,
                                       AtlArea    *near);
AtlArea *atl_area_edits_split (AtlHistory *history,
                               AtlArea    *area,
                               gboolean    columns);
guint    atl_area_edits_delete (AtlHistory *history,
                                AtlArea    *area);
char    *atl_area_edits_dup_problem (AtlBoard *board);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* What the scores of pairs of silos come to. What nobody scored counts for nothing. */

/* A pair of silos, and by how much one matrix is above the other there. */
typedef struct
{
  AtlSilo *a;
  AtlSilo *b;
  double   gap;
} AtlGuideGap;

gboolean atl_guides_get_average (AtlArea *area,
                                 AtlSilo *row,
                                 AtlSilo *column,
                                 double  *average);
GArray  *atl_guides_dup_gaps (AtlBoard *board);

G_END_DECLS

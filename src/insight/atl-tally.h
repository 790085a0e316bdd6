/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-edits.h"
#include "model/atl-round.h"

G_BEGIN_DECLS

/* The votes of one round, counted. A snapshot: count again after a change. */
typedef struct _AtlTally AtlTally;

AtlRound *atl_board_find_latest_round (AtlBoard *board);

AtlTally *atl_tally_new (AtlRound *round);
void      atl_tally_unref (AtlTally *self);
int       atl_tally_get_total (AtlTally *self);
int       atl_tally_get_votes (AtlTally *self,
                               AtlNote  *note);
int       atl_tally_get_stack_votes (AtlTally *self,
                                     AtlNote  *lead);
guint     atl_tally_get_n_silos (AtlTally *self);
guint     atl_tally_count_silos (AtlTally *self,
                                 AtlNote  *note);
double    atl_tally_get_breadth (AtlTally *self,
                                 AtlNote  *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlTally, atl_tally_unref)

G_END_DECLS

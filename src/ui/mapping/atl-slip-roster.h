/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Who can be named on a slip: the nodes of a map under the names that the facilitator knows. Indices are
 * those of the roster. */

typedef struct _AtlSlipRoster AtlSlipRoster;

AtlSlipRoster *atl_slip_roster_new (AtlBoard *board);
AtlSlipRoster *atl_slip_roster_ref (AtlSlipRoster *self);
void           atl_slip_roster_unref (AtlSlipRoster *self);
guint          atl_slip_roster_get_n (AtlSlipRoster *self);
AtlNote       *atl_slip_roster_get_node (AtlSlipRoster *self,
                                         guint          index);
const char    *atl_slip_roster_get_name (AtlSlipRoster *self,
                                         guint          index);
const char    *atl_slip_roster_get_silo (AtlSlipRoster *self,
                                         guint          index);
gboolean       atl_slip_roster_answers (AtlSlipRoster *self,
                                        guint          index);
int            atl_slip_roster_find (AtlSlipRoster *self,
                                     AtlNote       *node);
GArray        *atl_slip_roster_match (AtlSlipRoster *self,
                                      const char    *typed,
                                      AtlNote       *but);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSlipRoster, atl_slip_roster_unref)

G_END_DECLS

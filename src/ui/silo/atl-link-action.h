/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-priorities.h"
#include "model/atl-action.h"
#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* What to build first becomes an action with an owner on either side. */

gboolean   atl_link_action_propose (AtlMeasures *measures,
                                    guint        a,
                                    guint        b,
                                    AtlProposal *proposal);
AtlAction *atl_link_action_find (AtlSession  *session,
                                 AtlMeasures *measures,
                                 guint        a,
                                 guint        b);
AtlAction *atl_link_action_make (AtlSession  *session,
                                 AtlHistory  *history,
                                 AtlMeasures *measures,
                                 guint        a,
                                 guint        b);

G_END_DECLS

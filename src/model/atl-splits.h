/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-group.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Break-out groups: who works in which, and which notes are whose. The caller opens the group of the
 * history. Arrays of teams hold one GStrv of ids of people for each group. */

AtlGroup  *atl_session_find_group (AtlSession *session,
                                   const char *id);
GPtrArray *atl_splits_deal (AtlSession *session,
                            guint       n,
                            guint32     seed);
GPtrArray *atl_splits_make_groups (AtlSession        *session,
                                   const char *const *titles,
                                   GPtrArray         *teams);
GPtrArray *atl_splits_dup_used (AtlSession *session);
void       atl_splits_remove_unused (AtlSession *session);
guint      atl_splits_assign_notes (AtlSession *session,
                                    GPtrArray  *groups);

G_END_DECLS

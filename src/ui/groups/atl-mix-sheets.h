/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/groups/atl-mix-plan.h"
#include "ui/groups/atl-mix-sheet.h"

G_BEGIN_DECLS

/* Sheets of the groups of a plan or of a session, in the order in which they are shown. */

GPtrArray *atl_mix_sheets_new (AtlMixPlan *plan, guint most);
GPtrArray *atl_mix_sheets_new_of_session (AtlSession *session, guint most);

G_END_DECLS

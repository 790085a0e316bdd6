/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "store/recovery/atl-recoverable.h"

G_BEGIN_DECLS

#define ATL_TYPE_DRAFT_ENTRY (atl_draft_entry_get_type ())
G_DECLARE_FINAL_TYPE (AtlDraftEntry, atl_draft_entry, ATL, DRAFT_ENTRY, GObject)

AtlDraftEntry        *atl_draft_entry_new (const AtlRecoverable *found);
void                  atl_draft_entry_look_inside (AtlDraftEntry *self);
const AtlRecoverable *atl_draft_entry_get_found (AtlDraftEntry *self);
gboolean              atl_draft_entry_get_discarded (AtlDraftEntry *self);
gboolean              atl_draft_entry_equal (AtlDraftEntry *a,
                                             AtlDraftEntry *b);
char                 *atl_draft_entry_dup_title (AtlDraftEntry *self);
char                 *atl_draft_entry_dup_facts (AtlDraftEntry *self,
                                                 gint64         now);
char                 *atl_draft_entry_dup_place (AtlDraftEntry *self,
                                                 gint64         now);
AtlBoard             *atl_draft_entry_get_board (AtlDraftEntry *self);

G_END_DECLS

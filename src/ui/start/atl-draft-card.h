/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/start/atl-draft-entry.h"

G_BEGIN_DECLS

#define ATL_TYPE_DRAFT_CARD (atl_draft_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlDraftCard, atl_draft_card, ATL, DRAFT_CARD, GtkFlowBoxChild)

/* Signal "discard": the user does not want it any more. */

GtkWidget     *atl_draft_card_new (AtlDraftEntry *entry);
AtlDraftEntry *atl_draft_card_get_entry (AtlDraftCard *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/atl-catalogue.h"
#include "ui/start/atl-recent.h"

G_BEGIN_DECLS

#define ATL_TYPE_RECENT_CARD (atl_recent_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecentCard, atl_recent_card, ATL, RECENT_CARD, GtkFlowBoxChild)

/* Signal "forget": the user wants the entry out of the list. */

GtkWidget *atl_recent_card_new (AtlRecent    *recent,
                                AtlCatalogue *catalogue);
AtlRecent *atl_recent_card_get_recent (AtlRecentCard *self);
gboolean   atl_recent_card_get_missing (AtlRecentCard *self);

G_END_DECLS

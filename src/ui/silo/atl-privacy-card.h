/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_TYPE_PRIVACY_CARD (atl_privacy_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlPrivacyCard, atl_privacy_card, ATL, PRIVACY_CARD, GtkWidget)

void atl_privacy_card_set_board (AtlPrivacyCard *self,
                                 AtlBoard       *board);

G_END_DECLS

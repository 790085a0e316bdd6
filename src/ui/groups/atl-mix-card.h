/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/groups/atl-mix-chip.h"

G_BEGIN_DECLS

#define ATL_TYPE_MIX_CARD (atl_mix_card_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixCard, atl_mix_card, ATL, MIX_CARD, GtkWidget)

GtkWidget  *atl_mix_card_new (void);
void        atl_mix_card_show (AtlMixCard *self,
                               AtlMixPlan *plan,
                               guint       round,
                               guint       group,
                               const char *title);
guint       atl_mix_card_get_group (AtlMixCard *self);
const char *atl_mix_card_get_title (AtlMixCard *self);
guint       atl_mix_card_get_n (AtlMixCard *self);
GtkWidget  *atl_mix_card_get_chip (AtlMixCard *self, guint i);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/groups/atl-mix-card.h"

G_BEGIN_DECLS

/* Signal "told" (const char *text): what a change does or did. */

#define ATL_TYPE_MIX_TABLE (atl_mix_table_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixTable, atl_mix_table, ATL, MIX_TABLE, GtkWidget)

void       atl_mix_table_show (AtlMixTable *self, AtlMixPlan *plan, guint round);
void       atl_mix_table_move (AtlMixTable *self, guint person, guint group);
GtkWidget *atl_mix_table_get_card (AtlMixTable *self, guint group);
GtkWidget *atl_mix_table_find_chip (AtlMixTable *self, guint person);
char      *atl_mix_table_dup_preview (AtlMixTable *self, guint person, GtkWidget *target);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/groups/atl-mix-plan.h"

G_BEGIN_DECLS

#define ATL_TYPE_MIX_CHIP (atl_mix_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixChip, atl_mix_chip, ATL, MIX_CHIP, GtkWidget)

GtkWidget *atl_mix_chip_new (void);
void       atl_mix_chip_show (AtlMixChip *self, AtlMixPlan *plan, guint person, const char *group);
guint      atl_mix_chip_get_person (AtlMixChip *self);

G_END_DECLS

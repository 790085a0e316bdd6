/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/groups/atl-mix-plan.h"

G_BEGIN_DECLS

#define ATL_TYPE_MIX_SETTINGS (atl_mix_settings_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixSettings, atl_mix_settings, ATL, MIX_SETTINGS, GtkWidget)

void atl_mix_settings_set_plan (AtlMixSettings *self, AtlMixPlan *plan);

G_END_DECLS

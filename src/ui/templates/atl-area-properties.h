/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-template-draft.h"
#include "model/atl-area.h"

G_BEGIN_DECLS

#define ATL_TYPE_AREA_PROPERTIES (atl_area_properties_get_type ())
G_DECLARE_FINAL_TYPE (AtlAreaProperties, atl_area_properties, ATL, AREA_PROPERTIES, AdwBin)

void atl_area_properties_set_draft (AtlAreaProperties *self,
                                    AtlTemplateDraft  *draft,
                                    AtlHistory        *history);
void atl_area_properties_set_area (AtlAreaProperties *self,
                                   AtlArea           *area);
void atl_area_properties_refresh (AtlAreaProperties *self);
void atl_area_properties_focus_title (AtlAreaProperties *self);

G_END_DECLS

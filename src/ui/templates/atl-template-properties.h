/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-template-draft.h"

G_BEGIN_DECLS

#define ATL_TYPE_TEMPLATE_PROPERTIES (atl_template_properties_get_type ())
G_DECLARE_FINAL_TYPE (AtlTemplateProperties, atl_template_properties, ATL, TEMPLATE_PROPERTIES, AdwBin)

void atl_template_properties_set_draft (AtlTemplateProperties *self,
                                        AtlTemplateDraft      *draft);
void atl_template_properties_refresh (AtlTemplateProperties *self);

G_END_DECLS

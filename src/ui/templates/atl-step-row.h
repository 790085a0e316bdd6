/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-template-draft.h"
#include "model/atl-step.h"

G_BEGIN_DECLS

/* Signal "move" (int by): -1 up, 1 down. Signal "remove". */

#define ATL_TYPE_STEP_ROW (atl_step_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlStepRow, atl_step_row, ATL, STEP_ROW, AdwExpanderRow)

GtkWidget *atl_step_row_new (AtlTemplateDraft *draft,
                             AtlStep          *step);
AtlStep   *atl_step_row_get_step (AtlStepRow *self);
void       atl_step_row_set_ends (AtlStepRow *self,
                                  gboolean    first,
                                  gboolean    last);
void       atl_step_row_refresh (AtlStepRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-template-draft.h"

G_BEGIN_DECLS

#define ATL_TYPE_TEXT_ROW (atl_text_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlTextRow, atl_text_row, ATL, TEXT_ROW, AdwEntryRow)

void atl_text_row_set_target (AtlTextRow       *self,
                              AtlTemplateDraft *draft,
                              AtlHistory       *history,
                              AtlItem          *item,
                              const char       *name);
void atl_text_row_set_other (AtlTextRow *self,
                             gboolean    other);
void atl_text_row_refresh (AtlTextRow *self);

G_END_DECLS

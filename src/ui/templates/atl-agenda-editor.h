/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-template-draft.h"

G_BEGIN_DECLS

#define ATL_TYPE_AGENDA_EDITOR (atl_agenda_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlAgendaEditor, atl_agenda_editor, ATL, AGENDA_EDITOR, AdwBin)

void atl_agenda_editor_set_draft (AtlAgendaEditor  *self,
                                  AtlTemplateDraft *draft);
void atl_agenda_editor_refresh (AtlAgendaEditor *self);

G_END_DECLS

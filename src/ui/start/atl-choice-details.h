/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/start/atl-choice.h"

G_BEGIN_DECLS

#define ATL_TYPE_CHOICE_DETAILS (atl_choice_details_get_type ())
G_DECLARE_FINAL_TYPE (AtlChoiceDetails, atl_choice_details, ATL, CHOICE_DETAILS, AdwBin)

/* Signal "create" (AtlChoice *choice, const char *title): the user pressed Enter or Create. */

void atl_choice_details_show (AtlChoiceDetails *self,
                              AtlChoice        *choice,
                              const char       *language,
                              gboolean          for_session);

GtkWidget *atl_choice_details_get_heading (AtlChoiceDetails *self);

G_END_DECLS

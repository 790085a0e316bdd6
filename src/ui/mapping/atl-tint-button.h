/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-enums.h"

G_BEGIN_DECLS

/* Signal "chosen" (int tint): the user chose a color. */

#define ATL_TYPE_TINT_BUTTON (atl_tint_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlTintButton, atl_tint_button, ATL, TINT_BUTTON, GtkWidget)

void atl_tint_button_set_tint (AtlTintButton *self,
                               AtlTint        tint);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_TYPE_TIPS_BUTTON (atl_tips_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlTipsButton, atl_tips_button, ATL, TIPS_BUTTON, GtkWidget)

void atl_tips_button_set_board (AtlTipsButton *self,
                                AtlBoard      *board);
void atl_tips_button_open (AtlTipsButton *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_TYPE_MOVE_PICKER (atl_move_picker_get_type ())
G_DECLARE_FINAL_TYPE (AtlMovePicker, atl_move_picker, ATL, MOVE_PICKER, GtkPopover)

/* Signal "picked" (AtlArea *area): where notes are to go; the popover is closed then. */

GtkWidget *atl_move_picker_new (AtlBoard *board,
                                AtlArea  *except);

G_END_DECLS

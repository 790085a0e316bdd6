/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_VALUES_POPOVER (atl_values_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlValuesPopover, atl_values_popover, ATL, VALUES_POPOVER, GtkPopover)

GtkWidget *atl_values_popover_new (AtlBoardView *view,
                                   AtlNote      *note);

G_END_DECLS

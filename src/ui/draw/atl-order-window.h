/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"
#include "ui/draw/atl-speaking-order.h"

G_BEGIN_DECLS

#define ATL_TYPE_ORDER_WINDOW (atl_order_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlOrderWindow, atl_order_window, ATL, ORDER_WINDOW, AdwWindow)

GtkWidget  *atl_order_window_open (GtkWindow   *parent,
                                   AtlDocument *document,
                                   AtlBoard    *board);
void        atl_order_window_set_mode (AtlOrderWindow *self,
                                       AtlSpeakingMode mode);
const char *atl_order_window_get_name (AtlOrderWindow *self);
char       *atl_order_window_dup_text (AtlOrderWindow *self);

G_END_DECLS

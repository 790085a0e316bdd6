/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_SLIP_WINDOW (atl_slip_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlSlipWindow, atl_slip_window, ATL, SLIP_WINDOW, AdwWindow)

GtkWidget *atl_slip_window_new (GtkWindow   *parent,
                                AtlDocument *document,
                                AtlBoard    *board);
void       atl_slip_window_open (GtkWindow   *parent,
                                 AtlDocument *document,
                                 AtlBoard    *board);

G_END_DECLS

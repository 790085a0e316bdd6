/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_NEUTRAL_WINDOW (atl_neutral_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlNeutralWindow, atl_neutral_window, ATL, NEUTRAL_WINDOW, AdwWindow)

GtkWidget *atl_neutral_window_new (GtkWidget   *teller,
                                   AtlDocument *document,
                                   AtlBoard    *board);

G_END_DECLS

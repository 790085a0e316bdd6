/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_CARDS_WINDOW (atl_cards_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlCardsWindow, atl_cards_window, ATL, CARDS_WINDOW, AdwWindow)

void atl_cards_window_open (GtkWidget   *widget,
                            AtlDocument *document);

G_END_DECLS

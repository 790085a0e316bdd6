/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_SPLIT_WINDOW (atl_split_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlSplitWindow, atl_split_window, ATL, SPLIT_WINDOW, AdwWindow)

GtkWidget *atl_split_window_new (GtkWidget   *teller,
                                 AtlDocument *document);

G_END_DECLS

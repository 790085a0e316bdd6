/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_SILOS_WINDOW (atl_silos_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlSilosWindow, atl_silos_window, ATL, SILOS_WINDOW, AdwWindow)

GtkWidget *atl_silos_window_new (GtkWindow  *parent,
                                 AtlSession *session,
                                 AtlHistory *history);

G_END_DECLS

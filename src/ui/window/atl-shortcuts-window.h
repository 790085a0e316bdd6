/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATL_TYPE_SHORTCUTS_WINDOW (atl_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlShortcutsWindow, atl_shortcuts_window, ATL, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *atl_shortcuts_window_new (GtkWindow *parent);

G_END_DECLS

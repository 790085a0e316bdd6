/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the window of a session; its state says whether maps show silos only. */
#define ATL_SILOS_ONLY_ACTION "map-silos-only"

GActionGroup *atl_silos_only_find (GtkWidget *widget);
gboolean      atl_silos_only_get (GActionGroup *window);

G_END_DECLS

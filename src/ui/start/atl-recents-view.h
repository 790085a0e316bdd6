/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/atl-catalogue.h"
#include "ui/start/atl-recents.h"

G_BEGIN_DECLS

#define ATL_TYPE_RECENTS_VIEW (atl_recents_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecentsView, atl_recents_view, ATL, RECENTS_VIEW, GtkBox)

/* Signals: "open-path" (const char *path); "open-sample" (const char *path), as a copy. */

GtkWidget *atl_recents_view_new (AtlRecents   *recents,
                                 AtlCatalogue *catalogue);

G_END_DECLS

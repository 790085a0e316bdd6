/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/start/atl-gallery.h"
#include "ui/start/atl-recents.h"

G_BEGIN_DECLS

#define ATL_TYPE_START_PAGE (atl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AtlStartPage, atl_start_page, ATL, START_PAGE, AdwBin)

/* Signals: "create" (AtlSession *session), a new session without a file; "open-path" (const char *path);
 * "open-draft" (AtlDraftEntry *entry): a session that was left without a save.
 * The Open button activates the action "win.open". */

GtkWidget  *atl_start_page_new (AtlCatalogue *catalogue,
                                AtlRecents   *recents);
void        atl_start_page_set_menu (AtlStartPage *self,
                                     GMenuModel   *menu);
AtlGallery *atl_start_page_get_gallery (AtlStartPage *self);

G_END_DECLS

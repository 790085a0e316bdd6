/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-catalogue.h"
#include "store/atl-document.h"
#include "ui/restore/atl-recovered.h"

G_BEGIN_DECLS

#define ATL_TYPE_WINDOW (atl_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlWindow, atl_window, ATL, WINDOW, AdwApplicationWindow)

AtlWindow   *atl_window_new (GtkApplication *application,
                             AtlCatalogue   *catalogue);
void         atl_window_open_path (AtlWindow  *self,
                                   const char *path);
AtlDocument *atl_window_get_document (AtlWindow *self);
void         atl_window_set_document (AtlWindow   *self,
                                      AtlDocument *document);
GtkWidget   *atl_window_get_session_page (AtlWindow *self);
void         atl_window_recover (AtlWindow    *self,
                                 AtlRecovered *recovered);
gboolean     atl_window_get_recovered (AtlWindow *self);

G_END_DECLS

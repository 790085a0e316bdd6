/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/atl-scene.h"
#include "store/atl-document.h"
#include "ui/silo/atl-map-reader.h"

G_BEGIN_DECLS

#define ATL_TYPE_FIGURES_PANEL (atl_figures_panel_get_type ())
G_DECLARE_FINAL_TYPE (AtlFiguresPanel, atl_figures_panel, ATL, FIGURES_PANEL, GtkBox)

/* Signal "lit" (GHashTable *items): notes, links and silos of the map are to be lit, %NULL for none. */

GtkWidget *atl_figures_panel_new (AtlDocument  *document,
                                  AtlMapReader *reader);
void       atl_figures_panel_set_scene (AtlFiguresPanel *self,
                                        AtlScene        *scene);
void       atl_figures_panel_set_silos_only (AtlFiguresPanel *self,
                                             gboolean         silos_only);
gboolean   atl_figures_panel_unlight (AtlFiguresPanel *self);

G_END_DECLS

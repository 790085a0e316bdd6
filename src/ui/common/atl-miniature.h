/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

#define ATL_TYPE_MINIATURE (atl_miniature_get_type ())
G_DECLARE_FINAL_TYPE (AtlMiniature, atl_miniature, ATL, MINIATURE, GtkWidget)

GtkWidget *atl_miniature_new (AtlBoard *board);
AtlBoard  *atl_miniature_get_board (AtlMiniature *self);
void       atl_miniature_set_board (AtlMiniature *self,
                                    AtlBoard     *board);
AtlScene  *atl_miniature_get_scene (AtlMiniature *self);
void       atl_miniature_set_natural_width (AtlMiniature *self, int width);

G_END_DECLS

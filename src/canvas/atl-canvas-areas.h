/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* The files of AtlCanvas that deal with areas, and with many notes at once, among themselves and for the
 * others. */

/* atl-canvas-area-actions.c */
void atl_canvas_install_area_actions (GtkWidgetClass *klass);
void atl_canvas_update_area_actions (AtlCanvas *self);

/* atl-canvas-area-menu.c */
GMenu  *atl_canvas_new_area_menu (AtlCanvas *self, AtlArea *area);
AtlRect atl_canvas_get_area_anchor (AtlCanvas *self, AtlArea *area);

G_END_DECLS

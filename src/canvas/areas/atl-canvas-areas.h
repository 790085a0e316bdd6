/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* The files of AtlCanvas that deal with areas, and with many notes at once, among themselves and for the
 * others. */

/* atl-canvas-areas.c */
AtlCanvasAreas *atl_canvas_areas_new (AtlCanvas *canvas);
void            atl_canvas_areas_free (AtlCanvasAreas *self);
void            atl_canvas_areas_follow (AtlCanvasAreas *self);
gboolean        atl_canvas_areas_get_locked (AtlCanvasAreas *self);
void            atl_canvas_areas_set_locked (AtlCanvasAreas *self, gboolean locked);
void            atl_canvas_areas_tell_locked (AtlCanvasAreas *self, AtlArea *area);
void            atl_canvas_areas_edit_title (AtlCanvasAreas *self, AtlNote *lead);
GtkWidget      *atl_canvas_areas_get_title (AtlCanvasAreas *self);
void            atl_canvas_areas_allocate (AtlCanvasAreas *self);

gboolean atl_canvas_is_typing (AtlCanvas *self);

/* atl-canvas-area-actions.c */
void     atl_canvas_install_area_actions (GtkWidgetClass *klass);
void     atl_canvas_update_area_actions (AtlCanvas *self);
gboolean atl_canvas_refuse_order (AtlCanvas *self);

/* atl-canvas-area-menu.c */
GMenu  *atl_canvas_new_area_menu (AtlCanvas *self, AtlArea *area);
AtlRect atl_canvas_get_area_anchor (AtlCanvas *self, AtlArea *area);

/* atl-canvas-motion.c */
GHashTable *atl_canvas_new_places (void);
void        atl_canvas_note_place (AtlCanvas *self, GHashTable *places, AtlNote *note);
void        atl_canvas_start_motion (AtlCanvas *self, GHashTable *from);
void        atl_canvas_stop_motion (AtlCanvas *self);

G_END_DECLS

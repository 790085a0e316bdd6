/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas-private.h"

G_BEGIN_DECLS

/* The files of AtlCanvas that deal with links and nodes of maps, among themselves and for the others. */

/* atl-canvas-link-actions.c */
void atl_canvas_install_link_actions (GtkWidgetClass *klass);
void atl_canvas_update_link_actions (AtlCanvas *self);

/* atl-canvas-links.c */
AtlCanvasLinks *atl_canvas_links_new (AtlCanvas *canvas);
void            atl_canvas_links_free (AtlCanvasLinks *self);
AtlLinkTool    *atl_canvas_links_get_tool (AtlCanvasLinks *self);
AtlRect         atl_canvas_links_get_anchor (AtlCanvasLinks *self);
GtkWidget      *atl_canvas_links_get_strip (AtlCanvasLinks *self);
void            atl_canvas_links_open_strip (AtlCanvasLinks *self, AtlNote *node);
void            atl_canvas_links_close_strip (AtlCanvasLinks *self);
void            atl_canvas_links_allocate (AtlCanvasLinks *self);
gboolean        atl_canvas_links_press (AtlCanvasLinks *self, AtlPoint point);
void            atl_canvas_links_step (AtlCanvasLinks *self, int by);
void            atl_canvas_links_unselect (AtlCanvasLinks *self);
char           *atl_canvas_links_dup_signpost (AtlCanvasLinks *self);
gboolean        atl_canvas_links_follow (AtlCanvasLinks *self);
void            atl_canvas_links_edit (AtlCanvasLinks *self);
void            atl_canvas_links_delete (AtlCanvasLinks *self);
void            atl_canvas_links_set_kind (AtlCanvasLinks *self, AtlLinkKind kind);
void            atl_canvas_links_set_strength (AtlCanvasLinks *self, int strength);
void            atl_canvas_links_reverse (AtlCanvasLinks *self);
void            atl_canvas_links_show_details (AtlCanvasLinks *self, AtlNote *node);
gboolean        atl_canvas_links_take_key (AtlCanvasLinks *self,
                                           guint           keyval,
                                           guint           keycode,
                                           GdkModifierType state);

/* atl-canvas-linked.c */
void atl_canvas_light_linked (AtlCanvas *self);

/* atl-canvas-link-overlay.c */
void atl_canvas_draw_links (AtlCanvas *self, GtkSnapshot *snapshot);

/* atl-canvas-map-menu.c */
GMenu *atl_canvas_new_link_menu (AtlCanvas *self, AtlLink *link);
void   atl_canvas_append_node_sections (AtlCanvas *self, GMenu *menu);

G_END_DECLS

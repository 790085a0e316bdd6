/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/atl-display-list.h"

G_BEGIN_DECLS

typedef struct
{
  cairo_t *cr;
  AtlRgba  color;
  double   opacity;
  gboolean down;
} AtlFlatPen;

const GdkRGBA *atl_rgba_peek_gdk (const AtlRgba *color);
void           atl_snapshot_player_draw (GtkSnapshot    *snapshot,
                                         AtlDisplayList *list);
void           atl_snapshot_player_draw_text (GtkSnapshot        *snapshot,
                                              const AtlDisplayOp *op);
AtlFlatPen     atl_snapshot_player_begin_flat (GtkSnapshot *snapshot,
                                               AtlRect      bounds,
                                               double       opacity);
void           atl_snapshot_player_draw_flat (AtlFlatPen     *pen,
                                              AtlDisplayList *list,
                                              AtlPoint        at);
void           atl_snapshot_player_end_flat (AtlFlatPen *pen);
cairo_t       *atl_snapshot_player_begin_lines (GtkSnapshot *snapshot,
                                                AtlRect      bounds);
void           atl_snapshot_player_draw_line (cairo_t        *cr,
                                              AtlDisplayList *list,
                                              AtlPoint        at);
GskRenderNode *atl_snapshot_player_dup_node (AtlDisplayList *list);
void           atl_snapshot_append_ring (GtkSnapshot *snapshot,
                                         AtlRect      rect,
                                         double       radius,
                                         double       width,
                                         AtlRgba      color);
void           atl_snapshot_append_box (GtkSnapshot *snapshot,
                                        AtlRect      rect,
                                        double       radius,
                                        AtlRgba      color);

G_END_DECLS

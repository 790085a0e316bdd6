/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"
#include "canvas/atl-camera.h"

G_BEGIN_DECLS

/* One depth of the board, drawn from cached nodes: a grid of cells, each with a container per level of
 * detail. */
typedef struct _AtlCellLayer AtlCellLayer;

AtlCellLayer  *atl_cell_layer_new (AtlBoardView *view,
                                   double        cell_size);
void           atl_cell_layer_free (AtlCellLayer *self);
void           atl_cell_layer_put (AtlCellLayer *self,
                                   AtlBox       *box);
void           atl_cell_layer_remove (AtlCellLayer *self,
                                      AtlBox       *box);
void           atl_cell_layer_forget_nodes (AtlCellLayer *self);
void           atl_cell_layer_lift (AtlCellLayer *self,
                                    AtlBox       *box,
                                    gboolean      lifted);
void           atl_cell_layer_light (AtlCellLayer *self);
void           atl_cell_layer_snapshot (AtlCellLayer *self,
                                        GtkSnapshot  *snapshot,
                                        AtlCamera    *camera,
                                        AtlRect       part);
void           atl_cell_layer_evict (AtlCellLayer *self,
                                     AtlRect       visible);
GskRenderNode *atl_cell_layer_peek_node (AtlCellLayer *self,
                                         AtlBox       *box,
                                         AtlDetail     detail);
guint          atl_cell_layer_get_n_builds (AtlCellLayer *self);
AtlDetail      atl_detail_for_zoom (double zoom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlCellLayer, atl_cell_layer_free)

G_END_DECLS

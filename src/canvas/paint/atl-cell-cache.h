/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-cell-layer.h"

G_BEGIN_DECLS

/* Everything that is drawn of a board, in layers: areas, links, notes, open stacks. */
typedef struct _AtlCellCache AtlCellCache;

AtlCellCache  *atl_cell_cache_new (AtlBoardView *view);
void           atl_cell_cache_free (AtlCellCache *self);
void           atl_cell_cache_forget_nodes (AtlCellCache *self);
void           atl_cell_cache_lift (AtlCellCache *self,
                                    GPtrArray    *boxes);
void           atl_cell_cache_snapshot (AtlCellCache *self,
                                        GtkSnapshot  *snapshot,
                                        AtlCamera    *camera,
                                        GtkWidget    *viewport);
gboolean       atl_cell_cache_rest (AtlCellCache *self);
GskRenderNode *atl_cell_cache_peek_node (AtlCellCache *self,
                                         AtlBox       *box,
                                         AtlDetail     detail);
guint          atl_cell_cache_get_n_builds (AtlCellCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlCellCache, atl_cell_cache_free)

G_END_DECLS

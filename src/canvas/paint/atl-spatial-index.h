/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Finds rectangles by place. Tags are opaque, one rectangle each. */
typedef struct _AtlSpatialIndex AtlSpatialIndex;

AtlSpatialIndex *atl_spatial_index_new (double cell_size);
void             atl_spatial_index_free (AtlSpatialIndex *self);
void             atl_spatial_index_put (AtlSpatialIndex *self,
                                        gpointer         tag,
                                        AtlRect          rect);
gboolean         atl_spatial_index_remove (AtlSpatialIndex *self,
                                           gpointer         tag);
guint            atl_spatial_index_get_size (AtlSpatialIndex *self);
void             atl_spatial_index_query (AtlSpatialIndex *self,
                                          AtlRect          rect,
                                          GPtrArray       *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSpatialIndex, atl_spatial_index_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* Reading maps: what the areas of layout `graph` ask for, and what the room may read of their nodes. */

#define ATL_STRENGTH_DEFAULT 3

GArray     *atl_map_dup_kinds (AtlArea *area);
gboolean    atl_map_has_kind (AtlArea    *area,
                              AtlLinkKind kind);
AtlLinkKind atl_map_get_default_kind (AtlArea *area);
gboolean    atl_map_has_sides (AtlArea *area);
char       *atl_map_dup_label (AtlNote *node);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-bridges.h"

G_BEGIN_DECLS

/* What igraph finds in the same network. */

gboolean atl_igraph_find_components (AtlNetwork *network,
                                     guint      *components,
                                     guint      *n_components);
gboolean atl_igraph_find_bridges (AtlNetwork *network,
                                  AtlBridge **bridges,
                                  guint      *n_bridges);

G_END_DECLS

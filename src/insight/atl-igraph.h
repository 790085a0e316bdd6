/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-network.h"

G_BEGIN_DECLS

/* The only file that calls igraph, which Debian builds without thread safety: calls from several threads
 * wait for each other. What fails is told, nothing ends the program or prints. */

/* A linked pair, a < b, whose removal splits a component. */
typedef struct
{
  guint a;
  guint b;
} AtlBridge;

gboolean atl_igraph_find_components (AtlNetwork *network,
                                     guint      *components,
                                     guint      *n_components);
gboolean atl_igraph_find_bridges (AtlNetwork *network,
                                  AtlBridge **bridges,
                                  guint      *n_bridges);

G_END_DECLS

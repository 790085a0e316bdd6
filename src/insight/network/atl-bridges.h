/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* A linked pair, a < b, whose removal splits a component. */
typedef struct
{
  guint a;
  guint b;
} AtlBridge;

AtlBridge *atl_bridges_find (AtlNetwork *network,
                             guint      *n_bridges);

G_END_DECLS

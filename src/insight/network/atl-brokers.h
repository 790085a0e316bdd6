/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* How much of the paths of a network lies on each node. */
typedef struct
{
  guint    n_nodes;
  double  *betweenness; /* B */
  double  *normalized;  /* B', NaN below three nodes */
  double  *cross;       /* B_x */
  guint64 *cross_pairs; /* N_x */
  double  *shares;      /* b, NaN where N_x is 0 */
} AtlBrokers;

AtlBrokers *atl_brokers_new (AtlNetwork   *network,
                             GCancellable *cancellable);
void        atl_brokers_free (AtlBrokers *self);
int         atl_brokers_find_top (AtlBrokers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlBrokers, atl_brokers_free)

G_END_DECLS

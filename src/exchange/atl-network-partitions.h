/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

AtlNetworkColumn *atl_network_partitions_find (AtlNetworkTable *table, const char *name);
const char       *atl_network_partitions_get (AtlNetworkTable *table, guint node, const char *name);
void              atl_network_partitions_keep (AtlNetworkTable *table);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

void atl_network_partitions_keep (AtlNetworkTable *table);

G_END_DECLS

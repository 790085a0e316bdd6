/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

gboolean atl_network_graphml_read (AtlNetworkTable *table,
                                   GBytes          *bytes,
                                   GError         **error);

G_END_DECLS

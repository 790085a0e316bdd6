/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

/* Whether a table is one of everybody with everybody. */
typedef enum
{
  ATL_NETWORK_SQUARE_NO,
  ATL_NETWORK_SQUARE_READ,
  ATL_NETWORK_SQUARE_REFUSED,
} AtlNetworkSquare;

AtlNetworkSquare atl_network_square_read (AtlNetworkTable *table, const char *text, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

/* What a CSV file is: told, or by its columns. */
typedef enum
{
  ATL_NETWORK_CSV_ANY,
  ATL_NETWORK_CSV_LINKS,
  ATL_NETWORK_CSV_PEOPLE,
} AtlNetworkCsv;

gboolean atl_network_csv_read (AtlNetworkTable *table,
                               const char      *text,
                               AtlNetworkCsv    kind,
                               GError         **error);

G_END_DECLS

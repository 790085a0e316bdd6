/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_NETWORK_FORMAT_ANY, /* by the content */
  ATL_NETWORK_FORMAT_LINKS,
  ATL_NETWORK_FORMAT_PEOPLE,
  ATL_NETWORK_FORMAT_GRAPHML,
  ATL_NETWORK_FORMAT_PAJEK,
  ATL_NETWORK_FORMAT_KUMU,
} AtlNetworkFormat;

gboolean atl_network_import_read (AtlNetworkTable *table,
                                  GBytes          *bytes,
                                  const char      *source,
                                  AtlNetworkFormat format,
                                  GError         **error);
gboolean atl_network_import_read_file (AtlNetworkTable *table,
                                       const char      *path,
                                       AtlNetworkFormat format,
                                       GError         **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-catalogue.h"
#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

/* What came into the session. */
typedef struct
{
  guint n_nodes;
  guint n_people; /* new ones */
  guint n_silos;  /* new ones */
  guint n_links;
} AtlNetworkCounts;

AtlBoard *atl_network_apply (AtlNetworkTable  *table,
                             AtlSession       *session,
                             AtlCatalogue     *catalogue,
                             const char       *title,
                             gboolean          teams,
                             AtlNetworkCounts *counts);

G_END_DECLS

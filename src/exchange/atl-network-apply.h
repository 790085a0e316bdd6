/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-catalogue.h"
#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

/* What a file cannot say. */
typedef struct
{
  AtlBoard   *board;    /* a map that gets it all, or NULL for a new one */
  const char *title;    /* of a new board, or NULL for its template's */
  gboolean    teams;    /* nodes are teams or roles, not people */
  gboolean    separate; /* who bears a name of the session is somebody else */
} AtlNetworkChoices;

/* What came into the session. */
typedef struct
{
  guint n_nodes;
  guint n_people;     /* new ones */
  guint n_silos;      /* new ones */
  guint n_partitions; /* that these belong to */
  guint n_links;
  guint n_known; /* links that the board had already */
} AtlNetworkCounts;

AtlBoard *atl_network_apply (AtlNetworkTable         *table,
                             AtlSession              *session,
                             AtlCatalogue            *catalogue,
                             const AtlNetworkChoices *choices,
                             AtlNetworkCounts        *counts);

G_END_DECLS

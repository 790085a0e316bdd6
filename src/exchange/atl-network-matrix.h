/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* The first cell of a matrix of silos tells it from one of nodes: its cells count links. */
#define ATL_NETWORK_MATRIX_CORNER "silos"

GBytes *atl_network_export_matrix (AtlBoard *board, GError **error);
GBytes *atl_network_export_adjacency (AtlSession *session, AtlBoard *board, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

GBytes *atl_network_export_matrix (AtlBoard *board, GError **error);
GBytes *atl_network_export_adjacency (AtlSession *session, AtlBoard *board, GError **error);

G_END_DECLS

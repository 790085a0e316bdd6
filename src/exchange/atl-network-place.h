/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

void atl_network_place (AtlBoard *board, AtlArea *area);

G_END_DECLS

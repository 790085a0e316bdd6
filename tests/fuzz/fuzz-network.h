/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-import.h"
#include "fuzz.h"

G_BEGIN_DECLS

void fuzz_import_network (const guint8 *data, gsize size, AtlNetworkFormat format);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

void             atl_import_read_async (const char *const  *paths,
                                        GCancellable       *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
AtlNetworkTable *atl_import_read_finish (GAsyncResult *result,
                                         GError      **error);
gboolean         atl_import_is_network (const char *path);

G_END_DECLS

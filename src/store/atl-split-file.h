/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"

G_BEGIN_DECLS

/* The file of a break-out group: a copy of the session that says whose it is. */

GBytes  *atl_split_file_make (GBytes *bytes, const char *group, GError **error);
void     atl_split_file_write_async (AtlDocument        *document,
                                     const char         *group,
                                     const char         *path,
                                     gboolean            replace,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean atl_split_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *atl_people_file_decode (GBytes  *bytes,
                              gboolean is_table,
                              GError **error);
void  atl_people_file_read_async (GFile              *file,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
char *atl_people_file_read_finish (GAsyncResult *result,
                                   GError      **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atl_version_delete_async (GtkWindow          *parent,
                               const char         *session_id,
                               guint               n,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
int  atl_version_delete_finish (GAsyncResult *result);
void atl_version_delete_tell (GtkWindow *parent,
                              guint      n_left);

G_END_DECLS

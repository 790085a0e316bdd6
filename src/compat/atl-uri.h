/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atl_uri_open_path (GtkWindow  *parent,
                        const char *path);

G_END_DECLS

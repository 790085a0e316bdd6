/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *atl_find (GtkWidget *root,
                     GType      type);
GtkWidget *atl_find_nth (GtkWidget *root,
                         GType      type,
                         guint      n);
GtkWidget *atl_find_labelled (GtkWidget  *root,
                              GType       type,
                              const char *label);

G_END_DECLS

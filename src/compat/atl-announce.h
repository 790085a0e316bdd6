/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *atl_announcer_new (void);
void       atl_announce (GtkWidget  *widget,
                         const char *text);

void atl_describe (GtkWidget *widget, const char *text);

G_END_DECLS

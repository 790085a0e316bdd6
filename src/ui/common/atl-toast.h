/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"

G_BEGIN_DECLS

void atl_toast_show (GtkWidget  *widget,
                     const char *text);
void atl_toast_show_undo (GtkWidget  *widget,
                          const char *text,
                          AtlHistory *history);
void atl_toast_show_open (GtkWidget  *widget,
                          const char *text,
                          const char *path);
void atl_toast_show_step (GtkWidget  *widget,
                          const char *text,
                          const char *label,
                          AtlHistory *history,
                          GClosure   *clicked);
void atl_toast_show_button (GtkWidget  *widget,
                            const char *text,
                            const char *label,
                            GClosure   *clicked);
void atl_toast_dismiss (GtkWidget *widget);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

int      atl_digit_of_key (guint keyval);
int      atl_digit_find (GtkWidget *widget,
                         guint      keyval,
                         guint      keycode);
gboolean atl_digit_is_zero (GtkWidget *widget, guint keyval, guint keycode);

G_END_DECLS

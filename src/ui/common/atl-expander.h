/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atl_expander_set_child (GtkExpander *self, GtkWidget *child);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atl_paste_table_set_up (GtkColumnView *view,
                             GListModel    *items);

G_END_DECLS

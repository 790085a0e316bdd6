/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The row at @from was dropped where it shall be the one at @to. */
typedef void (*AtlPlanDropCallback) (gpointer user_data,
                                     int      from,
                                     int      to);

void atl_plan_drag_add (GtkListBox         *list,
                        AtlPlanDropCallback callback,
                        gpointer            user_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-person.h"

G_BEGIN_DECLS

/* Signal "spoken-chosen" (gboolean): the user ticked whether they have spoken. */

#define ATL_TYPE_ORDER_ROW (atl_order_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlOrderRow, atl_order_row, ATL, ORDER_ROW, GtkListBoxRow)

GtkWidget *atl_order_row_new (AtlPerson *person,
                              guint      place);
AtlPerson *atl_order_row_get_person (AtlOrderRow *self);
void       atl_order_row_show (AtlOrderRow *self,
                               gboolean     current,
                               gboolean     spoken);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_SLIP_LIST_ROW (atl_slip_list_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlSlipListRow, atl_slip_list_row, ATL, SLIP_LIST_ROW, GtkListBoxRow)

GtkWidget *atl_slip_list_row_new (guint index);
guint      atl_slip_list_row_get_index (AtlSlipListRow *self);
void       atl_slip_list_row_show (AtlSlipListRow *self,
                                   const char     *name,
                                   guint           n_answers,
                                   gboolean        done);

G_END_DECLS

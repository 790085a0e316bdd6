/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/mapping/atl-grid-data.h"

G_BEGIN_DECLS

/* Signals: "typed" (guint row, guint column, int strength), the user typed a digit; "moved" (guint row, guint
 * column), another cell has the focus. */

#define ATL_TYPE_GRID_VIEW (atl_grid_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlGridView, atl_grid_view, ATL, GRID_VIEW, GtkWidget)

GtkWidget *atl_grid_view_new (AtlGridData *data);
void       atl_grid_view_update (AtlGridView *self,
                                 AtlGridData *data);
void       atl_grid_view_get_current (AtlGridView *self,
                                      guint       *row,
                                      guint       *column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_AREA_WIDGET (atl_area_widget_get_type ())
G_DECLARE_FINAL_TYPE (AtlAreaWidget, atl_area_widget, ATL, AREA_WIDGET, GtkWidget)

GtkWidget *atl_area_widget_new (AtlBoardView *view,
                                AtlBox       *box);
void       atl_area_widget_describe (AtlAreaWidget *self,
                                     guint          size);

G_END_DECLS

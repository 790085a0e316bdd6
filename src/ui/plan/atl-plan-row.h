/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/plan/atl-plan-runs.h"

G_BEGIN_DECLS

#define ATL_TYPE_PLAN_ROW (atl_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlPlanRow, atl_plan_row, ATL, PLAN_ROW, GtkListBoxRow)

GtkWidget *atl_plan_row_new (AtlPlanRun *run,
                             guint       number);
AtlBoard  *atl_plan_row_get_board (AtlPlanRow *self);
gpointer   atl_plan_row_get_key (AtlPlanRow *self);
GtkWidget *atl_plan_row_get_title (AtlPlanRow *self);
void       atl_plan_row_set_current (AtlPlanRow *self,
                                     gboolean    current);
gboolean   atl_plan_row_get_expanded (AtlPlanRow *self);
void       atl_plan_row_set_expanded (AtlPlanRow *self,
                                      gboolean    expanded);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/atl-compare-row.h"

G_BEGIN_DECLS

/* Two maps compared: the sentences, the list of what changed, the maps side by side, the figures. */
#define ATL_TYPE_COMPARE_VIEW (atl_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareView, atl_compare_view, ATL, COMPARE_VIEW, GtkWidget)

void        atl_compare_view_set_result (AtlCompareView   *self,
                                         AtlCompareResult *result,
                                         gboolean          silos_only);
void        atl_compare_view_set_silos_only (AtlCompareView *self,
                                             gboolean        silos_only);
void        atl_compare_view_light (AtlCompareView *self,
                                    guint           position);
void        atl_compare_view_focus (AtlCompareView *self);
void        atl_compare_view_zoom (AtlCompareView *self,
                                   int             steps);
char       *atl_compare_view_dup_text (AtlCompareView *self);
GListModel *atl_compare_view_get_rows (AtlCompareView *self);

G_END_DECLS

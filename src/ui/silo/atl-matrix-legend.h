/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_MATRIX_LEGEND (atl_matrix_legend_get_type ())
G_DECLARE_FINAL_TYPE (AtlMatrixLegend, atl_matrix_legend, ATL, MATRIX_LEGEND, GtkWidget)

G_END_DECLS

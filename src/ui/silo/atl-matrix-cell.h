/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "insight/network/atl-blocks.h"

G_BEGIN_DECLS

#define ATL_TYPE_MATRIX_CELL (atl_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (AtlMatrixCell, atl_matrix_cell, ATL, MATRIX_CELL, GtkWidget)

/* Signal "activated". */

GtkWidget *atl_matrix_cell_new (guint from,
                                guint to);
guint      atl_matrix_cell_get_from (AtlMatrixCell *self);
guint      atl_matrix_cell_get_to (AtlMatrixCell *self);
void       atl_matrix_cell_set (AtlMatrixCell *self,
                                const AtlCell *cell,
                                gboolean       possible,
                                const char    *sentence);
void       atl_matrix_cell_set_lit (AtlMatrixCell *self,
                                    gboolean       lit);
GdkRGBA    atl_matrix_cell_get_color (double   ratio,
                                      gboolean dark);

G_END_DECLS

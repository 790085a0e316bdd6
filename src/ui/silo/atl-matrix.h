/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/silo/atl-voice.h"

G_BEGIN_DECLS

#define ATL_TYPE_MATRIX (atl_matrix_get_type ())
G_DECLARE_FINAL_TYPE (AtlMatrix, atl_matrix, ATL, MATRIX, GtkWidget)

/* Signal "cell-activated" (guint from, guint to): the user wants to see on the map what a cell counts, or not
 * any more. */

GtkWidget *atl_matrix_new (gboolean large);
void       atl_matrix_show (AtlMatrix      *self,
                            AtlMeasures    *measures,
                            const AtlVoice *voice);
void       atl_matrix_set_lit (AtlMatrix *self,
                               int        from,
                               int        to);
GtkWidget *atl_matrix_get_cell (AtlMatrix *self,
                                guint      from,
                                guint      to);

G_END_DECLS

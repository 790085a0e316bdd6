/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-area.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

/* What the numbers on the notes of an area come to. */

gboolean atl_area_has_value (AtlArea    *area,
                             const char *name);
double   atl_area_sum_values (AtlArea    *area,
                              const char *name,
                              guint      *n_known);
gboolean atl_note_get_ratio (AtlNote    *note,
                             const char *over,
                             const char *under,
                             double     *ratio);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-area.h"
#include "model/atl-board.h"

G_BEGIN_DECLS

/* Signal "picked" (AtlArea *area): the user chose another area. */

#define ATL_TYPE_AREA_CHIP (atl_area_chip_get_type ())
G_DECLARE_FINAL_TYPE (AtlAreaChip, atl_area_chip, ATL, AREA_CHIP, GtkWidget)

void atl_area_chip_set_board (AtlAreaChip *self,
                              AtlBoard    *board);
void atl_area_chip_set_area (AtlAreaChip *self,
                             AtlArea     *area);
void atl_area_chip_set_narrow (AtlAreaChip *self,
                               gboolean     narrow);

G_END_DECLS

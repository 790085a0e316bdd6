/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

#define ATL_TYPE_TALLY_STRIP (atl_tally_strip_get_type ())
G_DECLARE_FINAL_TYPE (AtlTallyStrip, atl_tally_strip, ATL, TALLY_STRIP, GtkWidget)

/* Signal "tag-picked" (const char *tag): notes of that tag are wanted, NULL for any. */

void atl_tally_strip_set_board (AtlTallyStrip *self,
                                AtlBoard      *board);
void atl_tally_strip_set_tag (AtlTallyStrip *self,
                              const char    *tag);

G_END_DECLS

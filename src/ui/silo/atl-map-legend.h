/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"

G_BEGIN_DECLS

/* What the lines and signs of a map mean, as a popover. */

GtkWidget *atl_map_legend_new (AtlBoard *board,
                               gboolean  narrow);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

/* Filling a map in one act. @canvas is what arranges the new nodes and shows toasts. */

void atl_map_people_add (GtkWidget   *canvas,
                         AtlDocument *document,
                         AtlBoard    *board);
void atl_map_people_add_silos (GtkWidget   *canvas,
                               AtlDocument *document,
                               AtlBoard    *board);

G_END_DECLS

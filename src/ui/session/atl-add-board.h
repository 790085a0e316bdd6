/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/atl-catalogue.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

/* @board was just added to the session. */
typedef void (*AtlBoardCallback) (AtlBoard *board,
                                  gpointer  user_data);

void atl_add_board_open (GtkWindow       *parent,
                         AtlCatalogue    *catalogue,
                         AtlDocument     *document,
                         AtlBoardCallback callback,
                         gpointer         user_data);

G_END_DECLS

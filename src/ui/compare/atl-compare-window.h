/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-board.h"
#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_COMPARE_WINDOW (atl_compare_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareWindow, atl_compare_window, ATL, COMPARE_WINDOW, AdwWindow)

/* Property "silos-only": no name of a person is shown. */

GtkWidget *atl_compare_window_open (GtkWindow   *parent,
                                    AtlDocument *document,
                                    AtlBoard    *board);
void       atl_compare_window_compare_file (AtlCompareWindow *self,
                                            const char       *path);

G_END_DECLS

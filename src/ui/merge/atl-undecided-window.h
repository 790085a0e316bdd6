/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

#define ATL_TYPE_UNDECIDED_WINDOW (atl_undecided_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlUndecidedWindow, atl_undecided_window, ATL, UNDECIDED_WINDOW, AdwWindow)

GtkWidget *atl_undecided_window_open (GtkWindow   *parent,
                                      AtlDocument *document,
                                      AtlItem     *item);

G_END_DECLS

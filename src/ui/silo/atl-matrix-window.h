/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/silo/atl-map-reader.h"

G_BEGIN_DECLS

#define ATL_TYPE_MATRIX_WINDOW (atl_matrix_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlMatrixWindow, atl_matrix_window, ATL, MATRIX_WINDOW, AdwWindow)

GtkWidget *atl_matrix_window_open (GtkWindow    *parent,
                                   AtlMapReader *reader);

G_END_DECLS

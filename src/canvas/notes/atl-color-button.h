/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/atl-palette.h"

G_BEGIN_DECLS

#define ATL_TYPE_COLOR_BUTTON (atl_color_button_get_type ())
G_DECLARE_FINAL_TYPE (AtlColorButton, atl_color_button, ATL, COLOR_BUTTON, GtkButton)

GtkWidget *atl_color_button_new (AtlColor color,
                                 AtlTheme theme);

G_END_DECLS

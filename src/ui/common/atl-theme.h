/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "scene/atl-palette.h"

G_BEGIN_DECLS

AtlTheme atl_theme_get (void);
void     atl_theme_watch (GtkWidget *widget,
                          GCallback  changed);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_SHARE_BAR (atl_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlShareBar, atl_share_bar, ATL, SHARE_BAR, GtkWidget)

GtkWidget *atl_share_bar_new (double lower,
                              double upper);
void       atl_share_bar_set (AtlShareBar *self,
                              double       value,
                              double       reference,
                              const char  *text);
double     atl_share_bar_get_value (AtlShareBar *self);
double     atl_share_bar_get_reference (AtlShareBar *self);

G_END_DECLS

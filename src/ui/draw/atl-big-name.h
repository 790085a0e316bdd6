/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATL_TYPE_BIG_NAME (atl_big_name_get_type ())
G_DECLARE_FINAL_TYPE (AtlBigName, atl_big_name, ATL, BIG_NAME, GtkWidget)

void        atl_big_name_set_text (AtlBigName *self,
                                   const char *text);
const char *atl_big_name_get_text (AtlBigName *self);

G_END_DECLS

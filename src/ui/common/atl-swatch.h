/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-enums.h"

G_BEGIN_DECLS

#define ATL_TYPE_SWATCH (atl_swatch_get_type ())
G_DECLARE_FINAL_TYPE (AtlSwatch, atl_swatch, ATL, SWATCH, GtkWidget)

GtkWidget *atl_swatch_new (void);
void       atl_swatch_set_tint (AtlSwatch *self,
                                AtlTint    tint);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "catalogue/atl-catalogue.h"

G_BEGIN_DECLS

#define ATL_TYPE_SAVE_TEMPLATE (atl_save_template_get_type ())
G_DECLARE_FINAL_TYPE (AtlSaveTemplate, atl_save_template, ATL, SAVE_TEMPLATE, AdwWindow)

/* Signal "saved" (AtlTemplate *template). */

GtkWidget *atl_save_template_new (GtkWindow    *parent,
                                  AtlCatalogue *catalogue,
                                  AtlBoard     *board);

G_END_DECLS

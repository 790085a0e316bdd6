/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "catalogue/atl-catalogue.h"

G_BEGIN_DECLS

/* @id is the template to show now, NULL for none. */
typedef void (*AtlTemplateMade) (GtkWidget  *widget,
                                 const char *id);

void        atl_template_actions_add (GtkWidget      *widget,
                                      GtkWidget      *anchor,
                                      AtlCatalogue   *catalogue,
                                      AtlTemplateMade made);
GMenuModel *atl_template_actions_dup_menu (AtlTemplate *template);

G_END_DECLS

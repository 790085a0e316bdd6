/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-area.h"
#include "model/atl-history.h"

G_BEGIN_DECLS

#define ATL_TYPE_GUIDES_POPOVER (atl_guides_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlGuidesPopover, atl_guides_popover, ATL, GUIDES_POPOVER, GtkPopover)

GtkWidget *atl_guides_popover_new (AtlHistory *history,
                                   AtlArea    *area);
void       atl_guides_popover_focus_cell (AtlGuidesPopover *self,
                                          guint             row,
                                          guint             column);

G_END_DECLS

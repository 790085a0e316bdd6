/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-note.h"

G_BEGIN_DECLS

#define ATL_TYPE_OWNERS_POPOVER (atl_owners_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlOwnersPopover, atl_owners_popover, ATL, OWNERS_POPOVER, GtkPopover)

GtkWidget *atl_owners_popover_new (AtlHistory *history,
                                   AtlNote    *note);

G_END_DECLS

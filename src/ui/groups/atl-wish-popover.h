/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/groups/atl-mix-plan.h"

G_BEGIN_DECLS

#define ATL_TYPE_WISH_POPOVER (atl_wish_popover_get_type ())
G_DECLARE_FINAL_TYPE (AtlWishPopover, atl_wish_popover, ATL, WISH_POPOVER, GtkPopover)

GtkWidget *atl_wish_popover_new (AtlMixPlan *plan, AtlMixConstraintKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/atl-document.h"
#include "ui/groups/atl-mix-plan.h"

G_BEGIN_DECLS

#define ATL_TYPE_MIX_WINDOW (atl_mix_window_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixWindow, atl_mix_window, ATL, MIX_WINDOW, AdwWindow)

GtkWidget  *atl_mix_window_new (GtkWindow *parent, AtlDocument *document, AtlBoard *board);
void        atl_mix_window_open (GtkWindow *parent, AtlDocument *document, AtlBoard *board);
AtlMixPlan *atl_mix_window_ensure_plan (AtlDocument *document, AtlBoard *board);
void        atl_mix_window_show_to_room (GtkWindow *parent, AtlDocument *document);
AtlMixPlan *atl_mix_window_get_plan (AtlMixWindow *self);

G_END_DECLS

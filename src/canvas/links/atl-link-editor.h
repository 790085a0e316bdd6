/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_LINK_EDITOR (atl_link_editor_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkEditor, atl_link_editor, ATL, LINK_EDITOR, GtkPopover)

GtkWidget *atl_link_editor_new (AtlBoardView *view,
                                AtlLink      *link);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_STACK_TITLE (atl_stack_title_get_type ())
G_DECLARE_FINAL_TYPE (AtlStackTitle, atl_stack_title, ATL, STACK_TITLE, GtkWidget)

/* Signal "ended" (gboolean by_key): the title is written, or left as it was. */

GtkWidget *atl_stack_title_new (AtlBoardView *view,
                                AtlNote      *lead,
                                const char   *suggestion);
AtlNote   *atl_stack_title_get_lead (AtlStackTitle *self);
void       atl_stack_title_focus (AtlStackTitle *self);
void       atl_stack_title_end (AtlStackTitle *self);

G_END_DECLS

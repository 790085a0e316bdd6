/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

const char *atl_color_get_label (AtlColor color);
char       *atl_note_label_dup (AtlBoardView *view,
                                AtlBox       *box,
                                guint         position,
                                guint         size);
char       *atl_area_label_dup (AtlBoardView *view,
                                AtlBox       *box,
                                guint         size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/atl-canvas.h"

G_BEGIN_DECLS

#define ATL_TYPE_TAG_PICKER (atl_tag_picker_get_type ())
G_DECLARE_FINAL_TYPE (AtlTagPicker, atl_tag_picker, ATL, TAG_PICKER, GtkPopover)

GtkWidget *atl_tag_picker_new (AtlBoard   *board,
                               AtlHistory *history,
                               GPtrArray  *notes);

G_END_DECLS

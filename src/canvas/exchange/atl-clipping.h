/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

/* Notes on the clipboard with all they have, for ourselves; others take the text. */
#define ATL_CLIPPING_MIME_TYPE "application/vnd.atelier.notes"
#define ATL_CLIPPING_MOST_BYTES (8 * 1024 * 1024)

GBytes *atl_clipping_new (GPtrArray *notes);
guint   atl_clipping_add (GBytes       *clipping,
                          AtlBoardView *view);

G_END_DECLS

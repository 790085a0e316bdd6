/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "insight/atl-filter.h"
#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_FILTER_ROW (atl_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlFilterRow, atl_filter_row, ATL, FILTER_ROW, GtkWidget)

/* Signal "changed": other notes are wanted. */

void             atl_filter_row_set_board (AtlFilterRow *self,
                                           AtlBoard     *board);
const AtlFilter *atl_filter_row_get_filter (AtlFilterRow *self);
void             atl_filter_row_set_tag (AtlFilterRow *self,
                                         const char   *tag);
void             atl_filter_row_clear (AtlFilterRow *self);
char            *atl_filter_row_dup_summary (AtlFilterRow *self);

G_END_DECLS

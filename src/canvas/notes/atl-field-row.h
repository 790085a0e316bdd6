/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "canvas/paint/atl-board-view.h"

G_BEGIN_DECLS

#define ATL_TYPE_FIELD_ROW (atl_field_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlFieldRow, atl_field_row, ATL, FIELD_ROW, GtkBox)

GtkWidget  *atl_field_row_new (AtlBoardView *view,
                               AtlItem      *item,
                               const char   *field,
                               gboolean      number);
void        atl_field_row_update (AtlFieldRow *self);
gboolean    atl_field_row_check (AtlFieldRow *self);
void        atl_field_rows_fill (GtkWidget         *box,
                                 AtlBoardView      *view,
                                 AtlItem           *item,
                                 const char *const *fields,
                                 gboolean           numbers);
const char *atl_field_row_get_title (const char *field);
GVariant   *atl_field_row_parse_number (const char *text);

G_END_DECLS

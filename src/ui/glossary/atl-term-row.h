/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-term.h"

G_BEGIN_DECLS

#define ATL_TYPE_TERM_ROW (atl_term_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlTermRow, atl_term_row, ATL, TERM_ROW, GtkListBoxRow)

/* Signals: "closed", the user is done with editing; "delete". */

GtkWidget *atl_term_row_new (AtlTerm    *term,
                             AtlHistory *history,
                             gboolean    read_only);
AtlTerm   *atl_term_row_get_term (AtlTermRow *self);
void       atl_term_row_set_open (AtlTermRow *self,
                                  gboolean    open);
gboolean   atl_term_row_get_open (AtlTermRow *self);
void       atl_term_row_focus_field (AtlTermRow  *self,
                                     AtlTermField field);

G_END_DECLS

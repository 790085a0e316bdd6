/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/atl-document.h"

G_BEGIN_DECLS

/* Something with several versions, and the ways to decide. */
#define ATL_TYPE_UNDECIDED_ROW (atl_undecided_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlUndecidedRow, atl_undecided_row, ATL, UNDECIDED_ROW, GtkWidget)

/* Signal "decided": one of its questions is settled; it may have others. */

GtkWidget *atl_undecided_row_new (AtlDocument *document,
                                  AtlItem     *item);

G_END_DECLS

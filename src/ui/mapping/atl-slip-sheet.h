/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-slips.h"
#include "ui/mapping/atl-slip-roster.h"

G_BEGIN_DECLS

/* Signal "edited": an answer changed. */

#define ATL_TYPE_SLIP_SHEET (atl_slip_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AtlSlipSheet, atl_slip_sheet, ATL, SLIP_SHEET, GtkBox)

void     atl_slip_sheet_set_language (AtlSlipSheet *self,
                                      const char   *language);
void     atl_slip_sheet_fill (AtlSlipSheet  *self,
                              AtlSlipRoster *roster,
                              AtlNote       *of,
                              GArray        *lines);
GArray  *atl_slip_sheet_dup_lines (AtlSlipSheet *self);
gboolean atl_slip_sheet_focus_unfinished (AtlSlipSheet *self);
void     atl_slip_sheet_focus_first (AtlSlipSheet *self);
void     atl_slip_sheet_set_masked (AtlSlipSheet *self,
                                    gboolean      masked);

G_END_DECLS

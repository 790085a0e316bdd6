/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-slips.h"
#include "ui/mapping/atl-slip-roster.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SLIP_ROW_EMPTY,
  ATL_SLIP_ROW_UNFINISHED, /* somebody unknown, or no strength */
  ATL_SLIP_ROW_COMPLETE,
} AtlSlipRowState;

/* Signals: "edited"; "next", Enter after the strength; "skipped", Enter in an empty row. */

#define ATL_TYPE_SLIP_ROW (atl_slip_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlSlipRow, atl_slip_row, ATL, SLIP_ROW, GtkBox)

GtkWidget      *atl_slip_row_new (AtlSlipRoster *roster,
                                  AtlNote       *of,
                                  gboolean       needs);
void            atl_slip_row_set_line (AtlSlipRow        *self,
                                       const AtlSlipLine *line);
AtlSlipRowState atl_slip_row_get_line (AtlSlipRow  *self,
                                       AtlSlipLine *line);
void            atl_slip_row_set_masked (AtlSlipRow *self,
                                         gboolean    masked);
void            atl_slip_row_focus_missing (AtlSlipRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-history.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

#define ATL_TYPE_SILO_ROW (atl_silo_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlSiloRow, atl_silo_row, ATL, SILO_ROW, GtkListBoxRow)

GtkWidget *atl_silo_row_new (AtlSilo    *silo,
                             AtlHistory *history);
void       atl_silo_row_update (AtlSiloRow *self);
void       atl_silo_row_commit (AtlSiloRow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/merge/atl-difference.h"
#include "store/recovery/atl-versions.h"

G_BEGIN_DECLS

#define ATL_TYPE_VERSION_ROW (atl_version_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlVersionRow, atl_version_row, ATL, VERSION_ROW, GtkListBoxRow)

GtkWidget        *atl_version_row_new (const AtlVersion *version,
                                       const char       *own,
                                       gint64            now);
const AtlVersion *atl_version_row_get_version (AtlVersionRow *self);
const char       *atl_version_row_get_title (AtlVersionRow *self);
void              atl_version_row_set_difference (AtlVersionRow       *self,
                                                  const AtlDifference *difference);
void              atl_version_row_hide_difference (AtlVersionRow *self);

G_END_DECLS

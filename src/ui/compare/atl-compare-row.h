/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

/* The groups of the list, in its order. */
typedef enum
{
  ATL_COMPARE_NEW,
  ATL_COMPARE_LOST,
  ATL_COMPARE_STRONGER,
  ATL_COMPARE_WEAKER,
  ATL_COMPARE_MET,
  ATL_COMPARE_OPEN,
  ATL_COMPARE_N_GROUPS,
} AtlCompareGroup;

/* A line of the list: the heading of a group, a link or request, or all those of a pair of silos. */
#define ATL_TYPE_COMPARE_ROW (atl_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareRow, atl_compare_row, ATL, COMPARE_ROW, GObject)

GListModel     *atl_compare_rows_new (AtlCompareResult *result,
                                      gboolean          silos_only);
char           *atl_compare_rows_dup_text (GListModel *rows);
gboolean        atl_compare_row_is_heading (AtlCompareRow *self);
AtlCompareGroup atl_compare_row_get_group (AtlCompareRow *self);
guint           atl_compare_row_get_count (AtlCompareRow *self);
char           *atl_compare_row_dup_title (AtlCompareRow *self);
char           *atl_compare_row_dup_silos (AtlCompareRow *self);
char           *atl_compare_row_dup_value (AtlCompareRow *self);
char           *atl_compare_row_dup_text (AtlCompareRow *self);
GArray         *atl_compare_row_get_changes (AtlCompareRow *self);
gboolean        atl_compare_group_is_need (AtlCompareGroup group);

G_END_DECLS

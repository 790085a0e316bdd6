/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/merge/atl-merge.h"

G_BEGIN_DECLS

/* A line of the preview of a merge: something that happens, or the heading over all of a kind. */
#define ATL_TYPE_MERGE_ROW (atl_merge_row_get_type ())
G_DECLARE_FINAL_TYPE (AtlMergeRow, atl_merge_row, ATL, MERGE_ROW, GObject)

/* @several: more than one file is merged, so what is changed may be changed in any of them. */
GListModel  *atl_merge_rows_new (AtlMerge   *merge,
                                 AtlSession *ours,
                                 AtlSession *theirs,
                                 gboolean    several);
char        *atl_merge_rows_dup_summary (AtlMerge *merge,
                                         gboolean  several);
gboolean     atl_merge_row_is_heading (AtlMergeRow *self);
AtlMergeKind atl_merge_row_get_kind (AtlMergeRow *self);
char        *atl_merge_row_dup_title (AtlMergeRow *self);
char        *atl_merge_row_dup_subtitle (AtlMergeRow *self);
char        *atl_merge_row_dup_versions (AtlMergeRow *self);

G_END_DECLS

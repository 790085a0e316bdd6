/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* A map to compare: the bytes of its session, and which of its maps is meant. Nothing changes once it is
 * made: threads may share it. */
#define ATL_TYPE_COMPARE_SOURCE (atl_compare_source_get_type ())
G_DECLARE_FINAL_TYPE (AtlCompareSource, atl_compare_source, ATL, COMPARE_SOURCE, GObject)

AtlCompareSource *atl_compare_source_new (AtlSession *session,
                                          AtlBoard   *board);
AtlCompareSource *atl_compare_source_load (const char *path,
                                           GError    **error);
void              atl_compare_source_load_async (const char         *path,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
AtlCompareSource *atl_compare_source_load_finish (GAsyncResult *result,
                                                  GError      **error);
AtlCompareSource *atl_compare_source_choose (AtlCompareSource *self,
                                             guint             map);
guint             atl_compare_source_get_n_maps (AtlCompareSource *self);
const char       *atl_compare_source_get_map_title (AtlCompareSource *self,
                                                    guint             map);
guint             atl_compare_source_get_map_size (AtlCompareSource *self,
                                                   guint             map);
guint             atl_compare_source_get_chosen (AtlCompareSource *self);
const char       *atl_compare_source_get_board (AtlCompareSource *self);
GBytes           *atl_compare_source_get_bytes (AtlCompareSource *self);
const char       *atl_compare_source_get_title (AtlCompareSource *self);
const char       *atl_compare_source_get_day (AtlCompareSource *self);
gboolean          atl_compare_source_is_before (AtlCompareSource *self,
                                                AtlCompareSource *other);
gboolean          atl_compare_source_is_same_day (AtlCompareSource *self,
                                                  AtlCompareSource *other);

G_END_DECLS

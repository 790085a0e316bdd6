/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-silo-reading.h"
#include "model/atl-board.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_MAP_READER (atl_map_reader_get_type ())
G_DECLARE_FINAL_TYPE (AtlMapReader, atl_map_reader, ATL, MAP_READER, GObject)

/* Properties, read-only: slow, the figures take so long that it should be said. Signal "read": there are new
 * figures, or none. */

AtlMapReader   *atl_map_reader_new (AtlSession *session);
AtlSession     *atl_map_reader_get_session (AtlMapReader *self);
void            atl_map_reader_set_board (AtlMapReader *self,
                                          AtlBoard     *board);
AtlBoard       *atl_map_reader_get_board (AtlMapReader *self);
void            atl_map_reader_hold (AtlMapReader *self);
void            atl_map_reader_release (AtlMapReader *self);
AtlMeasures    *atl_map_reader_get_measures (AtlMapReader *self);
AtlSiloReading *atl_map_reader_get_reading (AtlMapReader *self);
gboolean        atl_map_reader_get_current (AtlMapReader *self);
gboolean        atl_map_reader_get_slow (AtlMapReader *self);

G_END_DECLS

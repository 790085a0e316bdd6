/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/recovery/atl-recovery.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the session as it is now, as bytes of a session file. Called in the main loop. */
typedef GBytes *(*AtlRecorderSource) (gpointer user_data);

/* Property error-message: why the last snapshot could not be written, or NULL. */

#define ATL_TYPE_RECORDER (atl_recorder_get_type ())
G_DECLARE_FINAL_TYPE (AtlRecorder, atl_recorder, ATL, RECORDER, GObject)

AtlRecorder *atl_recorder_new (AtlRecovery *recovery, guint after, guint within);
void         atl_recorder_set_source (AtlRecorder *self, AtlRecorderSource source, gpointer user_data);
void         atl_recorder_touch (AtlRecorder *self, guint64 serial);
void         atl_recorder_set_draft (AtlRecorder *self, AtlDraft *draft);
void         atl_recorder_flush (AtlRecorder *self);
gboolean     atl_recorder_flush_sync (AtlRecorder *self, GError **error);
guint64      atl_recorder_take_number (AtlRecorder *self);
void         atl_recorder_secure (AtlRecorder *self, guint64 serial, guint64 number, GBytes *bytes);
void         atl_recorder_settle (AtlRecorder *self,
                                  guint64      serial,
                                  guint64      number,
                                  const char  *path,
                                  const char  *digest);
gboolean     atl_recorder_end (AtlRecorder *self,
                               gboolean     modified,
                               const char  *digest,
                               gboolean     discard,
                               GError     **error);
const char  *atl_recorder_get_error_message (AtlRecorder *self);

G_END_DECLS

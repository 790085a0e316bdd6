/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-recoverable.h"

G_BEGIN_DECLS

/* One opening of a session and its folder of snapshots. Refcounted, usable from any thread. */
typedef struct _AtlRecovery AtlRecovery;

char        *atl_recovery_dup_user_root (void);
AtlRecovery *atl_recovery_new (const char *root, const char *session_id, const char *path, const char *base);
AtlRecovery *atl_recovery_resume (const AtlRecoverable *found, GError **error);
AtlRecovery *atl_recovery_ref (AtlRecovery *self);
void         atl_recovery_unref (AtlRecovery *self);

char   *atl_recovery_dup_folder (AtlRecovery *self);
void    atl_recovery_describe (AtlRecovery *self,
                               const char  *session_id,
                               const char  *path,
                               const char  *title);
void    atl_recovery_set_path (AtlRecovery *self, const char *path);
void    atl_recovery_set_base (AtlRecovery *self, const char *digest);
guint64 atl_recovery_take_number (AtlRecovery *self);

gboolean atl_recovery_write_snapshot (AtlRecovery *self,
                                      guint64      number,
                                      GBytes      *bytes,
                                      gint64       now,
                                      GError     **error);
gboolean atl_recovery_set_draft (AtlRecovery *self, const AtlDraft *draft, GError **error);
gboolean atl_recovery_settle (AtlRecovery *self, guint64 number, const char *digest, GError **error);
gboolean atl_recovery_close (AtlRecovery *self, gint64 now, GError **error);
gboolean atl_recovery_discard (AtlRecovery *self, gint64 now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlRecovery, atl_recovery_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-recoverable.h"

G_BEGIN_DECLS

GPtrArray *atl_recovery_find (const char *root, gint64 now);
gboolean   atl_recovery_discard_found (const AtlRecoverable *found, gint64 now, GError **error);
gboolean   atl_recovery_settle_found (const AtlRecoverable *found,
                                      const char           *digest,
                                      gint64                now,
                                      GError              **error);
gboolean   atl_recovery_undiscard_found (const AtlRecoverable *found, GError **error);
gboolean   atl_recovery_has_others (const char *root);
void       atl_recovery_prune (const char *root, gint64 now);

G_END_DECLS

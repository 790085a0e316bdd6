/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-version.h"

G_BEGIN_DECLS

#define ATL_VERSIONS_KEPT 10
#define ATL_VERSIONS_PAUSE (10 * G_TIME_SPAN_MINUTE)

/* The earlier versions of one session. Refcounted, usable from any thread. */
typedef struct _AtlVersions AtlVersions;

char        *atl_versions_dup_user_root (void);
AtlVersions *atl_versions_new (const char *root, const char *session_id);
AtlVersions *atl_versions_ref (AtlVersions *self);
void         atl_versions_unref (AtlVersions *self);
gboolean     atl_versions_keep (AtlVersions     *self,
                                GBytes          *bytes,
                                AtlVersionReason reason,
                                gint64           now,
                                GError         **error);
gboolean     atl_versions_keep_from (AtlVersions            *self,
                                     GBytes                 *bytes,
                                     const AtlVersionOrigin *origin,
                                     gint64                  now,
                                     GError                **error);
GPtrArray   *atl_versions_list (AtlVersions *self);
guint        atl_versions_delete_all (AtlVersions *self);
GPtrArray   *atl_versions_find_for_path (const char *root, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlVersions, atl_versions_unref)

G_END_DECLS

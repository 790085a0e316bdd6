/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATL_VERSIONS_KEPT 10
#define ATL_VERSIONS_PAUSE (10 * G_TIME_SPAN_MINUTE)

/* Why an earlier version was kept. */
typedef enum
{
  ATL_VERSION_OPENED,    /* as it was when it was opened */
  ATL_VERSION_WORK,      /* on the way, at most one in ten minutes */
  ATL_VERSION_DISPLACED, /* somebody else's, which a save replaced */
  ATL_VERSION_OURS,      /* our own, when somebody else's took its place */
} AtlVersionReason;

/* One earlier version. */
typedef struct
{
  char            *path;
  char            *digest; /* of the content */
  gint64           time;   /* microseconds since 1970 */
  gint64           size;   /* bytes */
  AtlVersionReason reason;
} AtlVersion;

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
GPtrArray   *atl_versions_list (AtlVersions *self);
GBytes      *atl_version_load (const AtlVersion *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlVersions, atl_versions_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why an earlier version was kept. */
typedef enum
{
  ATL_VERSION_OPENED,    /* as it was when it was opened or reloaded */
  ATL_VERSION_WORK,      /* on the way, at most one in ten minutes */
  ATL_VERSION_DISPLACED, /* somebody else's, which a save replaced */
  ATL_VERSION_OURS,      /* our own, when somebody else's took its place */
  ATL_VERSION_CLOSED,    /* as it was saved when it was closed */
  ATL_VERSION_MERGED,    /* another copy, which was merged; its label is the name of the copy */
} AtlVersionReason;

/* Where a version comes from, for keeping it. */
typedef struct
{
  AtlVersionReason reason;
  const char      *file;  /* nullable: the session file, absolute */
  const char      *label; /* nullable: a name for the user */
} AtlVersionOrigin;

/* One earlier version. Read-only. */
typedef struct
{
  char            *path;   /* where it lies, nothing for the user */
  char            *digest; /* of the content */
  char            *file;   /* nullable: the session file it is from, absolute; NULL if that is not known */
  char            *label;  /* nullable: of %ATL_VERSION_MERGED, the name of the copy */
  gint64           time;   /* microseconds since 1970 */
  gint64           size;   /* bytes */
  AtlVersionReason reason;
} AtlVersion;

AtlVersion *atl_version_find (const char *folder, const char *name);
AtlVersion *atl_version_copy (const AtlVersion *self);
void        atl_version_free (AtlVersion *self);
gboolean    atl_version_write (const char             *folder,
                               GBytes                 *bytes,
                               const char             *digest,
                               const AtlVersionOrigin *origin,
                               gint64                  time,
                               GError                **error);
gboolean    atl_version_remove (const AtlVersion *self);
GBytes     *atl_version_load (const AtlVersion *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlVersion, atl_version_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-recoverable.h"

G_BEGIN_DECLS

#define ATL_SNAPSHOTS_KEPT 20
#define ATL_SNAPSHOTS_DAYS 30
#define ATL_SNAPSHOTS_BYTES (200 * 1000 * 1000)

/* One snapshot of an opening, as its name tells. */
typedef struct
{
  char    *path;
  gint64   time; /* microseconds since 1970 */
  gint64   number;
  gint64   size;  /* bytes */
  gboolean spare; /* may go when space is short */
} AtlSnapshot;

AtlSnapshot      *atl_snapshot_new (const char *folder, gint64 time, gint64 number, gint64 size);
void              atl_snapshot_free (AtlSnapshot *self);
AtlSnapshotHealth atl_snapshot_inspect (const AtlSnapshot *self, char **digest);

GPtrArray *atl_snapshots_list (const char *folder);
void       atl_snapshots_trim (GPtrArray *snapshots, guint best, gint64 now);
void       atl_snapshots_remove_folder (const char *folder);
gboolean   atl_snapshots_is_folder_name (const char *name);

G_END_DECLS

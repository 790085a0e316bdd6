/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-draft.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_RECOVERABLE_CRASHED,   /* its process died at work: to be opened at once */
  ATL_RECOVERABLE_DRAFT,     /* closed on purpose without a save: on the start page */
  ATL_RECOVERABLE_DISCARDED, /* thrown away less than seven days ago */
  ATL_RECOVERABLE_ALIVE,     /* open right now, here or in another process: not to be touched */
  ATL_RECOVERABLE_FOREIGN,   /* of another machine: to be listed, never opened by itself, never deleted */
} AtlRecoverableState;

typedef enum
{
  ATL_SNAPSHOT_NONE,    /* there is no snapshot, only a text of the capture bar */
  ATL_SNAPSHOT_WHOLE,   /* passes the gate and is of a version that we know */
  ATL_SNAPSHOT_NEWER,   /* of a newer version: opens read-only */
  ATL_SNAPSHOT_DAMAGED, /* opens as far as it goes */
} AtlSnapshotHealth;

typedef enum
{
  ATL_OFFER_NONE,     /* the file holds it already, or there is nothing */
  ATL_OFFER_RESTORE,  /* the snapshot goes beyond the file */
  ATL_OFFER_CONFLICT, /* so it does, but the file was changed by somebody else too */
} AtlOffer;

/* What the session's file looks like now. */
typedef struct
{
  gboolean    exists;
  gboolean    readable;
  const char *digest; /* nullable: not known */
} AtlFileFacts;

/* One opening that left something behind. Read-only. Strings are never NULL. */
typedef struct
{
  char               *folder;
  char               *session; /* id, empty if the owner's page is damaged */
  char               *path;    /* of the session's file, empty for an untitled session */
  char               *title;   /* of the session, may be empty */
  char               *host;
  char               *base;     /* digest of the file when it was opened or saved last, empty for none */
  char               *snapshot; /* path of the best snapshot, empty for none */
  char               *digest;   /* of that snapshot */
  AtlDraft           *draft;    /* nullable: what stood in the capture bar */
  gint64              time;     /* of the snapshot, microseconds since 1970 */
  gint64              ended;    /* when it was closed or discarded */
  AtlRecoverableState state;
  AtlSnapshotHealth   health;
  gboolean            settled;   /* everything in the snapshot was saved */
  guint               n_skipped; /* newer snapshots that could not be used */
} AtlRecoverable;

AtlRecoverable *atl_recoverable_copy (const AtlRecoverable *self);
void            atl_recoverable_free (AtlRecoverable *self);
int             atl_recoverable_get_days_left (const AtlRecoverable *self, gint64 now);
AtlOffer        atl_recoverable_classify (const AtlRecoverable *self, const AtlFileFacts *file);
AtlOffer        atl_recoverable_look (const AtlRecoverable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlRecoverable, atl_recoverable_free)

G_END_DECLS

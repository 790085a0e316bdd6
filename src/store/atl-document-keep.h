/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"

G_BEGIN_DECLS

/* Keeping every word of an open document: recovery snapshots, drafts, versions, saving by itself, and what
 * others do to its file. Properties: outside (int), conflict-copy, recovery-message, damage-message. */

typedef struct _AtlRecovery AtlRecovery;

/* Where snapshots and earlier versions lie (NULL: none are kept), and how soon, in milliseconds. */
typedef struct
{
  const char *recovery, *versions;             /* root folders */
  guint       snapshot_after, snapshot_within; /* the last change; the first one that is in no snapshot */
  guint       save_after, save_within;         /* likewise for the file; 0: never by itself */
} AtlKeeping;

/**
 * AtlOutside:
 * @ATL_OUTSIDE_SAME: the file is as it was loaded or saved
 * @ATL_OUTSIDE_CHANGED: another program has written it since
 * @ATL_OUTSIDE_GONE: it was moved or deleted
 */
typedef enum
{
  ATL_OUTSIDE_SAME,
  ATL_OUTSIDE_CHANGED,
  ATL_OUTSIDE_GONE,
} AtlOutside;

/**
 * AtlResolve:
 * @ATL_RESOLVE_RELOAD: the session becomes what is in the file; one undo
 * @ATL_RESOLVE_MERGE: what is in the file is merged into the session; one undo
 * @ATL_RESOLVE_OVERWRITE: the session is saved; the other version goes to the earlier versions first
 */
typedef enum
{
  ATL_RESOLVE_RELOAD,
  ATL_RESOLVE_MERGE,
  ATL_RESOLVE_OVERWRITE,
} AtlResolve;

AtlKeeping   atl_keeping_get_default (void);
AtlDocument *atl_document_new_recovered (AtlSession  *session,
                                         const char  *path,
                                         const char  *digest,
                                         AtlRecovery *recovery);
void         atl_document_keep (AtlDocument *self, const AtlKeeping *keeping);
void         atl_document_set_draft (AtlDocument *self,
                                     const char  *text,
                                     const char  *area,
                                     const char  *author);
void         atl_document_snapshot (AtlDocument *self);
gboolean     atl_document_snapshot_sync (AtlDocument *self);
void         atl_document_become (AtlDocument *self, AtlSession *other, const char *label);
void         atl_document_resolve_async (AtlDocument        *self,
                                         AtlResolve          how,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
gboolean     atl_document_resolve_finish (AtlDocument *self, GAsyncResult *result, GError **error);
void         atl_document_look (AtlDocument *self);
void         atl_document_forget_conflict_copy (AtlDocument *self);
gboolean     atl_document_needs_saving (AtlDocument *self);
void         atl_document_end (AtlDocument *self, gboolean discard);
gboolean     atl_document_discard (AtlDocument *self, GError **error);

const char *atl_document_get_digest (AtlDocument *self);
AtlOutside  atl_document_get_outside (AtlDocument *self);
const char *atl_document_get_conflict_copy (AtlDocument *self);
const char *atl_document_get_recovery_message (AtlDocument *self);
const char *atl_document_get_damage_message (AtlDocument *self);

G_END_DECLS

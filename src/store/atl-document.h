/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "file/atl-problems.h"
#include "model/atl-history.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/**
 * AtlDocumentState:
 * @ATL_DOCUMENT_SAVED: the file holds what is on the screen
 * @ATL_DOCUMENT_UNSAVED: it does not, or there is no file yet
 * @ATL_DOCUMENT_SAVING: a save is under way
 * @ATL_DOCUMENT_FAILED: the last save failed; nothing was lost, see #AtlDocument:error-message
 * @ATL_DOCUMENT_CONFLICT: the file is no longer what was loaded or saved, see #AtlDocument:outside
 */
typedef enum
{
  ATL_DOCUMENT_SAVED,
  ATL_DOCUMENT_UNSAVED,
  ATL_DOCUMENT_SAVING,
  ATL_DOCUMENT_FAILED,
  ATL_DOCUMENT_CONFLICT,
} AtlDocumentState;

#define ATL_TYPE_DOCUMENT (atl_document_get_type ())
G_DECLARE_FINAL_TYPE (AtlDocument, atl_document, ATL, DOCUMENT, GObject)

/* Properties, all read-only: session, history, path, state (int), modified, read-only, error-message, and
 * those of atl-document-keep.h. */

AtlDocument *atl_document_new (AtlSession *session);
AtlDocument *atl_document_open (const char *path, GError **error);
void         atl_document_open_async (const char         *path,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
AtlDocument *atl_document_open_finish (GAsyncResult *result, GError **error);
void         atl_document_save_async (AtlDocument        *self,
                                      const char         *path,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean     atl_document_save_finish (AtlDocument *self, GAsyncResult *result, GError **error);
void         atl_document_save_copy_async (AtlDocument        *self,
                                           const char         *path,
                                           GCancellable       *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);

AtlSession      *atl_document_get_session (AtlDocument *self);
AtlHistory      *atl_document_get_history (AtlDocument *self);
AtlProblems     *atl_document_get_problems (AtlDocument *self);
const char      *atl_document_get_path (AtlDocument *self);
AtlDocumentState atl_document_get_state (AtlDocument *self);
gboolean         atl_document_get_modified (AtlDocument *self);
gboolean         atl_document_get_read_only (AtlDocument *self);
const char      *atl_document_get_error_message (AtlDocument *self);

G_END_DECLS

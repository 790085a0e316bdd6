/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-session.h"
#include "store/merge/atl-difference.h"

G_BEGIN_DECLS

/* The earlier versions of a session, and the session as it is now, for comparing. */
typedef struct
{
  GPtrArray  *versions; /* of AtlVersion, newest first */
  AtlSession *now;      /* a copy of its own; NULL if the session cannot be read */
} AtlVersionsFound;

void              atl_versions_found_free (AtlVersionsFound *self);
void              atl_version_reader_find_async (AtlSession         *session,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
void              atl_version_reader_find_for_path_async (const char         *path,
                                                          GCancellable       *cancellable,
                                                          GAsyncReadyCallback callback,
                                                          gpointer            user_data);
AtlVersionsFound *atl_version_reader_find_finish (GAsyncResult *result,
                                                  GError      **error);
void              atl_version_reader_compare_async (AtlSession         *now,
                                                    const char         *path,
                                                    GCancellable       *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
gboolean          atl_version_reader_compare_finish (GAsyncResult  *result,
                                                     AtlDifference *difference,
                                                     GError       **error);
void              atl_version_reader_read_async (const char         *path,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
AtlSession       *atl_version_reader_read_finish (GAsyncResult *result,
                                                  GError      **error);

G_END_DECLS

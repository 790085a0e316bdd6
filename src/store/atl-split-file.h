/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"

G_BEGIN_DECLS

/* The file of a break-out group: a copy of the session that says whose it is. */

/**
 * AtlSplitTarget:
 * @ATL_SPLIT_TARGET_FREE: no file is there
 * @ATL_SPLIT_TARGET_KNOWN: a copy of this session that holds nothing we have not
 * @ATL_SPLIT_TARGET_WORK: a copy of this session that holds something we have not: it is to be merged first
 * @ATL_SPLIT_TARGET_OTHER: anything else: another session, a damaged or newer file, no session at all
 *
 * What is where the file of a group is to be written.
 */
typedef enum
{
  ATL_SPLIT_TARGET_FREE,
  ATL_SPLIT_TARGET_KNOWN,
  ATL_SPLIT_TARGET_WORK,
  ATL_SPLIT_TARGET_OTHER,
} AtlSplitTarget;

void     atl_split_file_write_async (AtlDocument        *document,
                                     const char         *group,
                                     const char         *path,
                                     gboolean            replace,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean atl_split_file_write_finish (GAsyncResult *result, GError **error);
void     atl_split_file_look_async (AtlDocument        *document,
                                    const char *const  *paths,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
GArray  *atl_split_file_look_finish (GAsyncResult *result);

G_END_DECLS

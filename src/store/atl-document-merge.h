/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"
#include "store/merge/atl-merge.h"

G_BEGIN_DECLS

/* Merging other files of its session into a document. */

AtlMerge *atl_document_plan_merge (AtlDocument *self, AtlSession *theirs, GError **error);
gboolean  atl_document_merge (AtlDocument *self, AtlSession *theirs, const char *label, GError **error);
gboolean  atl_document_merge_with_base (AtlDocument *self,
                                        AtlSession  *theirs,
                                        AtlSession  *base,
                                        const char  *label,
                                        GError     **error);
void      atl_document_keep_copy_async (AtlDocument        *self,
                                        const char         *path,
                                        GAsyncReadyCallback callback,
                                        gpointer            user_data);
gboolean  atl_document_keep_copy_finish (AtlDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/atl-session.h"

G_BEGIN_DECLS

/* What reading other files of a session gave. */
typedef struct
{
  AtlSession *session; /* all of them merged; NULL if none could be read */
  GPtrArray  *refused; /* element-type char *: why files are left out, a sentence each */
  GPtrArray  *read;    /* element-type char *: paths of those that are in */
} AtlMergeInput;

void           atl_merge_input_free (AtlMergeInput *self);
void           atl_merge_read_async (const char         *session_id,
                                     const char *const  *paths,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
AtlMergeInput *atl_merge_read_finish (GAsyncResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMergeInput, atl_merge_input_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-split-file.h"

G_BEGIN_DECLS

/* What is where the files of the groups are to be written, looked at again whenever the names change. */
typedef struct _AtlSplitLook AtlSplitLook;

/* Called when the answer may be another one. */
typedef void (*AtlSplitLookCallback) (gpointer user_data);

AtlSplitLook *atl_split_look_new (AtlDocument         *document,
                                  AtlSplitLookCallback callback,
                                  gpointer             user_data);
void          atl_split_look_free (AtlSplitLook *self);
void          atl_split_look_take_paths (AtlSplitLook *self,
                                         GPtrArray    *paths);
gboolean      atl_split_look_is_done (AtlSplitLook *self);
guint         atl_split_look_count (AtlSplitLook  *self,
                                    AtlSplitTarget target);
char        **atl_split_look_dup_work (AtlSplitLook *self);
char         *atl_split_look_dup_hint (AtlSplitLook *self);

G_END_DECLS

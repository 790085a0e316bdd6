/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-filter.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* Finds notes of all boards by what they say. */
typedef struct _AtlSearch AtlSearch;

AtlSearch *atl_search_new (AtlSession *session);
void       atl_search_free (AtlSearch *self);
gboolean   atl_search_prepare (AtlSearch *self,
                               guint      most);
GPtrArray *atl_search_find (AtlSearch       *self,
                            const char      *words,
                            const AtlFilter *filter,
                            gboolean         people);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSearch, atl_search_free)

G_END_DECLS

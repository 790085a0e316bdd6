/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

#define ATL_MATCHING_NONE G_MAXUINT

/* Which node of an earlier map is which of a later one. */
typedef struct
{
  guint     n_before;
  guint     n_after;
  guint    *after;     /* for each node before, its index after, or ATL_MATCHING_NONE */
  guint    *before;    /* and the other way round */
  gboolean *ambiguous; /* for each node before: others bear its name, so someone should be asked */
} AtlMatching;

AtlMatching *atl_matching_new (AtlNetwork *before,
                               AtlNetwork *after);
void         atl_matching_free (AtlMatching *self);
void         atl_matching_set (AtlMatching *self,
                               guint        before,
                               guint        after);
guint        atl_matching_count (AtlMatching *self);
guint       *atl_matching_dup_candidates (AtlMatching *self,
                                          AtlNetwork  *before,
                                          AtlNetwork  *after,
                                          guint        node,
                                          guint       *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMatching, atl_matching_free)

G_END_DECLS

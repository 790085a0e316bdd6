/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stamp/atl-stamp.h"

G_BEGIN_DECLS

/* What somebody has seen: of each actor, everything up to a counter. */
typedef struct _AtlStampVector AtlStampVector;

AtlStampVector *atl_stamp_vector_new (const char *const *texts);
void            atl_stamp_vector_free (AtlStampVector *self);
void            atl_stamp_vector_add (AtlStampVector *self, AtlStamp stamp);
void            atl_stamp_vector_join (AtlStampVector *self, const AtlStampVector *other);
gboolean        atl_stamp_vector_covers (const AtlStampVector *self, AtlStamp stamp);
gboolean        atl_stamp_vector_includes (const AtlStampVector *self, const AtlStampVector *other);
guint32         atl_stamp_vector_get_highest (const AtlStampVector *self);
char          **atl_stamp_vector_dup_texts (const AtlStampVector *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlStampVector, atl_stamp_vector_free)

G_END_DECLS

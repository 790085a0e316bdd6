/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"
#include "store/stamp/atl-item-key.h"
#include "store/stamp/atl-merge-register.h"

G_BEGIN_DECLS

/* The id of a container for what an edited file leaves without one. */
#define ATL_MERGE_LOST "lost-and-found"

enum
{
  ATL_MERGE_OURS,
  ATL_MERGE_THEIRS,
  ATL_MERGE_BASE,
  ATL_MERGE_N_SIDES,
  ATL_MERGE_JOINED = ATL_MERGE_BASE, /* of a source: the register has the result */
};

/* All that is known of one item. */
typedef struct
{
  AtlItemKey         key;
  AtlItem           *items[ATL_MERGE_N_SIDES]; /* NULL where it is unknown */
  guint8             graves;                   /* bit set of sides where that is a tombstone */
  guint8             sources[ATL_MERGE_N_GROUPS];
  AtlMergeRegister **registers; /* by group; NULL if nothing was joined */
  gboolean           wanted;    /* its words are not deleted */
  gboolean           needed;    /* something alive is in it */
  gboolean           alive;     /* it is in a list after the merge */
  gboolean           gone;      /* known to the ancestor only: to be left out without a tombstone */
} AtlMergeRecord;

/* Two sessions, and a common ancestor where there is one, item by item. */
typedef struct
{
  AtlSession     *sessions[ATL_MERGE_N_SIDES];
  AtlStampVector *seen[2];
  GHashTable     *records; /* set of AtlMergeRecord */
  GPtrArray      *order;   /* the same, in the order of our session, then of theirs */
} AtlMergeState;

AtlMergeState  *atl_merge_state_new (AtlSession *ours, AtlSession *theirs, AtlSession *base);
void            atl_merge_state_free (AtlMergeState *self);
AtlMergeRecord *atl_merge_state_find (AtlMergeState *self, GType type, const char *id);
AtlMergeRecord *atl_merge_state_ensure_container (AtlMergeState *self, GType type, const char *id);

gboolean atl_merge_record_is_live (const AtlMergeRecord *self, guint side);
gboolean atl_merge_record_is_deleted (const AtlMergeRecord *self, guint side);
void     atl_merge_record_set_register (AtlMergeRecord *self, guint group, AtlMergeRegister *versions);
char    *atl_merge_record_dup_member (const AtlMergeRecord *self, guint group, const char *name);

void atl_merge_state_decide (AtlMergeState *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMergeState, atl_merge_state_free)

G_END_DECLS

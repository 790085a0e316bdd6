/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"

G_BEGIN_DECLS

/* The members that this version does not know are one more group. */
#define ATL_MERGE_OTHER (ATL_MERGE_STATE + 1)
#define ATL_MERGE_N_GROUPS (ATL_MERGE_OTHER + 1)
#define ATL_MERGE_MAX_FIELDS 48

/* Which stored properties of a class are merged together. */
typedef struct
{
  gint8       group[ATL_MERGE_MAX_FIELDS]; /* of each field, -1 if it is in none */
  guint       mask;                        /* bit set of the groups that the class has */
  guint       alternatives;                /* index of that field */
  gboolean    contained;                   /* lives in an item that is not the session */
  gboolean    container;                   /* holds items that come back into it */
  const char *nick;                        /* of the class, as tombstones name it */
} AtlMergeGroups;

const AtlMergeGroups *atl_merge_groups_get (GType type);
const AtlMergeGroups *atl_merge_groups_of (AtlItem *item);
const char           *atl_merge_groups_get_nick (guint group);
int                   atl_merge_groups_find (const char *nick);
GType                 atl_merge_groups_find_kind (const char *nick);

G_END_DECLS

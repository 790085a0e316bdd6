/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-note.h"

G_BEGIN_DECLS

/* A version that a merge kept beside the one that is shown, until somebody decides. */
typedef struct
{
  char     *group;   /* nick of the merge group it is about */
  GVariant *members; /* a{sv}: the stored properties of that group that are not at their default */
  gboolean  deleted; /* the other side deleted the item; @members says nothing then */
} AtlAlternative;

/* Reading */
const char *atl_merge_group_get_nick (AtlMergeGroup group);
guint       atl_alternatives_count (GVariant *alternatives);
GPtrArray  *atl_alternatives_dup (AtlItem *item);
void        atl_alternative_free (AtlAlternative *self);
gboolean    atl_alternative_can_be_used (const AtlAlternative *self,
                                         AtlItem              *item);
AtlItem    *atl_alternative_dup_item (const AtlAlternative *self,
                                      AtlItem              *item);
GPtrArray  *atl_alternatives_find_items (AtlSession *session);

/* Deciding. The caller opens the group of the history. */
void  atl_alternatives_keep (AtlItem    *item,
                             const char *group);
void  atl_alternatives_use (AtlItem              *item,
                            const AtlAlternative *chosen);
guint atl_alternatives_keep_all (AtlNote    *note,
                                 const char *group);
void  atl_alternatives_delete (AtlItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlAlternative, atl_alternative_free)

G_END_DECLS

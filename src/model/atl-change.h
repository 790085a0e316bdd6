/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-list.h"

G_BEGIN_DECLS

/* The one mechanism for everything that happens to a session. */
typedef enum
{
  ATL_CHANGE_SET,
  ATL_CHANGE_INSERT,
  ATL_CHANGE_REMOVE,
} AtlChangeKind;

#define ATL_TYPE_CHANGE (atl_change_get_type ())
typedef struct _AtlChange AtlChange;

GType           atl_change_get_type (void);
AtlChange      *atl_change_new_set (AtlItem        *item,
                                    guint           field,
                                    const AtlValue *old_value,
                                    const AtlValue *new_value);
AtlChange      *atl_change_new_insert (AtlList *list,
                                       AtlItem *item);
AtlChange      *atl_change_new_remove (AtlList *list,
                                       AtlItem *item);
AtlChange      *atl_change_ref (AtlChange *self);
void            atl_change_unref (AtlChange *self);
AtlChangeKind   atl_change_get_kind (AtlChange *self);
AtlItem        *atl_change_get_item (AtlChange *self);
AtlList        *atl_change_get_list (AtlChange *self);
guint           atl_change_get_field (AtlChange *self);
const AtlField *atl_change_peek_field (AtlChange *self);
const AtlValue *atl_change_peek_old (AtlChange *self);
void            atl_change_apply (AtlChange *self);
void            atl_change_revert (AtlChange *self);
gboolean        atl_change_absorb (AtlChange *self,
                                   AtlChange *later);
gsize           atl_change_get_size (AtlChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlChange, atl_change_unref)

G_END_DECLS

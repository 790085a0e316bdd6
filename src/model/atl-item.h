/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-value.h"

G_BEGIN_DECLS

/* Fields that are merged together: the two coordinates of a place, an area and the rank in it. */
typedef enum
{
  ATL_MERGE_TEXT,
  ATL_MERGE_PLACE,
  ATL_MERGE_ORDER,
  ATL_MERGE_STYLE,
  ATL_MERGE_STATE,
} AtlMergeGroup;

typedef struct
{
  const char   *name; /* of the property and of the file member */
  AtlValueType  type;
  gsize         offset;
  AtlMergeGroup group;
  int           fallback; /* default of integers, booleans and enums; once shipped, it never changes */
  int           min;      /* of integers */
  int           max;
  GType (*value_type) (void); /* the enum's type, or the item type of a list */
  gboolean not_undoable;      /* kept in the document, but no step of the history */
} AtlField;

#define ATL_FIELD(Struct, member, title, kind, merge_group)                            \
  .name = title, .type = ATL_VALUE_##kind, .offset = G_STRUCT_OFFSET (Struct, member), \
  .group = ATL_MERGE_##merge_group

#define ATL_TYPE_ITEM (atl_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (AtlItem, atl_item, ATL, ITEM, GObject)

typedef struct _AtlList    AtlList;
typedef struct _AtlSession AtlSession;

struct _AtlItemClass
{
  GObjectClass    parent_class;
  const AtlField *fields;
  guint           n_fields;
  GParamSpec    **pspecs;     /* one per field */
  int             rank_field; /* index of the field "rank", -1 if the kind has none */
};

void            atl_item_class_install_fields (AtlItemClass *klass, const AtlField *fields, guint n_fields);
const AtlField *atl_item_class_find_field (AtlItemClass *klass, const char *name, guint *index);

const char *atl_item_get_id (AtlItem *self);
AtlList    *atl_item_get_list (AtlItem *self);
AtlItem    *atl_item_get_parent (AtlItem *self);
AtlSession *atl_item_get_session (AtlItem *self);
AtlValue    atl_item_peek_value (AtlItem *self, guint field);
gboolean    atl_item_set_value (AtlItem *self, guint field, const AtlValue *value);
gboolean    atl_item_value_is_default (AtlItem *self, guint field);
guint       atl_item_find_stored (AtlItem *self, guint from);
AtlList    *atl_item_get_child_list (AtlItem *self, guint field);
gpointer    atl_item_get_carried (AtlItem *self);
void        atl_item_set_carried (AtlItem *self, gpointer carried, GDestroyNotify unref);
GVariant   *atl_item_get_alternatives (AtlItem *self);
void        atl_item_set_alternatives (AtlItem *self, GVariant *alternatives);
AtlItem    *atl_item_copy (AtlItem *self);

void atl_item_attach (AtlItem *self, AtlList *list);

G_END_DECLS

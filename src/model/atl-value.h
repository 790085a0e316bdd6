/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a stored property holds. Lists are the child lists of an item; every other kind fits an AtlValue. */
typedef enum
{
  ATL_VALUE_STRING, /* never NULL: "" is none */
  ATL_VALUE_REF,    /* the id of another item; "" is none */
  ATL_VALUE_DATE,   /* ISO 8601 calendar date, "" is none */
  ATL_VALUE_RANK,   /* a rank, "" is none */
  ATL_VALUE_INT,
  ATL_VALUE_BOOLEAN,
  ATL_VALUE_ENUM,
  ATL_VALUE_STRV,    /* NULL is empty */
  ATL_VALUE_VARIANT, /* a{sv}, NULL is empty */
  ATL_VALUE_LIST,
} AtlValueType;

/* A value as it passes between items, changes and files. Plain data: copy with atl_value_copy(). */
typedef struct
{
  AtlValueType type;
  union
  {
    char     *string;
    int       integer;
    char    **strv;
    GVariant *variant;
  };
} AtlValue;

#define ATL_VALUE_INIT      \
  {                         \
    ATL_VALUE_INT, { NULL } \
  }

AtlValue atl_value_string (AtlValueType type,
                           const char  *string);
AtlValue atl_value_int (AtlValueType type,
                        int          integer);
AtlValue atl_value_strv (const char *const *strv);
AtlValue atl_value_variant (GVariant *variant);
gboolean atl_value_type_is_text (AtlValueType type);
void     atl_value_copy (const AtlValue *source,
                         AtlValue       *target);
void     atl_value_clear (AtlValue *value);
gboolean atl_value_equal (const AtlValue *a,
                          const AtlValue *b);
gsize    atl_value_get_size (const AtlValue *value);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AtlValue, atl_value_clear)

G_END_DECLS

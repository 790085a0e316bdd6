/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-item.h"

/* The typed getters and setters of item classes, all alike, so that a stored property is one line in the
   field table
 * and one line here. Only item classes include this file. */

#define ATL_ACCESS_TEXT(Type, prefix, member, FIELD, KIND)        \
  const char *prefix##_get_##member (Type *self)                  \
  {                                                               \
    g_return_val_if_fail (self != NULL, NULL);                    \
    return self->member;                                          \
  }                                                               \
  void prefix##_set_##member (Type *self, const char *member)     \
  {                                                               \
    AtlValue value = atl_value_string (ATL_VALUE_##KIND, member); \
    atl_item_set_value ((AtlItem *) self, FIELD, &value);         \
  }                                                               \
  G_STATIC_ASSERT (TRUE)

#define ATL_ACCESS_INT(Type, prefix, member, FIELD, CType, KIND)     \
  CType prefix##_get_##member (Type *self)                           \
  {                                                                  \
    g_return_val_if_fail (self != NULL, 0);                          \
    return (CType) self->member;                                     \
  }                                                                  \
  void prefix##_set_##member (Type *self, CType member)              \
  {                                                                  \
    AtlValue value = atl_value_int (ATL_VALUE_##KIND, (int) member); \
    atl_item_set_value ((AtlItem *) self, FIELD, &value);            \
  }                                                                  \
  G_STATIC_ASSERT (TRUE)

#define ATL_ACCESS_STRV(Type, prefix, member, FIELD)                 \
  const char *const *prefix##_get_##member (Type *self)              \
  {                                                                  \
    g_return_val_if_fail (self != NULL, NULL);                       \
    return (const char *const *) self->member;                       \
  }                                                                  \
  void prefix##_set_##member (Type *self, const char *const *member) \
  {                                                                  \
    AtlValue value = atl_value_strv (member);                        \
    atl_item_set_value ((AtlItem *) self, FIELD, &value);            \
  }                                                                  \
  G_STATIC_ASSERT (TRUE)

#define ATL_ACCESS_VARIANT(Type, prefix, member, FIELD)     \
  GVariant *prefix##_get_##member (Type *self)              \
  {                                                         \
    g_return_val_if_fail (self != NULL, NULL);              \
    return self->member;                                    \
  }                                                         \
  void prefix##_set_##member (Type *self, GVariant *member) \
  {                                                         \
    AtlValue value = atl_value_variant (member);            \
    atl_item_set_value ((AtlItem *) self, FIELD, &value);   \
  }                                                         \
  G_STATIC_ASSERT (TRUE)

#define ATL_ACCESS_LIST(Type, prefix, member, FIELD) \
  AtlList *prefix##_get_##member (Type *self)        \
  {                                                  \
    g_return_val_if_fail (self != NULL, NULL);       \
    return self->member;                             \
  }                                                  \
  G_STATIC_ASSERT (TRUE)

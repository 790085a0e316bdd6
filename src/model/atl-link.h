/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_LINK_FROM,
  ATL_LINK_TO,
  ATL_LINK_KIND,
  ATL_LINK_STRENGTH,
  ATL_LINK_DECLARED_BY,
  ATL_LINK_REMARK,
  ATL_LINK_FIELDS,
  ATL_LINK_ALTERNATIVES,
  ATL_LINK_N_FIELDS,
} AtlLinkField;

#define ATL_TYPE_LINK (atl_link_get_type ())
G_DECLARE_FINAL_TYPE (AtlLink, atl_link, ATL, LINK, AtlItem)

AtlLink      *atl_link_new (const char *id);
const char   *atl_link_get_from (AtlLink *self);
void          atl_link_set_from (AtlLink *self, const char *from);
const char   *atl_link_get_to (AtlLink *self);
void          atl_link_set_to (AtlLink *self, const char *to);
AtlLinkKind   atl_link_get_kind (AtlLink *self);
void          atl_link_set_kind (AtlLink *self, AtlLinkKind kind);
int           atl_link_get_strength (AtlLink *self);
void          atl_link_set_strength (AtlLink *self, int strength);
AtlDeclaredBy atl_link_get_declared_by (AtlLink *self);
void          atl_link_set_declared_by (AtlLink *self, AtlDeclaredBy declared_by);
const char   *atl_link_get_remark (AtlLink *self);
void          atl_link_set_remark (AtlLink *self, const char *remark);
GVariant     *atl_link_get_fields (AtlLink *self);
void          atl_link_set_fields (AtlLink *self, GVariant *fields);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_GROUP_TITLE,
  ATL_GROUP_PEOPLE,
  ATL_GROUP_RANK,
  ATL_GROUP_ALTERNATIVES,
  ATL_GROUP_N_FIELDS,
} AtlGroupField;

#define ATL_TYPE_GROUP (atl_group_get_type ())
G_DECLARE_FINAL_TYPE (AtlGroup, atl_group, ATL, GROUP, AtlItem)

AtlGroup          *atl_group_new (const char *id);
const char        *atl_group_get_title (AtlGroup *self);
void               atl_group_set_title (AtlGroup *self, const char *title);
const char *const *atl_group_get_people (AtlGroup *self);
void               atl_group_set_people (AtlGroup *self, const char *const *people);
const char        *atl_group_get_rank (AtlGroup *self);
void               atl_group_set_rank (AtlGroup *self, const char *rank);

G_END_DECLS

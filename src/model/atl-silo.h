/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SILO_PARTITION,
  ATL_SILO_NAME,
  ATL_SILO_COLOR,
  ATL_SILO_EXTERNAL,
  ATL_SILO_FACTORY,
  ATL_SILO_RANK,
  ATL_SILO_ALTERNATIVES,
  ATL_SILO_N_FIELDS,
} AtlSiloField;

#define ATL_SILO_N_TINTS 9

#define ATL_TYPE_SILO (atl_silo_get_type ())
G_DECLARE_FINAL_TYPE (AtlSilo, atl_silo, ATL, SILO, AtlItem)

AtlSilo    *atl_silo_new (const char *id);
const char *atl_silo_get_partition (AtlSilo *self);
void        atl_silo_set_partition (AtlSilo *self, const char *partition);
const char *atl_silo_get_name (AtlSilo *self);
void        atl_silo_set_name (AtlSilo *self, const char *name);
AtlTint     atl_silo_get_color (AtlSilo *self);
void        atl_silo_set_color (AtlSilo *self, AtlTint color);
gboolean    atl_silo_get_external (AtlSilo *self);
void        atl_silo_set_external (AtlSilo *self, gboolean external);
gboolean    atl_silo_get_factory (AtlSilo *self);
void        atl_silo_set_factory (AtlSilo *self, gboolean factory);
const char *atl_silo_get_rank (AtlSilo *self);
void        atl_silo_set_rank (AtlSilo *self, const char *rank);
AtlTint     atl_silo_get_nth_tint (guint n);

G_END_DECLS

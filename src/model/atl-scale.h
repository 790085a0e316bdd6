/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SCALE_TITLE,
  ATL_SCALE_OPTIONS,
  ATL_SCALE_ANSWERS,
  ATL_SCALE_RANK,
  ATL_SCALE_ALTERNATIVES,
  ATL_SCALE_N_FIELDS,
} AtlScaleField;

#define ATL_TYPE_SCALE (atl_scale_get_type ())
G_DECLARE_FINAL_TYPE (AtlScale, atl_scale, ATL, SCALE, AtlItem)

AtlScale   *atl_scale_new (const char *id);
const char *atl_scale_get_title (AtlScale *self);
void        atl_scale_set_title (AtlScale *self, const char *title);
GVariant   *atl_scale_get_options (AtlScale *self);
void        atl_scale_set_options (AtlScale *self, GVariant *options);
GVariant   *atl_scale_get_answers (AtlScale *self);
void        atl_scale_set_answers (AtlScale *self, GVariant *answers);
const char *atl_scale_get_rank (AtlScale *self);
void        atl_scale_set_rank (AtlScale *self, const char *rank);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_AREA_TITLE,
  ATL_AREA_PROMPT,
  ATL_AREA_LAYOUT,
  ATL_AREA_X,
  ATL_AREA_Y,
  ATL_AREA_WIDTH,
  ATL_AREA_HEIGHT,
  ATL_AREA_COLOR,
  ATL_AREA_MAX_NOTES,
  ATL_AREA_LOCKED,
  ATL_AREA_OPTIONS,
  ATL_AREA_RANK,
  ATL_AREA_ALTERNATIVES,
  ATL_AREA_N_FIELDS,
} AtlAreaField;

#define ATL_TYPE_AREA (atl_area_get_type ())
G_DECLARE_FINAL_TYPE (AtlArea, atl_area, ATL, AREA, AtlItem)

AtlArea    *atl_area_new (const char *id);
const char *atl_area_get_title (AtlArea *self);
void        atl_area_set_title (AtlArea *self, const char *title);
const char *atl_area_get_prompt (AtlArea *self);
void        atl_area_set_prompt (AtlArea *self, const char *prompt);
AtlLayout   atl_area_get_layout (AtlArea *self);
void        atl_area_set_layout (AtlArea *self, AtlLayout layout);
int         atl_area_get_x (AtlArea *self);
void        atl_area_set_x (AtlArea *self, int x);
int         atl_area_get_y (AtlArea *self);
void        atl_area_set_y (AtlArea *self, int y);
int         atl_area_get_width (AtlArea *self);
void        atl_area_set_width (AtlArea *self, int width);
int         atl_area_get_height (AtlArea *self);
void        atl_area_set_height (AtlArea *self, int height);
AtlTint     atl_area_get_color (AtlArea *self);
void        atl_area_set_color (AtlArea *self, AtlTint color);
int         atl_area_get_max_notes (AtlArea *self);
void        atl_area_set_max_notes (AtlArea *self, int max_notes);
gboolean    atl_area_get_locked (AtlArea *self);
void        atl_area_set_locked (AtlArea *self, gboolean locked);
GVariant   *atl_area_get_options (AtlArea *self);
void        atl_area_set_options (AtlArea *self, GVariant *options);
const char *atl_area_get_rank (AtlArea *self);
void        atl_area_set_rank (AtlArea *self, const char *rank);

G_END_DECLS

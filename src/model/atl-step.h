/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_STEP_TITLE,
  ATL_STEP_MODE,
  ATL_STEP_MINUTES,
  ATL_STEP_BOARD,
  ATL_STEP_RANK,
  ATL_STEP_SPENT,
  ATL_STEP_ALTERNATIVES,
  ATL_STEP_N_FIELDS,
} AtlStepField;

#define ATL_TYPE_STEP (atl_step_get_type ())
G_DECLARE_FINAL_TYPE (AtlStep, atl_step, ATL, STEP, AtlItem)

AtlStep    *atl_step_new (const char *id);
const char *atl_step_get_title (AtlStep *self);
void        atl_step_set_title (AtlStep *self, const char *title);
AtlStepMode atl_step_get_mode (AtlStep *self);
void        atl_step_set_mode (AtlStep *self, AtlStepMode mode);
int         atl_step_get_minutes (AtlStep *self);
void        atl_step_set_minutes (AtlStep *self, int minutes);
const char *atl_step_get_board (AtlStep *self);
void        atl_step_set_board (AtlStep *self, const char *board);
const char *atl_step_get_rank (AtlStep *self);
void        atl_step_set_rank (AtlStep *self, const char *rank);
int         atl_step_get_spent (AtlStep *self);
void        atl_step_set_spent (AtlStep *self, int spent);

G_END_DECLS

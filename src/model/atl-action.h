/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_ACTION_TEXT,
  ATL_ACTION_OWNERS,
  ATL_ACTION_DUE,
  ATL_ACTION_STATUS,
  ATL_ACTION_PROOF,
  ATL_ACTION_NOTES,
  ATL_ACTION_RANK,
  ATL_ACTION_ALTERNATIVES,
  ATL_ACTION_N_FIELDS,
} AtlActionField;

#define ATL_TYPE_ACTION (atl_action_get_type ())
G_DECLARE_FINAL_TYPE (AtlAction, atl_action, ATL, ACTION, AtlItem)

AtlAction         *atl_action_new (const char *id);
const char        *atl_action_get_text (AtlAction *self);
void               atl_action_set_text (AtlAction *self, const char *text);
const char *const *atl_action_get_owners (AtlAction *self);
void               atl_action_set_owners (AtlAction *self, const char *const *owners);
const char        *atl_action_get_due (AtlAction *self);
void               atl_action_set_due (AtlAction *self, const char *due);
AtlStatus          atl_action_get_status (AtlAction *self);
void               atl_action_set_status (AtlAction *self, AtlStatus status);
const char        *atl_action_get_proof (AtlAction *self);
void               atl_action_set_proof (AtlAction *self, const char *proof);
const char *const *atl_action_get_notes (AtlAction *self);
void               atl_action_set_notes (AtlAction *self, const char *const *notes);
const char        *atl_action_get_rank (AtlAction *self);
void               atl_action_set_rank (AtlAction *self, const char *rank);

G_END_DECLS

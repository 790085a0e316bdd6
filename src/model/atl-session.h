/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SESSION_TITLE,
  ATL_SESSION_LANGUAGE,
  ATL_SESSION_DATE,
  ATL_SESSION_PLACE,
  ATL_SESSION_FACILITATOR,
  ATL_SESSION_AIM,
  ATL_SESSION_PARTITION,
  ATL_SESSION_GROUP,
  ATL_SESSION_VECTOR,
  ATL_SESSION_ALTERNATIVES,
  ATL_SESSION_SILOS,
  ATL_SESSION_PEOPLE,
  ATL_SESSION_GROUPS,
  ATL_SESSION_BOARDS,
  ATL_SESSION_STEPS,
  ATL_SESSION_ROUNDS,
  ATL_SESSION_SCALES,
  ATL_SESSION_ACTIONS,
  ATL_SESSION_DECISIONS,
  ATL_SESSION_TERMS,
  ATL_SESSION_N_FIELDS,
} AtlSessionField;

#define ATL_TYPE_SESSION (atl_session_get_type ())
G_DECLARE_FINAL_TYPE (AtlSession, atl_session, ATL, SESSION, AtlItem)

typedef struct _AtlChange AtlChange;

AtlSession        *atl_session_new (const char *id);
void               atl_session_announce (AtlSession *self, AtlChange *change);
gboolean           atl_session_is_observed (AtlSession *self);
const char        *atl_session_get_title (AtlSession *self);
void               atl_session_set_title (AtlSession *self, const char *title);
const char        *atl_session_get_language (AtlSession *self);
void               atl_session_set_language (AtlSession *self, const char *language);
const char        *atl_session_get_date (AtlSession *self);
void               atl_session_set_date (AtlSession *self, const char *date);
const char        *atl_session_get_place (AtlSession *self);
void               atl_session_set_place (AtlSession *self, const char *place);
const char        *atl_session_get_facilitator (AtlSession *self);
void               atl_session_set_facilitator (AtlSession *self, const char *facilitator);
const char        *atl_session_get_aim (AtlSession *self);
void               atl_session_set_aim (AtlSession *self, const char *aim);
const char        *atl_session_get_partition (AtlSession *self);
void               atl_session_set_partition (AtlSession *self, const char *partition);
const char        *atl_session_get_active_partition (AtlSession *self);
const char        *atl_session_get_group (AtlSession *self);
void               atl_session_set_group (AtlSession *self, const char *group);
const char *const *atl_session_get_vector (AtlSession *self);
void               atl_session_set_vector (AtlSession *self, const char *const *vector);
AtlList           *atl_session_get_silos (AtlSession *self);
AtlList           *atl_session_get_people (AtlSession *self);
AtlList           *atl_session_get_groups (AtlSession *self);
AtlList           *atl_session_get_boards (AtlSession *self);
AtlList           *atl_session_get_steps (AtlSession *self);
AtlList           *atl_session_get_rounds (AtlSession *self);
AtlList           *atl_session_get_scales (AtlSession *self);
AtlList           *atl_session_get_actions (AtlSession *self);
AtlList           *atl_session_get_decisions (AtlSession *self);
AtlList           *atl_session_get_terms (AtlSession *self);

G_END_DECLS

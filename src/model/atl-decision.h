/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_DECISION_TEXT,
  ATL_DECISION_MODE,
  ATL_DECISION_BY,
  ATL_DECISION_DATE,
  ATL_DECISION_REVIEW,
  ATL_DECISION_OBJECTIONS,
  ATL_DECISION_NOTES,
  ATL_DECISION_RANK,
  ATL_DECISION_ALTERNATIVES,
  ATL_DECISION_N_FIELDS,
} AtlDecisionField;

#define ATL_TYPE_DECISION (atl_decision_get_type ())
G_DECLARE_FINAL_TYPE (AtlDecision, atl_decision, ATL, DECISION, AtlItem)

AtlDecision       *atl_decision_new (const char *id);
const char        *atl_decision_get_text (AtlDecision *self);
void               atl_decision_set_text (AtlDecision *self, const char *text);
const char        *atl_decision_get_mode (AtlDecision *self);
void               atl_decision_set_mode (AtlDecision *self, const char *mode);
const char        *atl_decision_get_by (AtlDecision *self);
void               atl_decision_set_by (AtlDecision *self, const char *by);
const char        *atl_decision_get_date (AtlDecision *self);
void               atl_decision_set_date (AtlDecision *self, const char *date);
const char        *atl_decision_get_review (AtlDecision *self);
void               atl_decision_set_review (AtlDecision *self, const char *review);
const char        *atl_decision_get_objections (AtlDecision *self);
void               atl_decision_set_objections (AtlDecision *self, const char *objections);
const char *const *atl_decision_get_notes (AtlDecision *self);
void               atl_decision_set_notes (AtlDecision *self, const char *const *notes);
const char        *atl_decision_get_rank (AtlDecision *self);
void               atl_decision_set_rank (AtlDecision *self, const char *rank);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_ROUND_TITLE,
  ATL_ROUND_BUDGET,
  ATL_ROUND_CAP,
  ATL_ROUND_NEGATIVES,
  ATL_ROUND_SECRET,
  ATL_ROUND_CLOSED,
  ATL_ROUND_AREAS,
  ATL_ROUND_RANK,
  ATL_ROUND_ALTERNATIVES,
  ATL_ROUND_BALLOTS,
  ATL_ROUND_N_FIELDS,
} AtlRoundField;

#define ATL_TYPE_ROUND (atl_round_get_type ())
G_DECLARE_FINAL_TYPE (AtlRound, atl_round, ATL, ROUND, AtlItem)

AtlRound          *atl_round_new (const char *id);
const char        *atl_round_get_title (AtlRound *self);
void               atl_round_set_title (AtlRound *self, const char *title);
int                atl_round_get_budget (AtlRound *self);
void               atl_round_set_budget (AtlRound *self, int budget);
int                atl_round_get_cap (AtlRound *self);
void               atl_round_set_cap (AtlRound *self, int cap);
gboolean           atl_round_get_negatives (AtlRound *self);
void               atl_round_set_negatives (AtlRound *self, gboolean negatives);
gboolean           atl_round_get_secret (AtlRound *self);
void               atl_round_set_secret (AtlRound *self, gboolean secret);
gboolean           atl_round_get_closed (AtlRound *self);
void               atl_round_set_closed (AtlRound *self, gboolean closed);
const char *const *atl_round_get_areas (AtlRound *self);
void               atl_round_set_areas (AtlRound *self, const char *const *areas);
const char        *atl_round_get_rank (AtlRound *self);
void               atl_round_set_rank (AtlRound *self, const char *rank);
AtlList           *atl_round_get_ballots (AtlRound *self);

G_END_DECLS

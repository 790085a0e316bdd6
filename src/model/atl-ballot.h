/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_BALLOT_PERSON,
  ATL_BALLOT_NOTE,
  ATL_BALLOT_VOTES,
  ATL_BALLOT_ALTERNATIVES,
  ATL_BALLOT_N_FIELDS,
} AtlBallotField;

#define ATL_TYPE_BALLOT (atl_ballot_get_type ())
G_DECLARE_FINAL_TYPE (AtlBallot, atl_ballot, ATL, BALLOT, AtlItem)

AtlBallot  *atl_ballot_new (const char *id);
const char *atl_ballot_get_person (AtlBallot *self);
void        atl_ballot_set_person (AtlBallot *self, const char *person);
const char *atl_ballot_get_note (AtlBallot *self);
void        atl_ballot_set_note (AtlBallot *self, const char *note);
int         atl_ballot_get_votes (AtlBallot *self);
void        atl_ballot_set_votes (AtlBallot *self, int votes);

G_END_DECLS

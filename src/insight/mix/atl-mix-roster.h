/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-measures.h"
#include "insight/mix/atl-mixer.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* The people of a session who are to be mixed, with their numbers in the problem. */
typedef struct
{
  AtlMixProblem *problem; /* sizes and wishes are for the caller to add */
  GPtrArray     *people;  /* of AtlPerson, by number */
  GPtrArray     *silos;   /* of AtlSilo, by number: those of the active partition */
  guint          n_without_silo;
  guint          n_left_out; /* present, but more than can be mixed */
} AtlMixRoster;

AtlMixRoster *atl_mix_roster_new (AtlSession *session);
void          atl_mix_roster_free (AtlMixRoster *self);
int           atl_mix_roster_find (AtlMixRoster *self, const char *person);
void          atl_mix_roster_read_map (AtlMixRoster *self, AtlMeasures *measures);
void          atl_mix_roster_count_groups (AtlMixRoster *self, AtlList *groups);
int          *atl_mix_roster_dup_numbers (AtlMixRoster *self, GPtrArray *groups);
GPtrArray    *atl_mix_roster_dup_teams (AtlMixRoster *self, const int *numbers, guint n_groups);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlMixRoster, atl_mix_roster_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/groups/atl-mix-rounds.h"
#include "ui/groups/atl-mix-wishes.h"

G_BEGIN_DECLS

#define ATL_MIX_MOST_ROUNDS 6

#define ATL_TYPE_MIX_PLAN (atl_mix_plan_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixPlan, atl_mix_plan, ATL, MIX_PLAN, GObject)

/* Signals: "settings-changed" (people, sizes, wishes, map), "groups-changed" (the groups, or that there are
 * none, or that they are being looked for). */

/* What the groups are to be like. */
typedef struct
{
  guint    by_number; /* that many groups, 0: by size */
  guint    by_size;   /* about that many people in a group */
  guint    n_rounds;
  guint    fewer; /* people that a group may have less than even groups have, and more */
  guint    more;
  guint32  seed;
  gboolean fresh; /* forget who met in the groups of the session */
  gboolean keep;  /* the groups of the session stay when these come */
} AtlMixSetting;

AtlMixPlan          *atl_mix_plan_new (AtlSession *session, AtlBoard *board);
AtlSession          *atl_mix_plan_get_session (AtlMixPlan *self);
const AtlMixSetting *atl_mix_plan_get_setting (AtlMixPlan *self);
AtlMixWishes        *atl_mix_plan_get_wishes (AtlMixPlan *self);
AtlMixRoster        *atl_mix_plan_get_roster (AtlMixPlan *self);
AtlBoard            *atl_mix_plan_get_board (AtlMixPlan *self);
GPtrArray           *atl_mix_plan_dup_maps (AtlMixPlan *self);
guint                atl_mix_plan_get_n_people (AtlMixPlan *self);
guint                atl_mix_plan_get_n_groups (AtlMixPlan *self);
void                 atl_mix_plan_get_sizes (AtlMixPlan *self, guint *smallest, guint *largest);

void     atl_mix_plan_refresh (AtlMixPlan *self, AtlBoard *board);
void     atl_mix_plan_set_board (AtlMixPlan *self, AtlBoard *board);
void     atl_mix_plan_set_setting (AtlMixPlan *self, const AtlMixSetting *setting);
void     atl_mix_plan_wishes_changed (AtlMixPlan *self);
gboolean atl_mix_plan_can_drop (AtlMixPlan *self, const AtlMixConstraint *constraint);
void     atl_mix_plan_drop (AtlMixPlan *self, const AtlMixConstraint *constraint);
void     atl_mix_plan_deal_again (AtlMixPlan *self);

gboolean        atl_mix_plan_get_busy (AtlMixPlan *self);
gboolean        atl_mix_plan_get_hurried (AtlMixPlan *self);
AtlMixRounds   *atl_mix_plan_get_rounds (AtlMixPlan *self);
AtlMixConflict *atl_mix_plan_get_conflict (AtlMixPlan *self);
void            atl_mix_plan_rounds_changed (AtlMixPlan *self);
char          **atl_mix_plan_dup_titles (AtlMixPlan *self);
char           *atl_mix_plan_dup_title (AtlMixPlan *self, guint round, guint group);
GPtrArray      *atl_mix_plan_apply (AtlMixPlan *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_SPLIT_MAX_GROUPS 40

/* Who works in which group. */
typedef enum
{
  ATL_SPLIT_DEAL,     /* who is present, at random */
  ATL_SPLIT_MIX,      /* who is present, mixed across silos: see atl_split_plan_take_teams() */
  ATL_SPLIT_EXISTING, /* the groups the session has */
  ATL_SPLIT_NOBODY,   /* settled in the room */
} AtlSplitWay;

/* What splitting a session into group files is going to do. Knows no widget and changes nothing until
 * atl_split_plan_apply(). */
typedef struct _AtlSplitPlan AtlSplitPlan;

AtlSplitPlan *atl_split_plan_new (AtlSession *session,
                                  const char *path);
void          atl_split_plan_free (AtlSplitPlan *self);
AtlSplitWay   atl_split_plan_get_way (AtlSplitPlan *self);
void          atl_split_plan_set_way (AtlSplitPlan *self,
                                      AtlSplitWay   way);
guint         atl_split_plan_get_n (AtlSplitPlan *self);
void          atl_split_plan_set_n (AtlSplitPlan *self,
                                    guint         n);
void          atl_split_plan_deal_again (AtlSplitPlan *self);
void          atl_split_plan_take_teams (AtlSplitPlan *self,
                                         GPtrArray    *teams);
gboolean      atl_split_plan_has_teams (AtlSplitPlan *self);
const char   *atl_split_plan_get_title (AtlSplitPlan *self,
                                        guint         i);
void          atl_split_plan_set_title (AtlSplitPlan *self,
                                        guint         i,
                                        const char   *title);
char         *atl_split_plan_dup_people (AtlSplitPlan *self,
                                         guint         i);
const char   *atl_split_plan_get_folder (AtlSplitPlan *self);
void          atl_split_plan_set_folder (AtlSplitPlan *self,
                                         const char   *folder);
char         *atl_split_plan_dup_path (AtlSplitPlan *self,
                                       guint         i);
GPtrArray    *atl_split_plan_dup_paths (AtlSplitPlan *self);
gboolean      atl_split_plan_has_names (AtlSplitPlan *self);
gboolean      atl_split_plan_has_doubles (AtlSplitPlan *self);
GPtrArray    *atl_split_plan_apply (AtlSplitPlan *self,
                                    gboolean      assign_notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSplitPlan, atl_split_plan_free)

G_END_DECLS
